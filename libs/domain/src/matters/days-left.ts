import { shanghaiDay } from '../kernel/shanghai-day.js';

/** Calendar days in Shanghai until the day a date falls on, negative once it is past; midnight ends the day before it. */
export function daysLeft(dueAt: Date, now: Date): number {
  return shanghaiDay(new Date(dueAt.getTime() - 1)) - shanghaiDay(now);
}
