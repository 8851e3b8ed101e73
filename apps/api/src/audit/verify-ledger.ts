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
  /** Of them, how many vouch for a step only, because its words were erased on request. */
  readonly erased: number;
  readonly chains: number;
  readonly broken: BrokenLink | null;
}

type Link = EntryRow & { readonly event: HistoryRow | null };

const BATCH = 5_000;

/**
 * Walks every chain of a city and every event it vouches for, in constant memory, and stops at the first broken link.
 * New links may be made meanwhile.
 */
export async function verifyLedger(repository: LedgerRepository, cityId: number): Promise<Verification> {
  const count = { entries: 0, erased: 0 };
  const heads = await repository.heads(cityId);
  const answer = (broken: BrokenLink | null): Verification => ({ ...count, chains: heads.length, broken });
  for (const { chain } of heads) {
    const broken = await walk(repository, cityId, chain, count);
    if (broken) return answer(broken);
  }
  const headless = await repository.headless(cityId);
  if (headless !== null)
    return answer({ chain: headless, sequence: 1, eventId: '-', why: 'the head of the chain is gone' });
  const [unsealed] = await repository.overdue(cityId);
  if (!unsealed) return answer(null);
  const why = `event ${unsealed.id} of order ${unsealed.order_id} has no link although it is older than five minutes`;
  return answer({ chain: '-', sequence: 0, eventId: unsealed.id, why });
}

async function walk(
  repository: LedgerRepository,
  cityId: number,
  chain: string,
  count: { entries: number; erased: number },
): Promise<BrokenLink | null> {
  let before: Head = { chain, sequence: 0, hash: GENESIS };
  const brokenAfter = (eventId: string, why: string): BrokenLink => ({
    chain,
    sequence: before.sequence + 1,
    eventId,
    why,
  });
  for (;;) {
    // In this order: whatever the head names was there when the links after it were looked for once more.
    const head = await repository.headOf(cityId, chain);
    const links: Link[] = await repository.links(cityId, chain, before.sequence, BATCH);
    for (const link of links) {
      const why = fault(link, before, cityId);
      if (why) return brokenAfter(link.event_id, why);
      count.entries += 1;
      if (link.event?.salt === null) count.erased += 1;
      before = link;
    }
    if (links.length === BATCH) continue;
    const made = head?.sequence ?? 0;
    if (made > before.sequence)
      return brokenAfter(
        '-',
        `the chain ends at ${before.sequence}, but ${made} links were made: the last ones are gone`,
      );
    const now = await repository.headOf(cityId, chain);
    if (now?.sequence === before.sequence && now.hash === before.hash) return null;
    if (!now || now.sequence <= before.sequence)
      return { chain, sequence: before.sequence, eventId: '-', why: 'the head of the chain was changed' };
  }
}

function fault(link: Link, before: Head, cityId: number): string | null {
  if (link.sequence !== before.sequence + 1) return `link ${before.sequence + 1} is missing`;
  if (link.previous_hash !== before.hash) return 'it does not follow from the link before';
  if (chainHash(entryOf(link), sha256) !== link.hash) return 'its own content was changed';
  if (!link.event) return 'its event is gone from the history';
  const event = { ...link.event, at: new Date(link.event.at) };
  const same =
    event.type === link.type &&
    event.from_state === link.from_state &&
    event.to_state === link.to_state &&
    event.public === link.public &&
    event.version === link.version &&
    event.order_id === link.order_id &&
    (event.community_path ?? String(cityId)) === link.chain &&
    event.at.getTime() === link.at.getTime();
  if (!same) return 'its event was changed';
  // Erased on request: the words are gone for good, what the chain says of the step itself still counts.
  if (event.salt === null) return isEmpty(event) ? null : 'its event was given other content after it had been erased';
  if (sealOf(eventOf(event), event.salt, sha256) !== link.seal)
    return 'the words, particulars or people of its event were changed';
  return null;
}

/** Nothing is left that an erased salt could no longer prove. */
const isEmpty = ({ words, data, actor_id: actorId }: HistoryRow): boolean =>
  words === null && actorId === null && Object.keys(data).length === 0;
