import { Inject, Injectable } from '@nestjs/common';
import {
  cancelDeadline,
  type Deadline,
  type DeadlineKind,
  type DeadlineSubject,
  fulfilDeadline,
  pauseDeadline,
  resumeDeadline,
  startDeadline,
  type TimeLimit,
} from '@linshao/domain';
import { CalendarsService } from '../calendars/calendars.service.js';
import { OrderNotes } from '../orders/order-notes.service.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import type { Transaction } from '../platform/database/database.js';
import { outboxRows } from '../platform/events/event.js';
import { nextId } from '../platform/ids.js';
import { type Belonging, clockColumns, type DeadlineRow, newRow, toDeadline } from './deadline-row.js';
import { deadlineMissed } from './deadlines.events.js';
import { DeadlinesRepository } from './deadlines.repository.js';
import { firedDeadline, isNoted, newsOf } from './fired-effects.js';
import { FiringHooks } from './firing-hooks.service.js';
import { WakesService } from './wakes.service.js';

export interface DeadlineStart {
  readonly subject: { readonly type: DeadlineSubject; readonly id: string };
  readonly orderId: string | null;
  readonly kind: DeadlineKind;
  readonly limit: TimeLimit;
  readonly startedAt: Date;
  readonly areaPath: string;
  readonly category: string | null;
  readonly playbookId?: string | null;
  /** Whose turn it is; they are told of reminders and of the miss. */
  readonly holderIds?: readonly string[];
  /** When to remind, as parts of its own time. */
  readonly remindAt?: readonly number[];
  /** Of a supervision order's answer: the missed promise and the rung that opened it; missing the answer climbs on. */
  readonly root?: { readonly deadlineId: string; readonly rung: number };
}

export interface StartedDeadline {
  readonly id: string;
  readonly dueAt: Date;
  readonly provisional: boolean;
  readonly why: string;
}

/** Deadlines of subjects other than orders' steps, for the features that own them; all within the caller's transaction. */
@Injectable()
export class DeadlinesService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly calendars: CalendarsService,
    private readonly repository: DeadlinesRepository,
    private readonly wakes: WakesService,
    private readonly notes: OrderNotes,
    private readonly hooks: FiringHooks,
  ) {}

  async start(tx: Transaction, cityId: number, starts: readonly DeadlineStart[]): Promise<StartedDeadline[]> {
    const { calendar } = await this.calendars.inForce(cityId);
    const begun = starts.map((start) => ({
      id: nextId(),
      start,
      deadline: startDeadline(start.limit, start.startedAt, calendar, {
        kind: start.kind,
        reminders: start.remindAt ?? [],
        scale: this.config.demoTimeScale,
        ...(start.root && { rootId: start.root.deadlineId, rung: start.root.rung }),
      }),
    }));
    await this.repository.insert(
      tx,
      begun.map(({ id, start, deadline }) => newRow(cityId, id, deadline, belongingOf(start), calendar)),
    );
    const orders = starts.flatMap(({ subject }) => (subject.type === 'order' ? [subject.id] : []));
    if (orders.length > 0) await this.repository.keepDueOf(tx, cityId, orders);
    this.wakes.soon(
      cityId,
      begun.map(({ deadline }) => deadline),
      calendar,
    );
    return begun.map(({ id, deadline: { dueAt, provisional, why } }) => ({ id, dueAt, provisional, why }));
  }

  /** Ends those of a subject that are still open; ended ones stay as they ended. */
  settle(
    tx: Transaction,
    cityId: number,
    subject: DeadlineStart['subject'],
    kinds: readonly DeadlineKind[],
    how: 'met' | 'cancelled',
    at: Date,
  ): Promise<void> {
    return this.change(tx, cityId, subject, kinds, (deadline) =>
      how === 'met' ? fulfilDeadline(deadline, at) : cancelDeadline(deadline, at),
    );
  }

  pause(
    tx: Transaction,
    cityId: number,
    subject: DeadlineStart['subject'],
    kinds: readonly DeadlineKind[],
    at: Date,
  ): Promise<void> {
    return this.change(tx, cityId, subject, kinds, (deadline) => pauseDeadline(deadline, at));
  }

  async resume(
    tx: Transaction,
    cityId: number,
    subject: DeadlineStart['subject'],
    kinds: readonly DeadlineKind[],
    at: Date,
  ): Promise<void> {
    const { calendar } = await this.calendars.inForce(cityId);
    return this.change(tx, cityId, subject, kinds, (deadline) => resumeDeadline(deadline, at, calendar));
  }

  private async change(
    tx: Transaction,
    cityId: number,
    subject: DeadlineStart['subject'],
    kinds: readonly DeadlineKind[],
    apply: (deadline: Deadline) => Deadline,
  ): Promise<void> {
    const { calendar } = await this.calendars.inForce(cityId);
    if (subject.type === 'order') await this.repository.lockOrder(tx, cityId, subject.id);
    const rows = await this.repository.unsettledOf(tx, cityId, subject.id, kinds);
    const changed = rows.flatMap((row) => {
      const deadline = toDeadline(row);
      const next = apply(deadline);
      return next === deadline ? [] : [{ row, next }];
    });
    await this.repository.update(
      tx,
      cityId,
      changed.map(({ row: { id, version }, next }) => ({ id, version, ...clockColumns(next, calendar) })),
    );
    if (subject.type === 'order') await this.repository.keepDueOf(tx, cityId, [subject.id]);
    const missed = changed.filter(({ row, next }) => row.state === 'running' && next.state === 'missed');
    if (missed.length > 0) await this.tellMissed(tx, cityId, missed);
  }

  /** The act came after the date but before a worker looked: missed all the same, with everything that follows. */
  private async tellMissed(
    tx: Transaction,
    cityId: number,
    missed: readonly { readonly row: DeadlineRow; readonly next: Deadline }[],
  ): Promise<void> {
    await this.notes.note(
      tx,
      cityId,
      missed
        .filter(({ row }) => isNoted(row))
        .map(({ row, next }) => ({
          orderId: row.order_id ?? '',
          type: 'deadline.missed',
          words: null,
          public: false,
          data: { kind: row.kind, dueAt: row.due_at },
          actorId: null,
          postId: null,
          postName: null,
          at: next.endedAt ?? row.due_at,
        })),
    );
    const news = missed.map(({ row }) => newsOf(row, row.rung, null, row.holder_ids, null));
    await tx.rows(outboxRows(deadlineMissed, cityId, news));
    const fired = missed.map(({ row }) => firedDeadline(row));
    await this.hooks.tell(tx, cityId, fired, []);
  }
}

const belongingOf = ({ subject, orderId, areaPath, category, playbookId, holderIds }: DeadlineStart): Belonging => ({
  subject,
  orderId,
  areaPath,
  category,
  playbookId: playbookId ?? null,
  holderIds: holderIds ?? [],
});
