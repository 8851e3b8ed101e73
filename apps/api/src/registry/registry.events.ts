import { defineEvent } from '../platform/events/event.js';

/** A resident asks to be registered; the community's workers have something to confirm. */
export const residencyRequested = defineEvent<{ residencyId: string; personId: string; areaPath: string }>(
  'residency.requested',
);

/** A request was answered; the resident wants to know. */
export const residencyDecided = defineEvent<{
  residencyId: string;
  personId: string;
  state: 'confirmed' | 'refused';
  byPersonId: string;
}>('residency.decided');
