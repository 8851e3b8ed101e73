import { missingYear, weekOf } from './missing-year.js';
import { defaultCalendar, isAnnounced, withOverrides } from './work-calendar.js';

const calendar = defaultCalendar();
const at = (text: string) => new Date(`${text}+08:00`);

describe('a year', () => {
  it('is announced by the official table or by the city', () => {
    expect([2019, 2020, 2026, 2027].map((year) => isAnnounced(year, calendar))).toEqual([false, true, true, false]);
    const announced = withOverrides(calendar, { '2027-01-01': { kind: 'rest', reason: '元旦' } }, [2027]);
    expect(isAnnounced(2027, announced)).toBe(true);
    expect(calendar.announcedYears).toEqual([]);
  });

  it('is missed from 60 days ahead until it is announced', () => {
    expect(missingYear(at('2026-11-01T23:59:59'), calendar)).toBeNull();
    expect(missingYear(at('2026-11-02T00:00:00'), calendar)).toBe(2027);
    expect(missingYear(at('2027-03-01T00:00:00'), calendar)).toBe(2027);
    expect(missingYear(at('2026-11-23T00:00:00'), withOverrides(calendar, {}, [2027]))).toBeNull();
  });

  it('is alarmed about week by week, each from Monday 00:00 in Shanghai', () => {
    const monday = weekOf(at('2026-11-23T00:00:00'));
    expect(weekOf(at('2026-11-22T23:59:59'))).toBe(monday - 1);
    expect(weekOf(at('2026-11-29T23:59:59'))).toBe(monday);
    expect(weekOf(at('2026-11-30T00:00:00'))).toBe(monday + 1);
  });
});
