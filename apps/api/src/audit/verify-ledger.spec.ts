import { OutboxRelay } from '../platform/events/outbox.relay.js';
import { Database } from '../platform/database/database.js';
import { LedgerService } from './ledger.service.js';
import { LedgerRepository } from './ledger.repository.js';
import { CHAIN, CITY, createLedgerWorld, type LedgerWorld, NEXT_CHAIN } from './testing/ledger-world.js';
import { verifyLedger } from './verify-ledger.js';

/** Where the tampering happens, of nine links in two chains: the third of CHAIN. */
const VICTIM = 3;

describe('verifying the ledger', () => {
  let world: LedgerWorld;
  let database: Database;
  let events: string[];
  beforeAll(async () => {
    world = await createLedgerWorld();
    database = world.test.database;
  });
  beforeEach(async () => {
    for (const table of ['ledger_entries', 'ledger_heads', 'order_events', 'outbox'])
      await database.rows(`DELETE FROM ${table}`);
    events = [...(await world.happen(5)), ...(await world.happen(4, [NEXT_CHAIN]))];
    await world.test.app.get(OutboxRelay).drain();
  });
  afterAll(() => world.test.close());

  const victim = (): string => events[VICTIM - 1] ?? '';
  const tamperEvent = (set: string) => database.rows(`UPDATE order_events SET ${set} WHERE id = $1`, [victim()]);
  const tamperEntry = (set: string) =>
    database.rows(`UPDATE ledger_entries SET ${set} WHERE event_id = $1`, [victim()]);

  it('finds nothing where nothing was done', async () => {
    expect(await world.verify()).toEqual({ entries: 9, erased: 0, chains: 2, broken: null });
  });

  const EVENT_COLUMNS: Readonly<Record<string, string>> = {
    city_id: 'city_id = 330100',
    id: 'id = gen_random_uuid()',
    order_id: 'order_id = gen_random_uuid()',
    version: 'version = version + 1',
    community_path: `community_path = '${NEXT_CHAIN}'`,
    type: `type = 'order.remarked'`,
    from_state: 'from_state = NULL',
    to_state: `to_state = 'closed'`,
    words: `words = words || '。'`,
    public: 'public = NOT public',
    data: `data = data || '{"solved": false}'`,
    actor_id: 'actor_id = gen_random_uuid()',
    post_id: 'post_id = NULL',
    post_name: `post_name = '社区书记'`,
    at: `at = at - interval '1 millisecond'`,
    salt: 'salt = gen_random_uuid()',
  };

  it.each(Object.entries(EVENT_COLUMNS))('names the link of an event whose %s was changed', async (_, set) => {
    await tamperEvent(set);
    const { broken } = await world.verify();
    expect(broken).toEqual({ chain: CHAIN, sequence: VICTIM, eventId: victim(), why: expect.any(String) });
  });

  const ENTRY_COLUMNS: Readonly<Record<string, string>> = {
    city_id: 'city_id = 330100',
    chain: `chain = '${CHAIN}/G01'`,
    sequence: 'sequence = 99',
    event_id: 'event_id = gen_random_uuid()',
    order_id: 'order_id = gen_random_uuid()',
    version: 'version = version + 1',
    at: `at = at + interval '1 second'`,
    type: `type = 'order.done'`,
    from_state: 'from_state = NULL',
    to_state: `to_state = 'closed'`,
    public: 'public = NOT public',
    seal: `seal = repeat('a', 64)`,
    previous_hash: `previous_hash = repeat('b', 64)`,
    hash: `hash = repeat('c', 64)`,
  };

  it.each(Object.entries(ENTRY_COLUMNS))('names the link whose %s was changed', async (_, set) => {
    await tamperEntry(set);
    expect((await world.verify()).broken).toMatchObject({ chain: CHAIN, sequence: VICTIM });
  });

  it('knows every column there is', async () => {
    const columns = async (table: string) =>
      (
        await database.rows<{ name: string }>(
          'SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1',
          [table],
        )
      )
        .map(({ name }) => name)
        .sort();
    expect(await columns('order_events')).toEqual(Object.keys(EVENT_COLUMNS).sort());
    expect(await columns('ledger_entries')).toEqual(Object.keys(ENTRY_COLUMNS).sort());
  });

  it.each([
    ['an event', 'DELETE FROM order_events WHERE id = $1', VICTIM],
    ['a link in the middle', 'DELETE FROM ledger_entries WHERE event_id = $1', VICTIM],
    [
      'a link with its event',
      'WITH e AS (DELETE FROM order_events WHERE id = $1) DELETE FROM ledger_entries WHERE event_id = $1',
      VICTIM,
    ],
    [
      'everything from a link on',
      'DELETE FROM ledger_entries WHERE chain = (SELECT chain FROM ledger_entries WHERE event_id = $1) AND sequence >= 3',
      VICTIM,
    ],
  ])('names the place where %s was deleted', async (_, sql, sequence) => {
    await database.rows(sql, [victim()]);
    expect((await world.verify()).broken).toMatchObject({ chain: CHAIN, sequence });
  });

  it.each([
    ['moved back', 'sequence = sequence - 1'],
    ['moved on', 'sequence = sequence + 1'],
    ['given another hash', `hash = repeat('d', 64)`],
    ['named otherwise', `chain = chain || '/x'`],
  ])('notices a head that was %s', async (_, set) => {
    await database.rows(`UPDATE ledger_heads SET ${set} WHERE chain = $1`, [CHAIN]);
    expect((await world.verify()).broken).not.toBeNull();
  });

  it('notices a chain without its head, and one that is gone whole while its events are still there', async () => {
    await database.rows('DELETE FROM ledger_heads WHERE chain = $1', [CHAIN]);
    expect((await world.verify()).broken).toMatchObject({ chain: CHAIN, why: 'the head of the chain is gone' });
    await database.rows('DELETE FROM ledger_entries WHERE chain = $1', [CHAIN]);
    // Fresh events may still be on their way; after five minutes they are missed.
    expect((await world.verify()).broken).toBeNull();
    await database.rows(`UPDATE order_events SET id = uuidv7_floor(now() - interval '6 minutes') WHERE id = $1`, [
      victim(),
    ]);
    expect((await world.verify()).broken).toMatchObject({ why: expect.stringMatching(/older than five minutes/) });
  });

  it('lets nobody use erasure to write other words', async () => {
    await world.test.app
      .get(LedgerService)
      .erase(database, CITY, [
        (await database.first<{ order_id: string }>('SELECT order_id FROM order_events WHERE id = $1', [victim()]))
          ?.order_id ?? '',
      ]);
    expect(await world.verify()).toEqual({ entries: 9, erased: 5, chains: 2, broken: null });
    for (const set of [
      `words = '从来没有回复过'`,
      `data = '{"solved": true}'`,
      'actor_id = gen_random_uuid()',
      `to_state = 'closed'`,
    ]) {
      await tamperEvent(set);
      expect((await world.verify()).broken).toMatchObject({ chain: CHAIN, sequence: VICTIM });
      await tamperEvent(`words = NULL, data = '{}', actor_id = NULL, to_state = 'accepted'`);
    }
  });

  it('raises no false alarm while links are being made', async () => {
    const repository = world.test.app.get(LedgerRepository);
    const links = repository.links.bind(repository);
    let more = 3;
    jest.spyOn(repository, 'links').mockImplementation(async (...args) => {
      const found = await links(...args);
      if (more > 0) {
        more -= 1;
        await world.happen(2);
        await world.test.app.get(OutboxRelay).drain();
      }
      return found;
    });
    expect(await verifyLedger(repository, CITY)).toEqual({ entries: 15, erased: 0, chains: 2, broken: null });
    jest.restoreAllMocks();
  });
});
