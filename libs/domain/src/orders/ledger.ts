import { canonicalJson } from '../kernel/canonical-json.js';
import type { HistoryType, OrderEvent } from './events.js';

/** SHA-256 of a UTF-8 string as 64 lower-case hex digits; hashing itself is the caller's. */
export type Sha256 = (text: string) => string;

/** A line of history: a step of an order, or a note. */
export type Recorded = Omit<OrderEvent, 'type' | 'action'> & { readonly type: HistoryType };

/** An event in its place in a community's chain. */
export interface LedgerEntry {
  /** Area code of the community whose chain this is. */
  readonly chain: string;
  /** 1, 2, 3 … without gaps within the chain. */
  readonly sequence: number;
  readonly orderId: string;
  /** The order's version after the step: by it a timeline is put in order. */
  readonly version: number;
  /** Whole milliseconds: store no finer, or the hash cannot be recomputed. */
  readonly at: Date;
  readonly event: Pick<Recorded, 'type' | 'fromState' | 'toState' | 'public'>;
  /** Commitment to what may be personal, see `sealOf`. */
  readonly seal: string;
  /** Hash of the entry before; GENESIS for the first. */
  readonly previousHash: string;
}

export const GENESIS = '0'.repeat(64);

/**
 * A salted commitment to the words, particulars and people of an event. The chain holds only this: when retention
 * erases words and salt (PIPL art. 47), the chain still verifies, and the words cannot be guessed from it.
 */
export function sealOf(event: Recorded, salt: string, sha256: Sha256): string {
  const { words, data, actorId, postId, postName } = event;
  return sha256(canonicalJson({ salt, words, data, actorId, postId, postName }));
}

/** The bytes that are hashed: canonical JSON of exactly these members. Changing them breaks every existing chain. */
export function canonicalEvent(entry: LedgerEntry): string {
  const { chain, sequence, orderId, version, at, event, seal, previousHash } = entry;
  const { type, fromState, toState } = event;
  return canonicalJson({
    chain,
    sequence,
    orderId,
    version,
    at,
    type,
    fromState,
    toState,
    public: event.public,
    seal,
    previousHash,
  });
}

export function chainHash(entry: LedgerEntry, sha256: Sha256): string {
  return sha256(canonicalEvent(entry));
}

/** A stored entry; words and salt are gone once retention has erased them. */
export interface StoredEntry extends LedgerEntry {
  readonly hash: string;
  readonly opened?: { readonly event: Recorded; readonly salt: string };
}

/** Index of the first entry that does not follow from the one before or from its own content; null when all do. */
export function firstBrokenLink(
  entries: readonly StoredEntry[],
  sha256: Sha256,
  before: { readonly hash: string; readonly sequence: number } = { hash: GENESIS, sequence: 0 },
): number | null {
  let last = before;
  for (const [index, entry] of entries.entries()) {
    const sealed = !entry.opened || sealOf(entry.opened.event, entry.opened.salt, sha256) === entry.seal;
    const follows = entry.previousHash === last.hash && entry.sequence === last.sequence + 1;
    if (!sealed || !follows || chainHash(entry, sha256) !== entry.hash) return index;
    last = entry;
  }
  return null;
}
