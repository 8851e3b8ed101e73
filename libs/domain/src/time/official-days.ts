import { dayOf } from './calendar-day.js';
import { CHINA_HOLIDAYS } from './china-holidays.js';

export type OfficialDay = 'rest' | 'work';

/** The holidays of the law that keep their date: New Year's Day, two days of May, three of October. */
const FIXED = ['01-01', '05-01/05-02', '10-01/10-03'];
/** Spring Festival by the law as of 2025: New Year's Eve and the first three days of the lunar year. */
const SPRING_FESTIVAL = [-1, 0, 1, 2];

const years = new Map<number, ReadonlyMap<number, OfficialDay>>();

/**
 * What the official table says of the days of a year it mentions, by day number. A year that is not announced has only
 * the days the law itself fixes; the days off that are moved around them are not known yet.
 */
export function officialDays(year: number): ReadonlyMap<number, OfficialDay> {
  const known = years.get(year);
  if (known) return known;
  const days = new Map<number, OfficialDay>();
  const announced = CHINA_HOLIDAYS.years[year];
  for (const day of announced ? expand(year, announced.rest) : statutoryDays(year)) days.set(day, 'rest');
  for (const day of announced ? expand(year, announced.work) : []) days.set(day, 'work');
  years.set(year, days);
  return days;
}

function statutoryDays(year: number): number[] {
  const movable = CHINA_HOLIDAYS.statutory[year];
  if (!movable) return expand(year, FIXED);
  const { newYear, qingming, dragonBoat, midAutumn } = movable;
  return [
    ...expand(year, [...FIXED, qingming, dragonBoat, midAutumn]),
    ...expand(year, [newYear]).flatMap((day) => SPRING_FESTIVAL.map((offset) => day + offset)),
  ];
}

function expand(year: number, intervals: readonly string[]): number[] {
  return intervals.flatMap((interval) => {
    const [first, last = first] = interval.split('/').map((monthDay) => dayOf(`${year}-${monthDay}`));
    if (typeof first !== 'number' || typeof last !== 'number') return [];
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}
