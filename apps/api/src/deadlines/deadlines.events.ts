import type { RungRole } from '@linshao/domain';
import { defineEvent } from '../platform/events/event.js';

/** A deadline reminded, was missed, climbed, or got another date. Ids and codes only. */
export interface DeadlineNews {
  readonly deadlineId: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly orderId: string | null;
  readonly kind: string;
  /** Of a reminder its number, from 1; of an escalation the rung reached. */
  readonly rung: number;
  readonly role: string | null;
  /** Whose turn it is, where the deadline knows. */
  readonly holderIds: readonly string[];
  /** The note in the order's history, where there is one: the ledger seals it. */
  readonly eventId: string | null;
}

export const deadlineReminded = defineEvent<DeadlineNews>('deadline.reminded');
export const deadlineMissed = defineEvent<DeadlineNews>('deadline.missed');
export const deadlineEscalated = defineEvent<DeadlineNews>('deadline.escalated');
export const deadlineExtended = defineEvent<DeadlineNews>('deadline.extended');

/** A miss climbed to an office nobody holds: somebody must be appointed. */
export interface OfficeVacant {
  readonly areaPath: string;
  readonly role: RungRole;
  readonly orderId: string;
}

export const officeVacant = defineEvent<OfficeVacant>('deadline.office_vacant');
