import { activePosts, reaches } from '../identity/actor.js';
import { communityOf } from '../identity/area-path.js';
import { refuse, type Refusal } from '../kernel/decision.js';
import type { OrderFacts } from './facts.js';
import type { Assignment, Order } from './order.js';
import { servesUnit } from './relations.js';
import type { OrderState } from './state.js';

const ENDED: ReadonlySet<OrderState> = new Set<OrderState>(['closed', 'rejected', 'withdrawn', 'merged']);

function sameAssignment(a: Assignment, b: Assignment): boolean {
  switch (a.type) {
    case 'person':
      return b.type === 'person' && a.personId === b.personId;
    case 'unit':
      return b.type === 'unit' && a.unitId === b.unitId;
    case 'pool':
      return b.type === 'pool';
  }
}

/** An order goes only where somebody can take it: a unit without a contact person would swallow it unseen (C7). */
export function checkReceiver(order: Order, to: Assignment, facts: OrderFacts): Refusal | null {
  if (to.type === 'pool') return order.confidential ? refuse('order.confidential_not_for_pool') : null;
  if (to.type === 'person' && to.personId === order.reporterId) return refuse('order.receiver_is_reporter');
  const posts = facts.receivers?.find((receiver) => sameAssignment(receiver.to, to))?.posts ?? [];
  const active = activePosts({ type: 'person', personId: '', posts }, facts.now);
  const canTake = active.some((post) =>
    to.type === 'unit'
      ? servesUnit(post, to.unitId)
      : post.role !== 'administrator' && post.role !== 'regulator' && reaches(post, order.areaPath),
  );
  return canTake ? null : refuse('order.no_receiver', { to });
}

/** Merging must keep the order findable: into a living one, of the same community, as visible as before. */
export function checkMergeTarget(order: Order, into: string, facts: OrderFacts): Refusal | null {
  const { target } = facts;
  if (into === order.id) return refuse('order.merge_itself');
  if (!target || target.id !== into || target.parentId !== null) return refuse('order.merge_target_missing');
  if (ENDED.has(target.state)) return refuse('order.merge_target_ended', { state: target.state });
  const community = communityOf(order.areaPath);
  if (community === null || communityOf(target.areaPath) !== community) return refuse('order.merge_elsewhere');
  return target.confidential === order.confidential ? null : refuse('order.merge_confidential');
}
