import { shanghaiDay, startOfShanghaiDay } from '../kernel/shanghai-day.js';
import { yearOf } from './calendar-day.js';
import type { ClockKind } from './time-limit.js';
import type { WorkCalendar } from './work-calendar.js';
import { openSpans, workdayFrom, workYear, type OpenSpan } from './working-days.js';

/** Whether business is open at this moment; at closing time it no longer is. */
export function isWorking(at: Date, calendar: WorkCalendar): boolean {
  const { day, time } = split(at);
  return openSpans(day, calendar).some(({ from, to }) => from <= time && time < to);
}

/** The moment itself while business is open, otherwise when it opens next. */
export function nextOpening(at: Date, calendar: WorkCalendar): Date {
  const { day, time } = split(at);
  const today = openSpans(day, calendar).find(({ to }) => time < to);
  if (today) return moment(day, Math.max(time, today.from));
  const next = workdayFrom(day + 1, calendar);
  return moment(next, openSpans(next, calendar)[0]?.from ?? 0);
}

/**
 * The earliest moment at which `ms` of this kind of time have passed since `at`; it may be closing time, never a closed
 * moment. Working time of 0 ms leads from a closed moment to the next opening.
 * @throws RangeError for negative amounts, or when the calendar never opens
 */
export function addTime(at: Date, ms: number, clock: ClockKind, calendar: WorkCalendar): Date {
  if (!Number.isFinite(ms) || ms < 0) throw new RangeError(`Not an amount of time to add: ${ms}`);
  if (clock === 'natural') return new Date(at.getTime() + ms);
  if (ms === 0) return isClosing(at, calendar) ? at : nextOpening(at, calendar);
  let year = yearOf(shanghaiDay(at));
  let goal = sinceNewYear(at, calendar) + ms;
  for (;;) {
    const { firstDay, before } = workYear(year, calendar);
    const whole = before.at(-1) ?? 0;
    if (goal <= whole) {
      const index = firstReaching(before, goal) - 1;
      return moment(firstDay + index, within(openSpans(firstDay + index, calendar), goal - (before[index] ?? 0)));
    }
    if (whole === 0) workdayFrom(firstDay, calendar);
    goal -= whole;
    year += 1;
  }
}

/** Milliseconds of this kind of time between two moments; negative when `to` is before `from`. */
export function elapsed(from: Date, to: Date, clock: ClockKind, calendar: WorkCalendar): number {
  if (clock === 'natural') return to.getTime() - from.getTime();
  if (to < from) return 0 - elapsed(to, from, clock, calendar);
  let sum = sinceNewYear(to, calendar) - sinceNewYear(from, calendar);
  const last = yearOf(shanghaiDay(to));
  for (let year = yearOf(shanghaiDay(from)); year < last; year++) sum += workYear(year, calendar).before.at(-1) ?? 0;
  return sum;
}

/** Milliseconds of its own kind of time until a deadline is due; negative: overdue by so much. */
export function remaining(now: Date, dueAt: Date, clock: ClockKind, calendar: WorkCalendar): number {
  return elapsed(now, dueAt, clock, calendar);
}

function isClosing(at: Date, calendar: WorkCalendar): boolean {
  const end = new Date(at.getTime() - 1);
  return isWorking(end, calendar) && !isWorking(at, calendar);
}

function sinceNewYear(at: Date, calendar: WorkCalendar): number {
  const { day, time } = split(at);
  const { firstDay, before, spans } = workYear(yearOf(day), calendar);
  const index = day - firstDay;
  const today = (spans[index] ?? []).reduce((sum, { from, to }) => sum + Math.max(0, Math.min(time, to) - from), 0);
  return (before[index] ?? 0) + today;
}

/** The first index whose sum reaches the goal; sums never fall. */
function firstReaching(sums: readonly number[], goal: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) < goal) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The time of day at which so much of its opening time has passed. */
function within(spans: readonly OpenSpan[], ms: number): number {
  let left = ms;
  for (const { from, to } of spans) {
    if (left <= to - from) return from + left;
    left -= to - from;
  }
  throw new RangeError('The day is not open for so long');
}

function split(at: Date): { day: number; time: number } {
  const day = shanghaiDay(at);
  return { day, time: at.getTime() - startOfShanghaiDay(day).getTime() };
}

function moment(day: number, time: number): Date {
  return new Date(startOfShanghaiDay(day).getTime() + time);
}
