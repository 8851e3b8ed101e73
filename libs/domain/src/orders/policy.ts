import type { TimeLimit } from '../time/time-limit.js';
import type { WaitingFor } from './commands.js';
import type { PromiseKind } from '../deadlines/kinds.js';
import { DEFAULT_LADDER, type Rung } from '../deadlines/ladder.js';

/** Clocks that may pause. The reply clock never does: a resident waiting for an answer is not waiting for anything else. */
export type PausableClock = 'accept' | 'claim' | 'finish' | 'total';

/** Everything that differs between categories (C6, C10, C12). Kinds differ by this data, not by code. */
export interface CategoryPolicy {
  readonly reply: TimeLimit;
  readonly accept: TimeLimit;
  readonly claim: TimeLimit;
  /** From acceptance to done: the time of the work itself. */
  readonly finish: TimeLimit;
  /** From the resident's word to done, whatever happens between (C1). */
  readonly total: TimeLimit;
  /** Limits of an order accepted as urgent; of both the earlier date counts, so that urgency never gives more time. */
  readonly urgent: Readonly<Partial<Record<'claim' | 'finish' | 'total', TimeLimit>>>;
  /** When to remind before a promise is due, as parts of its own time: 0.5 of an hour is minute 30. */
  readonly reminders: Readonly<Record<PromiseKind, readonly number[]>>;
  /** Who is told, one after the other, when a promise was missed and still is not kept (C10). */
  readonly ladder: readonly Rung[];
  /** How often a supervisor may extend a promise, and by how much at most each time. */
  readonly extensions: Readonly<Partial<Record<PromiseKind, { readonly times: number; readonly most: TimeLimit }>>>;
  /** Within how long the supervisor rules on a unit's objection (C7). */
  readonly ruling: TimeLimit;
  /** Natural days after publication within which the resident is asked to rate; then the order closes by itself. */
  readonly rateDays: number;
  /** Natural days after publication within which the resident may have it reopened. */
  readonly reopenDays: number;
  /** Natural days after a rejection within which it may be appealed. */
  readonly appealDays: number;
  readonly urgeEveryMinutes: number;
  readonly maxPhotos: number;
  readonly confidentialByDefault: boolean;
  readonly pauseOn: Readonly<Record<WaitingFor, readonly PausableClock[]>>;
}

/** What a category says differently from its parent. */
export type PolicyOverrides = Partial<Omit<CategoryPolicy, 'pauseOn' | 'reminders'>> & {
  readonly pauseOn?: Partial<CategoryPolicy['pauseOn']>;
  readonly reminders?: Partial<CategoryPolicy['reminders']>;
};

export const DEFAULT_POLICY: CategoryPolicy = {
  reply: { amount: 60, unit: 'minutes', clock: 'natural' },
  accept: { amount: 4, unit: 'hours', clock: 'working' },
  claim: { amount: 1, unit: 'workdays', clock: 'working' },
  finish: { amount: 5, unit: 'workdays', clock: 'working' },
  total: { amount: 10, unit: 'workdays', clock: 'working' },
  urgent: {
    claim: { amount: 2, unit: 'hours', clock: 'natural' },
    finish: { amount: 24, unit: 'hours', clock: 'natural' },
    total: { amount: 36, unit: 'hours', clock: 'natural' },
  },
  // 30 and 50 minutes of the hour (C6).
  reminders: { reply: [0.5, 5 / 6], accept: [0.75], claim: [0.75], finish: [0.8], total: [0.9], rate: [0.8] },
  ladder: DEFAULT_LADDER,
  extensions: {
    finish: { times: 1, most: { amount: 5, unit: 'workdays', clock: 'working' } },
    total: { times: 1, most: { amount: 5, unit: 'workdays', clock: 'working' } },
  },
  ruling: { amount: 1, unit: 'workdays', clock: 'working' },
  rateDays: 7,
  reopenDays: 15,
  appealDays: 7,
  urgeEveryMinutes: 120,
  maxPhotos: 9,
  confidentialByDefault: false,
  pauseOn: {
    resident: ['claim', 'finish'],
    material: ['finish'],
    weather: ['finish'],
    third_party: [],
    other: [],
  },
};
