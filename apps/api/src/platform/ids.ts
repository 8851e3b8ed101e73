import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const EACH = 16;
/** A clock set back by more was wrong before: ids that went on from there would tell a wrong time for as long as it was off. */
const WRONG_MS = 60_000;
const pool = new Uint8Array(256 * EACH);
let taken = pool.length;

/** The next random bytes: asking the system for many at once costs a tenth of asking for each. */
function random(): Uint8Array {
  if (taken === pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  taken += EACH;
  return pool.subarray(taken - EACH, taken);
}

/**
 * Makes UUIDv7s, each later in order than every one it made before, unless the clock turns out to have been wrong.
 * @param now in milliseconds: what time the ids tell
 */
export function ids(now: () => number): () => string {
  let last = { msecs: 0, seq: 0 };
  return () => {
    const msecs = now();
    const bytes = random();
    // As `uuid` itself counts: 31 random bits to begin a millisecond with, one more for each that follows in it.
    const first = (((bytes[6] ?? 0) & 0x7f) << 24) | ((bytes[7] ?? 0) << 16) | ((bytes[8] ?? 0) << 8) | (bytes[9] ?? 0);
    if (msecs > last.msecs || msecs < last.msecs - WRONG_MS) last = { msecs, seq: first };
    else last = last.seq === 0x7fffffff ? { msecs: last.msecs + 1, seq: 0 } : { msecs: last.msecs, seq: last.seq + 1 };
    return v7({ random: bytes, msecs: last.msecs, seq: last.seq });
  };
}

let clock = (): number => Date.now();

/** Lets the ids of this process tell another time than its machine's. @param now in milliseconds */
export function setIdClock(now: () => number): void {
  clock = now;
}

/** A UUIDv7 of the application's time, later in order than those before it in this process. */
export const nextId = ids(() => clock());
