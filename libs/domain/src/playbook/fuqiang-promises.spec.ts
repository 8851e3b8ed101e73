/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Category, isLeaf, policyFor } from '../orders/category.js';
import { type CategoryPolicy, DEFAULT_POLICY } from '../orders/policy.js';
import { minutesAfter } from '../testing/people.js';
import { orderIn } from '../testing/orders.js';
import { CALENDAR, Promises } from '../testing/promises.js';
import { planTime } from '../time/plan-time.js';
import type { TimeLimit } from '../time/time-limit.js';
import type { Playbook } from './types.js';

const playbook = JSON.parse(readFileSync(join(__dirname, '../../playbooks/fuqiang/playbook.json'), 'utf8')) as Playbook;
const leaves = (categories: readonly Category[]): Category[] =>
  categories.flatMap((category) => (isLeaf(category) ? [category] : leaves(category.children ?? [])));
const CODES = leaves(playbook.categories).map(({ code }) => code);
const DANGER_TO_LIFE = ['house-wall', 'elevator-trapped', 'gas', 'manhole', 'tree'];
const natural = (amount: number, unit: 'minutes' | 'hours'): TimeLimit => ({ amount, unit, clock: 'natural' });

function policyOf(code: string): CategoryPolicy {
  const policy = policyFor(playbook.categories, code, playbook.policy);
  if (!policy) throw new Error(`No category ${code}`);
  return policy;
}

describe('the promises of Fuqiang', () => {
  it('leave the whole way as much time as its steps, whenever a resident speaks', () => {
    const due = (from: Date, limit: TimeLimit) => planTime(from, limit, CALENDAR).dueAt;
    const policies = new Map(CODES.map((code) => [JSON.stringify(policyOf(code)), code]));
    const short = [...policies.values()].flatMap((code) => {
      const { accept, finish, total } = policyOf(code);
      // Two weeks of February 2026: nights, a make-up Saturday, the spring festival.
      return Array.from({ length: 14 * 8 }, (_, index) =>
        minutesAfter(new Date('2026-02-06T00:20:00+08:00'), index * 180),
      )
        .filter((from) => due(due(from, accept), finish) > due(from, total))
        .map((from) => `${code} ${from.toISOString()}`);
    });
    expect(short).toEqual([]);
  });

  it('climb faster where life is in danger, and there alone', () => {
    expect(CODES.filter((code) => policyOf(code).ladder !== DEFAULT_POLICY.ladder)).toEqual(DANGER_TO_LIFE);
    for (const code of DANGER_TO_LIFE) {
      const { finish, total, ladder } = policyOf(code);
      expect([finish, total]).toEqual([natural(2, 'hours'), natural(3, 'hours')]);
      expect(ladder).toEqual([
        { role: 'secretary', within: natural(15, 'minutes') },
        { role: 'supervisor', within: natural(1, 'hours'), supervise: natural(1, 'hours') },
        { role: 'regulator', within: natural(2, 'hours') },
      ]);
    }
  });

  it('a smell of gas at night of the spring festival that nobody accepts is with the sector’s authority after 85 minutes', () => {
    const now = new Date('2026-02-17T02:00:00+08:00');
    const promises = new Promises(policyOf('gas'));
    promises.step({ action: 'submit', from: null, after: { ...orderIn('submitted'), submittedAt: now }, now });
    promises.letTimePass(minutesAfter(now, 24 * 60));
    const rungs = promises.all.filter(({ ofKind }) => ofKind === 'accept');
    expect(rungs.map(({ rung, startedAt }) => [rung, (startedAt.getTime() - now.getTime()) / 60_000])).toEqual([
      [1, 10],
      [2, 25],
      [3, 85],
    ]);
  });
});
