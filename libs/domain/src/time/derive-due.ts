import { endOfDaysWindow, shanghaiDay, startOfShanghaiDay } from '../kernel/shanghai-day.js';
import { lastDayOf } from './calendar-day.js';
import { endTime, monthDay, monthDayTime, spanWords } from './format.js';
import { specialDays, unannouncedYears } from './special-days.js';
import type { TimeLimit } from './time-limit.js';
import type { WorkCalendar } from './work-calendar.js';
import { openSpans, workdayFrom } from './working-days.js';
import { addTime, nextOpening } from './working-time.js';

const MS = { minutes: 60_000, hours: 3_600_000, days: 86_400_000, workdays: 86_400_000 } as const;
/** No promise runs longer than ten years; what asks for more is a mistake, and would be counted day by day. */
const LONGEST = 3660 * MS.days;

/** A due date and what it rests on, before the sentences about provisional years are put to it. */
export interface DerivedDue {
  readonly dueAt: Date;
  readonly words: string;
  readonly unannounced: readonly number[];
}

/**
 * Counts a limit from a moment. Hours and minutes run from that moment; of days, the starting one does not count (Civil
 * Code art. 201); the last one ends at 24:00, where there are business hours at closing time, and when it is a day off
 * the next working day is the last (art. 203).
 * @throws RangeError when the amount is no amount
 */
export function deriveDue(start: Date, limit: TimeLimit, calendar: WorkCalendar, scale: number): DerivedDue {
  const { amount, unit, clock } = limit;
  if (!isCountable(limit)) throw new RangeError(`Not a time limit: ${amount} ${unit}`);
  if (scale > 1) return atDemoSpeed(start, limit, scale);
  switch (unit) {
    case 'minutes':
    case 'hours':
      return clock === 'natural'
        ? { dueAt: upToSecond(start.getTime() + amount * MS[unit]), words: fromMoment(start, limit), unannounced: [] }
        : workingHours(start, limit, calendar);
    case 'days':
      return naturalDays(start, amount, calendar);
    case 'workdays':
      return workdays(start, amount, calendar);
  }
}

/** Whether the clock can count it: more than nothing, days whole, and no longer than ten years. */
export function isCountable({ amount, unit }: TimeLimit): boolean {
  const whole = unit === 'minutes' || unit === 'hours' || Number.isInteger(amount);
  return amount > 0 && amount * MS[unit] <= LONGEST && whole;
}

/** A deadline has whole seconds; nobody loses a part of one. */
export function upToSecond(ms: number): Date {
  return new Date(Math.ceil(ms / 1000) * 1000);
}

/** 60分钟（自然时间）, 4小时工作时间, 7天, 3个工作日. */
export function limitWords({ amount, unit, clock }: TimeLimit): string {
  const kind = clock === 'natural' ? '（自然时间）' : '工作时间';
  switch (unit) {
    case 'minutes':
      return `${amount}分钟${kind}`;
    case 'hours':
      return `${amount}小时${kind}`;
    case 'days':
      return `${amount}天`;
    case 'workdays':
      return `${amount}个工作日`;
  }
}

/** In a demonstration every clock runs day and night, a workday being 24 hours: otherwise a night would stop the show. */
function atDemoSpeed(start: Date, limit: TimeLimit, scale: number): DerivedDue {
  const span = (limit.amount * MS[limit.unit]) / scale;
  const rule = `演示加速${scale}倍，不分昼夜连续计时，实为${spanWords(span)}`;
  return { dueAt: upToSecond(start.getTime() + span), words: `${fromMoment(start, limit)}，${rule}`, unannounced: [] };
}

function workingHours(start: Date, limit: TimeLimit, calendar: WorkCalendar): DerivedDue {
  const exact = addTime(start, limit.amount * MS[limit.unit], 'working', calendar);
  const opening = nextOpening(start, calendar);
  const days = [shanghaiDay(start), lastDayOf(exact)] as const;
  const notes = [
    opening > start ? `从${monthDayTime(opening, start)}上班时算起` : '',
    specialDays(...days, calendar),
  ].filter(Boolean);
  return {
    dueAt: upToSecond(exact.getTime()),
    words: `${fromMoment(start, limit)}${inBrackets(notes.join('，'))}`,
    unannounced: unannouncedYears(...days, calendar),
  };
}

function naturalDays(start: Date, amount: number, calendar: WorkCalendar): DerivedDue {
  const first = shanghaiDay(start);
  const last = first + amount;
  const due = workdayFrom(last, calendar);
  const moved = `，${monthDay(last, start)}为休息日，顺延至${endTime(endOfDaysWindow(start, due - first), start)}`;
  return {
    dueAt: endOfDaysWindow(start, due - first),
    words:
      `自${monthDay(first)}起第${amount}日24:00` +
      (due > last ? `${moved}${inBrackets(specialDays(last, due, calendar))}` : ''),
    unannounced: unannouncedYears(last, due, calendar),
  };
}

function workdays(start: Date, amount: number, calendar: WorkCalendar): DerivedDue {
  const first = shanghaiDay(start);
  let last = first;
  for (let count = 0; count < amount; count++) last = workdayFrom(last + 1, calendar);
  const closing = openSpans(last, calendar).at(-1)?.to ?? 0;
  return {
    dueAt: new Date(startOfShanghaiDay(last).getTime() + closing),
    words: `自${monthDay(first)}起第${amount}个工作日下班时${inBrackets(specialDays(first + 1, last, calendar))}`,
    unannounced: unannouncedYears(first, last, calendar),
  };
}

function fromMoment(start: Date, limit: TimeLimit): string {
  return `自${monthDayTime(start)}起${limitWords(limit)}`;
}

function inBrackets(notes: string): string {
  return notes && `（${notes}）`;
}
