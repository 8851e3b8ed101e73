import { shanghaiDay, startOfShanghaiDay } from '../kernel/shanghai-day.js';
import { groupOf, PROMISE_CRITICAL, type TemplateId } from './templates.js';
import type { Channel, NotificationGroup } from './groups.js';

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;

/** A group a person does not want on a channel. */
export interface SwitchedOff {
  readonly group: NotificationGroup;
  readonly channel: Channel;
}

/** Whether a message goes out on a channel. What a promise depends on always does. */
export function isWanted(template: TemplateId, channel: Channel, off: readonly SwitchedOff[]): boolean {
  if (PROMISE_CRITICAL.has(template)) return true;
  return !off.some((each) => each.channel === channel && each.group === groupOf(template));
}

/** Hours in which nothing should ring, as minutes after midnight in Shanghai; `from` after `to` lies across midnight. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

/** The end of the quiet hours `at` lies in, or null outside of them. `from` equal to `to` is the whole day. */
export function quietUntil({ from, to }: QuietHours, at: Date): Date | null {
  const midnight = startOfShanghaiDay(shanghaiDay(at));
  const minute = (at.getTime() - midnight.getTime()) / MINUTE;
  const acrossMidnight = from >= to;
  const quiet = acrossMidnight ? minute >= from || minute < to : minute >= from && minute < to;
  if (!quiet) return null;
  const endsTomorrow = acrossMidnight && minute >= from;
  return new Date(midnight.getTime() + (to + (endsTomorrow ? DAY_MINUTES : 0)) * MINUTE);
}
