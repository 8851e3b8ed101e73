import { Injectable } from '@nestjs/common';
import { Counter, Histogram } from 'prom-client';
import { Metrics } from './metrics.js';

/** Seconds after the due moment: fine where our promise lies (p99 ≤ 0.2 s), coarse where only the hour matters. */
const LATENESS = [0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 15, 30, 60, 300, 3600, 86_400];

/**
 * What became of promises, counted where it happens. With a million deadlines in the table nobody could count them anew
 * at every scrape; a process that restarts begins at zero, as Prometheus expects of counters.
 */
@Injectable()
export class OperationMeters {
  private readonly lateness: Histogram<'kind'>;
  private readonly misses: Counter<'kind'>;
  private readonly escalations: Counter<'rung'>;
  private readonly reminders: Counter<'kind'>;

  constructor({ registry }: Metrics) {
    const registers = [registry];
    this.lateness = new Histogram({
      name: 'linshao_deadline_lateness_seconds',
      help: 'How long after its moment a deadline was fired.',
      labelNames: ['kind'],
      buckets: LATENESS,
      registers,
    });
    this.misses = new Counter({
      name: 'linshao_deadlines_missed_total',
      help: 'Promises missed.',
      labelNames: ['kind'],
      registers,
    });
    this.escalations = new Counter({
      name: 'linshao_escalations_total',
      help: 'Missed promises that climbed to a rung.',
      labelNames: ['rung'],
      registers,
    });
    this.reminders = new Counter({
      name: 'linshao_deadline_reminders_total',
      help: 'Reminders before a deadline.',
      labelNames: ['kind'],
      registers,
    });
  }

  /** A deadline was looked at because its moment had come, `latenessMs` after it. */
  fired(kind: string, latenessMs: number): void {
    this.lateness.observe({ kind }, Math.max(0, latenessMs) / 1000);
  }

  missed(kind: string): void {
    this.misses.inc({ kind });
  }

  escalated(rung: number): void {
    this.escalations.inc({ rung });
  }

  reminded(kind: string): void {
    this.reminders.inc({ kind });
  }
}
