import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { defineJob } from '../platform/queue/job.js';
import { Queues } from '../platform/queue/queues.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { DeliveriesService } from './deliveries.service.js';

const sendDeliveries = defineJob('deliveries');
const pruneDeliveries = defineJob('deliveries-prune');
const SWEEP_MS = 30_000;
const DAY_MS = 86_400_000;
const KEPT_DAYS = 90;

@Injectable()
export class DeliveriesJobs implements OnApplicationBootstrap {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly queues: Queues,
    private readonly service: DeliveriesService,
    private readonly repository: DeliveriesRepository,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.withWorker) return;
    await this.queues.work(sendDeliveries, async () => void (await this.service.sweep()));
    await this.queues.every(sendDeliveries, SWEEP_MS);
    await this.queues.work(pruneDeliveries, () => this.repository.prune(KEPT_DAYS));
    await this.queues.every(pruneDeliveries, DAY_MS);
  }
}

/** Has the senders look soon instead of at the next sweep. */
@Injectable()
export class DeliveriesWaker {
  private readonly log = new Logger(DeliveriesWaker.name);
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly queues: Queues) {}

  /** Called within the transaction that queues them: a moment later it has been committed. */
  wake(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.queues
        .add(sendDeliveries, {})
        .catch((error: unknown) =>
          this.log.warn({ error: String(error) }, 'could not wake the senders; the sweep will find it'),
        );
    }, 300).unref();
  }
}
