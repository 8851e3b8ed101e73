import { type QuietHours, quietUntil } from './preferences.js';
import { PROMISE_CRITICAL, type TemplateId } from './templates.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What was held overnight goes out over these minutes, so that 07:00:00 is no storm. */
const MORNING_SPREAD_MS = 10 * MINUTE;
const DIGEST_WINDOW_MS = 10 * MINUTE;
/** A promise cannot wait ten minutes for its digest. */
const URGENT_WINDOW_MS = 2 * MINUTE;
/** What has waited that long (for the morning, for room) comes together. */
const GATHERED_MS = MINUTE;
/** As many within the window come one by one. */
const ONE_BY_ONE = 5;

/** Rings at night too: for who is on duty, and for staff a promise depends on. */
export const isUrgent = (template: TemplateId, relation: string): boolean =>
  relation === 'duty_officer' || PROMISE_CRITICAL.has(template);

/**
 * When a message may go out: at once, or some minutes after the quiet hours.
 * @param spread 0 up to 1, each person their own, so that the morning's messages do not leave in one second
 */
export function mayGoAt(now: Date, urgent: boolean, quiet: QuietHours | null, spread: number): Date {
  const end = urgent || !quiet ? null : quietUntil(quiet, now);
  return end ? new Date(end.getTime() + Math.floor(spread * MORNING_SPREAD_MS)) : now;
}

/** What waits for one person on one channel, and what they got lately there. */
export interface Waiting {
  readonly due: number;
  readonly anyUrgent: boolean;
  /** The oldest of those that wait. */
  readonly since: Date;
  /** Moments of what went out, a digest counting once. */
  readonly sentAt: readonly Date[];
}

export type Turn =
  | { readonly as: 'single' }
  | { readonly as: 'digest' }
  /** More would be a storm: until then they gather. */
  | { readonly as: 'later'; readonly at: Date };

/** More than five messages in ten minutes to one person become one, and so does what was held back. */
export function turnOf({ due, anyUrgent, since, sentAt }: Waiting, now: Date): Turn {
  const recent = sentAt.filter((at) => now.getTime() - at.getTime() < DIGEST_WINDOW_MS);
  const isGathered = due > 1 && now.getTime() - since.getTime() >= GATHERED_MS;
  if (recent.length + due <= ONE_BY_ONE) return { as: isGathered ? 'digest' : 'single' };
  const last = Math.max(...recent.map((at) => at.getTime()));
  const opens = recent.length < ONE_BY_ONE ? now.getTime() : last + DIGEST_WINDOW_MS;
  const patience = anyUrgent ? Math.max(last, since.getTime()) + URGENT_WINDOW_MS : opens;
  const at = Math.min(opens, patience);
  return at <= now.getTime() ? { as: 'digest' } : { as: 'later', at: new Date(at) };
}

/** Longer after each failure, up to an hour; a little apart from the others that failed with it. @param dice 0 up to 1 */
export const backOffMs = (attempts: number, dice: number): number =>
  Math.min(5_000 * 2 ** (attempts - 1), HOUR) * (0.8 + 0.4 * dice);

export const MAX_DELIVERY_ATTEMPTS = 8;

export const digestText = (count: number, urgent: number): string =>
  urgent > 0 ? `您有${count}条新消息，其中${urgent}条有时限，请尽快打开查看。` : `您有${count}条新消息，请打开查看。`;
