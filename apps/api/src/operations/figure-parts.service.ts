import { Inject, Injectable } from '@nestjs/common';
import { missingYear } from '@linshao/domain';
import { CalendarsService } from '../calendars/calendars.service.js';
import { CoverageService } from '../duty/coverage.service.js';
import { Clock } from '../platform/clock/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Metrics } from '../platform/metrics/metrics.js';
import { FigureGauge } from './figure-gauge.js';
import { FiguresRepository } from './figures.repository.js';
import { QueueDepths } from './queue-depths.service.js';

/** Gauges that are read together, and are all left out when that fails. */
export interface FigurePart {
  readonly name: string;
  readonly gauges: readonly FigureGauge[];
  read(): Promise<void>;
}

/** What stands in the database and the queues, in parts that can fail apart. */
@Injectable()
export class FigureParts {
  readonly all: readonly FigurePart[];

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
    private readonly figures: FiguresRepository,
    private readonly queues: QueueDepths,
    private readonly calendars: CalendarsService,
    private readonly coverage: CoverageService,
  ) {
    this.all = [
      this.deadlines(),
      this.supervision(),
      this.outbox(),
      this.deliveries(),
      this.queueDepths(),
      this.calendar(),
      this.duty(),
    ];
  }

  private deadlines(): FigurePart {
    const pending = this.gauge('linshao_deadlines_pending', 'Deadlines running, by kind.', 'kind');
    const estimated = this.gauge(
      'linshao_deadlines_pending_estimated',
      '1: too many to count; the pending ones are an estimate of the database.',
    );
    const due = this.gauge('linshao_deadlines_due', 'Deadlines whose moment has come and that are not fired yet.');
    const oldest = this.gauge('linshao_deadlines_oldest_due_seconds', 'How long the oldest due deadline has waited.');
    return {
      name: 'deadlines',
      gauges: [pending, estimated, due, oldest],
      read: async () => {
        const [all, late] = await Promise.all([this.figures.pending(), this.figures.due()]);
        for (const [kind, count] of all.byKind) pending.set({ kind }, count);
        estimated.set(all.estimated ? 1 : 0);
        due.set(late.due);
        oldest.set(late.oldest);
      },
    };
  }

  private supervision(): FigurePart {
    const open = this.gauge('linshao_supervision_orders_open', 'Supervision orders that wait for their answer.');
    return { name: 'supervision', gauges: [open], read: async () => open.set(await this.figures.openSupervision()) };
  }

  private outbox(): FigurePart {
    const waiting = this.gauge('linshao_outbox_waiting', 'Events nobody has told on yet.');
    const oldest = this.gauge('linshao_outbox_oldest_seconds', 'How long the oldest of them has waited.');
    const dead = this.gauge('linshao_outbox_dead_letters', 'Events a subscriber gave up on.');
    return {
      name: 'outbox',
      gauges: [waiting, oldest, dead],
      read: async () => {
        const found = await this.figures.outbox();
        waiting.set(found.waiting);
        oldest.set(found.oldest);
        dead.set(found.dead);
      },
    };
  }

  private deliveries(): FigurePart {
    const messages = this.gauge('linshao_deliveries', 'Messages outside the app that still want something.', 'state');
    return {
      name: 'deliveries',
      gauges: [messages],
      read: async () => {
        for (const [state, count] of await this.figures.deliveries()) messages.set({ state }, count);
      },
    };
  }

  private queueDepths(): FigurePart {
    const jobs = this.gauge('linshao_queue_jobs', 'Jobs in the queues.', 'queue', 'state');
    return {
      name: 'queues',
      gauges: [jobs],
      read: async () => {
        for (const { queue, state, jobs: count } of await this.queues.find()) jobs.set({ queue, state }, count);
      },
    };
  }

  private calendar(): FigurePart {
    const missing = this.gauge(
      'linshao_calendar_missing_year',
      'The year within the next 60 days whose days off are not known; 0: none.',
    );
    return {
      name: 'calendar',
      gauges: [missing],
      read: async () => {
        const { calendar } = await this.calendars.inForce(this.config.cityId);
        missing.set(missingYear(this.clock.now(), calendar) ?? 0);
      },
    };
  }

  private duty(): FigurePart {
    const gaps = this.gauge('linshao_duty_gaps', 'Rosters that nobody covers now, or some time within a week.', 'when');
    return {
      name: 'duty',
      gauges: [gaps],
      read: async () => {
        const found = await this.coverage.gaps();
        gaps.set({ when: 'now' }, found.now);
        gaps.set({ when: 'week' }, found.week);
      },
    };
  }

  private gauge(name: string, help: string, ...labelNames: string[]): FigureGauge {
    return new FigureGauge(this.metrics.registry, name, help, labelNames);
  }
}
