import { deadlineTone, isOwed, mayExtend, moreTimes } from './deadline-words.js';

const NOW = new Date('2026-11-26T10:00:00+08:00');
const FINISH = {
  kind: 'finish',
  state: 'running',
  clock: 'working',
  dueAt: '2026-11-27T17:30:00+08:00',
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

it('is lengthened by a supervisor before it is over', () => {
  expect(mayExtend(FINISH, 'supervisor', NOW)).toBe(true);
  expect(mayExtend({ ...FINISH, state: 'paused', dueAt: '2026-11-25T17:30:00+08:00' }, 'supervisor', NOW)).toBe(true);
  expect(mayExtend({ ...FINISH, dueAt: '2026-11-26T09:59:00+08:00' }, 'supervisor', NOW)).toBe(false);
  expect(mayExtend({ ...FINISH, state: 'missed' }, 'supervisor', NOW)).toBe(false);
  expect(mayExtend({ ...FINISH, kind: 'reply' }, 'supervisor', NOW)).toBe(false);
  expect(mayExtend(FINISH, 'dispatcher', NOW)).toBe(false);
});

it('by its own kind of time', () => {
  expect(moreTimes(FINISH).map(({ label }) => label)).toEqual(['1 个工作日', '2 个工作日', '3 个工作日', '5 个工作日']);
  expect(moreTimes({ clock: 'natural' })[0]).toEqual({ code: 'h4', label: '4 小时', amount: 4, unit: 'hours' });
  expect(deadlineTone({ ...FINISH, state: 'missed' })).toBe('alarm');
});
