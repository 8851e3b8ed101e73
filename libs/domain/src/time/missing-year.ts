import { shanghaiDay } from '../kernel/shanghai-day.js';
import { unannouncedYears } from './special-days.js';
import type { WorkCalendar } from './work-calendar.js';

/**
 * The year within the next `days` days whose days off are not known: an alarm that leaves time to enter them. null: none.
 * The State Council usually announces in November, so sixty days ahead are enough to act on and no false alarm.
 */
export function missingYear(now: Date, calendar: WorkCalendar, days = 60): number | null {
  const today = shanghaiDay(now);
  return unannouncedYears(today, today + days, calendar)[0] ?? null;
}

/** Weeks since 1970, from Monday to Sunday in Shanghai: an alarm comes once in each. 1970-01-01 was a Thursday. */
export function weekOf(at: Date): number {
  return Math.floor((shanghaiDay(at) + 3) / 7);
}
