import {
  type Deadline,
  fireDeadline,
  moveDeadlines,
  nearestDue,
  type NewDeadline,
  type Order,
  type OrderStep,
  PROMISE_KINDS,
  type CategoryPolicy,
  wakeAt,
  type WorkCalendar,
} from '@linshao/domain';
import { newRow } from '../deadlines/deadline-row.js';
import type { Escalation } from '../deadlines/firing-hooks.service.js';

/** Something the clock did to an order, to be written into its history. */
export interface ClockNote {
  readonly type: 'deadline.reminded' | 'deadline.missed' | 'deadline.escalated';
  readonly at: Date;
  readonly data: object;
}

interface Watched {
  order: Order;
  deadlines: Deadline[];
}

export interface DemoClockOptions {
  readonly cityId: number;
  readonly playbookId: string;
  readonly calendar: WorkCalendar;
  readonly policyOf: (category: string) => CategoryPolicy;
  readonly idAt: (at: Date) => string;
  readonly note: (order: Order, note: ClockNote) => void;
  /** Who holds an office of the ladder, and where. */
  readonly officeOf: (role: Escalation['role'], order: Order) => { holderIds: readonly string[]; areaPath: string };
}

/** Lets the demo's past run by its clock: between two steps of an order everything fires that was due by then. */
export class DemoClock {
  private readonly watched = new Map<string, Watched>();
  private readonly climbed: Escalation[] = [];

  constructor(private readonly options: DemoClockOptions) {}

  step(order: Order, step: Omit<OrderStep, 'after'>): void {
    const { calendar, policyOf } = this.options;
    const watched = this.watched.get(order.id) ?? { order, deadlines: [] };
    this.watched.set(order.id, watched);
    this.pass(watched, step.now);
    watched.order = order;
    const { started, changed } = moveDeadlines(
      { ...step, after: order },
      watched.deadlines,
      policyOf(order.category),
      calendar,
    );
    for (const next of changed) this.put(watched, next);
    for (const begun of started) this.begin(watched, begun);
  }

  /** What happened to everything that is still open until now. */
  passAll(now: Date): void {
    for (const watched of this.watched.values()) this.pass(watched, now);
  }

  dueOf(orderId: string): Date | null {
    return nearestDue(this.watched.get(orderId)?.deadlines ?? []);
  }

  get deadlineRows(): object[] {
    const { cityId, playbookId, calendar } = this.options;
    return [...this.watched.values()].flatMap(({ order, deadlines }) =>
      deadlines.map((deadline) => ({
        ...newRow(
          cityId,
          deadline.id,
          deadline,
          {
            subject: { type: 'order', id: order.id },
            orderId: order.id,
            areaPath: order.areaPath,
            category: order.category,
            playbookId,
          },
          calendar,
        ),
        version: deadline.version,
      })),
    );
  }

  get escalations(): readonly Escalation[] {
    return this.climbed;
  }

  /** Escalations whose promise is still owed. */
  get openEscalations(): readonly Escalation[] {
    const open = new Set(
      [...this.watched.values()].flatMap(({ deadlines }) =>
        deadlines.filter(({ settledAt }) => settledAt === null).map(({ id }) => id),
      ),
    );
    return this.climbed.filter(({ deadlineId }) => open.has(deadlineId));
  }

  private pass(watched: Watched, until: Date): void {
    const { calendar } = this.options;
    for (;;) {
      const next = watched.deadlines
        .flatMap((deadline) => {
          const at = wakeAt(deadline, calendar);
          return at && at <= until ? [{ deadline, at }] : [];
        })
        .sort((a, b) => a.at.getTime() - b.at.getTime())[0];
      if (!next) return;
      this.fire(watched, next.deadline, next.at);
    }
  }

  private fire(watched: Watched, deadline: Deadline, at: Date): void {
    const { calendar, policyOf, note } = this.options;
    const { order } = watched;
    const root = watched.deadlines.find(({ id }) => id === deadline.rootId);
    const firing = fireDeadline(deadline, at, calendar, {
      ladder: policyOf(order.category).ladder,
      rootSettled: root ? root.settledAt !== null : false,
      rootKind: PROMISE_KINDS.find((kind) => kind === root?.kind) ?? null,
    });
    if (firing.type === 'nothing') throw new Error(`${order.number}: a wake-up without reason`);
    this.put(watched, firing.deadline);
    const { kind, dueAt } = deadline;
    if (firing.type === 'reminded') {
      note(order, { type: 'deadline.reminded', at, data: { kind, dueAt, number: firing.number } });
      return;
    }
    if (kind !== 'rung' && kind !== 'rate') note(order, { type: 'deadline.missed', at, data: { kind, dueAt } });
    if (!firing.climb) return;
    const { rung, to, rootId, kind: missed } = firing.climb;
    if (this.climbed.some((each) => each.deadlineId === rootId && each.rung === rung)) return;
    this.begin(watched, firing.climb.deadline);
    const { holderIds, areaPath } = this.options.officeOf(to.role, order);
    note(order, { type: 'deadline.escalated', at, data: { kind: missed, rung, role: to.role, vacant: false } });
    this.climbed.push({
      id: this.options.idAt(at),
      deadlineId: rootId,
      kind: missed,
      orderId: order.id,
      rung,
      role: to.role,
      areaPath,
      holderIds,
      vacant: holderIds.length === 0,
      answerWithin: to.supervise ?? null,
      at,
    });
  }

  private begin(watched: Watched, deadline: NewDeadline): void {
    watched.deadlines.push({ ...deadline, id: this.options.idAt(deadline.startedAt), version: 1 });
  }

  private put(watched: Watched, next: Deadline): void {
    watched.deadlines = watched.deadlines.map((deadline) =>
      deadline.id === next.id ? { ...next, version: deadline.version + 1 } : deadline,
    );
  }
}
