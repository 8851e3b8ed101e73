import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { Database, type Transaction } from '../database/database.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { defineEvent, outboxRow, type PublishedEvent } from './event.js';
import { OutboxRelay } from './outbox.relay.js';
import { Precedence } from './precedence.js';
import { Subscriptions } from './subscriptions.js';

interface Fact {
  readonly n: number;
}
type Told = readonly PublishedEvent<Fact>[];

const CITY = 320400;

describe('the outbox relay', () => {
  let test: TestApp;
  let database: Database;
  let topic: ReturnType<typeof defineEvent<Fact>>;
  beforeAll(async () => {
    test = await createTestApp();
    database = test.database;
    await database.rows('CREATE TABLE heard (nth bigserial, who text NOT NULL, n int NOT NULL)');
  });
  beforeEach(async () => {
    topic = defineEvent<Fact>(`test.${uuidv7()}`);
    for (const table of ['heard', 'outbox', 'outbox_failures']) await database.rows(`DELETE FROM ${table}`);
  });
  afterAll(() => test.close());

  const publish = async (...numbers: number[]): Promise<void> => {
    for (const n of numbers) await database.rows(outboxRow(topic, CITY, { n }, '(SELECT 1) AS always'));
  };
  /** Many at once, in order. */
  const publishUpTo = (count: number) =>
    database.rows(
      `INSERT INTO outbox (city_id, id, topic, payload) SELECT $1, t.id, $2, jsonb_build_object('n', t.n) FROM unnest($3::uuid[]) WITH ORDINALITY AS t (id, n)`,
      [CITY, topic.topic, Array.from({ length: count }, () => uuidv7())],
    );
  const write = async (who: string, events: Told, tx: Transaction): Promise<void> => {
    for (const { payload } of events) await tx.rows('INSERT INTO heard (who, n) VALUES ($1, $2)', [who, payload.n]);
  };
  const subscribe = (
    who: string,
    before: (events: Told, tx: Transaction) => Promise<unknown> = async () => undefined,
  ) =>
    test.app.get(Subscriptions).afterCommit(topic, who, async (events, tx) => {
      await before(events, tx);
      await write(who, events, tx);
    });
  const heard = async (who: string): Promise<number[]> =>
    (await database.rows<{ n: number }>('SELECT n FROM heard WHERE who = $1 ORDER BY nth', [who])).map(({ n }) => n);
  const failures = () =>
    database.rows<{ subscriber: string; attempts: number; error: string; next_at: Date | null }>(
      'SELECT subscriber, attempts, error, next_at FROM outbox_failures ORDER BY subscriber',
    );
  const dueNow = () => database.rows('UPDATE outbox_failures SET next_at = now() WHERE next_at IS NOT NULL');
  const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);
  const relay = (): OutboxRelay => new OutboxRelay(database, test.app.get(Subscriptions), test.app.get(Precedence));

  it('tells every subscriber everything once, in order, batch by batch', async () => {
    const sizes: number[] = [];
    subscribe('a', async (events) => sizes.push(events.length));
    subscribe('b');
    await publishUpTo(450);
    expect(await relay().drain()).toBe(450);
    expect(await heard('a')).toEqual(upTo(450));
    expect(await heard('b')).toEqual(upTo(450));
    expect(sizes).toEqual([100, 100, 100, 100, 50]);
    expect(await relay().drain()).toBe(0);
    expect(await heard('a')).toHaveLength(450);
  });

  it('keeps the order also with two relays, however slow the first is', async () => {
    let first = true;
    subscribe('slow start', async () => {
      const wait = first;
      first = false;
      if (wait) await pause(300);
    });
    await publishUpTo(600);
    const handled = await Promise.all([relay().drain(), relay().drain(), relay().drain()]);
    expect(handled.reduce((sum, n) => sum + n)).toBe(600);
    expect(await heard('slow start')).toEqual(upTo(600));
  });

  it('is done only when what waited has been heard, whoever is telling it', async () => {
    subscribe('slow', () => pause(200));
    await publish(1);
    const other = relay().drain();
    await pause(50);
    await relay().drain();
    expect(await heard('slow')).toEqual([1]);
    await other;
  });

  it('does everything again, once, when the process dies before the commit', async () => {
    let dies = true;
    subscribe('steady');
    subscribe('dying', async (_, tx) => {
      if (!dies) return;
      dies = false;
      const backend = await tx.first<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await database.rows('SELECT pg_terminate_backend($1)', [backend?.pid]);
      await pause(50);
    });
    await publish(1, 2, 3);
    await expect(relay().drain()).rejects.toThrow();
    expect(await heard('steady')).toEqual([]);
    await relay().drain();
    expect(await heard('steady')).toEqual([1, 2, 3]);
    expect(await heard('dying')).toEqual([1, 2, 3]);
    expect(await failures()).toEqual([]);
  });

  it.each([
    ['throws', async () => Promise.reject(new Error('no'))],
    ['breaks the transaction', (tx: Transaction) => tx.rows('SELECT 1 / 0')],
    ['breaks it and says nothing', (tx: Transaction) => tx.rows('SELECT 1 / 0').catch(() => undefined)],
    ['says what cannot be stored', async () => Promise.reject(new Error('no \0 way 𠮷'.repeat(400)))],
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    ['throws nothing of use', () => Promise.reject(undefined)],
  ])('isolates an event at which a subscriber %s', async (_, fail) => {
    subscribe('steady');
    subscribe('allergic', async (events, tx) => {
      if (events.some(({ payload }) => payload.n === 3)) {
        await write('allergic', events, tx);
        await fail(tx);
      }
    });
    await publish(1, 2, 3, 4, 5);
    expect(await relay().drain()).toBe(5);
    expect(await heard('steady')).toEqual([1, 2, 3, 4, 5]);
    expect(await heard('allergic')).toEqual([1, 2, 4, 5]);
    expect(await failures()).toEqual([
      { subscriber: 'allergic', attempts: 1, error: expect.any(String), next_at: expect.any(Date) },
    ]);
    await publish(6);
    await relay().drain();
    expect(await heard('allergic')).toEqual([1, 2, 4, 5, 6]);
  });

  it('retries with growing pauses, and counts a late success once', async () => {
    let tries = 0;
    subscribe('recovering', async () => {
      // The first delivery tries twice: with its batch, then alone.
      tries += 1;
      if (tries < 5) throw new Error('not yet');
    });
    await publish(1);
    for (const seconds of [2, 4, 8]) {
      const began = Date.now();
      await Promise.all([relay().drain(), relay().drain()]);
      const [failure] = await failures();
      const failedAt = (failure?.next_at?.getTime() ?? 0) - seconds * 1000;
      expect(failedAt).toBeGreaterThanOrEqual(began);
      expect(failedAt).toBeLessThanOrEqual(Date.now());
      await dueNow();
    }
    await Promise.all([relay().drain(), relay().drain()]);
    expect(await heard('recovering')).toEqual([1]);
    expect(await failures()).toEqual([]);
    expect(tries).toBe(5);
  });

  it('gives up after the eighth try and keeps the letter to look at', async () => {
    let tries = 0;
    subscribe('hopeless', async () => {
      tries += 1;
      throw new Error('never');
    });
    await publish(1);
    for (let round = 0; round < 12; round += 1) {
      await relay().drain();
      await dueNow();
    }
    expect(await failures()).toEqual([{ subscriber: 'hopeless', attempts: 8, error: 'never', next_at: null }]);
    expect(tries).toBe(9);
    expect(await heard('hopeless')).toEqual([]);
  });

  it('lets a subscriber that comes later hear what happens from then on', async () => {
    subscribe('early');
    await publish(1);
    await relay().drain();
    subscribe('late');
    await publish(2);
    await relay().drain();
    expect(await heard('early')).toEqual([1, 2]);
    expect(await heard('late')).toEqual([2]);
  });

  it('buries what a subscriber that no longer exists had left to do', async () => {
    await publish(1);
    await relay().drain();
    await database.rows(
      `INSERT INTO outbox_failures SELECT city_id, id, 'gone', 7, 'no', now() FROM outbox WHERE topic = $1`,
      [topic.topic],
    );
    expect(await relay().drain()).toBe(1);
    expect(await failures()).toEqual([
      { subscriber: 'gone', attempts: 8, error: 'the subscriber is gone', next_at: null },
    ]);
  });
});
