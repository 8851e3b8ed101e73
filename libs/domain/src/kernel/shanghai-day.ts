const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Asia/Shanghai has been UTC+8 without summer time since 1991-09-15, so plain arithmetic is exact. */
const OFFSET = 8 * HOUR;

/** Days since 1970-01-01 on a calendar in Shanghai. */
export function shanghaiDay(at: Date): number {
  return Math.floor((at.getTime() + OFFSET) / DAY);
}

/** The instant at which the given Shanghai day begins (00:00). */
export function startOfShanghaiDay(day: number): Date {
  return new Date(day * DAY - OFFSET);
}

/**
 * End of a window of natural days (exclusive): the starting day does not count and the last one
 * ends at 24:00 (Civil Code art. 201 and 203).
 */
export function endOfDaysWindow(start: Date, days: number): Date {
  return startOfShanghaiDay(shanghaiDay(start) + days + 1);
}
