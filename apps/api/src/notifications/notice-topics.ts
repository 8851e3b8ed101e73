import { defineEvent } from '../platform/events/event.js';

/** A supervision order 督办单, an objection of a unit, or an extension, in one of its steps. */
export interface SubjectNews {
  readonly subjectId: string;
  readonly orderId: string | null;
  readonly holderIds: readonly string[];
  readonly actorId: string | null;
}

/** Nobody is on duty in an area for a while. */
export interface DutyGap {
  readonly areaPath: string;
  /** ISO 8601. */
  readonly from: string;
  readonly to: string;
  readonly level: 'week' | 'day' | 'hour';
}

export interface DutySwap {
  readonly swapId: string;
  readonly state: 'asked' | 'accepted' | 'declined';
  /** Who is told. */
  readonly personIds: readonly string[];
  readonly actorId: string | null;
}

export const supervisionOpened = defineEvent<SubjectNews>('supervision.opened');
export const supervisionAnswered = defineEvent<SubjectNews>('supervision.answered');
export const supervisionOverdue = defineEvent<SubjectNews>('supervision.overdue');
export const objectionRaised = defineEvent<SubjectNews>('objection.raised');
export const objectionRuled = defineEvent<SubjectNews>('objection.ruled');
export const dutyGap = defineEvent<DutyGap>('duty.gap');
export const dutySwap = defineEvent<DutySwap>('duty.swap');
