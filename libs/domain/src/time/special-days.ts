import { yearOf, dateOf } from './calendar-day.js';
import { monthDay } from './format.js';
import { officialDays } from './official-days.js';
import { isAnnounced, type WorkCalendar } from './work-calendar.js';

/** More would hide the date the sentence is about. */
const MOST = 6;

interface Run {
  readonly first: number;
  readonly last: number;
  readonly what: string;
}

/** What makes the days from `first` to `last` differ from ordinary weeks, for a person: "2月14日为调休上班日，2月15日至23日放假". */
export function specialDays(first: number, last: number, calendar: WorkCalendar): string {
  const runs: Run[] = [];
  for (let day = first; day <= last; day++) {
    const what = difference(day, calendar);
    const run = runs.at(-1);
    if (what && run?.last === day - 1 && run.what === what) runs[runs.length - 1] = { ...run, last: day };
    else if (what) runs.push({ first: day, last: day, what });
  }
  const words = runs.slice(0, MOST).map((run) => `${interval(run)}${run.what}`);
  return words.join('，') + (runs.length > MOST ? '等' : '');
}

/** The years from one day's to another's whose arrangement is not announced. */
export function unannouncedYears(first: number, last: number, calendar: WorkCalendar): number[] {
  const from = yearOf(first);
  const years = Array.from({ length: Math.max(0, yearOf(last) - from + 1) }, (_, index) => from + index);
  return years.filter((year) => !isAnnounced(year, calendar));
}

function difference(day: number, calendar: WorkCalendar): string | null {
  const override = calendar.days[dateOf(day)];
  if (override) return `因${override.reason}${override.kind === 'rest' ? '放假' : '上班'}`;
  const official = officialDays(yearOf(day)).get(day);
  if (!official) return null;
  return official === 'rest' ? '放假' : '为调休上班日';
}

function interval({ first, last }: Run): string {
  if (first === last) return monthDay(first);
  const end = monthDay(last);
  const sameMonth = dateOf(first).slice(0, 7) === dateOf(last).slice(0, 7);
  return `${monthDay(first)}至${sameMonth ? end.slice(end.indexOf('月') + 1) : end}`;
}
