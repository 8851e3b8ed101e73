import { defineEvent } from '../platform/events/event.js';

/** A city counts working time otherwise than before: provisional deadlines are to be planned anew. */
export const calendarChanged = defineEvent<{
  readonly version: number;
  /** Version of the official holiday table it is read with. */
  readonly tableVersion: string;
  /** Null when a new official table brought the change. */
  readonly byPersonId: string | null;
}>('calendar.changed');

/** The days off of a year that begins within sixty days, or has begun, are not known. Once a week until they are. */
export const yearMissing = defineEvent<{ readonly year: number }>('calendar.year_missing');
