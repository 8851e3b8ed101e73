import { defineEvent } from '../platform/events/event.js';

/** A step of a unit's objection. */
export interface ObjectionNews {
  /** The objection. */
  readonly subjectId: string;
  readonly orderId: string;
  /** Whose turn it is now. */
  readonly holderIds: readonly string[];
  readonly actorId: string | null;
}

export const objectionRaised = defineEvent<ObjectionNews>('objection.raised');
export const objectionRuled = defineEvent<ObjectionNews>('objection.ruled');
/** The order went elsewhere before anybody ruled. */
export const objectionVoided = defineEvent<ObjectionNews>('objection.voided');
