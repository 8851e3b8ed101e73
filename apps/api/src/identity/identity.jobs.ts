import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { defineJob } from '../platform/queue/job.js';
import { Queues } from '../platform/queue/queues.js';
import { SessionRepository } from './session.repository.js';

const forgetSessions = defineJob('forget-sessions');
const EVERY_MS = 6 * 3_600_000;

/** Sessions are forgotten half a year after their end: long enough to look into a misuse, no longer (PIPL art. 19). */
@Injectable()
export class IdentityJobs implements OnApplicationBootstrap {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly queues: Queues,
    private readonly sessions: SessionRepository,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.withWorker) return;
    await this.queues.work(forgetSessions, async () => void (await this.sessions.forgetEnded()));
    await this.queues.every(forgetSessions, EVERY_MS);
  }
}
