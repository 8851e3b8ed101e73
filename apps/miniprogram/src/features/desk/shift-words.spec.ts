import { runs, shiftWords } from './shift-words.js';

const NOW = new Date('2026-11-26T21:00:00+08:00');
const shift = (from: string, to: string) => ({ from: `${from}:00+08:00`, to: `${to}:00+08:00` });

it.each([
  ['2026-11-26T08:00', '2026-11-26T20:00', '今天 08:00–20:00'],
  ['2026-11-26T20:00', '2026-11-27T08:00', '今天 20:00–次日08:00'],
  ['2026-11-25T20:00', '2026-11-26T08:00', '昨天 20:00–次日08:00'],
  ['2026-11-27T08:00', '2026-11-27T20:00', '明天 08:00–20:00'],
  ['2026-11-28T00:00', '2026-11-28T08:00', '后天 00:00–08:00'],
  ['2026-11-29T08:00', '2026-11-29T20:00', '11月29日 周日 08:00–20:00'],
  ['2027-01-01T20:00', '2027-01-03T20:00', '2027年1月1日 周五 20:00–2027年1月3日20:00'],
])('%s to %s is %s', (from, to, words) => {
  expect(shiftWords(shift(from, to), NOW)).toBe(words);
});

it('runs from its first moment until its end', () => {
  const now = shift('2026-11-26T21:00', '2026-11-27T08:00');
  expect(runs(now, NOW)).toBe(true);
  expect(runs(shift('2026-11-26T08:00', '2026-11-26T21:00'), NOW)).toBe(false);
  expect(runs(shift('2026-11-26T21:01', '2026-11-27T08:00'), NOW)).toBe(false);
});
