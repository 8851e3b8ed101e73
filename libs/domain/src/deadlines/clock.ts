import { deriveDue, limitWords, upToSecond } from '../time/derive-due.js';
import { endTime, spanWords } from '../time/format.js';
import { lastDayOf } from '../time/calendar-day.js';
import { provisionalWords, type TimePlan } from '../time/plan-time.js';
import { shanghaiDay } from '../kernel/shanghai-day.js';
import { unannouncedYears } from '../time/special-days.js';
import { clockOf, type ClockKind, type TimeLimit } from '../time/time-limit.js';
import type { WorkCalendar } from '../time/work-calendar.js';
import { addTime, elapsed } from '../time/working-time.js';

/** What has moved a deadline after it was promised, in the order it happened. */
export type Adjustment =
  | { readonly type: 'pause'; readonly from: Date; readonly to: Date }
  | { readonly type: 'extension'; readonly by: TimeLimit; readonly reason: string };

/** A running or paused promise. The due date always follows from the limit, the start and the adjustments. */
export interface DeadlineClock {
  readonly limit: TimeLimit;
  readonly startedAt: Date;
  readonly dueAt: Date;
  /** While it stands still; `dueAt` is then the date it had when it was paused. */
  readonly pausedAt: Date | null;
  readonly adjustments: readonly Adjustment[];
  readonly provisional: boolean;
  readonly why: string;
  /** DEMO_TIME_SCALE it was promised under; absent or 1 outside demonstrations. */
  readonly scale?: number;
}

/** In place of a reason whose order's person had their data deleted. */
const ERASED = '原因已删除';

export function startClock(limit: TimeLimit, startedAt: Date, calendar: WorkCalendar, scale = 1): DeadlineClock {
  return replanClock(
    { limit, startedAt, dueAt: startedAt, pausedAt: null, adjustments: [], provisional: false, why: '', scale },
    calendar,
  );
}

/** Stops the clock; one that stands still already keeps the earlier moment. */
export function pauseClock(clock: DeadlineClock, at: Date): DeadlineClock {
  return clock.pausedAt ? clock : { ...clock, pausedAt: later(at, clock.startedAt) };
}

/** Lets the clock run again: the due date moves by as much of the deadline's own kind of time as the pause took. */
export function resumeClock(clock: DeadlineClock, at: Date, calendar: WorkCalendar): DeadlineClock {
  const from = clock.pausedAt;
  if (!from) return clock;
  const adjustments = [...clock.adjustments, { type: 'pause', from, to: later(at, from) } as const];
  return replanClock({ ...clock, pausedAt: null, adjustments }, calendar);
}

/** Gives more time, counted on from the old due date; the reason is kept. Who may, and how often, is policy. */
export function extendClock(
  clock: DeadlineClock,
  by: TimeLimit,
  reason: string,
  calendar: WorkCalendar,
): DeadlineClock {
  return replanClock({ ...clock, adjustments: [...clock.adjustments, { type: 'extension', by, reason }] }, calendar);
}

/** The same promise by another calendar, e.g. once a year's days off are announced; pauses and extensions stay. */
export function replanClock(clock: DeadlineClock, calendar: WorkCalendar): DeadlineClock {
  const { limit, startedAt, adjustments, scale = 1 } = clock;
  const first = deriveDue(startedAt, limit, calendar, scale);
  const years = new Set(first.unannounced);
  const own = ownTime(clock);
  let due = first.dueAt;
  for (const adjustment of adjustments) {
    if (adjustment.type === 'pause') {
      due = addTime(due, elapsed(adjustment.from, adjustment.to, own, calendar), own, calendar);
    } else {
      const more = deriveDue(countedOnFrom(due, adjustment.by), adjustment.by, calendar, scale);
      // An extension in natural hours may end at night; a deadline in working time never does.
      due = addTime(more.dueAt, 0, own, calendar);
      for (const year of more.unannounced) years.add(year);
    }
  }
  due = upToSecond(due.getTime());
  const counted = own === 'working' ? unannouncedYears(shanghaiDay(startedAt), lastDayOf(due), calendar) : [];
  for (const year of counted) years.add(year);
  const why = [first.words, ...adjustmentWords(clock, calendar), adjustments.length > 0 ? `至${endTime(due)}` : ''];
  return {
    ...clock,
    dueAt: due,
    provisional: years.size > 0,
    why: why.filter(Boolean).join('，') + provisionalWords([...years].sort((a, b) => a - b)),
  };
}

/** The same date without the words of those who moved it. */
export function withoutReasons<T extends DeadlineClock>(clock: T): T {
  const reasons = clock.adjustments.flatMap((each) => (each.type === 'extension' ? [each.reason] : []));
  return {
    ...clock,
    adjustments: clock.adjustments.map((each) => (each.type === 'extension' ? { ...each, reason: ERASED } : each)),
    why: reasons.reduce((why, reason) => why.replace(`（${reason}）`, () => `（${ERASED}）`), clock.why),
  };
}

/** The date there would be if a paused clock ran again at `until`, e.g. "what if this lasts until Friday". */
export function ifPausedUntil(clock: DeadlineClock, until: Date, calendar: WorkCalendar): TimePlan {
  return resumeClock(clock, until, calendar);
}

/** The kind of time a deadline counts in. */
export function ownTime({ limit, scale = 1 }: Pick<DeadlineClock, 'limit' | 'scale'>): ClockKind {
  return scale > 1 ? 'natural' : clockOf(limit);
}

/** A date that ends a day at 24:00 belongs to that day: the next day is the first one of an extension. */
function countedOnFrom(due: Date, { unit }: TimeLimit): Date {
  return unit === 'days' || unit === 'workdays' ? new Date(due.getTime() - 1) : due;
}

function adjustmentWords(clock: DeadlineClock, calendar: WorkCalendar): string[] {
  const own = ownTime(clock);
  const pauses = clock.adjustments.filter((adjustment) => adjustment.type === 'pause');
  const paused = pauses.reduce((sum, { from, to }) => sum + elapsed(from, to, own, calendar), 0);
  const times = pauses.length > 1 ? `${pauses.length}次共` : '';
  return [
    pauses.length > 0 ? `暂停${times}${own === 'working' ? '工作时间' : ''}${spanWords(paused, own)}` : '',
    ...clock.adjustments.map((adjustment) =>
      adjustment.type === 'extension' ? `延长${limitWords(adjustment.by)}（${adjustment.reason}）` : '',
    ),
  ];
}

function later(a: Date, b: Date): Date {
  return a < b ? b : a;
}
