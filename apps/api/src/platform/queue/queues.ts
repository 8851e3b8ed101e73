import { type BeforeApplicationShutdown, Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { createPostgresBackend, type JobsOptions, Queue, Worker, type WorkerOptions } from 'bullmq';
import { Redis } from 'ioredis';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import type { JobDefinition } from './job.js';

/** How long jobs under way may take to end; orchestrators commonly kill after thirty seconds. */
const PATIENCE_MS = 20_000;

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
  private readonly prefix: string;
  private closing = false;

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
      this.connection = { connectionString: config.databaseUrl, schema: 'bullmq', migrate: true, max: 4 };
      this.backend = createPostgresBackend;
    }
  }

  /** Adds a job. With `jobId`, adding it twice adds it once (no `:` in it). */
  async add<D extends object>(job: JobDefinition<D>, data: D, options: JobsOptions = {}): Promise<void> {
    await this.queue(job.name).add(job.name, data, { removeOnComplete: true, removeOnFail: 1000, ...options });
  }

  /** Adds many at once; those whose `jobId` is known already are left as they are. */
  async addMany<D extends object>(
    job: JobDefinition<D>,
    jobs: readonly { readonly data: D; readonly options: JobsOptions }[],
  ): Promise<void> {
    if (jobs.length === 0) return;
    await this.queue(job.name).addBulk(
      jobs.map(({ data, options }) => ({
        name: job.name,
        data,
        opts: { removeOnComplete: true, removeOnFail: 1000, ...options },
      })),
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
    await worker.waitUntilReady();
  }

  /** Runs a job of this kind every `everyMs` milliseconds, once in the whole fleet: BullMQ's scheduler holds the schedule. */
  async every(job: JobDefinition<Record<string, never>>, everyMs: number): Promise<void> {
    await this.queue(job.name).upsertJobScheduler(
      `every-${job.name}`,
      { every: everyMs },
      { name: job.name, data: {}, opts: { removeOnComplete: true, removeOnFail: 100 } },
    );
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
    await this.closeAll('worker', this.workers);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.closeAll('queue', this.queues);
    this.redis?.disconnect();
  }

  /** What opens while the rest is being closed would stay open for ever. */
  private refuseWhenClosing(): void {
    if (this.closing) throw new Error('the queues are being closed');
  }

  /** One that cannot be closed, or whose server is away, keeps neither the others nor the process. */
  private async closeAll(kind: string, all: ReadonlyMap<string, Closeable>): Promise<void> {
    await Promise.all(
      [...all].map(async ([name, one]) => {
        let timer: NodeJS.Timeout | undefined;
        const patience = new Promise<void>((_, fail) => {
          timer = setTimeout(() => fail(new Error('took too long')), PATIENCE_MS);
        });
        try {
          await Promise.race([one.close(), patience]);
        } catch (error) {
          this.log.error({ kind, name, error: String(error) }, 'could not close; cutting it off');
          void one.disconnect().catch(() => undefined);
        } finally {
          clearTimeout(timer);
        }
      }),
    );
  }
}
