import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { defineJob } from '../platform/queue/job.js';
import { Queues } from '../platform/queue/queues.js';
import { ModerationService } from './moderation.service.js';

const checkWords = defineJob('publication-moderation');
/** The writer is still about then, which WeChat demands. */
const SWEEP_MS = 2_000;

@Injectable()
export class ModerationJobs implements OnApplicationBootstrap {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly queues: Queues,
    private readonly moderation: ModerationService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.withWorker) return;
    await this.queues.work(checkWords, async () => void (await this.moderation.sweep()));
    await this.queues.every(checkWords, SWEEP_MS);
  }
}
