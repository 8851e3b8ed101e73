import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { defineJob } from '../platform/queue/job.js';
import { Queues } from '../platform/queue/queues.js';
import { MediaChecksService } from './media-checks.service.js';
import { ModerationService } from './moderation.service.js';

const checkWords = defineJob('publication-moderation');
const checkPictures = defineJob('publication-pictures');
/** The writer is still about then, which WeChat demands. */
const SWEEP_MS = 2_000;

@Injectable()
export class ModerationJobs implements OnApplicationBootstrap {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly queues: Queues,
    private readonly moderation: ModerationService,
    private readonly pictures: MediaChecksService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.withWorker) return;
    await this.queues.work(checkWords, async () => void (await this.moderation.sweep()));
    await this.queues.every(checkWords, SWEEP_MS);
    await this.queues.work(checkPictures, () => this.pictures.sweep());
    await this.queues.every(checkPictures, SWEEP_MS);
  }
}
