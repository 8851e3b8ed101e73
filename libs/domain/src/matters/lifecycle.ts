import type { MatterAction } from './matter.js';
import type { MatterState } from './state.js';

/** One cell of the table: what a state does with an action. */
export interface MatterRule {
  readonly to: MatterState;
  readonly move?: 'forward' | 'back';
}

export type MatterRow = Readonly<Partial<Record<MatterAction, MatterRule>>>;

const refuse: MatterRule = { to: 'refused' };
const withdraw: MatterRule = { to: 'withdrawn' };

/** State × action → rule. Going forward from the last step ends in `done` (see decideMatter). */
export const MATTER_LIFECYCLE: Readonly<Record<MatterState, MatterRow>> = {
  running: {
    advance: { to: 'running', move: 'forward' },
    return: { to: 'running', move: 'back' },
    suspend: { to: 'suspended' },
    refuse,
    withdraw,
  },
  suspended: { resume: { to: 'running' }, refuse, withdraw },
  done: {},
  refused: {},
  withdrawn: {},
};

/** What a person says to an action; the note of every step. */
export interface MatterWords {
  readonly label: string;
  readonly field: string;
  readonly min: number;
  readonly max: number;
}

/** `min` 0: the words may be left out. Who is kept waiting or turned down is always told why. */
export const MATTER_ACTIONS: Readonly<Record<MatterAction, MatterWords>> = {
  advance: { label: '办结本步', field: '办理情况', min: 2, max: 500 },
  return: { label: '退回上一步', field: '原因', min: 2, max: 500 },
  suspend: { label: '等待补充材料', field: '需要补充的材料', min: 2, max: 500 },
  resume: { label: '恢复办理', field: '说明', min: 0, max: 500 },
  refuse: { label: '不予办理', field: '理由', min: 5, max: 500 },
  withdraw: { label: '撤回', field: '原因', min: 0, max: 500 },
};
