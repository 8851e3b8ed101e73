import type { TimeLimit } from '../time/time-limit.js';
import type { WaitingFor } from './commands.js';

/** Clocks that may pause. The reply clock never does: a resident waiting for an answer is not waiting for anything else. */
export type PausableClock = 'accept' | 'claim' | 'finish' | 'total';

/** Everything that differs between categories (C6, C10, C12). Kinds differ by this data, not by code. */
export interface CategoryPolicy {
  readonly reply: TimeLimit;
  readonly accept: TimeLimit;
  readonly claim: TimeLimit;
  readonly finish: TimeLimit;
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
export type PolicyOverrides = Partial<Omit<CategoryPolicy, 'pauseOn'>> & {
  readonly pauseOn?: Partial<CategoryPolicy['pauseOn']>;
};

export const DEFAULT_POLICY: CategoryPolicy = {
  reply: { amount: 60, unit: 'minutes', clock: 'natural' },
  accept: { amount: 4, unit: 'hours', clock: 'working' },
  claim: { amount: 1, unit: 'workdays', clock: 'working' },
  finish: { amount: 5, unit: 'workdays', clock: 'working' },
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
