import type { OrderEvent } from '../orders/events.js';
import type { Assignment, Order } from '../orders/order.js';

/** With whom an order is at a moment. */
export type Holders = Pick<Order, 'assignment' | 'assigneeId'>;

/** What of a step tells in whose hands it leaves the order. */
export type HandOver = Pick<OrderEvent, 'action' | 'fromState' | 'toState' | 'data' | 'actorId'>;

export const NOBODY: Holders = { assignment: null, assigneeId: null };

/**
 * The holders after a step, from those before it. News is told later than it happens, and the order may have moved on:
 * whose news it is must follow from the history, not from the row of now. (The mirror of what `decide` writes.)
 */
export function holdersAfter(before: Holders, step: HandOver): Holders {
  switch (step.action) {
    case 'submit':
    case 'dispatch':
      return { assignment: assignmentOf(step.data['to']), assigneeId: null };
    case 'split': {
      const to = step.data['to'];
      return { assignment: assignmentOf(Array.isArray(to) ? to[0] : undefined), assigneeId: null };
    }
    case 'claim':
      return { ...before, assigneeId: step.actorId };
    case 'done':
      return before.assigneeId === null && step.actorId !== null ? settledBy(step.actorId) : before;
    case 'return':
      return step.fromState === 'done' ? before : NOBODY;
    case 'reopen':
    case 'withdraw':
      return NOBODY;
    case 'review':
      return step.toState === 'reopened' ? NOBODY : before;
    default:
      return before;
  }
}

const settledBy = (personId: string): Holders => ({
  assignment: { type: 'person', personId },
  assigneeId: personId,
});

/** Stored particulars come back untyped, and are gone once retention has erased them. */
function assignmentOf(stored: unknown): Assignment | null {
  const { type, personId, unitId } = (stored ?? {}) as Record<string, unknown>;
  if (type === 'person' && typeof personId === 'string') return { type, personId };
  if (type === 'unit' && typeof unitId === 'string') return { type, unitId };
  return type === 'pool' ? { type, pool: 'members' } : null;
}
