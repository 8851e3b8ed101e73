import type { OrderAction } from './commands.js';
import type { GuardName } from './guards.js';
import type { Relation } from './relations.js';
import type { OrderState } from './state.js';

/** One cell of the table: what a state does with an action. */
export interface Rule {
  /** Next state; `same` stays, `before` goes back to where it was suspended or merged from. */
  readonly to: OrderState | 'same' | 'before';
  /** Where it goes instead when a review finds the matter not solved. */
  readonly unsolved?: OrderState;
  /** Narrows who may do this here; otherwise PERMISSIONS alone decides. */
  readonly by?: readonly Relation[];
  readonly guards?: readonly GuardName[];
}

export type Row = Readonly<Partial<Record<OrderAction, Rule>>>;

const COMMUNITY: readonly Relation[] = ['grid_worker', 'duty_officer', 'dispatcher', 'secretary'];
const DISPATCHERS: readonly Relation[] = ['dispatcher', 'secretary'];

const talk = { reply: { to: 'same' }, remark: { to: 'same' }, unfollow: { to: 'same' } } satisfies Row;
const open = {
  ...talk,
  follow: { to: 'same', guards: ['notFollowing'] },
  urge: { to: 'same', guards: ['urgeSpacing'] },
} satisfies Row;

const dispatch: Rule = { to: 'dispatched' };
const merge: Rule = { to: 'merged', guards: ['notChild'] };
const split: Rule = { to: 'dispatched', guards: ['notChild'] };
const suspend: Rule = { to: 'suspended' };
const reassign: Rule = { to: 'dispatched', by: DISPATCHERS };
const withdraw: Rule = { to: 'withdrawn', guards: ['ownOrCascade', 'workNotStarted'] };
const reopen: Rule = { to: 'reopened', guards: ['reopenWindow'] };
const review: Rule = { to: 'same', unsolved: 'reopened' };

/**
 * The order lifecycle: state × action → rule. What is not here is refused as `order.illegal_move`.
 * Main road: submitted → accepted → dispatched → claimed → in_progress → done → published → rated → closed.
 */
export const LIFECYCLE: Readonly<Record<OrderState, Row>> = {
  submitted: { ...open, edit: { to: 'same' }, accept: { to: 'accepted' }, reject: { to: 'rejected' }, withdraw, merge },
  accepted: {
    ...open,
    dispatch,
    reject: { to: 'rejected' },
    withdraw,
    merge,
    suspend: { to: 'suspended', by: DISPATCHERS },
    split,
    // 即接即办: the community settles it on the spot.
    done: { to: 'done', by: COMMUNITY, guards: ['childrenDone'] },
  },
  dispatched: {
    ...open,
    dispatch,
    claim: { to: 'claimed' },
    // By the system: an objection of the unit was upheld.
    return: { to: 'returned', by: ['addressee', 'unit', 'system'], guards: ['notByUnit'] },
    withdraw,
    merge,
    suspend: { to: 'suspended', by: DISPATCHERS },
    split,
  },
  claimed: {
    ...open,
    dispatch: reassign,
    start: { to: 'in_progress' },
    return: { to: 'returned', by: ['assignee'] },
    withdraw,
    suspend,
  },
  in_progress: {
    ...open,
    dispatch: reassign,
    done: { to: 'done', by: ['assignee'], guards: ['childrenDone'] },
    return: { to: 'returned', by: ['assignee'] },
    withdraw,
    suspend,
  },
  done: {
    ...open,
    publish: { to: 'published', guards: ['notChild'] },
    // 退回重办: what was called done is not.
    return: { to: 'in_progress', by: DISPATCHERS },
    close: { to: 'closed', by: ['system'], guards: ['childOnly'] },
  },
  published: {
    ...talk,
    follow: open.follow,
    rate: { to: 'rated' },
    reopen,
    review,
    close: { to: 'closed', guards: ['ratingWindow', 'notUnsolved'] },
  },
  rated: { ...talk, follow: open.follow, reopen, review, close: { to: 'closed', guards: ['solved'] } },
  closed: {},
  rejected: { ...talk, appeal: { to: 'submitted', guards: ['appealOnce', 'appealWindow'] } },
  withdrawn: {},
  returned: {
    ...open,
    dispatch,
    reject: { to: 'rejected', guards: ['notChild'] },
    withdraw,
    suspend: { to: 'suspended', by: DISPATCHERS },
    split,
  },
  merged: { remark: talk.remark, unmerge: { to: 'before' } },
  suspended: { ...open, resume: { to: 'before' }, withdraw },
  reopened: { ...open, dispatch, suspend: { to: 'suspended', by: DISPATCHERS }, withdraw, split },
};
