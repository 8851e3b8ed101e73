import type { Actor } from '../identity/actor.js';
import type { Post } from '../identity/post.js';
import type { OrderCommand, Task } from './commands.js';
import { signature } from './event-of.js';
import type { OrderFacts } from './facts.js';
import { LIFECYCLE } from './lifecycle.js';
import type { Move, NewChild } from './move.js';
import type { Order } from './order.js';
import { blankOrder } from './submit.js';
import type { OrderState } from './state.js';

/** The children of a split: all tasks but the first, whose receiver leads and takes the parent itself. */
export function splitInto(
  parent: Order,
  tasks: readonly Task[],
  actor: Actor,
  post: Post | null,
  { now }: Pick<OrderFacts, 'now'>,
): readonly NewChild[] {
  return tasks.slice(1).map((task) => ({
    title: task.title.trim(),
    description: task.description.trim(),
    order: {
      ...blankOrder(now),
      kind: parent.kind,
      category: parent.category,
      state: 'dispatched',
      areaPath: parent.areaPath,
      reporterId: parent.reporterId,
      createdById: actor.type === 'person' ? actor.personId : parent.createdById,
      anonymous: parent.anonymous,
      confidential: parent.confidential,
      urgency: parent.urgency,
      assignment: task.to,
      parentId: parent.id,
      acceptedAt: now,
    },
    events: [
      {
        type: 'order.submitted',
        action: 'submit',
        fromState: null,
        toState: 'dispatched',
        words: null,
        public: false,
        data: { parentId: parent.id, to: task.to },
        ...signature(actor, post),
      },
    ],
  }));
}

/** The command the system gives a child when its parent moved, or null when the child has already ended. */
export function childCommand(instruction: Move['children'], child: OrderState): OrderCommand | null {
  if (instruction === null) return null;
  if (child === 'done') return { action: 'close' };
  if (instruction === 'withdraw' && LIFECYCLE[child].withdraw) {
    return { action: 'withdraw', reason: '主单已结束，子任务随之撤回。' };
  }
  return null;
}
