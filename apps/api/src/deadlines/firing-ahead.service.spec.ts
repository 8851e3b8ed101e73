import { setTimeout as sleep } from 'node:timers/promises';
import type { Rung } from '@linshao/domain';
import { createOrderWorld, type OrderWorld } from '../orders/testing/order-world.js';
import { PlaybooksService } from '../playbooks/playbooks.service.js';
import { FiringAhead } from './firing-ahead.service.js';
import { FiringHooks } from './firing-hooks.service.js';
import { FiringService } from './firing.service.js';
import { letPass } from './testing/let-pass.js';

const CITY = 320400;
const BEYOND_THE_CIRCLE: Rung = { role: 'regulator', within: { amount: 1, unit: 'workdays', clock: 'working' } };

describe('firing to the second', () => {
  let world: OrderWorld;
  beforeAll(async () => {
    world = await createOrderWorld();
  });
  afterAll(() => world.test.close());
  afterEach(() => jest.restoreAllMocks());

  const ahead = (second: number) => world.test.app.get(FiringAhead).fire(CITY, second);
  const drain = () => world.test.app.get(FiringService).drain(CITY);
  const rows = <T>(text: string, values: readonly unknown[]) => world.test.database.rows<T>(text, values);

  /** New orders whose reply is due at the beginning of a second that is one to two seconds away. */
  async function promised(count: number, order: object = {}): Promise<{ ids: string[]; second: number }> {
    const orders = await Promise.all(Array.from({ length: count }, () => world.create(world.resident, order)));
    const ids = orders.map(({ id }) => id);
    const [due] = await rows<{ second: number }>(
      `WITH due AS (SELECT date_trunc('second', clock_timestamp()) + interval '2 seconds' AS at), moved AS (
         UPDATE deadlines SET due_at = due.at, wake_at = due.at, started_at = due.at - interval '1 hour', reminded = 2
           FROM due WHERE order_id = ANY($1::uuid[]) AND kind = 'reply')
       SELECT extract(epoch FROM at)::float8 AS second FROM due`,
      [ids],
    );
    return { ids, second: due?.second ?? 0 };
  }

  const replies = (ids: readonly string[]) =>
    rows<{ state: string; ended: number | null; climbs: number; news: number; notes: number }>(
      `SELECT d.state, extract(epoch FROM d.ended_at)::float8 AS ended,
              (SELECT count(*)::int FROM escalations e WHERE e.deadline_id = d.id) AS climbs,
              (SELECT count(*)::int FROM outbox x WHERE x.payload->>'deadlineId' = d.id::text) AS news,
              (SELECT count(*)::int FROM order_events v WHERE v.order_id = d.order_id AND v.type IN ('deadline.missed', 'deadline.escalated')) AS notes
         FROM deadlines d WHERE d.order_id = ANY($1::uuid[]) AND d.kind = 'reply' ORDER BY array_position($1::uuid[], d.order_id)`,
      [ids],
    );

  it('waits for its second and makes everything true at it, leaving nothing that is due', async () => {
    const { ids, second } = await promised(3);
    const fired = ahead(second);
    await sleep(300);
    const untouched = { state: 'running', ended: null, climbs: 0, news: 0, notes: 0 };
    expect(await replies(ids)).toEqual([untouched, untouched, untouched]);
    expect(await fired).toBe(3);
    const [now] = await rows<{ late: number }>('SELECT extract(epoch FROM now())::float8 - $1::float8 AS late', [
      second,
    ]);
    expect(now?.late).toBeGreaterThanOrEqual(0);
    const missed = { state: 'missed', ended: second, climbs: 1, news: 2, notes: 2 };
    expect(await replies(ids)).toEqual([missed, missed, missed]);
    expect(await drain()).toBe(0);
  });

  it('writes nothing of a promise that was kept in the last moment', async () => {
    const { ids, second } = await promised(2);
    const fired = ahead(second);
    await sleep(300);
    const [kept = '', broken = ''] = ids;
    expect((await world.act(world.duty, kept, 'reply', { text: '马上过来看，请放心' })).status).toBe(200);
    expect(await fired).toBe(1);
    expect(await replies([kept, broken])).toEqual([
      expect.objectContaining({ state: 'met', climbs: 0, notes: 0 }),
      expect.objectContaining({ state: 'missed', climbs: 1, notes: 2 }),
    ]);
    expect(await drain()).toBe(0);
  });

  it('notes the miss of an order as it is at that second, whatever happened in the last moment', async () => {
    const { ids, second } = await promised(2);
    const fired = ahead(second);
    await sleep(300);
    await rows(`UPDATE orders SET version = version + 1, state = 'accepted' WHERE id = $1`, [ids[0]]);
    expect(await fired).toBe(1);
    expect(await drain()).toBe(1);
    const notes = await rows(
      `SELECT n.version = o.version AS same, n.from_state, n.at >= to_timestamp($2) AS later FROM order_events n JOIN orders o ON o.id = n.order_id
        WHERE n.order_id = ANY($1::uuid[]) AND n.type = 'deadline.missed' ORDER BY array_position($1::uuid[], n.order_id)`,
      [ids, second],
    );
    expect(notes).toEqual([
      { same: true, from_state: 'accepted', later: true },
      { same: true, from_state: 'submitted', later: true },
    ]);
  });

  it('keeps nobody who acts in the last moment waiting', async () => {
    const { ids, second } = await promised(1);
    const fired = ahead(second);
    await sleep(300);
    const [now] = await rows<{ left: number }>('SELECT $1 - extract(epoch FROM clock_timestamp())::float8 AS left', [
      second,
    ]);
    expect((await world.act(world.duty, ids[0] ?? '', 'reply', { text: '马上过来看，请放心' })).status).toBe(200);
    const [then] = await rows<{ left: number }>('SELECT $1 - extract(epoch FROM clock_timestamp())::float8 AS left', [
      second,
    ]);
    expect(now?.left).toBeGreaterThan(0);
    // It answered while the second was still ahead.
    expect(then?.left).toBeGreaterThan(0);
    expect(await fired).toBe(0);
  });

  it('is once, also when two prepare the same second', async () => {
    const { ids, second } = await promised(20);
    const counts = await Promise.all([ahead(second), ahead(second), ahead(second)]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20);
    expect(new Set((await replies(ids)).map((each) => JSON.stringify(each))).size).toBe(1);
    expect((await replies(ids))[0]).toMatchObject({ state: 'missed', climbs: 1, news: 2, notes: 2 });
  });

  it('comes back at once, having done nothing, when its second is far off', async () => {
    const { ids, second } = await promised(1);
    expect(await ahead(second + 3_600)).toBe(0);
    expect(await replies(ids)).toEqual([expect.objectContaining({ state: 'running' })]);
    await ahead(second);
  });

  it('leaves a second that passed long ago to what is overdue: whoever is told late has their time from then on', async () => {
    const { ids, second } = await promised(1);
    await letPass(world.test.database, '2 hours');
    expect(await ahead(second - 7_200)).toBe(0);
    expect(await replies(ids)).toEqual([expect.objectContaining({ state: 'running' })]);
    await drain();
    const [rung] = await rows(
      `SELECT started_at > now() - interval '1 minute' AS fresh FROM deadlines WHERE order_id = ANY($1::uuid[]) AND kind = 'rung' AND of_kind = 'reply'`,
      [ids],
    );
    expect(rung).toEqual({ fresh: true });
  });

  it('leaves to what is overdue whatever could not be written', async () => {
    const { ids, second } = await promised(1);
    let isBroken = true;
    world.test.app.get(FiringHooks).onMissed('reply', 'ahead', async (_tx, _cityId, missed) => {
      if (isBroken && missed.some(({ orderId }) => orderId === ids[0])) throw new Error('not now');
    });
    expect(await ahead(second)).toBe(0);
    expect(await replies(ids)).toEqual([expect.objectContaining({ state: 'running', climbs: 0, news: 0, notes: 0 })]);
    isBroken = false;
    expect(await drain()).toBe(1);
    expect(await replies(ids)).toEqual([expect.objectContaining({ state: 'missed', climbs: 1, news: 2, notes: 2 })]);
  });

  it('asks whether an order is confidential when it fires, not before', async () => {
    const { ids, second } = await promised(1);
    const playbooks = world.test.app.get(PlaybooksService);
    const policy = await playbooks.policyOf(CITY, null, null);
    jest.spyOn(playbooks, 'policyOf').mockResolvedValue({ ...policy, ladder: [BEYOND_THE_CIRCLE] });
    const fired = ahead(second);
    await sleep(300);
    await rows('UPDATE orders SET confidential = true WHERE id = ANY($1::uuid[])', [ids]);
    expect(await fired).toBe(0);
    expect(await drain()).toBe(1);
    expect(await rows('SELECT role FROM escalations WHERE order_id = ANY($1::uuid[])', [ids])).toEqual([
      { role: 'supervisor' },
    ]);
  });
});
