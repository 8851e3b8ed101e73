import { publishedDay } from './published-day.js';

const now = new Date('2026-11-22T00:10:00+08:00');

describe('publishedDay', () => {
  it.each([
    ['2026-11-22T00:00:00+08:00', '今天'],
    ['2026-11-21T16:00:00Z', '今天'],
    ['2026-11-21T23:59:59+08:00', '昨天'],
    ['2026-11-20T23:59:59+08:00', '11月20日'],
    ['2026-01-01T00:00:00+08:00', '1月1日'],
    ['2025-12-31T23:59:59+08:00', '2025年12月31日'],
    ['soon', ''],
  ])('%s is %s', (iso, words) => {
    expect(publishedDay(iso, now)).toBe(words);
  });
});
