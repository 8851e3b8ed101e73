import type { Actor } from '../identity/actor.js';
import type { Post } from '../identity/post.js';
import { accept, refuse, type Decision, type Refusal } from '../kernel/decision.js';
import { ACTIONS } from './actions.js';
import type { OrderAction } from './commands.js';
import type { OrderFacts } from './facts.js';
import { GUARDS } from './guards.js';
import { LIFECYCLE, type Rule } from './lifecycle.js';
import type { Order } from './order.js';
import { grantedBy, NOT_BY_ASSIGNEE, NOT_BY_REPORTER, PERMISSIONS } from './permissions.js';
import { relationsTo, type Relation } from './relations.js';
import { ORDER_STATE_NAMES } from './state.js';
import { visibilityOf } from './visibility.js';

/** That the actor may take this action now, by which rule and in which capacity. */
export interface Grant {
  readonly rule: Rule;
  readonly relation: Relation;
  /** The post acted by; null for a private person or the system. */
  readonly post: Post | null;
}

/**
 * Everything that can be said before the person has typed anything. Refusals come in the order that tells
 * a stranger least: not visible, not allowed, stale, not in this state, own matter, guards.
 */
export function authorise(order: Order, action: OrderAction, actor: Actor, facts: OrderFacts): Decision<Grant> {
  const actionName = ACTIONS[action].label;
  const relations = relationsTo(order, actor, facts);
  // The loser of a claim race no longer sees the order, but must learn that it was claimed, not that it is gone.
  if (
    action === 'claim' &&
    order.assigneeId !== null &&
    PERMISSIONS.claim.some((relation) => relations.has(relation))
  ) {
    return refuse('order.already_claimed');
  }
  if (visibilityOf(order, relations) === 'none') return refuse('order.not_visible');
  if (grantedBy(action, relations) === null) return refuse('order.not_allowed', { action, actionName });
  if (facts.expectedVersion !== undefined && facts.expectedVersion !== order.version) {
    return refuse('order.stale', { version: order.version, expected: facts.expectedVersion });
  }
  const rule = LIFECYCLE[order.state][action];
  if (!rule) return illegalMove(order, action);
  const relation = grantedBy(action, relations, rule.by);
  if (relation === null) return refuse('order.not_allowed', { action, actionName });
  const isReporter = actor.type === 'person' && actor.personId === order.reporterId;
  const isAssignee = actor.type === 'person' && actor.personId === order.assigneeId;
  if (isReporter && NOT_BY_REPORTER.has(action)) return refuse('order.own_matter', { action, actionName });
  if (isAssignee && NOT_BY_ASSIGNEE.has(action)) return refuse('order.own_work', { action, actionName });
  for (const guard of rule.guards ?? []) {
    const refusal = GUARDS[guard]({ order, facts, actionName, relation, isReporter });
    if (refusal) return refusal;
  }
  return accept({ rule, relation, post: relations.get(relation) ?? null });
}

function illegalMove(order: Order, action: OrderAction): Refusal {
  return refuse('order.illegal_move', {
    state: order.state,
    stateName: ORDER_STATE_NAMES[order.state],
    action,
    actionName: ACTIONS[action].label,
    allowed: Object.keys(LIFECYCLE[order.state]),
  });
}
