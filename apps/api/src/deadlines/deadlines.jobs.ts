import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Queues } from '../platform/queue/queues.js';
import { FiringAhead } from './firing-ahead.service.js';
import { FiringRepository } from './firing.repository.js';
import { FiringService } from './firing.service.js';
import { wakeCity, WakesService } from './wakes.service.js';

const SWEEP_MS = 30_000;
/** Wake-ups under way at once in a process. They wait most of their time for their second. */
const WAKING = 8;

/**
 * The worker's side of the clock. A queue wakes at the due second; besides, every worker sweeps by its own monotonic timer,
 * which neither a lost queue nor a clock that jumped can stop. Workers need no leader: rows are taken with SKIP LOCKED, jobs
 * are named after their second.
 */
@Injectable()
export class DeadlinesJobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(DeadlinesJobs.name);
  private timer: NodeJS.Timeout | null = null;
  private sweeping: Promise<void> = Promise.resolve();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly queues: Queues,
    private readonly repository: FiringRepository,
    private readonly ahead: FiringAhead,
    private readonly firing: FiringService,
    private readonly wakes: WakesService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.withWorker) return;
    await this.queues.work(wakeCity, (wake) => this.wake(wake), { concurrency: WAKING });
    const sweep = (): void => void (this.sweeping = this.sweep());
    sweep();
    this.timer = setInterval(sweep, SWEEP_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.sweeping;
  }

  /** What was not there when it was prepared, or has changed since, is due by then like everything else. */
  private async wake({ cityId, second }: { readonly cityId: number; readonly second: number }): Promise<void> {
    await this.ahead.fire(cityId, second);
    await this.firing.drain(cityId);
  }

  /** Plans the seconds ahead first: a long catch-up must not make what is due meanwhile late. */
  async sweep(): Promise<void> {
    try {
      for (const cityId of await this.repository.cities()) await this.sweepCity(cityId);
    } catch (error) {
      this.log.error({ error: String(error) }, 'a sweep failed; the next one tries again');
    }
  }

  /** Trouble in one city is no reason to be late in the next. */
  private async sweepCity(cityId: number): Promise<void> {
    await this.plan(cityId);
    try {
      await this.firing.drain(cityId);
    } catch (error) {
      this.log.error(
        { city: cityId, error: String(error) },
        'not everything could be fired; the next sweep tries again',
      );
    }
  }

  /** Without a queue nobody is woken to the second; what is due is fired all the same. */
  private async plan(cityId: number): Promise<void> {
    try {
      await this.wakes.plan(cityId);
    } catch (error) {
      this.log.warn({ error: String(error) }, 'could not plan wake-ups; sweeping only');
    }
  }
}
