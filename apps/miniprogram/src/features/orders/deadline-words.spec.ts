import { deadlineTone, isOwed, moreTimes } from './deadline-words.js';

const FINISH = {
  state: 'running',
  clock: 'working',
  fulfilledAt: null,
} as const;

it.each([
  [FINISH, true],
  [{ ...FINISH, state: 'paused' as const }, true],
  [{ ...FINISH, state: 'missed' as const }, true],
  [{ ...FINISH, state: 'missed' as const, fulfilledAt: '2026-11-28T09:00:00+08:00' }, false],
  [{ ...FINISH, state: 'met' as const }, false],
  [{ ...FINISH, state: 'cancelled' as const }, false],
])('what is owed: %j', (deadline, owed) => {
  expect(isOwed(deadline)).toBe(owed);
});

it('by its own kind of time', () => {
  expect(moreTimes(FINISH).map(({ label }) => label)).toEqual(['1 个工作日', '2 个工作日', '3 个工作日', '5 个工作日']);
  expect(moreTimes({ clock: 'natural' })[0]).toEqual({ code: 'h4', label: '4 小时', amount: 4, unit: 'hours' });
  expect(deadlineTone({ ...FINISH, state: 'missed' })).toBe('alarm');
});
