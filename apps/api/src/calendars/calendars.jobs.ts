import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { defineJob } from '../platform/queue/job.js';
import { Queues } from '../platform/queue/queues.js';
import { YearWatch } from './year-watch.service.js';

const watchYears = defineJob('calendar-years');
const DAY_MS = 86_400_000;

@Injectable()
export class CalendarsJobs implements OnApplicationBootstrap {
  private readonly log = new Logger(CalendarsJobs.name);

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly queues: Queues,
    private readonly watch: YearWatch,
  ) {}

  /** At boot as well: a new program brings a new table, and deadlines wait for it. */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.withWorker) return;
    await this.queues.work(watchYears, async () => void (await this.watch.look()));
    await this.queues.every(watchYears, DAY_MS);
    await this.watch
      .look()
      .catch((error: unknown) => this.log.error({ error: String(error) }, 'the years were not looked over'));
  }
}
