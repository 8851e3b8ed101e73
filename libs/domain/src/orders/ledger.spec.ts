import fc from 'fast-check';
import { ACTORS, COMMANDS, facts, orderIn } from '../testing/orders.js';
import { minutesAfter, NOW } from '../testing/people.js';
import { decide } from './decide.js';
import type { OrderEvent } from './events.js';
import { canonicalEvent, chainHash, firstBrokenLink, GENESIS, sealOf, type StoredEntry } from './ledger.js';

/** A stand-in for SHA-256 (FNV-1a): these tests are about what is hashed, not how. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(16).padStart(64, '0');
}

function eventOf(words: string): OrderEvent {
  const decision = decide(orderIn('accepted'), { action: 'reply', text: words }, ACTORS.duty_officer, facts());
  if (!decision.ok || !decision.value.events[0]) throw new Error('expected an event');
  return decision.value.events[0];
}

function chainOf(count: number): StoredEntry[] {
  const entries: StoredEntry[] = [];
  for (let sequence = 1; sequence <= count; sequence += 1) {
    const event = eventOf(`第${sequence}次回复居民`);
    const salt = `salt-${sequence}`;
    const entry = {
      chain: '320402003012',
      sequence,
      orderId: 'o1',
      version: sequence,
      at: minutesAfter(NOW, sequence),
      event,
      seal: sealOf(event, salt, hash),
      previousHash: entries.at(-1)?.hash ?? GENESIS,
    };
    entries.push({ ...entry, hash: chainHash(entry, hash), opened: { event, salt } });
  }
  return entries;
}

const CHAIN = chainOf(5);

describe('the ledger', () => {
  it('hashes exactly these bytes', () => {
    const [first] = chainOf(1);
    if (!first) throw new Error('expected an entry');
    expect(canonicalEvent({ ...first, seal: 'SEAL' })).toBe(
      '{"at":"2026-11-22T13:41:00.000Z","chain":"320402003012","fromState":"accepted","orderId":"o1",' +
        `"previousHash":"${GENESIS}","public":true,"seal":"SEAL","sequence":1,"toState":"accepted","type":"order.replied","version":1}`,
    );
  });

  it('holds no words, names or people itself', () => {
    const [first] = chainOf(1);
    if (!first) throw new Error('expected an entry');
    expect(canonicalEvent(first)).not.toMatch(/回复|duty-officer|post-/);
  });

  it('verifies whole, in pages, and after the words were erased', () => {
    const chain = chainOf(5);
    expect(firstBrokenLink(chain, hash)).toBeNull();
    const [, second] = chain;
    expect(firstBrokenLink(chain.slice(2), hash, second)).toBeNull();
    expect(
      firstBrokenLink(
        chain.map(({ opened: _, ...entry }) => entry),
        hash,
      ),
    ).toBeNull();
  });

  const tamperings: Record<string, (entry: StoredEntry) => StoredEntry> = {
    'changes words': (entry) => ({ ...entry, opened: { event: eventOf('从来没有回复过'), salt: 'salt' } }),
    'changes a state': (entry) => ({ ...entry, event: { ...entry.event, toState: 'closed' } }),
    'moves an entry in time': (entry) => ({ ...entry, at: minutesAfter(entry.at, -60) }),
    'puts it at another place of its order': (entry) => ({ ...entry, version: 9 }),
    'gives it to another order': (entry) => ({ ...entry, orderId: 'o9' }),
    'rewrites the entry and its own hash': (entry) => {
      const rewritten = { ...entry, seal: hash('other'), opened: undefined };
      return { ...rewritten, hash: chainHash(rewritten, hash) };
    },
  };

  it.each(Object.entries(tamperings))('notices whoever %s', (name, tamper) => {
    const late = name.startsWith('rewrites') ? 1 : 0;
    fc.assert(
      fc.property(fc.nat(3), (at) => {
        const chain = CHAIN.map((entry, index) => (index === at ? tamper(entry) : entry));
        expect(firstBrokenLink(chain, hash)).toBe(at + late);
      }),
    );
  });

  it('notices a missing, doubled or swapped entry', () => {
    const chain = chainOf(4);
    const pick = (...indexes: number[]) => indexes.flatMap((index) => chain[index] ?? []);
    expect(firstBrokenLink(pick(0, 2, 3), hash)).toBe(1);
    expect(firstBrokenLink(pick(0, 1, 1, 2), hash)).toBe(2);
    expect(firstBrokenLink(pick(0, 2, 1, 3), hash)).toBe(1);
    expect(firstBrokenLink(pick(1, 2), hash)).toBe(0);
  });

  it('notices a gap in the count even when every hash fits', () => {
    const chain = chainOf(2);
    const [first, second] = chain;
    if (!first || !second) throw new Error('expected two entries');
    const moved = { ...second, sequence: 3 };
    expect(firstBrokenLink([first, { ...moved, hash: chainHash(moved, hash) }], hash)).toBe(1);
  });

  it('cannot be guessed from: the same words with another salt have another seal', () => {
    expect(sealOf(eventOf(COMMANDS.reply.text), 'a', hash)).not.toBe(sealOf(eventOf(COMMANDS.reply.text), 'b', hash));
  });
});
