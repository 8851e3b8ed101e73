import { chainHash, GENESIS, sealOf } from '@linshao/domain';
import { entryOf, eventOf } from './ledger-links.js';
import type { EntryRow, Head, HistoryRow, LedgerRepository } from './ledger.repository.js';
import { sha256 } from './sha256.js';

export interface BrokenLink {
  readonly chain: string;
  readonly sequence: number;
  readonly eventId: string;
  /** What is wrong, for an operator. */
  readonly why: string;
}

export interface Verification {
  readonly entries: number;
  readonly chains: number;
  readonly broken: BrokenLink | null;
}

const BATCH = 5_000;

/** Walks every chain of a city and every event it vouches for, in constant memory, and stops at the first broken link. */
export async function verifyLedger(repository: LedgerRepository, cityId: number): Promise<Verification> {
  let entries = 0;
  const heads = await repository.heads(cityId);
  for (const head of heads) {
    let before: Head = { chain: head.chain, sequence: 0, hash: GENESIS };
    for (;;) {
      const links = await repository.links(cityId, head.chain, before.sequence, BATCH);
      for (const link of links) {
        const why = fault(link, before);
        if (why)
          return {
            entries,
            chains: heads.length,
            broken: { chain: head.chain, sequence: before.sequence + 1, eventId: link.event_id, why },
          };
        entries += 1;
        before = link;
      }
      if (links.length < BATCH) break;
    }
    if (before.sequence !== head.sequence || before.hash !== head.hash) {
      const why = `the chain ends at ${before.sequence}, but ${head.sequence} links were made: the last ones are gone`;
      return {
        entries,
        chains: heads.length,
        broken: { chain: head.chain, sequence: before.sequence + 1, eventId: '-', why },
      };
    }
  }
  const [unsealed] = await repository.overdue(cityId);
  if (!unsealed) return { entries, chains: heads.length, broken: null };
  const why = `event ${unsealed.id} of order ${unsealed.order_id} has no link although it is older than five minutes`;
  return { entries, chains: heads.length, broken: { chain: '-', sequence: 0, eventId: unsealed.id, why } };
}

function fault(link: EntryRow & { event: HistoryRow | null }, before: Head): string | null {
  if (link.sequence !== before.sequence + 1) return `link ${before.sequence + 1} is missing`;
  if (link.previous_hash !== before.hash) return 'it does not follow from the link before';
  if (chainHash(entryOf(link), sha256) !== link.hash) return 'its own content was changed';
  if (!link.event) return 'its event is gone from the history';
  // Erased on request: the words are gone for good, what the chain says of the step itself still counts.
  const event = { ...link.event, at: new Date(link.event.at) };
  const same =
    event.type === link.type &&
    event.from_state === link.from_state &&
    event.to_state === link.to_state &&
    event.public === link.public;
  if (!same || event.order_id !== link.order_id || event.at.getTime() !== link.at.getTime())
    return 'its event was changed';
  if (event.salt !== null && sealOf(eventOf(event), event.salt, sha256) !== link.seal)
    return 'the words, particulars or people of its event were changed';
  return null;
}
