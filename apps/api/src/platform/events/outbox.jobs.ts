import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { defineJob } from '../queue/job.js';
import { Queues } from '../queue/queues.js';
import { OutboxRelay } from './outbox.relay.js';

const drainOutbox = defineJob('outbox');
const SWEEP_MS = 2_000;

/** The worker's side: drains when woken, and every two seconds in case nobody did. */
@Injectable()
export class OutboxJobs implements OnApplicationBootstrap {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly queues: Queues,
    private readonly relay: OutboxRelay,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.withWorker) return;
    await this.queues.work(drainOutbox, async () => void (await this.relay.drain()));
    await this.queues.every(drainOutbox, SWEEP_MS);
  }
}

/**
 * The writer's side: called after a commit. Wakes the relay at once, then at most every 200 ms however much is written:
 * adding a job costs more than the write it announces. A failing queue costs delay, never the write.
 */
@Injectable()
export class OutboxWaker {
  private readonly log = new Logger(OutboxWaker.name);
  private quietUntil = 0;
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly queues: Queues) {}

  wake(): void {
    const wait = this.quietUntil - performance.now();
    if (wait > 0) {
      this.timer ??= setTimeout(() => this.send(), wait).unref();
      return;
    }
    this.send();
  }

  private send(): void {
    this.timer = null;
    this.quietUntil = performance.now() + 200;
    this.queues
      .add(drainOutbox, {})
      .catch((error: unknown) =>
        this.log.warn({ error: String(error) }, 'could not wake the outbox; the sweep will find it'),
      );
  }
}
