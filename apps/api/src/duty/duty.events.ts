import { defineEvent } from '../platform/events/event.js';

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

export const dutyGap = defineEvent<DutyGap>('duty.gap');
export const dutySwap = defineEvent<DutySwap>('duty.swap');
