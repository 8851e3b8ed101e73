import type { StepRow } from './publications.repository.js';

type Judgement = Pick<StepRow, 'moderation' | 'verdict' | 'label' | 'check_at'>;

/** Who wrote the words a step shows, as far as checking them goes. */
export interface Writer {
  /** WeChat checks words by their writer. */
  readonly hasOpenId: boolean;
  /** No such person exists (demo data), so nobody is hurt and nobody can be asked. */
  readonly invented: boolean;
  /** Acted as a resident, not by a post. */
  readonly isResident: boolean;
}

/**
 * What becomes of words WeChat cannot check, because their writer has no WeChat or was away too long. A person looks at
 * an order before it comes onto any board, and whoever acts by a post answers for their words; of what a resident adds
 * later nobody has seen anything, so it waits for the community.
 */
export function withoutCheck({ invented, isResident }: Writer, isOpening: boolean): Judgement {
  const seen = isOpening || !isResident || invented;
  return { moderation: seen ? 'passed' : 'refused', verdict: 'unchecked', label: null, check_at: null };
}

/** What becomes of new words, at once. */
export function atFirst(writer: Writer, isOpening: boolean, hasWords: boolean, now: Date): Judgement {
  if (!hasWords) return { moderation: 'passed', verdict: null, label: null, check_at: null };
  if (!writer.hasOpenId) return withoutCheck(writer, isOpening);
  return { moderation: 'pending', verdict: null, label: null, check_at: now };
}
