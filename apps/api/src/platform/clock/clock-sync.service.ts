import { type BeforeApplicationShutdown, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Database } from '../database/database.js';
import { setIdClock } from '../ids.js';
import { Metrics } from '../metrics/metrics.js';
import { Clock } from './clock.js';
import { offsetAfter } from './clock-offset.js';

const MEASURE_MS = 60_000;
/** How soon a jump of the machine's clock is noticed: it shows against the clock that cannot jump, without asking anybody. */
const LOOK_MS = 1_000;
const JUMP_MS = 500;

/** Holds the process's clock to the database's: measured before anything is answered, every minute, and whenever it jumped. */
@Injectable()
export class ClockSync extends Clock implements OnModuleInit, BeforeApplicationShutdown {
  private readonly log = new Logger(ClockSync.name);
  /** How far ahead of this machine's the database's clock is, in milliseconds; 0 as long as they agree. */
  private offsetMs = 0;
  private timer: NodeJS.Timeout | null = null;
  private measuring: Promise<void> | null = null;
  private measuredAt = 0;
  /** The machine's clock against the one that cannot jump, when it was last measured. */
  private steady = 0;

  constructor(
    private readonly database: Database,
    { registry }: Metrics,
  ) {
    super();
    const offset = () => this.offsetMs / 1_000;
    new Gauge({
      name: 'linshao_clock_offset_seconds',
      help: 'How far ahead of this machine’s the database’s clock is, as adopted; 0: they agree.',
      registers: [registry],
      collect() {
        this.set(offset());
      },
    });
  }

  override now(): Date {
    return new Date(this.milliseconds());
  }

  async onModuleInit(): Promise<void> {
    await this.measure();
    setIdClock(() => this.milliseconds());
    this.timer = setInterval(() => void this.look(), LOOK_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.measuring;
  }

  /** One look at the database's clock; one that fails leaves things as they are. */
  measure(): Promise<void> {
    this.measuring ??= this.ask().finally(() => (this.measuring = null));
    return this.measuring;
  }

  private milliseconds(): number {
    return Date.now() + this.offsetMs;
  }

  private async look(): Promise<void> {
    const jumped = Math.abs(steadyNow() - this.steady) > JUMP_MS;
    if (jumped || performance.now() - this.measuredAt >= MEASURE_MS) await this.measure();
  }

  private async ask(): Promise<void> {
    const started = performance.now();
    this.measuredAt = started;
    this.steady = steadyNow();
    try {
      const row = await this.database.first<{ at: number }>(
        'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS at',
      );
      if (!row) return;
      const look = { databaseAt: row.at, receivedAt: Date.now(), roundTrip: performance.now() - started };
      const held = this.offsetMs;
      this.offsetMs = offsetAfter(held, look);
      if (this.offsetMs !== held)
        this.log.warn({ offsetMs: this.offsetMs }, 'this machine’s clock is not the database’s; going by the latter');
    } catch (error) {
      this.log.warn({ error: String(error) }, 'the database’s clock could not be read; soon again');
    }
  }
}

const steadyNow = (): number => Date.now() - performance.now();
