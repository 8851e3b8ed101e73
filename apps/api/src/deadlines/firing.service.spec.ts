import { createOrderWorld, type OrderWorld } from '../orders/testing/order-world.js';
import { FiringHooks } from './firing-hooks.service.js';
import { FiringService } from './firing.service.js';
import { letPass } from './testing/let-pass.js';

const CITY = 320400;

describe('time', () => {
  let world: OrderWorld;
  beforeAll(async () => {
    world = await createOrderWorld();
  });
  afterAll(() => world.test.close());

  const fire = () => world.test.app.get(FiringService).drain(CITY);
  const pass = (span: string) => letPass(world.test.database, span);
  const rows = (orderId: string) =>
    world.test.database.rows<{ kind: string; state: string; rung: number; settled: boolean }>(
      `SELECT kind, state, rung, settled_at IS NOT NULL AS settled FROM deadlines WHERE order_id = $1 ORDER BY started_at, id`,
      [orderId],
    );
  const notes = async (orderId: string) =>
    (
      await world.test.database.rows<{ type: string }>(
        `SELECT type FROM order_events WHERE order_id = $1 AND type LIKE 'deadline.%' ORDER BY id`,
        [orderId],
      )
    ).map(({ type }) => type);

  it('reminds at half an hour and at fifty minutes, once each', async () => {
    const { id } = await world.create(world.resident);
    await pass('29 minutes 58 seconds');
    expect(await fire()).toBe(0);
    await pass('3 seconds');
    expect(await fire()).toBe(1);
    expect(await fire()).toBe(0);
    await pass('20 minutes');
    expect(await fire()).toBe(1);
    expect(await notes(id)).toEqual(['deadline.reminded', 'deadline.reminded']);
  });

  it('calls an unanswered question missed after the hour, tells the secretary, and climbs on by itself', async () => {
    const { id } = await world.create(world.resident);
    await pass('60 minutes 1 second');
    await fire();
    expect(await rows(id)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'reply', state: 'missed', settled: false }),
        expect.objectContaining({ kind: 'rung', state: 'running', rung: 1 }),
      ]),
    );
    expect(
      await world.test.database.rows('SELECT rung, role, holder_ids, vacant FROM escalations WHERE order_id = $1', [
        id,
      ]),
    ).toEqual([{ rung: 1, role: 'secretary', holder_ids: [world.secretary.personId], vacant: false }]);
    await world.test.drain();
    const { body } = await world.get(world.secretary, '/api/inbox');
    expect(JSON.stringify(body)).toContain('已报到您这里');
    const unsealed = await world.test.database.rows(
      `SELECT type FROM order_events e WHERE order_id = $1
          AND NOT EXISTS (SELECT FROM ledger_entries l WHERE l.city_id = e.city_id AND l.event_id = e.id)`,
      [id],
    );
    expect(unsealed).toEqual([]);
    await world.test.database.rows(
      `UPDATE deadlines SET due_at = now() - interval '1 second', wake_at = now() - interval '1 second' WHERE order_id = $1 AND kind = 'rung'`,
      [id],
    );
    await fire();
    expect(
      (
        await world.test.database.rows<{ rung: number }>(
          'SELECT rung FROM escalations WHERE order_id = $1 ORDER BY rung',
          [id],
        )
      ).map(({ rung }) => rung),
    ).toEqual([1, 2]);
    expect((await world.act(world.duty, id, 'reply', { text: '对不起，我们马上来看' })).status).toBe(200);
    const after = await rows(id);
    expect(after.filter(({ kind }) => kind === 'rung').every(({ state }) => ['missed', 'met'].includes(state))).toBe(
      true,
    );
    expect(after.find(({ kind }) => kind === 'reply')).toMatchObject({ state: 'missed', settled: true });
  });

  it('is the same however many look at once', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => world.create(world.resident)));
    await pass('61 minutes');
    await Promise.all(Array.from({ length: 4 }, fire));
    const counts = await world.test.database.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM escalations WHERE order_id = ANY($1::uuid[]) GROUP BY deadline_id, rung`,
      [ids.map(({ id }) => id)],
    );
    expect(counts.every(({ n }) => n === 1)).toBe(true);
    expect(counts.length).toBeGreaterThanOrEqual(20);
  });

  it('that wakes a deadline too early (its reminder moved with the calendar) lets it sleep on instead of being due for ever', async () => {
    const { id } = await world.create(world.resident);
    await fire();
    await world.test.database.rows(
      `UPDATE deadlines SET wake_at = now() - interval '1 hour' WHERE order_id = $1 AND kind = 'reply'`,
      [id],
    );
    expect(await fire()).toBe(1);
    expect(await fire()).toBe(0);
    expect(
      await world.test.database.rows(
        `SELECT state, reminded, wake_at > now() AS asleep FROM deadlines WHERE order_id = $1 AND kind = 'reply'`,
        [id],
      ),
    ).toEqual([{ state: 'running', reminded: 0, asleep: true }]);
    expect(await notes(id)).toEqual([]);
  });

  it('that cannot pass for one deadline passes for all others, and for that one as soon as it can', async () => {
    const [first, broken, last] = await Promise.all([1, 2, 3].map(() => world.create(world.resident)));
    let isBroken = true;
    world.test.app.get(FiringHooks).onMissed('reply', 'spec', async (_tx, _cityId, missed) => {
      if (isBroken && missed.some(({ orderId }) => orderId === broken?.id)) throw new Error('this one does not fire');
    });
    const states = async () => {
      const found = await world.test.database.rows<{ order_id: string; state: string }>(
        `SELECT order_id, state FROM deadlines WHERE kind = 'reply' AND order_id = ANY($1::uuid[])`,
        [[first, broken, last].map((order) => order?.id)],
      );
      return [first, broken, last].map((order) => found.find(({ order_id }) => order_id === order?.id)?.state);
    };
    await pass('61 minutes');
    await expect(fire()).rejects.toThrow('this one does not fire');
    expect(await states()).toEqual(['missed', 'running', 'missed']);
    isBroken = false;
    expect(await fire()).toBe(1);
    expect(await states()).toEqual(['missed', 'missed', 'missed']);
  });

  it('fires a crowd once each, several batches at a time, past one that cannot be fired', async () => {
    const { id } = await world.create(world.resident);
    const crowd = await world.test.database.rows<{ id: string }>(
      `INSERT INTO deadlines (city_id, id, subject_type, subject_id, order_id, kind, area_path, category, playbook_id, state, time_limit,
                              started_at, due_at, provisional, why, reminders, reminded, wake_at)
       SELECT city_id, gen_random_uuid(), subject_type, subject_id, order_id, kind, area_path, category, playbook_id, state, time_limit,
              started_at, now() - interval '1 second', provisional, why, '{}', 0, now() - interval '1 second'
         FROM deadlines CROSS JOIN generate_series(1, 1100) WHERE order_id = $1 AND kind = 'reply' RETURNING id`,
      [id],
    );
    let brokenId = crowd[300]?.id;
    world.test.app.get(FiringHooks).onMissed('reply', 'crowd', async (_tx, _cityId, missed) => {
      if (missed.some((deadline) => deadline.id === brokenId)) throw new Error('this one does not fire');
    });
    await expect(fire()).rejects.toThrow('this one does not fire');
    brokenId = undefined;
    expect(await fire()).toBe(1);
    const [counted] = await world.test.database.rows(
      `SELECT count(*)::int AS missed, count(DISTINCT e.deadline_id)::int AS climbed, count(e.id)::int AS climbs
         FROM deadlines d LEFT JOIN escalations e ON e.deadline_id = d.id WHERE d.id = ANY($1::uuid[]) AND d.state = 'missed'`,
      [crowd.map((deadline) => deadline.id)],
    );
    expect(counted).toEqual({ missed: 1100, climbed: 1100, climbs: 1100 });
  });
});
