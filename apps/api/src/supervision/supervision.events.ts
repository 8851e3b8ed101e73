import { defineEvent } from '../platform/events/event.js';

/** A step of a supervision order 督办单. */
export interface SupervisionNews {
  /** The supervision order. */
  readonly subjectId: string;
  readonly orderId: string;
  /** Whose turn it is now. */
  readonly holderIds: readonly string[];
  /** Null: the clock. */
  readonly actorId: string | null;
}

export const supervisionOpened = defineEvent<SupervisionNews>('supervision.opened');
export const supervisionAnswered = defineEvent<SupervisionNews>('supervision.answered');
export const supervisionReturned = defineEvent<SupervisionNews>('supervision.returned');
export const supervisionClosed = defineEvent<SupervisionNews>('supervision.closed');
/** Its order was withdrawn or merged before anybody answered. */
export const supervisionVoided = defineEvent<SupervisionNews>('supervision.voided');
export const supervisionOverdue = defineEvent<SupervisionNews>('supervision.overdue');
