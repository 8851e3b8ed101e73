import { dayOf } from './calendar-day.js';
import type { WorkCalendar } from './work-calendar.js';
import { openSpans } from './working-days.js';

/** A calendar that stays closed for longer promises nothing any more; the longest real break is Spring Festival. */
const LONGEST_DAYS = 31;

/** The first day of a break of more than a month that single days of rest add up to; null: there is none. */
export function overlongBreak(calendar: WorkCalendar): string | null {
  const rests = Object.keys(calendar.days)
    .filter((date) => calendar.days[date]?.kind === 'rest')
    .sort();
  let checkedTo = -Infinity;
  for (const date of rests) {
    const first = dayOf(date) ?? 0;
    if (first < checkedTo) continue;
    let day = first;
    while (day - first <= LONGEST_DAYS && openSpans(day, calendar).length === 0) day += 1;
    if (day - first > LONGEST_DAYS) return date;
    checkedTo = day;
  }
  return null;
}
