import { shanghaiDay, startOfShanghaiDay } from '../kernel/shanghai-day.js';
import { dateOf } from './calendar-day.js';
import type { ClockKind } from './time-limit.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** 11月23日; with another year than `seenFrom` has, 2027年1月5日. */
export function monthDay(day: number, seenFrom?: Date): string {
  const [year, month, date] = dateOf(day).split('-').map(Number);
  const otherYear = seenFrom && !dateOf(shanghaiDay(seenFrom)).startsWith(`${year}-`);
  return `${otherYear ? `${year}年` : ''}${month}月${date}日`;
}

/** 11月23日21:40 in Shanghai. */
export function monthDayTime(at: Date, seenFrom?: Date): string {
  const day = shanghaiDay(at);
  const minutes = Math.floor((at.getTime() - startOfShanghaiDay(day).getTime()) / MINUTE);
  return `${monthDay(day, seenFrom)}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The end of a period: midnight is 24:00 of the day that ends (Civil Code art. 203). */
export function endTime(at: Date, seenFrom?: Date): string {
  const day = shanghaiDay(at);
  const midnight = startOfShanghaiDay(day).getTime() === at.getTime();
  return midnight ? `${monthDay(day - 1, seenFrom)}24:00` : monthDayTime(at, seenFrom);
}

/** 2026-11-25T20:15:00+08:00: a moment for programs, with the offset that people here read. Whole seconds. */
export function shanghaiIso(at: Date): string {
  const midnight = startOfShanghaiDay(0).getTime();
  return `${new Date(at.getTime() - midnight).toISOString().slice(0, -'.000Z'.length)}+08:00`;
}

/** 3天4小时, 2小时5分钟, 38分钟, 45秒: the two largest units, rounded down. Working time is never told in days. */
export function spanWords(ms: number, clock: ClockKind = 'natural'): string {
  const span = Math.abs(ms);
  if (span >= DAY && clock === 'natural') return twoUnits(span, [DAY, '天'], [HOUR, '小时']);
  if (span >= HOUR) return twoUnits(span, [HOUR, '小时'], [MINUTE, '分钟']);
  return span >= MINUTE ? `${Math.floor(span / MINUTE)}分钟` : `${Math.floor(span / SECOND)}秒`;
}

/** 还剩38分钟, 已超时2小时. */
export function timeLeftWords(ms: number, clock: ClockKind = 'natural'): string {
  if (Math.abs(ms) < SECOND) return '时间已到';
  const kind = clock === 'working' ? '工作时间' : '';
  return `${ms > 0 ? '还剩' : '已超时'}${kind}${spanWords(ms, clock)}`;
}

type Unit = readonly [ms: number, name: string];

function twoUnits(span: number, [large, largeName]: Unit, [small, smallName]: Unit): string {
  const rest = Math.floor((span % large) / small);
  return `${Math.floor(span / large)}${largeName}${rest > 0 ? `${rest}${smallName}` : ''}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
