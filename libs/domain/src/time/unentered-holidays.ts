import { CHINA_HOLIDAYS } from './china-holidays.js';
import type { WorkCalendar } from './work-calendar.js';

/** How many days off the holidays of a year have had at least: what has fewer was not entered to the end. */
const FEWEST_RESTS = 20;

/**
 * Which holidays of the law a city has not entered as days off, in Chinese, before it calls a year announced. None: the
 * year is complete as far as anybody can tell before the official table has it.
 */
export function unenteredHolidays(year: number, { days }: WorkCalendar): string[] {
  const rests = Object.keys(days).filter((date) => date.startsWith(`${year}-`) && days[date]?.kind === 'rest');
  const movable = CHINA_HOLIDAYS.statutory[year];
  const holidays: readonly (readonly [name: string, monthDay: string | undefined])[] = [
    ['元旦', '01-01'],
    ['春节', movable?.newYear],
    ['清明节', movable?.qingming],
    ['劳动节', '05-01'],
    ['端午节', movable?.dragonBoat],
    ['中秋节', movable?.midAutumn],
    ['国庆节', '10-01'],
  ];
  const missing = holidays.flatMap(([name, monthDay]) =>
    monthDay === undefined || rests.includes(`${year}-${monthDay}`) ? [] : [name],
  );
  if (missing.length > 0) return missing;
  return rests.length >= FEWEST_RESTS ? [] : [`放假日只录了${rests.length}天，一年通常有${FEWEST_RESTS}天以上`];
}
