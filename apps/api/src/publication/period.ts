const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** The moment a month (2026-11) or day (2026-11-22) begins in Shanghai; null for a day that does not exist. */
export function startOfPeriod(text: string): Date | null {
  const day = text.length === 7 ? `${text}-01` : text;
  const start = new Date(`${day}T00:00:00+08:00`);
  const isReal = !Number.isNaN(start.getTime()) && shanghaiDate(start) === day;
  return isReal ? start : null;
}

/** The moment after a month or day ends. */
export function endOfPeriod(text: string): Date | null {
  const start = startOfPeriod(text);
  if (start === null || text.length > 7) return start && new Date(start.getTime() + DAY_MS);
  // 31 days after its first day lies in the next month, whichever month it is.
  return startOfPeriod(shanghaiDate(new Date(start.getTime() + 31 * DAY_MS)).slice(0, 7));
}

const shanghaiDate = (at: Date): string => new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 10);
