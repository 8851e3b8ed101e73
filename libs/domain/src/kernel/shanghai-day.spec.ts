import { endOfDaysWindow, shanghaiDay, startOfShanghaiDay } from './shanghai-day.js';

describe('a day in Shanghai', () => {
  it('begins at 16:00 UTC of the day before', () => {
    const midnight = new Date('2026-11-22T00:00:00+08:00');
    expect(startOfShanghaiDay(shanghaiDay(midnight))).toEqual(midnight);
    expect(shanghaiDay(new Date(midnight.getTime() - 1))).toBe(shanghaiDay(midnight) - 1);
  });

  it('does not count as the first of a window; the last ends at 24:00', () => {
    const end = new Date('2026-11-30T00:00:00+08:00');
    expect(endOfDaysWindow(new Date('2026-11-22T00:00:00+08:00'), 7)).toEqual(end);
    expect(endOfDaysWindow(new Date('2026-11-22T23:59:59+08:00'), 7)).toEqual(end);
  });
});
