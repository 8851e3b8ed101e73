import { CHINA_HOLIDAYS } from './china-holidays.js';

/** Opening hours [from, to) as HH:MM in Shanghai; `to` may be 24:00. A break is the gap between two spans. */
export type WorkSpan = readonly [from: string, to: string];

/** Seven entries, Monday to Sunday; a closed day is empty. */
export type WorkWeek = readonly (readonly WorkSpan[])[];

/** Other hours for part of every year; both days MM-DD and inclusive, `from` after `to` runs over New Year. */
export interface WorkSeason {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly week: WorkWeek;
}

/** An administrator's word about one day; it stands above the official table. */
export interface DayOverride {
  readonly kind: 'work' | 'rest';
  readonly reason: string;
  /** Only for work; absent: the hours the day would have as a make-up workday. */
  readonly hours?: readonly WorkSpan[];
}

/**
 * When business is open, as plain data that can be stored with a city. A make-up workday (调休) on a day that is closed in
 * the week keeps the hours of the week's first open day. Treat it as immutable: what is derived from it is kept with the object.
 */
export interface WorkCalendar {
  /** Version of the official holiday table it was made with. */
  readonly tableVersion: string;
  readonly week: WorkWeek;
  readonly seasons: readonly WorkSeason[];
  /** By date, YYYY-MM-DD. */
  readonly days: Readonly<Record<string, DayOverride>>;
  /** Years whose official days the city has entered in `days` before the table knew them. */
  readonly announcedYears: readonly number[];
}

/** 08:30–12:00 and 14:00–17:30, Monday to Friday. */
export function defaultCalendar(): WorkCalendar {
  const open: readonly WorkSpan[] = [
    ['08:30', '12:00'],
    ['14:00', '17:30'],
  ];
  return {
    tableVersion: CHINA_HOLIDAYS.version,
    week: [open, open, open, open, open, [], []],
    seasons: [],
    days: {},
    announcedYears: [],
  };
}

/** A calendar with more (or other) words about single days, and perhaps with a year announced by them. */
export function withOverrides(
  calendar: WorkCalendar,
  days: WorkCalendar['days'],
  announcedYears: readonly number[] = [],
): WorkCalendar {
  return {
    ...calendar,
    days: { ...calendar.days, ...days },
    announcedYears: [...new Set([...calendar.announcedYears, ...announcedYears])].sort((a, b) => a - b),
  };
}

/** Whether a year's official arrangement is known; until then its working days are provisional. */
export function isAnnounced(year: number, calendar: WorkCalendar): boolean {
  return String(year) in CHINA_HOLIDAYS.years || calendar.announcedYears.includes(year);
}
