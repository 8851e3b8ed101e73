import type { Actor } from '../identity/actor.js';
import { accept, type Decision } from '../kernel/decision.js';
import { authorise } from './authorise.js';
import { splitInto } from './children.js';
import type { OrderCommand } from './commands.js';
import { effectOf } from './effects.js';
import { eventOf } from './event-of.js';
import type { OrderFacts } from './facts.js';
import { checkInputs } from './inputs.js';
import type { Rule } from './lifecycle.js';
import type { FollowChange, Move } from './move.js';
import type { Order } from './order.js';
import type { OrderState } from './state.js';

/** A child task in one of these no longer keeps its parent open. */
const SETTLED: ReadonlySet<OrderState> = new Set<OrderState>(['done', 'closed', 'withdrawn']);

/** The whole of the order lifecycle: what this command does to this order now, or why it does nothing. */
export function decide(order: Order, command: OrderCommand, actor: Actor, facts: OrderFacts): Decision<Move> {
  const grant = authorise(order, command.action, actor, facts);
  if (!grant.ok) return grant;
  const refusal = checkInputs(order, command, facts);
  if (refusal) return refusal;

  const { rule, post } = grant.value;
  const state = nextState(order, command, rule);
  const effect = effectOf(order, command, actor, facts);
  const touched = command.action === 'edit' || state !== order.state || Object.keys(effect).length > 0;
  return accept({
    patch: touched ? { ...effect, state, version: order.version + 1 } : {},
    events: [eventOf(order, command, state, actor, post)],
    children: childrenOf(command),
    newChildren: command.action === 'split' ? splitInto(order, command.tasks, actor, post, facts) : [],
    parentOpenChildren: parentDelta(order, state),
    followers: followersOf(order, command),
  });
}

function nextState(order: Order, command: OrderCommand, rule: Rule): OrderState {
  if (rule.unsolved && command.action === 'review' && !command.solved) return rule.unsolved;
  if (rule.to === 'same') return order.state;
  if (rule.to !== 'before') return rule.to;
  if (order.stateBefore === null) throw new Error(`Order ${order.id} is ${order.state} without a state to return to`);
  return order.stateBefore;
}

function childrenOf(command: OrderCommand): Move['children'] {
  switch (command.action) {
    case 'publish':
      return 'close';
    case 'withdraw':
    case 'merge':
    case 'reject':
      return 'withdraw';
    default:
      return null;
  }
}

function parentDelta(order: Order, state: OrderState): Move['parentOpenChildren'] {
  if (order.parentId === null || SETTLED.has(order.state) === SETTLED.has(state)) return 0;
  return SETTLED.has(state) ? -1 : 1;
}

function followersOf(order: Order, command: OrderCommand): FollowChange | null {
  switch (command.action) {
    case 'follow':
      return { type: 'add_actor' };
    case 'unfollow':
      return { type: 'remove_actor' };
    case 'merge':
      return { type: 'follow_survivor', orderId: command.into };
    case 'unmerge':
      return order.mergedInto === null ? null : { type: 'leave_survivor', orderId: order.mergedInto };
    default:
      return null;
  }
}
