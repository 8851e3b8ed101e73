import { dateOf, dayOf } from './calendar-day.js';
import { unenteredHolidays } from './unentered-holidays.js';
import { defaultCalendar, withOverrides } from './work-calendar.js';

const INTERVALS = [
  ['2027-01-01', 3],
  ['2027-02-05', 8],
  ['2027-04-05', 3],
  ['2027-05-01', 5],
  ['2027-06-09', 1],
  ['2027-09-15', 3],
  ['2027-10-01', 7],
] as const;
const entered = (intervals: readonly (readonly [string, number])[]) =>
  withOverrides(
    defaultCalendar(),
    Object.fromEntries(
      intervals.flatMap(([first, days]) =>
        Array.from({ length: days }, (_, index) => [
          dateOf((dayOf(first) ?? 0) + index),
          { kind: 'rest', reason: '放假' } as const,
        ]),
      ),
    ),
  );

describe('a year entered by hand', () => {
  it('is complete with all seven holidays', () => {
    expect(unenteredHolidays(2027, entered(INTERVALS))).toEqual([]);
  });

  it('names the holidays that are not there yet', () => {
    expect(unenteredHolidays(2027, defaultCalendar())).toEqual([
      '元旦',
      '春节',
      '清明节',
      '劳动节',
      '端午节',
      '中秋节',
      '国庆节',
    ]);
    expect(unenteredHolidays(2027, entered(INTERVALS.filter(([first]) => !first.includes('-06-'))))).toEqual([
      '端午节',
    ]);
  });

  it('with single days only was not entered to the end', () => {
    expect(unenteredHolidays(2027, entered(INTERVALS.map(([first]) => [first, 2])))).toEqual([
      '放假日只录了14天，一年通常有20天以上',
    ]);
  });

  it('beyond the known moons asks for what has a fixed date', () => {
    expect(unenteredHolidays(2090, defaultCalendar())).toEqual(['元旦', '劳动节', '国庆节']);
  });
});
