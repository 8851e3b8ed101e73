import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { defineJob } from '../platform/queue/job.js';
import { Queues } from '../platform/queue/queues.js';
import { CoverageService } from './coverage.service.js';

const checkCoverage = defineJob('duty-coverage');
const EVERY_MS = 60_000;

@Injectable()
export class CoverageJobs implements OnApplicationBootstrap {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly queues: Queues,
    private readonly coverage: CoverageService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.withWorker) return;
    await this.queues.work(checkCoverage, async () => void (await this.coverage.check()));
    await this.queues.every(checkCoverage, EVERY_MS);
  }
}
