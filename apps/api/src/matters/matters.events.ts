import type { MatterAction } from '@linshao/domain';
import { defineEvent } from '../platform/events/event.js';

/** A livelihood matter was moved. Ids and codes only. */
export interface MatterStep {
  readonly matterId: string;
  readonly areaPath: string;
  readonly action: 'submit' | MatterAction;
  readonly applicantId: string | null;
  /** Whose turn it is now; nobody's while it waits for papers or is over. */
  readonly holderIds: readonly string[];
  readonly actorId: string | null;
}

/** The step a matter stands at ran out of time. */
export interface MatterMissed {
  readonly matterId: string;
  readonly areaPath: string;
}

export const matterStep = defineEvent<MatterStep>('matter.step');
export const matterMissed = defineEvent<MatterMissed>('matter.missed');
