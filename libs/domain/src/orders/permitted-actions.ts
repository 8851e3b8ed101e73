import type { Actor } from '../identity/actor.js';
import { ACTIONS, type ActionField } from './actions.js';
import { authorise } from './authorise.js';
import type { OrderAction } from './commands.js';
import type { OrderFacts } from './facts.js';
import { LIFECYCLE } from './lifecycle.js';
import type { Order } from './order.js';

/** A button for the person: what `decide` would let them do now, once the form is filled in. */
export interface PermittedAction {
  readonly action: OrderAction;
  readonly label: string;
  readonly fields: readonly ActionField[];
}

export function permittedActions(order: Order, actor: Actor, facts: OrderFacts): readonly PermittedAction[] {
  return actionsIn(order)
    .filter((action) => authorise(order, action, actor, facts).ok)
    .map((action) => ({ action, ...ACTIONS[action] }));
}

function actionsIn(order: Order): readonly OrderAction[] {
  return (Object.keys(ACTIONS) as OrderAction[]).filter((action) => LIFECYCLE[order.state][action]);
}
