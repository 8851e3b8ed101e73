import type { TimeLimit } from '../time/time-limit.js';
import type { WorkCalendar } from '../time/work-calendar.js';
import { addTime, elapsed } from '../time/working-time.js';
import { extendClock, ownTime, pauseClock, replanClock, resumeClock, startClock, type DeadlineClock } from './clock.js';
import type { DeadlineKind, DeadlineState, PromiseKind } from './kinds.js';

/** A promise with a clock, before the store has given it an id. */
export interface NewDeadline extends DeadlineClock {
  readonly kind: DeadlineKind;
  /** Of a rung: the promise whose missing it climbed for. */
  readonly ofKind: PromiseKind | null;
  /** Of a rung its number from 1, of a supervision order's answer the rung that opened it; otherwise 0. */
  readonly rung: number;
  /** Id of the missed promise a rung or an answer belongs to. */
  readonly rootId: string | null;
  readonly state: DeadlineState;
  /** When to remind, as parts of its own time; and how many of these moments are behind. */
  readonly reminders: readonly number[];
  readonly reminded: number;
  /** When it was met, missed or cancelled. */
  readonly endedAt: Date | null;
  /** When the act came, also when it came too late. */
  readonly fulfilledAt: Date | null;
  /** From when on nothing is owed any more: met, cancelled, or missed and done after all. */
  readonly settledAt: Date | null;
}

export interface Deadline extends NewDeadline {
  readonly id: string;
  /** Grows by one with every change. */
  readonly version: number;
}

export interface StartOptions {
  readonly kind: DeadlineKind;
  readonly ofKind?: PromiseKind;
  readonly rung?: number;
  readonly rootId?: string;
  readonly reminders?: readonly number[];
  /** DEMO_TIME_SCALE. */
  readonly scale?: number;
}

export function startDeadline(
  limit: TimeLimit,
  startedAt: Date,
  calendar: WorkCalendar,
  { kind, ofKind, rung = 0, rootId, reminders = [], scale = 1 }: StartOptions,
): NewDeadline {
  return {
    ...startClock(limit, startedAt, calendar, scale),
    kind,
    ofKind: ofKind ?? null,
    rung,
    rootId: rootId ?? null,
    state: 'running',
    reminders,
    reminded: 0,
    endedAt: null,
    fulfilledAt: null,
    settledAt: null,
  };
}

/** The moments of its reminders, in order. They move with the date: a part of the promise's own time, pauses and extensions before it. */
export function reminderTimes(deadline: NewDeadline, calendar: WorkCalendar): Date[] {
  const own = ownTime(deadline);
  const { limit, startedAt, dueAt, scale = 1 } = deadline;
  const promised = elapsed(startedAt, startClock(limit, startedAt, calendar, scale).dueAt, own, calendar);
  const whole = elapsed(startedAt, dueAt, own, calendar);
  return deadline.reminders.map((part) => {
    const at = addTime(startedAt, Math.max(0, whole - (1 - part) * promised), own, calendar);
    return new Date(Math.ceil(at.getTime() / 1000) * 1000);
  });
}

/** When somebody must look at it next: its next reminder or its end; null while it stands still or is over. */
export function wakeAt(deadline: NewDeadline, calendar: WorkCalendar): Date | null {
  if (deadline.state !== 'running') return null;
  const next = reminderTimes(deadline, calendar)[deadline.reminded];
  return next && next < deadline.dueAt ? next : deadline.dueAt;
}

export const isFinal = ({ state }: Pick<NewDeadline, 'state'>): boolean => state !== 'running' && state !== 'paused';

/** Its time is up, whether or not a worker has looked at it since: one that stands still makes nobody punctual. */
export const isOverdue = ({ state, dueAt }: Pick<NewDeadline, 'state' | 'dueAt'>, at: Date): boolean =>
  state === 'running' && dueAt <= at;

/** The act came: in time it is met; after a miss the miss stays, but nothing is owed any more. */
export function fulfilDeadline<T extends NewDeadline>(deadline: T, at: Date): T {
  return deadline.settledAt ? deadline : { ...ended(deadline, 'met', at), fulfilledAt: at };
}

/** It no longer applies; a miss stays one. */
export function cancelDeadline<T extends NewDeadline>(deadline: T, at: Date): T {
  return deadline.settledAt ? deadline : ended(deadline, 'cancelled', at);
}

function ended<T extends NewDeadline>(deadline: T, how: 'met' | 'cancelled', at: Date): T {
  if (isFinal(deadline)) return { ...deadline, settledAt: at };
  const state = isOverdue(deadline, at) ? 'missed' : how;
  return { ...deadline, state, pausedAt: null, endedAt: at, settledAt: at };
}

/** Lets it stand still; what is overdue already is no longer saved by a pause. */
export function pauseDeadline<T extends NewDeadline>(deadline: T, at: Date): T {
  return deadline.state === 'running' && !isOverdue(deadline, at)
    ? { ...deadline, ...pauseClock(deadline, at), state: 'paused' }
    : deadline;
}

export function resumeDeadline<T extends NewDeadline>(deadline: T, at: Date, calendar: WorkCalendar): T {
  return deadline.state === 'paused'
    ? { ...deadline, ...resumeClock(deadline, at, calendar), state: 'running' }
    : deadline;
}

/** More time; reminders begin anew before the new date. Who may, and how often: `mayExtend`. */
export function lengthen<T extends NewDeadline>(
  deadline: T,
  by: TimeLimit,
  reason: string,
  now: Date,
  calendar: WorkCalendar,
): T {
  if (isFinal(deadline)) return deadline;
  return remindedUntil({ ...deadline, ...extendClock(deadline, by, reason, calendar) }, now, calendar);
}

/** The same promise by another calendar or another limit; pauses and extensions stay. */
export function replanDeadline<T extends NewDeadline>(
  deadline: T,
  limit: TimeLimit,
  now: Date,
  calendar: WorkCalendar,
): T {
  if (isFinal(deadline)) return deadline;
  return remindedUntil({ ...deadline, ...replanClock({ ...deadline, limit }, calendar) }, now, calendar);
}

/** A promise that was called kept or set aside, owed once more: since it began, and until the date it had. */
export function goOnDeadline(
  {
    kind,
    ofKind,
    rung,
    rootId,
    limit,
    startedAt,
    dueAt,
    reminders,
    adjustments,
    provisional,
    why,
    scale = 1,
  }: NewDeadline,
  now: Date,
  calendar: WorkCalendar,
): NewDeadline {
  const again = startDeadline(limit, startedAt, calendar, { kind, reminders, scale });
  return remindedUntil({ ...again, ofKind, rung, rootId, dueAt, adjustments, provisional, why }, now, calendar);
}

/** A missed promise that was settled, owed once more: the miss is the one that was told, and climbs on from where it was. */
export const oweAgain = (missed: Deadline): Deadline => ({ ...missed, fulfilledAt: null, settledAt: null });

/** A rung that was set aside with its promise has the time it had. */
export const climbAgain = (rung: Deadline, now: Date, calendar: WorkCalendar): Deadline =>
  remindedUntil({ ...oweAgain(rung), state: 'running', endedAt: null }, now, calendar);

/** While it stands still no reminder passes: the moments that lie before now move on with the date. */
function remindedUntil<T extends NewDeadline>(deadline: T, now: Date, calendar: WorkCalendar): T {
  const passed = deadline.pausedAt ?? now;
  return { ...deadline, reminded: reminderTimes(deadline, calendar).filter((at) => at <= passed).length };
}
