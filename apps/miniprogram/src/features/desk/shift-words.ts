import { monthDay, shanghaiDay, shanghaiIso } from '@linshao/domain';

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;
/** The day numbered 0, 1970-01-01, was a Thursday. */
const WEEKDAY_OF_FIRST = 4;
const NEAR: Readonly<Record<string, string>> = { '-1': '昨天', '0': '今天', '1': '明天', '2': '后天' };

const clock = (at: Date): string => shanghaiIso(at).slice('2026-11-26T'.length, '2026-11-26T08:00'.length);

/** 今天 08:00–20:00; 11月29日 周日 20:00–次日08:00. */
export function shiftWords({ from, to }: { readonly from: string; readonly to: string }, now: Date): string {
  const [begin, end] = [new Date(from), new Date(to)];
  const [first, last] = [shanghaiDay(begin), shanghaiDay(end)];
  const near = NEAR[String(first - shanghaiDay(now))];
  const day = near ?? `${monthDay(first, now)} ${WEEKDAYS[(first + WEEKDAY_OF_FIRST) % WEEKDAYS.length] ?? ''}`;
  const later = last === first ? '' : last === first + 1 ? '次日' : monthDay(last, now);
  return `${day} ${clock(begin)}–${later}${clock(end)}`;
}

/** Whether somebody is on it at the moment. */
export const runs = ({ from, to }: { readonly from: string; readonly to: string }, now: Date): boolean =>
  new Date(from) <= now && now < new Date(to);
