import { type BeforeApplicationShutdown, Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { createPostgresBackend, DEFAULT_SCHEMA, type JobsOptions, Queue, Worker, type WorkerOptions } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { answered, NoAnswer } from './answered.js';
import type { JobDefinition } from './job.js';

/** How soon schedules are there again after the queue was emptied. */
const KEEP_MS = 30_000;
/** How long jobs under way may take to end; orchestrators commonly kill after thirty seconds. */
const PATIENCE_MS = 20_000;
/** Connections of a process to its queues on PostgreSQL: one per worker, which listens, and what is asked at once. */
const POOL = 32;

interface Closeable {
  close(): Promise<void>;
  disconnect(): Promise<void>;
}

type Handler<D extends object> = (data: D) => Promise<void>;

/**
 * BullMQ on PostgreSQL (default) or Redis (`REDIS_URL`): same code, same behaviour. A queue only wakes somebody;
 * losing all of it loses nothing, because every handler looks in PostgreSQL for what is due.
 */
@Injectable()
export class Queues implements BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly log = new Logger(Queues.name);
  private readonly queues = new Map<string, Queue>();
  private readonly workers = new Map<string, Worker>();
  private readonly connection: object;
  private readonly backend: typeof createPostgresBackend | undefined;
  private readonly redis: Redis | null = null;
  private readonly pool: pg.Pool | null = null;
  private readonly prefix: string;
  /** What runs again and again, by name. */
  private readonly schedules = new Map<string, number>();
  private keeper: NodeJS.Timeout | null = null;
  private closing = false;
  private isAway = false;

  constructor(@Inject(CONFIG) config: Config) {
    this.prefix = config.queuePrefix;
    if (config.redisUrl) {
      // Shared by all queues of the process; workers duplicate it for their blocking reads. Null: BullMQ retries by itself.
      this.redis = new Redis(config.redisUrl, {
        maxRetriesPerRequest: null,
        // A process that is to end does not wait for a Redis that is away: whatever was asked of it fails.
        retryStrategy: (times) => (this.closing ? null : Math.min(times * 50, 1_000)),
      });
      this.redis.on('error', (error) => this.log.error({ error: error.message }, 'redis'));
      this.connection = this.redis;
    } else {
      // Shared too: given an address, BullMQ would open a pool for every queue and every worker.
      this.pool = new pg.Pool({
        connectionString: config.databaseUrl,
        options: `-c search_path=${DEFAULT_SCHEMA}`,
        fallback_application_name: 'linshao',
        max: POOL,
        keepAlive: true,
      });
      // Every queue listens for its trouble; who asked is told by the queue's own error.
      this.pool.setMaxListeners(0);
      this.connection = this.pool;
      this.backend = createPostgresBackend;
    }
  }

  /** Adds a job. With `jobId`, adding it twice adds it once (no `:` in it). */
  async add<D extends object>(job: JobDefinition<D>, data: D, options: JobsOptions = {}): Promise<void> {
    await this.asked(() =>
      this.queue(job.name).add(job.name, data, { removeOnComplete: true, removeOnFail: 1000, ...options }),
    );
  }

  /** Adds many at once; those whose `jobId` is known already are left as they are. */
  async addMany<D extends object>(
    job: JobDefinition<D>,
    jobs: readonly { readonly data: D; readonly options: JobsOptions }[],
  ): Promise<void> {
    if (jobs.length === 0) return;
    await this.asked(() =>
      this.queue(job.name).addBulk(
        jobs.map(({ data, options }) => ({
          name: job.name,
          data,
          opts: { removeOnComplete: true, removeOnFail: 1000, ...options },
        })),
      ),
    );
  }

  /** Runs `handler` for every job of this kind in this process. Handlers are idempotent: a job may come twice. */
  async work<D extends object>(
    job: JobDefinition<D>,
    handler: Handler<D>,
    options: Partial<WorkerOptions> = {},
  ): Promise<void> {
    if (this.workers.has(job.name)) throw new Error(`job ${job.name} has two handlers`);
    this.refuseWhenClosing();
    const worker = new Worker(
      job.name,
      (queued) => handler(queued.data as D),
      // A worker that dies is noticed within 15 s; any number of deaths is survived, since handlers are idempotent.
      {
        lockDuration: 15_000,
        stalledInterval: 15_000,
        maxStalledCount: 100,
        // After its server was away: look again soon.
        runRetryDelay: 2_000,
        ...options,
        prefix: this.prefix,
        connection: this.connection,
      },
      this.backend as never,
    );
    worker.on('error', (error) => this.log.error({ job: job.name, error: error.message }, 'worker'));
    worker.on('failed', (_, error) => this.log.error({ job: job.name, error: error.message }, 'job failed'));
    this.workers.set(job.name, worker);
    // With the server away it begins as soon as that is back; what does not need a queue must not wait for it.
    await this.orLater(job.name, () => worker.waitUntilReady());
  }

  /**
   * Runs a job of this kind every `everyMs` milliseconds, once in the whole fleet: BullMQ's scheduler holds the schedule. A
   * queue that was emptied, or lost with its server, gets it back within half a minute.
   */
  async every(job: JobDefinition<Record<string, never>>, everyMs: number): Promise<void> {
    this.refuseWhenClosing();
    this.schedules.set(job.name, everyMs);
    this.keeper ??= setInterval(() => void this.keepSchedules(), KEEP_MS).unref();
    await this.orLater(job.name, () => this.schedule(job.name, everyMs));
  }

  /** Makes anew what is missing of the schedules, and leaves alone what is there. */
  async keepSchedules(): Promise<void> {
    for (const [name, everyMs] of this.schedules) {
      if (this.closing) return;
      try {
        const present = await this.asked(() => this.queue(name).getJobScheduler(scheduleOf(name)));
        if (!present && !this.closing) await this.asked(() => this.schedule(name, everyMs));
      } catch (error) {
        this.log.warn({ job: name, error: String(error) }, 'could not look after a schedule; soon again');
      }
    }
  }

  private async schedule(name: string, everyMs: number): Promise<void> {
    await this.queue(name).upsertJobScheduler(
      scheduleOf(name),
      { every: everyMs },
      { name, data: {}, opts: { removeOnComplete: true, removeOnFail: 100 } },
    );
  }

  /** @throws NoAnswer, at once while Redis is known to be away: what is asked of it then would pile up until it is back */
  private async asked<T>(work: () => Promise<T>): Promise<T> {
    if (this.isAway && this.redis && this.redis.status !== 'ready') throw new NoAnswer();
    try {
      const answer = await answered(work());
      this.isAway = false;
      return answer;
    } catch (error) {
      this.isAway = error instanceof NoAnswer;
      throw error;
    }
  }

  private async orLater(name: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await this.asked(work);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      this.log.warn({ job: name }, 'the queue does not answer; going on without it until it does');
    }
  }

  /** The queue behind a job, for dashboards and metrics. */
  queue(name: string): Queue {
    let queue = this.queues.get(name);
    if (!queue) {
      this.refuseWhenClosing();
      queue = new Queue(name, { prefix: this.prefix, connection: this.connection }, this.backend as never);
      queue.on('error', (error) => this.log.error({ queue: name, error: error.message }, 'queue'));
      this.queues.set(name, queue);
    }
    return queue;
  }

  /** Jobs under way end while there is still a database to write to. */
  async beforeApplicationShutdown(): Promise<void> {
    this.closing = true;
    if (this.keeper) clearInterval(this.keeper);
    await this.closeAll('worker', this.workers);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.closeAll('queue', this.queues);
    this.redis?.disconnect();
    if (this.pool && !this.pool.ending) await this.endPool(this.pool);
  }

  private async endPool(pool: pg.Pool): Promise<void> {
    try {
      await answered(pool.end());
    } catch (error) {
      this.log.error({ error: String(error) }, 'could not close the connections of the queues');
    }
  }

  /** What opens while the rest is being closed would stay open for ever. */
  private refuseWhenClosing(): void {
    if (this.closing) throw new Error('the queues are being closed');
  }

  /** One that cannot be closed, or whose server is away, keeps neither the others nor the process. */
  private async closeAll(kind: string, all: ReadonlyMap<string, Closeable>): Promise<void> {
    await Promise.all(
      [...all].map(async ([name, one]) => {
        try {
          await answered(one.close(), PATIENCE_MS);
        } catch (error) {
          this.log.error({ kind, name, error: String(error) }, 'could not close; cutting it off');
          void one.disconnect().catch(() => undefined);
        }
      }),
    );
  }
}

const scheduleOf = (name: string): string => `every-${name}`;
