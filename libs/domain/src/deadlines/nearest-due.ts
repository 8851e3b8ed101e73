import type { NewDeadline } from './deadline.js';

/** Promises that show on an order; whom a miss has climbed to, and the resident's own window, do not. */
const SHOWN: ReadonlySet<string> = new Set(['reply', 'accept', 'claim', 'finish', 'total']);

/**
 * The date by which an order is judged overdue: that of its nearest promise that is still owed, a missed one included until
 * the act comes. Null: nothing is owed, or everything stands still.
 */
export function nearestDue(deadlines: readonly NewDeadline[]): Date | null {
  const owed = deadlines.filter(
    ({ kind, state, settledAt }) => SHOWN.has(kind) && settledAt === null && state !== 'paused',
  );
  return owed.reduce<Date | null>((nearest, { dueAt }) => (nearest && nearest <= dueAt ? nearest : dueAt), null);
}
