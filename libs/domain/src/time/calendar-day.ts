import { shanghaiDay } from '../kernel/shanghai-day.js';

const DAY = 86_400_000;
/** 1970-01-01 was a Thursday; Monday is 0. */
const EPOCH_WEEKDAY = 3;

/** The number of a date written YYYY-MM-DD, in days since 1970-01-01; null when there is no such date. */
export function dayOf(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const ms = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date ? null : ms / DAY;
}

/** A day's date, YYYY-MM-DD. */
export function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

export function yearOf(day: number): number {
  return new Date(day * DAY).getUTCFullYear();
}

/** Monday 0 … Sunday 6. */
export function weekdayOf(day: number): number {
  return (((day + EPOCH_WEEKDAY) % 7) + 7) % 7;
}

/** The day that ends at this moment or holds it: a period until 24:00 belongs to the day before. */
export function lastDayOf(end: Date): number {
  return shanghaiDay(new Date(end.getTime() - 1));
}
