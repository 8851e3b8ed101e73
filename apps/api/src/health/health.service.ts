import { Injectable, type OnModuleInit } from '@nestjs/common';
import { problemBody } from '../platform/http/problem.filter.js';
import { Problem } from '../platform/http/problem.js';
import { type PlainAnswer, WorkerListener } from '../platform/metrics/worker-listener.js';
import type { Checks, Health, Readiness } from './health.dto.js';
import { LagRepository } from './lag.repository.js';

// Far above what a living worker needs (the sweeps come every 30 s and every 2 s), far below what people would notice.
const LATE_DEADLINE_SECONDS = 90;
const LATE_OUTBOX_SECONDS = 120;

@Injectable()
export class HealthService implements OnModuleInit {
  constructor(
    private readonly lag: LagRepository,
    private readonly listener: WorkerListener,
  ) {}

  onModuleInit(): void {
    this.listener.add('/health/live', () => plain(() => Promise.resolve(this.live())));
    this.listener.add('/health/ready', () => plain(() => this.ready()));
  }

  live(): Health {
    return { status: 'ok' };
  }

  /** @throws Problem 503 naming what does not work */
  async ready(): Promise<Readiness> {
    const checks = await this.check();
    if (Object.values(checks).every((state) => state === 'ok')) return { status: 'ok', checks };
    throw new Problem(503, 'server.unavailable', '系统正在恢复，请稍后再试', {
      retryAfterSeconds: 5,
      facts: { checks },
    });
  }

  private async check(): Promise<Checks> {
    const lag = await this.lag.find().catch(() => null);
    if (!lag) return { database: 'down', deadlines: 'down', outbox: 'down' };
    return {
      database: 'ok',
      deadlines: (lag.deadlines ?? 0) > LATE_DEADLINE_SECONDS ? 'late' : 'ok',
      outbox: (lag.outbox ?? 0) > LATE_OUTBOX_SECONDS ? 'late' : 'ok',
    };
  }
}

/** The same words for the listener of a worker process, which has no filters. */
async function plain(work: () => Promise<object>): Promise<PlainAnswer> {
  try {
    return { status: 200, type: 'application/json', body: JSON.stringify(await work()) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { status: error.status, type: 'application/problem+json', body: JSON.stringify(problemBody(error)) };
  }
}
