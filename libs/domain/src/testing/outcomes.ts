import type { OrderCommand } from '../orders/commands.js';
import { decide } from '../orders/decide.js';
import type { OrderFacts } from '../orders/facts.js';
import type { Move } from '../orders/move.js';
import type { Order } from '../orders/order.js';
import type { Refusal } from '../kernel/decision.js';
import { ACTORS, facts, type ActorName } from './orders.js';

/** The move that must come of it. */
export function move(order: Order, command: OrderCommand, name: ActorName, changes: Partial<OrderFacts> = {}): Move {
  const decision = decide(order, command, ACTORS[name], facts(changes));
  if (!decision.ok) throw new Error(decision.code);
  return decision.value;
}

/** The refusal that must come of it. */
export function refusal(
  order: Order,
  command: OrderCommand,
  name: ActorName,
  changes: Partial<OrderFacts> = {},
): Refusal {
  const decision = decide(order, command, ACTORS[name], facts(changes));
  if (decision.ok) throw new Error(`${command.action} was allowed`);
  return decision;
}
