import type { Actor } from '../identity/actor.js';
import type { OrderCommand, Task } from './commands.js';
import type { OrderFacts } from './facts.js';
import type { Assignment, Order } from './order.js';

type Patch = Partial<Order>;

/** What goes back to zero when a matter is taken up again: nothing of it is handled or solved any more. */
const TAKEN_UP_AGAIN = {
  assignment: null,
  assigneeId: null,
  doneAt: null,
  publishedAt: null,
  ratedAt: null,
  solved: null,
  stars: null,
  reviewed: false,
} satisfies Patch;

/** The columns a command changes besides `state` and `version`. No edit moves a clock. */
export function effectOf(order: Order, command: OrderCommand, actor: Actor, facts: OrderFacts): Patch {
  const { now, policy } = facts;
  const personId = actor.type === 'person' ? actor.personId : null;
  switch (command.action) {
    case 'edit':
      return {
        ...(command.category !== undefined && {
          category: command.category,
          confidential: order.confidential || policy.confidentialByDefault,
        }),
        ...(command.areaPath !== undefined && { areaPath: command.areaPath }),
      };
    case 'accept':
      return { acceptedAt: now, ...(command.urgency && { urgency: command.urgency }) };
    case 'reject':
      return { rejectedAt: now };
    case 'appeal':
      return { appealedAt: now, rejectedAt: null, acceptedAt: null };
    case 'reply':
      return order.repliedAt === null ? { repliedAt: now } : {};
    case 'dispatch':
      return sendTo(command.to);
    case 'claim':
      return { assigneeId: personId };
    case 'return':
      return order.state === 'done' ? { doneAt: null } : { assignment: null, assigneeId: null };
    case 'suspend':
      return { stateBefore: order.state };
    case 'resume':
      return { stateBefore: null };
    case 'done':
      return { doneAt: now, ...(order.assigneeId === null && settledOnTheSpot(personId)) };
    case 'publish':
      return { publishedAt: now };
    case 'rate':
      return { ratedAt: now, solved: command.solved, stars: command.stars };
    case 'reopen':
      return { ...TAKEN_UP_AGAIN, reopenCount: order.reopenCount + 1 };
    case 'review':
      return command.solved
        ? { reviewed: true, solved: true }
        : { ...TAKEN_UP_AGAIN, reopenCount: order.reopenCount + 1 };
    case 'close':
      return { closedAt: now };
    case 'withdraw':
      return { assignment: null, assigneeId: null, stateBefore: null };
    case 'merge':
      return { stateBefore: order.state, mergedInto: command.into };
    case 'unmerge':
      return { stateBefore: null, mergedInto: null };
    case 'split':
      return { ...leadOf(command.tasks), openChildren: order.openChildren + command.tasks.length - 1 };
    case 'urge':
      return { lastUrgedAt: now, urgeCount: order.urgeCount + 1 };
    case 'start':
    case 'remark':
    case 'follow':
    case 'unfollow':
      return {};
  }
}

function sendTo(assignment: Assignment): Patch {
  return { assignment, assigneeId: null };
}

function leadOf([lead]: readonly Task[]): Patch {
  return lead ? sendTo(lead.to) : {};
}

function settledOnTheSpot(personId: string | null): Patch {
  return personId === null ? {} : { assignment: { type: 'person', personId }, assigneeId: personId };
}
