import type { WorkCalendar } from '../time/work-calendar.js';
import { type Deadline, isFinal, reminderTimes, startDeadline, type NewDeadline } from './deadline.js';
import type { PromiseKind } from './kinds.js';
import { type Rung, rungAfter } from './ladder.js';

/** The next office told of a miss, and the time it has. */
export interface Climb {
  /** From 1. */
  readonly rung: number;
  readonly to: Rung;
  /** The promise that was missed: the deadline itself, or the one its rung belongs to. */
  readonly rootId: string;
  readonly kind: PromiseKind;
  /** The rung's own deadline. */
  readonly deadline: NewDeadline;
}

/** What the passing of time does to a deadline now. */
export type Firing =
  | { readonly type: 'nothing' }
  | { readonly type: 'reminded'; readonly deadline: Deadline; readonly number: number }
  | { readonly type: 'missed'; readonly deadline: Deadline; readonly climb: Climb | null };

export interface FiringFacts {
  readonly ladder: readonly Rung[];
  /** Of a rung or an answer: whether the promise behind it is kept by now, so that nobody need be told any more. */
  readonly rootSettled: boolean;
  readonly rootKind: PromiseKind | null;
  readonly scale?: number;
}

/**
 * Looks at a deadline at a moment. Missed is final; a reminder is told once, the latest one only when several moments have
 * passed (a worker that stood still); after the end no reminder is told any more.
 */
export function fireDeadline(deadline: Deadline, now: Date, calendar: WorkCalendar, facts: FiringFacts): Firing {
  if (isFinal(deadline) || deadline.state === 'paused') return { type: 'nothing' };
  if (deadline.dueAt <= now) {
    const missed: Deadline = {
      ...deadline,
      state: 'missed',
      endedAt: now,
      // Nobody owes an act after the resident's own window, and after a rung only the promise behind it is owed.
      settledAt: deadline.kind === 'rate' || deadline.kind === 'rung' ? now : null,
    };
    return { type: 'missed', deadline: missed, climb: climbOf(deadline, now, calendar, facts) };
  }
  const passed = reminderTimes(deadline, calendar).filter((at) => at <= now).length;
  if (passed <= deadline.reminded) return { type: 'nothing' };
  return { type: 'reminded', deadline: { ...deadline, reminded: passed }, number: passed };
}

function climbOf(
  deadline: Deadline,
  now: Date,
  calendar: WorkCalendar,
  { ladder, rootSettled, rootKind, scale = 1 }: FiringFacts,
): Climb | null {
  const kind = climbsAs(deadline, rootKind);
  const rootId = deadline.rootId ?? deadline.id;
  if (kind === null || (deadline.rootId !== null && rootSettled)) return null;
  const to = rungAfter(ladder, deadline.rung);
  if (!to) return null;
  const rung = deadline.rung + 1;
  return {
    rung,
    to,
    rootId,
    kind,
    deadline: startDeadline(to.within, now, calendar, {
      kind: 'rung',
      ofKind: kind,
      rung,
      rootId,
      reminders: [0.75],
      scale,
    }),
  };
}

/** For which promise a miss climbs; null for one that climbs no ladder. */
function climbsAs({ kind, ofKind }: Deadline, rootKind: PromiseKind | null): PromiseKind | null {
  switch (kind) {
    case 'reply':
    case 'accept':
    case 'claim':
    case 'finish':
    case 'total':
      return kind;
    case 'rung':
      return ofKind;
    case 'answer':
      return rootKind;
    case 'rate':
    case 'ruling':
    case 'step':
      return null;
  }
}
