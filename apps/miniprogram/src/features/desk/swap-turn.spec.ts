import type { Schemas } from '../../api-client/api.js';
import { isStale, swapAnswers, waitingFor } from './swap-turn.js';

const NOW = new Date('2026-11-26T12:00:00+08:00');
const LATER = { id: 's', name: null, from: '2026-11-27T08:00:00+08:00', to: '2026-11-27T20:00:00+08:00' };
const BEGUN = { ...LATER, from: '2026-11-26T12:00:00+08:00' };
const swap = (change: Partial<Schemas['SwapDto']> = {}): Schemas['SwapDto'] => ({
  id: 'w',
  state: 'asked',
  askedBy: { id: 'a', name: '甲' },
  askedOf: { id: 'b', name: '乙' },
  shift: LATER,
  inReturn: null,
  reason: null,
  askedAt: '2026-11-26T09:00:00+08:00',
  answeredAt: null,
  ...change,
});

it.each([
  ['the one who was asked', {}, 'b', ['accept', 'decline']],
  ['the one who asked', {}, 'a', ['withdraw']],
  ['somebody else', {}, 'c', []],
  ['after the shift has begun', { shift: BEGUN }, 'b', ['decline']],
  ['after the one in return has begun', { inReturn: BEGUN }, 'b', ['decline']],
  ['when the shift is gone', { shift: null }, 'b', ['decline']],
  ['the one who asked, when the shift is gone', { shift: null }, 'a', ['withdraw']],
  ['when it was answered', { state: 'accepted' }, 'b', []],
  ['when it was withdrawn', { state: 'withdrawn' }, 'a', []],
] as const)('what may be answered: %s', (_, change, personId, answers) => {
  expect(swapAnswers(swap(change), personId, NOW)).toEqual(answers);
});

it('is stale without its shift, and once either has begun', () => {
  expect(isStale({ shift: LATER, inReturn: LATER }, NOW)).toBe(false);
  expect(isStale({ shift: null, inReturn: null }, NOW)).toBe(true);
  expect(isStale({ shift: LATER, inReturn: BEGUN }, NOW)).toBe(true);
});

it('counts those that wait for an answer, not those one waits for', () => {
  expect(waitingFor([swap(), swap({ state: 'declined' }), swap({ askedOf: { id: 'c', name: '丙' } })], 'b')).toBe(1);
});
