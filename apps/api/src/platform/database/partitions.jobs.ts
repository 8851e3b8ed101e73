import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { defineJob } from '../queue/job.js';
import { Queues } from '../queue/queues.js';
import { Database } from './database.js';
import { Partitions } from './partitions.js';

const upkeep = defineJob('database-upkeep');
const DAY_MS = 24 * 3_600_000;
const BATCH = 10_000;

/** What a database needs every day: months to write into, and the end of what was only kept for a while. */
@Injectable()
export class PartitionsJobs implements OnApplicationBootstrap {
  private readonly log = new Logger(PartitionsJobs.name);

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly queues: Queues,
    private readonly database: Database,
    private readonly partitions: Partitions,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.withWorker) return;
    await this.queues.work(upkeep, () => this.run());
    await this.queues.every(upkeep, DAY_MS);
  }

  /** Safe to run at any time and twice at once. */
  async run(): Promise<void> {
    const made = await this.partitions.makeAhead();
    const dropped = await this.partitions.dropToldMonths();
    const keys = await this.forgetKeys();
    this.log.log({ made, dropped, keys }, 'database upkeep');
  }

  /** Who repeats a request does so within minutes; two days cover a phone without network. */
  private async forgetKeys(): Promise<number> {
    let forgotten = 0;
    let batch: number;
    do {
      batch = await this.database.count(
        `DELETE FROM idempotency_keys WHERE ctid IN (SELECT ctid FROM idempotency_keys WHERE at < now() - interval '2 days' LIMIT ${BATCH})`,
      );
      forgotten += batch;
    } while (batch === BATCH);
    return forgotten;
  }
}
