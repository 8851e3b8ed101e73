/** One look at the database's clock; all in milliseconds, the round trip by a clock that cannot jump. */
export interface Look {
  readonly databaseAt: number;
  /** What the machine's clock said when the answer came. */
  readonly receivedAt: number;
  readonly roundTrip: number;
}

/** Two clocks that are this close agree: adopting less would make time jitter with every measurement. */
const TOLERANCE_MS = 500;

/**
 * How far ahead of this machine's the database's clock is to be taken from now on. What was held so far stays until a look
 * proves it wrong: by more than its own uncertainty, so that a slow answer moves no time.
 */
export function offsetAfter(held: number, { databaseAt, receivedAt, roundTrip }: Look): number {
  const doubt = roundTrip + TOLERANCE_MS;
  const seen = databaseAt + roundTrip / 2 - receivedAt;
  if (Math.abs(seen - held) <= doubt) return held;
  return Math.abs(seen) <= doubt ? 0 : Math.round(seen);
}
