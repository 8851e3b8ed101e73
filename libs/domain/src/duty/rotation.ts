import { startOfShanghaiDay } from '../kernel/shanghai-day.js';
import { dayOf, yearOf } from '../time/calendar-day.js';
import { isAnnounced, type WorkCalendar } from '../time/work-calendar.js';
import { openSpans } from '../time/working-days.js';
import type { Shift } from './shift.js';

/** One shift of a day's plan, HH:MM in Shanghai. It runs into the next day when `to` is not after `from`. */
export interface ShiftTime {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** The shifts of one day, and who takes them: day after day the next line of the cycle, one person for each shift. */
export interface DayPlan {
  readonly times: readonly ShiftTime[];
  readonly cycle: readonly (readonly string[])[];
}

/**
 * How people take turns. Days off (weekends, holidays, by the city's calendar; a make-up workday is a workday) may have
 * other shifts and other people; their cycle counts days off only, so that nobody has every holiday.
 */
export interface Rotation {
  /** The day on which both cycles begin, YYYY-MM-DD. */
  readonly start: string;
  readonly workdays: DayPlan;
  /** Null: every day is like a workday. */
  readonly daysOff: DayPlan | null;
}

export interface PlannedShift extends Shift {
  readonly name: string;
}

export interface RotationMistake {
  /** Where, in the words of the input: `workdays.times.1`. */
  readonly field: string;
  readonly message: string;
}

export const MOST_SHIFTS_A_DAY = 12;
export const LONGEST_CYCLE_DAYS = 62;
/** As far as a plan is made in one go. */
export const LONGEST_PLAN_DAYS = 100;

const MINUTE = 60_000;
const DAY = 24 * 60;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What is wrong with a rotation; a right one covers every minute of every day exactly once. */
export function rotationMistakes({ start, workdays, daysOff }: Rotation): RotationMistake[] {
  const mistakes = [
    ...(plannable(start) === null
      ? [{ field: 'start', message: '开始日期应如 2026-02-14，在 2020 年到 2099 年之间' }]
      : []),
    ...planMistakes('workdays', workdays),
    ...(daysOff ? planMistakes('daysOff', daysOff) : []),
  ];
  if (mistakes.length === 0 && daysOff && daysOff.times[0]?.from !== workdays.times[0]?.from) {
    const message = '休息日第一班应与工作日第一班同时开始，否则交接的那天会重叠或空岗';
    return [{ field: 'daysOff.times.0', message }];
  }
  return mistakes;
}

function planMistakes(field: string, { times, cycle }: DayPlan): RotationMistake[] {
  const mistakes: RotationMistake[] = [];
  if (times.length < 1 || times.length > MOST_SHIFTS_A_DAY) {
    mistakes.push({ field: `${field}.times`, message: `每天应排 1 到 ${MOST_SHIFTS_A_DAY} 个班次` });
  }
  times.forEach(({ from, to }, index) => {
    const next = times[(index + 1) % times.length];
    if (!TIME.test(from) || !TIME.test(to)) {
      mistakes.push({ field: `${field}.times.${index}`, message: '班次时间应如 08:00' });
    } else if (next && next.from !== to) {
      mistakes.push({ field: `${field}.times.${index}`, message: '每一班结束时应接下一班，最后一班接回第一班' });
    }
  });
  if (mistakes.length === 0 && minutesOf(times).reduce((sum, minutes) => sum + minutes, 0) !== DAY) {
    mistakes.push({ field: `${field}.times`, message: '各班次合起来应正好 24 小时' });
  }
  if (cycle.length < 1 || cycle.length > LONGEST_CYCLE_DAYS) {
    mistakes.push({ field: `${field}.cycle`, message: `轮换周期应为 1 到 ${LONGEST_CYCLE_DAYS} 天` });
  }
  cycle.forEach((people, day) => {
    if (people.length !== times.length) {
      mistakes.push({ field: `${field}.cycle.${day}`, message: `这一天应排 ${times.length} 个人，每个班次一个` });
    }
  });
  return mistakes;
}

/**
 * The shifts that begin on the days from `first` to `last` (day numbers, inclusive), each beginning where the one
 * before it ends.
 */
export function planShifts(rotation: Rotation, first: number, last: number, calendar: WorkCalendar): PlannedShift[] {
  const turns = turnsBefore(rotation, first, calendar);
  const shifts: PlannedShift[] = [];
  for (let day = first; day <= last; day++) {
    const off = rotation.daysOff !== null && isDayOff(day, calendar);
    const plan = off && rotation.daysOff ? rotation.daysOff : rotation.workdays;
    shifts.push(...shiftsOf(plan, day, off ? turns.daysOff++ : turns.workdays++));
  }
  return shifts;
}

/** Years in the period whose days off are not announced yet: the plan may have to be made anew. */
export function provisionalYears(rotation: Rotation, first: number, last: number, calendar: WorkCalendar): number[] {
  if (rotation.daysOff === null) return [];
  const years = new Set([yearOf(first), yearOf(last)]);
  return [...years].filter((year) => !isAnnounced(year, calendar));
}

export const isDayOff = (day: number, calendar: WorkCalendar): boolean => openSpans(day, calendar).length === 0;

/** How many days of either kind passed since the start; negative before it, so that a cycle has no first day. */
function turnsBefore(
  { start, daysOff }: Rotation,
  first: number,
  calendar: WorkCalendar,
): Record<'workdays' | 'daysOff', number> {
  const anchor = dayOf(start) ?? first;
  if (daysOff === null) return { workdays: first - anchor, daysOff: 0 };
  const turns = { workdays: 0, daysOff: 0 };
  for (let day = Math.min(anchor, first); day < Math.max(anchor, first); day++) {
    turns[isDayOff(day, calendar) ? 'daysOff' : 'workdays'] += anchor <= first ? 1 : -1;
  }
  return turns;
}

function shiftsOf({ times, cycle }: DayPlan, day: number, turn: number): PlannedShift[] {
  const people = cycle[((turn % cycle.length) + cycle.length) % cycle.length] ?? [];
  const lengths = minutesOf(times);
  let from = startOfShanghaiDay(day).getTime() + minuteOf(times[0]?.from ?? '00:00') * MINUTE;
  return times.map(({ name }, index) => {
    const to = from + (lengths[index] ?? 0) * MINUTE;
    const shift = { name, personId: people[index] ?? '', from: new Date(from), to: new Date(to) };
    from = to;
    return shift;
  });
}

/** A single shift from 08:00 to 08:00 lasts the whole day. */
const minutesOf = (times: readonly ShiftTime[]): number[] =>
  times.map(({ from, to }) => ((minuteOf(to) - minuteOf(from) + DAY - 1) % DAY) + 1);

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** The number of a day that somebody may plan for. What lies further would be counted day by day to get there. */
const plannable = (date: string): number | null => (/^20[2-9]\d-/.test(date) ? dayOf(date) : null);

/** Whether a plan for these days can be made: real days, in order, not too many. */
export function planDays(from: string, to: string): { readonly first: number; readonly last: number } | null {
  const [first, last] = [plannable(from), plannable(to)];
  if (first === null || last === null || last < first || last - first >= LONGEST_PLAN_DAYS) return null;
  return { first, last };
}
