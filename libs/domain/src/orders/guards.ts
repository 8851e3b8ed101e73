import { refuse, type Refusal } from '../kernel/decision.js';
import { endOfDaysWindow } from '../kernel/shanghai-day.js';
import type { OrderFacts } from './facts.js';
import type { Order } from './order.js';
import type { Relation } from './relations.js';

interface GuardContext {
  readonly order: Order;
  readonly facts: OrderFacts;
  readonly actionName: string;
  /** The relation by which the actor acts. */
  readonly relation: Relation;
  readonly isReporter: boolean;
}

type Guard = (context: GuardContext) => Refusal | null;

const MINUTE = 60_000;

/** Conditions on the order and the moment; none depends on what the person typed. */
export const GUARDS = {
  notChild: ({ order, actionName }) => (order.parentId !== null ? refuse('order.child_task', { actionName }) : null),

  childOnly: ({ order, actionName }) => (order.parentId === null ? refuse('order.not_allowed', { actionName }) : null),

  /** The system withdraws child tasks when their parent goes, never a resident's own order. */
  ownOrCascade: ({ order, relation, actionName }) =>
    relation === 'system' && order.parentId === null ? refuse('order.not_allowed', { actionName }) : null,

  childrenDone: ({ order }) =>
    order.openChildren > 0 ? refuse('order.children_open', { openChildren: order.openChildren }) : null,

  /** A resident may withdraw before work starts; a child task goes with its parent at any time. */
  workNotStarted: ({ order }) => {
    const started = order.state === 'in_progress' || order.stateBefore === 'in_progress';
    return started && order.parentId === null ? refuse('order.work_started') : null;
  },

  /** C7: a unit takes the order or argues it back with a reason the supervisor rules on. */
  notByUnit: ({ relation }) => (relation === 'unit' ? refuse('order.object_instead') : null),

  notFollowing: ({ facts, isReporter }) => (facts.isFollower || isReporter ? refuse('order.already_following') : null),

  urgeSpacing: ({ order, facts: { now, policy } }) => {
    if (order.lastUrgedAt === null) return null;
    const wait = order.lastUrgedAt.getTime() + policy.urgeEveryMinutes * MINUTE - now.getTime();
    if (wait <= 0) return null;
    return refuse('order.urged_too_often', {
      minutes: Math.ceil(wait / MINUTE),
      retryAfterSeconds: Math.ceil(wait / 1000),
    });
  },

  reopenWindow: ({ order, facts: { now, policy } }) =>
    order.publishedAt !== null && now < endOfDaysWindow(order.publishedAt, policy.reopenDays)
      ? null
      : refuse('order.reopen_window_over', { days: policy.reopenDays }),

  appealOnce: ({ order }) => (order.appealedAt !== null ? refuse('order.already_appealed') : null),

  appealWindow: ({ order, facts: { now, policy } }) =>
    order.rejectedAt !== null && now < endOfDaysWindow(order.rejectedAt, policy.appealDays)
      ? null
      : refuse('order.appeal_window_over', { days: policy.appealDays }),

  /** A silent resident has the whole window to speak, unless a review already got their word. */
  ratingWindow: ({ order, facts: { now, policy } }) => {
    if (order.reviewed || order.publishedAt === null) return null;
    const end = endOfDaysWindow(order.publishedAt, policy.rateDays);
    return now < end ? refuse('order.rating_window_open', { until: shanghaiDate(end) }) : null;
  },

  notUnsolved: ({ order }) => (order.solved === false ? refuse('order.not_solved') : null),

  solved: ({ order }) => (order.solved === true ? null : refuse('order.not_solved')),
} as const satisfies Record<string, Guard>;

export type GuardName = keyof typeof GUARDS;

/** The last day before the given exclusive end, e.g. 11月22日. */
function shanghaiDate(end: Date): string {
  const day = new Date(end.getTime() - 1 + 8 * 60 * MINUTE);
  return `${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
}
