import { deriveDue } from './derive-due.js';
import type { TimeLimit } from './time-limit.js';
import type { WorkCalendar } from './work-calendar.js';

/** When a promise is due, in whole seconds, and the Chinese sentence that derives the date. */
export interface TimePlan {
  readonly dueAt: Date;
  /** It reaches into a year whose days off are not announced yet: the date may still move, and the sentence says so. */
  readonly provisional: boolean;
  /** Without a full stop, so that it can stand inside a longer sentence. */
  readonly why: string;
}

/**
 * When a promise given at `start` is due (Civil Code art. 201 and 203).
 * @param scale DEMO_TIME_SCALE; with more than 1 a natural hour lasts 60/scale minutes and working time runs day and night
 * @throws RangeError for amounts that are not positive, not whole days, or beyond ten years
 */
export function planTime(start: Date, limit: TimeLimit, calendar: WorkCalendar, scale = 1): TimePlan {
  const { dueAt, words, unannounced } = deriveDue(start, limit, calendar, scale);
  return { dueAt, provisional: unannounced.length > 0, why: words + provisionalWords(unannounced) };
}

/** ；2027年放假安排尚未公布，暂按周末与法定节日推算 */
export function provisionalWords(unannounced: readonly number[]): string {
  const years = unannounced.map((year) => `${year}年`).join('、');
  return years && `；${years}放假安排尚未公布，暂按周末与法定节日推算`;
}
