/** A time [from, to) in which one person answers for an area. */
export interface Shift {
  readonly personId: string;
  readonly from: Date;
  readonly to: Date;
}

export interface Period {
  readonly from: Date;
  readonly to: Date;
}

/** Whoever sleeps at the desk for longer is not on duty, but forgotten in the roster. */
export const LONGEST_SHIFT_HOURS = 48;

export const overlapInTime = (one: Period, other: Period): boolean => one.from < other.to && other.from < one.to;

export const isOn = ({ from, to }: Period, now: Date): boolean => from <= now && now < to;

/** The shift that runs now and the first to begin later. */
export function nowAndNext<S extends Period>(
  shifts: readonly S[],
  now: Date,
): { readonly now: S | null; readonly next: S | null } {
  const later = shifts.filter(({ from }) => from > now).sort(byStart);
  return { now: shifts.find((shift) => isOn(shift, now)) ?? null, next: later[0] ?? null };
}

export const byStart = (one: Period, other: Period): number => one.from.getTime() - other.from.getTime();
