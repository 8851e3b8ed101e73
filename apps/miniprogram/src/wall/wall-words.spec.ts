import { matterDue, orderDue, postHere, shareWords } from './wall-words.js';

it.each([
  [{ daysLeft: null, overdue: false }, '等补材料'],
  [{ daysLeft: -3, overdue: true }, '超期 3 天'],
  [{ daysLeft: 0, overdue: true }, '今天已超期'],
  [{ daysLeft: 0, overdue: false }, '今天到期'],
  [{ daysLeft: 4, overdue: false }, '还有 4 天'],
])('a matter with %j', (matter, words) => {
  expect(matterDue(matter)).toBe(words);
});

it('tells what is left of an order, and shares with their sample', () => {
  expect(orderDue({ dueAt: '2026-11-26T12:00:00+08:00' }, new Date('2026-11-26T11:30:00+08:00'))).toBe('还剩30分钟');
  expect(shareWords({ count: 3, inTimeShare: 0.944, sample: 18 })).toBe('94%（18 单）');
  expect(shareWords({ count: 0, inTimeShare: null, sample: 0 })).toBe('今天还没有');
});

it.each([
  ['富强新村社区居委会派单员', '派单员'],
  ['茶山街道督办员', '茶山街道督办员'],
  ['富强新村社区居委会', '富强新村社区居委会'],
])('%s on the wall of 富强新村社区居委会 is %s', (post, words) => {
  expect(postHere(post, '富强新村社区居委会')).toBe(words);
});
