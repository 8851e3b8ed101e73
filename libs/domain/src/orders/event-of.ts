import type { Actor } from '../identity/actor.js';
import type { Post } from '../identity/post.js';
import type { OrderAction, OrderCommand } from './commands.js';
import { PAST, type OrderEvent } from './events.js';
import type { Order } from './order.js';
import type { OrderState } from './state.js';

/** Steps whose fact and (redacted) words may stand on a public page; the rest concerns only those involved. */
const PUBLIC_STEPS: ReadonlySet<OrderAction> = new Set<OrderAction>([
  'accept',
  'reply',
  'dispatch',
  'claim',
  'start',
  'resume',
  'done',
  'publish',
  'rate',
  'reopen',
  'close',
]);

export function eventOf(
  order: Order,
  command: OrderCommand,
  toState: OrderState,
  actor: Actor,
  post: Post | null,
): OrderEvent {
  return {
    type: `order.${PAST[command.action]}`,
    action: command.action,
    fromState: order.state,
    toState,
    words: wordsOf(command),
    public: PUBLIC_STEPS.has(command.action) && !order.confidential && order.parentId === null,
    data: dataOf(order, command),
    ...signature(actor, post),
  };
}

/** Who stands behind an event, and by which post they acted. */
export function signature(actor: Actor, post: Post | null): Pick<OrderEvent, 'postId' | 'postName' | 'actorId'> {
  return {
    postId: post?.id ?? null,
    postName: post?.name ?? null,
    actorId: actor.type === 'person' ? actor.personId : null,
  };
}

function wordsOf(command: OrderCommand): string | null {
  if ('text' in command && typeof command.text === 'string') return command.text.trim() || null;
  if ('reason' in command) return command.reason?.trim() || null;
  if ('summary' in command) return command.summary.trim();
  if ('comment' in command) return command.comment?.trim() || null;
  return null;
}

/** The particulars of a step. Of an edit only the fields' names: the ledger keeps no second copy of what was typed. */
function dataOf(order: Order, command: OrderCommand): OrderEvent['data'] {
  switch (command.action) {
    case 'edit':
      return {
        fields: Object.entries(command).flatMap(([name, value]) =>
          name === 'action' || value === undefined ? [] : [name],
        ),
      };
    case 'accept':
      return command.urgency === 'urgent' ? { urgency: command.urgency } : {};
    case 'dispatch':
      return { to: command.to, ...(order.assignment && { instead: order.assignment }) };
    case 'suspend':
      return { waitingFor: command.waitingFor ?? 'other' };
    case 'done':
      return { photoIds: command.photoIds ?? [] };
    case 'rate':
      return { solved: command.solved, stars: command.stars };
    case 'review':
      return { solved: command.solved };
    case 'reopen':
      return { solved: order.solved, stars: order.stars };
    case 'merge':
      return { into: command.into };
    case 'unmerge':
      return { from: order.mergedInto };
    case 'split':
      return { to: command.tasks.map((task) => task.to) };
    default:
      return {};
  }
}
