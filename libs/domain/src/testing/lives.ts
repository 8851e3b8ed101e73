import type { OrderCommand } from '../orders/commands.js';
import { decide } from '../orders/decide.js';
import type { OrderFacts } from '../orders/facts.js';
import { LIFECYCLE } from '../orders/lifecycle.js';
import type { Move } from '../orders/move.js';
import type { Order } from '../orders/order.js';
import { ACTORS, COMMANDS, facts, type ActorName } from './orders.js';
import { minutesAfter, NOW } from './people.js';

const ALTERNATIVES: readonly OrderCommand[] = [
  { action: 'rate', solved: false, stars: 1 },
  { action: 'review', text: '上门看过，还没修好', solved: false },
  { action: 'dispatch', to: { type: 'person', personId: 'addressee' } },
  { action: 'dispatch', to: { type: 'unit', unitId: 'u1' } },
  { action: 'accept', urgency: 'urgent' },
  { action: 'suspend', reason: '等路面干透', waitingFor: 'weather' },
  { action: 'suspend', reason: '还要再看看' },
];
/** A command of every kind, and of some kinds several. */
export const ALL_COMMANDS: readonly OrderCommand[] = [...Object.values(COMMANDS), ...ALTERNATIVES];
export const ACTOR_NAMES = Object.keys(ACTORS) as ActorName[];

/** What chance picks for a step; where it is not allowed, the next command and person are tried. */
export interface Chance {
  readonly command: number;
  readonly name: number;
  /** How long after the step before. */
  readonly minutes: number;
}

/** A step of an order's life that somebody was allowed to take. */
export interface LifeStep {
  readonly before: Order;
  readonly after: Order;
  readonly move: Move;
  readonly command: OrderCommand;
  readonly name: ActorName;
  readonly now: Date;
}

/** The command taken by the first who may, beginning with the given person; null when nobody may. */
export function stepByAnybody(
  before: Order,
  command: OrderCommand,
  now: Date,
  { first = 0, changes = {} }: { first?: number; changes?: Partial<OrderFacts> } = {},
): LifeStep | null {
  if (!LIFECYCLE[before.state][command.action]) return null;
  for (const name of rotated(ACTOR_NAMES, first)) {
    const decision = decide(before, command, ACTORS[name], facts({ now, isFollower: name === 'follower', ...changes }));
    if (!decision.ok) continue;
    return { before, after: { ...before, ...decision.value.patch }, move: decision.value, command, name, now };
  }
  return null;
}

/** A whole life of an order, driven by chance; ends early when nobody may do anything any more. */
export function playLife(start: Order, chances: readonly Chance[], from = NOW): readonly LifeStep[] {
  const steps: LifeStep[] = [];
  let now = from;
  for (const chosen of chances) {
    now = minutesAfter(now, chosen.minutes);
    const step = anyStep(steps.at(-1)?.after ?? start, chosen, now);
    if (!step) break;
    steps.push(step);
  }
  return steps;
}

/** The first thing anybody may do, looking from a random command and a random person on. */
function anyStep(before: Order, chosen: Chance, now: Date): LifeStep | null {
  for (const command of rotated(ALL_COMMANDS, chosen.command)) {
    const step = stepByAnybody(before, command, now, { first: chosen.name });
    if (step) return step;
  }
  return null;
}

function rotated<T>(list: readonly T[], by: number): readonly T[] {
  return [...list.slice(by), ...list.slice(0, by)];
}
