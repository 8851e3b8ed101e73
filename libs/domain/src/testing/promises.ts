import type { Deadline, NewDeadline } from '../deadlines/deadline.js';
import { wakeAt, startDeadline } from '../deadlines/deadline.js';
import { type Firing, fireDeadline } from '../deadlines/fire.js';
import type { PromiseKind } from '../deadlines/kinds.js';
import { type DeadlineChanges, moveDeadlines, type OrderStep } from '../deadlines/order-deadlines.js';
import { type CategoryPolicy, DEFAULT_POLICY } from '../orders/policy.js';
import { defaultCalendar, type WorkCalendar } from '../time/work-calendar.js';

/** Something that happened to a deadline because time passed. */
export interface Happening {
  readonly at: Date;
  readonly what: Exclude<Firing['type'], 'nothing'>;
  readonly before: Deadline;
  readonly firing: Firing;
}

export const CALENDAR = defaultCalendar();

/** The deadlines of one order in memory, kept as a store keeps them: steps are followed, and what is due fires. */
export class Promises {
  all: readonly Deadline[] = [];
  readonly happened: Happening[] = [];
  private readonly climbed = new Set<string>();
  private lastId = 0;

  constructor(
    private readonly policy: CategoryPolicy = DEFAULT_POLICY,
    private readonly calendar: WorkCalendar = CALENDAR,
    private readonly scale = 1,
  ) {}

  get unsettled(): readonly Deadline[] {
    return this.all.filter(({ settledAt }) => settledAt === null);
  }

  /** The newest of a kind. */
  of(kind: Deadline['kind']): Deadline {
    const found = this.all.filter((deadline) => deadline.kind === kind).at(-1);
    if (!found) throw new Error(`No ${kind}`);
    return found;
  }

  step(step: OrderStep): DeadlineChanges {
    const changes = moveDeadlines(step, this.all, this.policy, this.calendar, this.scale);
    changes.changed.forEach((deadline) => {
      this.replace(deadline);
    });
    changes.started.forEach((deadline) => {
      this.add(deadline);
    });
    return changes;
  }

  add(deadline: NewDeadline): void {
    this.all = [...this.all, { ...deadline, id: String(++this.lastId), version: 1 }];
  }

  replace(deadline: Deadline): void {
    this.all = this.all.map((each) =>
      each.id === deadline.id ? { ...deadline, version: deadline.version + 1 } : each,
    );
  }

  /** Fires what is due next, at its moment, until nothing is left that wakes before the given end. */
  letTimePass(until: Date): void {
    for (;;) {
      const next = this.next();
      if (!next || next.at > until) return;
      this.fire(next.deadline, next.at);
    }
  }

  /** What a worker does that looks at everything now, the oldest first: also after it stood still for long. */
  catchUp(now: Date): void {
    for (;;) {
      const next = this.next();
      if (!next || next.at > now) return;
      this.fire(next.deadline, now);
    }
  }

  fire(before: Deadline, at: Date): Firing {
    const root = this.all.find(({ id }) => id === before.rootId);
    const firing = fireDeadline(before, at, this.calendar, {
      ladder: this.policy.ladder,
      rootSettled: (root?.settledAt ?? null) !== null,
      rootKind: (root?.kind ?? null) as PromiseKind | null,
      scale: this.scale,
    });
    if (firing.type === 'nothing') return firing;
    this.happened.push({ at, what: firing.type, before, firing });
    this.replace(firing.deadline);
    if (firing.type === 'missed' && firing.climb) this.climb(firing.climb, at);
    return firing;
  }

  private climb({ rootId, rung, to, deadline }: NonNullable<(Firing & { type: 'missed' })['climb']>, at: Date): void {
    const key = `${rootId} ${rung}`;
    if (this.climbed.has(key)) return;
    this.climbed.add(key);
    this.add(deadline);
    if (!to.supervise) return;
    this.add(startDeadline(to.supervise, at, this.calendar, { kind: 'answer', rung, rootId, scale: this.scale }));
  }

  private next(): { at: Date; deadline: Deadline } | null {
    const waking = this.all.flatMap((deadline) => {
      const at = wakeAt(deadline, this.calendar);
      return at ? [{ at, deadline }] : [];
    });
    return waking.reduce<{ at: Date; deadline: Deadline } | null>(
      (first, each) => (first && first.at <= each.at ? first : each),
      null,
    );
  }
}
