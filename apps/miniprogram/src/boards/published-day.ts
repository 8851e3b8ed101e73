import { shanghaiDay } from '@linshao/domain';

const DAY_MS = 86_400_000;

/**
 * A day as one says it: 今天, 昨天, 3月5日, 2025年12月31日. Days are China's, whatever zone the phone is in.
 * @param iso ISO 8601; an unreadable one gives an empty string
 */
export function publishedDay(iso: string, now: Date): string {
  const instant = new Date(iso);
  if (Number.isNaN(instant.getTime())) return '';
  const daysAgo = shanghaiDay(now) - shanghaiDay(instant);
  if (daysAgo === 0) return '今天';
  if (daysAgo === 1) return '昨天';
  const then = calendar(instant);
  const day = `${then.getUTCMonth() + 1}月${then.getUTCDate()}日`;
  const year = then.getUTCFullYear();
  return year === calendar(now).getUTCFullYear() ? day : `${year}年${day}`;
}

/** A date whose UTC fields are the year, month and day in Shanghai. */
function calendar(at: Date): Date {
  return new Date(shanghaiDay(at) * DAY_MS);
}
