import { chainHash, type LedgerEntry, type Recorded, sealOf } from '@linshao/domain';
import type { EntryRow, Head, HistoryRow } from './ledger.repository.js';
import { sha256 } from './sha256.js';

/** A row of history as the rules know an event. */
export function eventOf(row: HistoryRow): Recorded {
  return {
    type: row.type,
    fromState: row.from_state,
    toState: row.to_state,
    words: row.words,
    public: row.public,
    data: row.data,
    postId: row.post_id,
    postName: row.post_name,
    actorId: row.actor_id,
  };
}

export function entryOf(row: EntryRow): LedgerEntry {
  return {
    chain: row.chain,
    sequence: row.sequence,
    orderId: row.order_id,
    version: row.version,
    at: row.at,
    event: { type: row.type, fromState: row.from_state, toState: row.to_state, public: row.public },
    seal: row.seal,
    previousHash: row.previous_hash,
  };
}

/** The link that follows `head`. @throws Error when the event's salt is gone: what was erased cannot be linked any more. */
export function nextLink(head: Head, event: HistoryRow): EntryRow {
  if (event.salt === null) throw new Error(`event ${event.id} was erased before it was sealed`);
  const unhashed = {
    chain: head.chain,
    sequence: head.sequence + 1,
    event_id: event.id,
    order_id: event.order_id,
    version: event.version,
    at: event.at,
    type: event.type,
    from_state: event.from_state,
    to_state: event.to_state,
    public: event.public,
    seal: sealOf(eventOf(event), event.salt, sha256),
    previous_hash: head.hash,
    hash: '',
  };
  return { ...unhashed, hash: chainHash(entryOf(unhashed), sha256) };
}
