import { endTime, monthDayTime, timeLeftWords } from '../time/format.js';
import type { WorkCalendar } from '../time/work-calendar.js';
import { remaining } from '../time/working-time.js';
import { ownTime, type DeadlineClock } from './clock.js';

/** A deadline that has not ended, explained in one Chinese sentence: when it is due, what is left, and where the date comes from. */
export function explainClock(clock: DeadlineClock, now: Date, calendar: WorkCalendar): string {
  const own = ownTime(clock);
  const due = endTime(clock.dueAt, now);
  const left = timeLeftWords(remaining(clock.pausedAt ?? now, clock.dueAt, own, calendar), own);
  return clock.pausedAt
    ? `${monthDayTime(clock.pausedAt, now)}起暂停计时，届时${left}，原定${due}到期：${clock.why}。`
    : `${due}到期，${left}：${clock.why}。`;
}
