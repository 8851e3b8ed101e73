import { endTime, monthDayTime, shanghaiIso, spanWords, timeLeftWords } from './format.js';

const at = (text: string) => new Date(`${text}+08:00`);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('a moment in words', () => {
  it('is told in Shanghai, with the year only when it is another one', () => {
    expect(monthDayTime(new Date('2026-11-23T13:40:59Z'))).toBe('11月23日21:40');
    expect(monthDayTime(at('2027-01-05T08:05:00'), at('2026-12-31T23:59:59'))).toBe('2027年1月5日08:05');
    expect(monthDayTime(at('2027-01-05T08:05:00'), at('2027-01-01T00:00:00'))).toBe('1月5日08:05');
  });

  it('is 24:00 of the day that ends when it is the end of a period', () => {
    expect(endTime(at('2026-12-01T00:00:00'))).toBe('11月30日24:00');
    expect(endTime(at('2026-12-01T00:00:01'))).toBe('12月1日00:00');
  });
});

describe('a moment for programs', () => {
  it.each([
    ['2026-11-25T12:15:00Z', '2026-11-25T20:15:00+08:00'],
    ['2026-12-31T16:00:00Z', '2027-01-01T00:00:00+08:00'],
    ['2026-12-31T15:59:59.999Z', '2026-12-31T23:59:59+08:00'],
    ['1969-12-31T16:00:00Z', '1970-01-01T00:00:00+08:00'],
    ['1969-12-31T15:59:59Z', '1969-12-31T23:59:59+08:00'],
  ])('%s is %s', (utc, iso) => {
    expect(shanghaiIso(new Date(utc))).toBe(iso);
    expect(new Date(iso).getTime()).toBe(Math.floor(new Date(utc).getTime() / 1000) * 1000);
  });
});

describe('a span in words', () => {
  it.each([
    [38 * MINUTE, '38分钟'],
    [2 * HOUR + 5 * MINUTE, '2小时5分钟'],
    [2 * HOUR, '2小时'],
    [76 * HOUR + MINUTE, '3天4小时'],
    [24 * HOUR, '1天'],
    [45_999, '45秒'],
    [-90_000, '1分钟'],
  ])('%d ms: %s', (ms, words) => expect(spanWords(ms)).toBe(words));

  it('tells working time in hours: its days are shorter', () => expect(spanWords(26 * HOUR, 'working')).toBe('26小时'));

  it('is left, over or gone by', () => {
    expect(timeLeftWords(38 * MINUTE)).toBe('还剩38分钟');
    expect(timeLeftWords(-2 * HOUR)).toBe('已超时2小时');
    expect(timeLeftWords(5 * HOUR, 'working')).toBe('还剩工作时间5小时');
    expect(timeLeftWords(0)).toBe('时间已到');
  });
});
