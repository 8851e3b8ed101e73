import { dateOf, dayOf, weekdayOf, yearOf } from './calendar-day.js';
import { officialDays, type OfficialDay } from './official-days.js';
import type { WorkCalendar, WorkSpan, WorkWeek } from './work-calendar.js';

/** Opening time within a day, [from, to), in milliseconds after 00:00. */
export interface OpenSpan {
  readonly from: number;
  readonly to: number;
}

interface WorkYear {
  readonly firstDay: number;
  readonly spans: readonly (readonly OpenSpan[])[];
  /** Working milliseconds of the year before each of its days; one entry more than days: the whole year. */
  readonly before: readonly number[];
}

/** Derived once per calendar object and year: sums over months then cost two look-ups. */
const derived = new WeakMap<WorkCalendar, Map<number, WorkYear>>();

export function workYear(year: number, calendar: WorkCalendar): WorkYear {
  const years = derived.get(calendar) ?? new Map<number, WorkYear>();
  const known = years.get(year);
  if (known) return known;
  const made = makeYear(year, calendar);
  derived.set(calendar, years.set(year, made));
  return made;
}

/** When business is open on a day; empty on a day that is no working day. */
export function openSpans(day: number, calendar: WorkCalendar): readonly OpenSpan[] {
  const { firstDay, spans } = workYear(yearOf(day), calendar);
  return spans[day - firstDay] ?? [];
}

/** The first day from the given one on with any opening time. */
export function workdayFrom(day: number, calendar: WorkCalendar): number {
  for (let next = day; next < day + LONGEST_BREAK; next++) if (openSpans(next, calendar).length > 0) return next;
  throw new RangeError(`The working calendar has no opening time within ${LONGEST_BREAK} days of ${dateOf(day)}`);
}

const LONGEST_BREAK = 1000;

function makeYear(year: number, calendar: WorkCalendar): WorkYear {
  const firstDay = dayOf(`${year}-01-01`) ?? 0;
  const length = (dayOf(`${year + 1}-01-01`) ?? 0) - firstDay;
  const official = officialDays(year);
  const parse = parser();
  const spans = Array.from({ length }, (_, index) =>
    parse(hoursOf(firstDay + index, calendar, official.get(firstDay + index))),
  );
  const before = [0];
  for (const day of spans) before.push((before.at(-1) ?? 0) + day.reduce((sum, { from, to }) => sum + to - from, 0));
  return { firstDay, spans, before };
}

function hoursOf(day: number, calendar: WorkCalendar, official: OfficialDay | undefined): readonly WorkSpan[] {
  const date = dateOf(day);
  const override = calendar.days[date];
  const kind = override?.kind ?? official;
  if (kind === 'rest') return [];
  if (override?.hours) return override.hours;
  const week = weekOf(date.slice(5), calendar);
  const hours = week[weekdayOf(day)] ?? [];
  return kind === 'work' && hours.length === 0 ? (week.find((open) => open.length > 0) ?? []) : hours;
}

function weekOf(monthDay: string, { week, seasons }: WorkCalendar): WorkWeek {
  const season = seasons.find(({ from, to }) =>
    from <= to ? from <= monthDay && monthDay <= to : from <= monthDay || monthDay <= to,
  );
  return season?.week ?? week;
}

/** A year has a handful of different days: each is parsed once. */
function parser(): (hours: readonly WorkSpan[]) => readonly OpenSpan[] {
  const parsed = new Map<readonly WorkSpan[], readonly OpenSpan[]>();
  return (hours) => {
    const known = parsed.get(hours) ?? hours.map(([from, to]) => ({ from: msOfDay(from), to: msOfDay(to) }));
    parsed.set(hours, known);
    return known;
  };
}

function msOfDay(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * 60_000;
}
