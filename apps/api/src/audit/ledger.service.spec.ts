import { createOrderWorld } from '../orders/testing/order-world.js';
import { orderMoved } from '../orders/orders.events.js';
import type { Transaction } from '../platform/database/database.js';
import { OutboxRelay } from '../platform/events/outbox.relay.js';
import { Subscriptions } from '../platform/events/subscriptions.js';
import { LedgerRepository } from './ledger.repository.js';
import { LedgerService } from './ledger.service.js';
import { CHAIN, CITY, createLedgerWorld, type LedgerWorld, NEXT_CHAIN } from './testing/ledger-world.js';
import { verifyLedger } from './verify-ledger.js';

describe('sealing history', () => {
  let world: LedgerWorld;
  let trouble: ((tx: Transaction) => Promise<unknown>) | null = null;
  beforeAll(async () => {
    world = await createLedgerWorld();
    world.test.app
      .get(Subscriptions)
      .afterCommit(orderMoved, 'test.trouble', async (_, tx) => void (await trouble?.(tx)));
  });
  beforeEach(async () => {
    for (const table of ['ledger_entries', 'ledger_heads', 'order_events', 'outbox', 'outbox_failures'])
      await world.test.database.rows(`DELETE FROM ${table}`);
    trouble = null;
  });
  afterAll(() => world.test.close());

  const again = () => world.test.database.rows('UPDATE outbox SET handled_at = NULL');
  const drain = () => world.test.app.get(OutboxRelay).drain();

  it('links every step into the chain of its community, in the order of history', async () => {
    const events = await world.happen(9, [CHAIN, NEXT_CHAIN, null]);
    await drain();
    for (const [index, chain] of [CHAIN, NEXT_CHAIN, String(CITY)].entries())
      expect(await world.sealed(chain)).toEqual(events.filter((_, i) => i % 3 === index));
    expect(await world.verify()).toEqual({ entries: 9, erased: 0, chains: 3, broken: null });
  });

  it('goes on where the chain ended', async () => {
    const first = await world.happen(3);
    await drain();
    const second = await world.happen(2);
    await drain();
    expect(await world.sealed(CHAIN)).toEqual([...first, ...second]);
    expect(await world.verify()).toMatchObject({ entries: 5, broken: null });
  });

  it('seals 10,000 steps once, with three relays at work and everything told twice', async () => {
    const events = await world.happen(10_000, [CHAIN, NEXT_CHAIN]);
    await Promise.all([drain(), drain(), drain()]);
    await again();
    await Promise.all([drain(), drain()]);
    expect(await world.sealed(CHAIN)).toEqual(events.filter((_, i) => i % 2 === 0));
    expect(await world.verify()).toEqual({ entries: 10_000, erased: 0, chains: 2, broken: null });
  }, 120_000);

  it('does not fork a chain when two seal the same steps at the same moment', async () => {
    const events = await world.happen(40, [CHAIN, NEXT_CHAIN]);
    const { database, app } = world.test;
    const handler = app.get(Subscriptions).find(orderMoved.topic, 'audit.ledger');
    const told = events.map((eventId) => ({
      id: eventId,
      cityId: CITY,
      at: new Date(),
      payload: { eventId } as never,
    }));
    await Promise.all(
      Array.from({ length: 4 }, (_, i) =>
        database.transaction(async (tx) => handler?.handle(i % 2 === 0 ? told : [...told].reverse(), tx)),
      ),
    );
    expect(await world.verify()).toEqual({ entries: 40, erased: 0, chains: 2, broken: null });
    expect(await world.sealed(CHAIN)).toEqual(events.filter((_, i) => i % 2 === 0));
  });

  it('is whole after the process died between sealing and commit', async () => {
    const events = await world.happen(5);
    trouble = async (tx) => {
      trouble = null;
      const backend = await tx.first<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await world.test.database.rows('SELECT pg_terminate_backend($1)', [backend?.pid]);
      await tx.rows('SELECT 1');
    };
    await expect(drain()).rejects.toThrow();
    expect(await world.sealed(CHAIN)).toEqual([]);
    await drain();
    expect(await world.sealed(CHAIN)).toEqual(events);
    expect(await world.verify()).toMatchObject({ entries: 5, broken: null });
  });

  it('seals once although another subscriber fails and is retried', async () => {
    await world.happen(5);
    trouble = () => Promise.reject(new Error('no'));
    await drain();
    trouble = null;
    await world.test.database.rows('UPDATE outbox_failures SET next_at = now()');
    await drain();
    expect(await world.test.database.rows('SELECT FROM outbox_failures')).toEqual([]);
    expect(await world.verify()).toEqual({ entries: 5, erased: 0, chains: 1, broken: null });
  });

  it('erases the words of orders, also of steps not sealed yet, and keeps verifying', async () => {
    const orderId = '019ab000-0000-7000-8000-000000000001';
    await world.happen(3, [CHAIN], orderId);
    await drain();
    await world.happen(2, [CHAIN], orderId);
    await world.happen(1);
    const { database, app } = world.test;
    await database.transaction((tx) => app.get(LedgerService).erase(tx, CITY, [orderId]));
    await drain();
    expect(await world.verify()).toEqual({ entries: 6, erased: 5, chains: 1, broken: null });
    expect(
      await database.rows(
        'SELECT 1 FROM order_events WHERE order_id = $1 AND (words IS NOT NULL OR salt IS NOT NULL)',
        [orderId],
      ),
    ).toEqual([]);
  });
});

describe('an account that is deleted', () => {
  it('takes the words out of the history of its orders, and out of nobody else’s', async () => {
    const world = await createOrderWorld();
    const { test, neighbour, resident, duty, dispatcher } = world;
    const { id } = await world.create(neighbour);
    const { id: other } = await world.create(resident);
    for (const order of [id, other]) await world.act(duty, order, 'reply', { text: '我们马上派人去看' });
    await test.drain();
    await test.http().delete('/api/me').set(neighbour.headers).expect(204);
    await test.drain();
    await world.act(dispatcher, id, 'accept');
    await test.drain();
    const left = await test.database.rows<{ order_id: string; words: string | null; actor_id: string | null }>(
      'SELECT order_id, words, actor_id FROM order_events ORDER BY id',
    );
    expect(left.filter(({ order_id }) => order_id === id)).toEqual([
      { order_id: id, words: null, actor_id: null },
      { order_id: id, words: null, actor_id: null },
      { order_id: id, words: null, actor_id: dispatcher.personId },
    ]);
    expect(left.filter(({ order_id }) => order_id === other).map(({ words }) => words)).toContain('我们马上派人去看');
    expect(await verifyLedger(test.app.get(LedgerRepository), CITY)).toMatchObject({
      entries: 5,
      erased: 2,
      broken: null,
    });
    await test.close();
  });
});
