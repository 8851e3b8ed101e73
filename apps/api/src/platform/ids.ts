import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const EACH = 16;
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
 * Makes UUIDv7s, each later in order than every one it made before.
 * @param now in milliseconds: what time the ids tell
 */
export function ids(now: () => number): () => string {
  let last = { msecs: 0, seq: 0 };
  return () => {
    const msecs = now();
    const bytes = random();
    // As `uuid` itself counts: 31 random bits to begin a millisecond with, one more for each that follows in it.
    const first = (((bytes[6] ?? 0) & 0x7f) << 24) | ((bytes[7] ?? 0) << 16) | ((bytes[8] ?? 0) << 8) | (bytes[9] ?? 0);
    if (msecs > last.msecs) last = { msecs, seq: first };
    else last = last.seq === 0x7fffffff ? { msecs: last.msecs + 1, seq: 0 } : { msecs: last.msecs, seq: last.seq + 1 };
    return v7({ random: bytes, msecs: last.msecs, seq: last.seq });
  };
}

/** A UUIDv7 later in order than every one before it in this process. For whoever makes thousands in one go. */
export const nextId = ids(() => Date.now());
