import { byStart, type Period } from './shift.js';

/** How long before a gap it is told, the earliest first. */
export const GAP_LEVELS = ['week', 'day', 'hour'] as const;
export type GapLevel = (typeof GAP_LEVELS)[number];

const HOUR = 3_600_000;
const BEFORE: Readonly<Record<GapLevel, number>> = { week: 7 * 24 * HOUR, day: 24 * HOUR, hour: HOUR };

/** No alarm looks further ahead. */
export const GAP_HORIZON_MS = BEFORE.week;

/** The times in the window in which nobody is on duty, in order; shifts may come in any order and overlap. */
export function gapsIn(shifts: readonly Period[], window: Period): Period[] {
  const gaps: Period[] = [];
  let covered = window.from;
  for (const { from, to } of [...shifts].sort(byStart)) {
    if (from >= window.to) break;
    if (from > covered) gaps.push({ from: covered, to: from });
    if (to > covered) covered = to;
  }
  if (covered < window.to) gaps.push({ from: covered, to: window.to });
  return gaps;
}

/**
 * What a gap deserves at this moment: the tightest level reached, also for one that has begun; null while it is further
 * away than a week, or over. A gap that is first seen two hours before it is told at once, as one of less than a day.
 */
export function gapLevel(gap: Period, now: Date): GapLevel | null {
  if (gap.to <= now) return null;
  const left = gap.from.getTime() - now.getTime();
  return GAP_LEVELS.filter((level) => left <= BEFORE[level]).at(-1) ?? null;
}

export interface GapAlarm extends Period {
  readonly level: GapLevel;
}

/**
 * The alarms to raise now. A gap is known by where it begins; a level already told, or a tighter one, is not told again.
 * @param told earlier alarms of the same roster
 */
export function alarmsDue(
  gaps: readonly Period[],
  told: readonly Pick<GapAlarm, 'from' | 'level'>[],
  now: Date,
): GapAlarm[] {
  return gaps.flatMap((gap) => {
    const level = gapLevel(gap, now);
    if (level === null) return [];
    const known = told.some(
      (alarm) =>
        alarm.from.getTime() === gap.from.getTime() && GAP_LEVELS.indexOf(alarm.level) >= GAP_LEVELS.indexOf(level),
    );
    return known ? [] : [{ ...gap, level }];
  });
}
