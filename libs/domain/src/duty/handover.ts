import { countCharacters } from '../kernel/count-characters.js';
import { accept, type Decision, refuse } from '../kernel/decision.js';

/** What the one who leaves could not finish. */
export interface OpenItem {
  readonly orderId: string;
  readonly number: string;
  readonly dueAt: Date;
  readonly missed: boolean;
}

/** In characters as people count them. */
export const HANDOVER_WORDS = { min: 5, max: 1000 } as const;

/**
 * Whether a hand-over note may be left: with something open the next one needs words about it, otherwise none are
 * needed. The list itself is made by the system, so that nothing is left out of it.
 */
export function mayHandOver(note: string, open: readonly OpenItem[]): Decision<null> {
  if (Array.from(note.trim()).length > HANDOVER_WORDS.max)
    return refuse('duty.note_too_long', { max: HANDOVER_WORDS.max });
  if (open.length > 0 && countCharacters(note) < HANDOVER_WORDS.min) {
    return refuse('duty.note_too_short', { open: open.length, min: HANDOVER_WORDS.min });
  }
  return accept(null);
}

/** Whoever comes next says that they have read it. One's own note read by oneself would hand nothing over. */
export function mayTakeOver(writtenById: string, readerId: string): Decision<null> {
  return writtenById === readerId ? refuse('duty.handover_own') : accept(null);
}
