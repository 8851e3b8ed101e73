import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { signInAs, type TestPerson } from '../identity/testing/sign-in-as.js';
import { COMMUNITY, createOrderWorld, type OrderWorld } from '../orders/testing/order-world.js';
import { PlaybooksRepository } from '../playbooks/playbooks.repository.js';
import { PlaybooksService } from '../playbooks/playbooks.service.js';
import { FiringService } from './firing.service.js';
import { letPass } from './testing/let-pass.js';

const CITY = 320400;
interface View {
  readonly id: string;
  readonly kind: string;
  readonly clock: string;
  readonly state: string;
  readonly rung: number;
  readonly startedAt: string;
  readonly dueAt: string;
  readonly why: string;
  readonly ifPaused: { readonly dueAt: string } | null;
}

describe('deadlines', () => {
  let world: OrderWorld;
  let supervisor: TestPerson;
  let administrator: TestPerson;
  beforeAll(async () => {
    world = await createOrderWorld();
    supervisor = await world.withPost('supervisor', '320400/320402/320402003', '钱督办');
    administrator = await world.withPost('administrator', COMMUNITY, '管理员');
  });
  afterAll(() => world.test.close());

  const of = async (by: TestPerson, orderId: string, query = '') => {
    const { status, body } = await world.get(by, `/api/orders/${orderId}/deadlines${query}`);
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    return (body as unknown as { items: View[] }).items;
  };
  const one = async (orderId: string, kind: string, query = '') => {
    const found = (await of(world.dispatcher, orderId, query)).filter((view) => view.kind === kind);
    const [view] = found;
    if (!view || found.length > 1) throw new Error(`${found.length} of ${kind}`);
    return view;
  };
  const extend = async (by: TestPerson, id: string, body: object, key = randomUUID()) => {
    const answer = await world.test
      .http()
      .post(`/api/deadlines/${id}/extend`)
      .set({ ...by.headers, 'idempotency-key': key })
      .send(body);
    return { status: answer.status, body: answer.body as { code?: string; dueAt: string; why: string } };
  };
  const fire = () => world.test.app.get(FiringService).drain(CITY);

  describe('of an order', () => {
    it('say when each is due, on which clock and why, in the time of Shanghai', async () => {
      const { id } = await world.create(world.resident);
      const items = await of(world.resident, id);
      expect(items.map(({ kind, clock, state }) => `${kind} ${clock} ${state}`).sort()).toEqual([
        'accept working running',
        'reply natural running',
        'total working running',
      ]);
      const reply = await one(id, 'reply');
      expect(reply.startedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+08:00$/);
      expect(Date.parse(reply.dueAt) - Date.parse(reply.startedAt)).toBeGreaterThanOrEqual(3_600_000);
      expect(Date.parse(reply.dueAt) - Date.parse(reply.startedAt)).toBeLessThanOrEqual(3_601_000);
      expect(reply.why).toContain('60分钟');
    });

    it('are shown to whoever sees the order, and exist for nobody else', async () => {
      const { id } = await world.create(world.resident, { anonymous: true });
      expect((await world.get(world.stranger, `/api/orders/${id}/deadlines`)).status).toBe(404);
      expect((await world.test.http().get(`/api/orders/${id}/deadlines`)).status).toBe(401);
      expect((await world.get(world.duty, '/api/orders/nonsense/deadlines')).status).toBe(404);
    });

    it('tell the offices whom a miss climbed to, and the resident only what was promised', async () => {
      const { id } = await world.create(world.resident);
      await letPass(world.test.database, '61 minutes');
      await fire();
      const kinds = async (by: TestPerson) => new Set((await of(by, id)).map(({ kind }) => kind));
      expect(await kinds(world.dispatcher)).toContain('rung');
      expect([...(await kinds(world.resident))].sort()).toEqual(['accept', 'reply', 'total']);
    });

    it('stand still with a suspension that stops them, beside a total that never does, and answer what if', async () => {
      const id = await world.orderIn('in_progress');
      const friday = new Date(Date.now() + 3 * 86_400_000).toISOString();
      const before = await one(id, 'finish', `?pausedUntil=${friday}`);
      expect(Date.parse(before.ifPaused?.dueAt ?? '')).toBeGreaterThan(Date.parse(before.dueAt));
      const suspended = await world.act(world.dispatcher, id, 'suspend', {
        reason: '台风停工，过后再修',
        waitingFor: 'weather',
      });
      expect(suspended.status).toBe(200);
      expect((await one(id, 'finish')).state).toBe('paused');
      expect((await one(id, 'total')).state).toBe('running');
      expect((await world.act(world.dispatcher, id, 'resume')).status).toBe(200);
      expect((await one(id, 'finish')).state).toBe('running');
      for (const [when, status] of [
        ['soon', 400],
        ['9999-12-31T23:59:59Z', 400],
        ['2001-01-01T00:00:00Z', 200],
      ] as const) {
        const answer = await world.get(world.dispatcher, `/api/orders/${id}/deadlines?pausedUntil=${when}`);
        expect([when, answer.status]).toEqual([when, status]);
      }
    });

    it('are shorter for what is urgent', async () => {
      const { id } = await world.create(world.resident);
      expect((await world.act(world.dispatcher, id, 'accept', { urgency: 'urgent' })).status).toBe(200);
      expect(await one(id, 'finish')).toMatchObject({ clock: 'natural', why: expect.stringContaining('24小时') });
    });
  });

  describe('an extension', () => {
    const BY = { amount: 2, unit: 'workdays', reason: '等待配件到货' };

    it('is a supervisor’s: once, with a reason, within the policy, and the old date stays', async () => {
      const id = await world.orderIn('accepted');
      const finish = await one(id, 'finish');
      for (const by of [world.resident, world.dispatcher, world.secretary, world.member])
        expect([403, 404]).toContain((await extend(by, finish.id, BY)).status);
      expect((await extend(supervisor, finish.id, { ...BY, amount: 6 })).body.code).toBe('deadline.extension_too_long');
      const offered = async (by: TestPerson) => {
        const { body } = await world.get(by, `/api/orders/${id}/deadlines`);
        return (body.items as { kind: string; mayExtend: boolean }[]).filter((each) => each.mayExtend);
      };
      for (const by of [world.resident, world.dispatcher]) expect(await offered(by)).toEqual([]);
      expect((await offered(supervisor)).map(({ kind }) => kind).sort()).toEqual(['finish', 'total']);
      const key = randomUUID();
      const extended = await extend(supervisor, finish.id, BY, key);
      expect(extended.status).toBe(200);
      expect(Date.parse(extended.body.dueAt)).toBeGreaterThan(Date.parse(finish.dueAt));
      expect(extended.body.why).toContain('等待配件到货');
      expect((await extend(supervisor, finish.id, BY, key)).body.dueAt).toBe(extended.body.dueAt);
      expect((await extend(supervisor, finish.id, BY)).body.code).toBe('deadline.extended_enough');
      expect(extended.body).toMatchObject({
        mayExtend: false,
        extendedEnough: '“办理”时限已经延长过1次，不能再延长。',
      });
      expect((await offered(supervisor)).map(({ kind }) => kind)).toEqual(['total']);
      const kept = await world.test.database.rows(
        `SELECT what, due_before, due_after, reason, post_name FROM deadline_changes WHERE deadline_id = $1`,
        [finish.id],
      );
      expect(kept).toEqual([
        {
          what: 'extended',
          due_before: new Date(finish.dueAt),
          due_after: new Date(extended.body.dueAt),
          reason: BY.reason,
          post_name: 'supervisor',
        },
      ]);
      const { body } = await world.get(world.dispatcher, `/api/orders/${id}/timeline`);
      expect(JSON.stringify(body)).toContain('deadline.extended');
    });

    it('can be looked at before it is given: the same date, the same refusals, and nothing changes', async () => {
      const id = await world.orderIn('accepted');
      const finish = await one(id, 'finish');
      const look = { ...BY, preview: true };
      const seen = await extend(supervisor, finish.id, look);
      expect(seen.status).toBe(200);
      expect(seen.body.why).toContain(BY.reason);
      expect((await one(id, 'finish')).dueAt).toBe(finish.dueAt);
      expect((await extend(supervisor, finish.id, BY)).body.dueAt).toBe(seen.body.dueAt);
      expect((await extend(supervisor, finish.id, look)).body.code).toBe('deadline.extended_enough');
      expect([403, 404]).toContain((await extend(world.dispatcher, finish.id, look)).status);
    });

    it('loses its words with the person who reported, and keeps its date', async () => {
      const person = await signInAs(world.test, { name: '纪居民' });
      const { id } = await world.create(person);
      expect((await world.act(world.dispatcher, id, 'accept')).status).toBe(200);
      const { id: finishId } = await one(id, 'finish');
      const { dueAt } = (await extend(supervisor, finishId, { ...BY, reason: '纪某住院，无法入户' })).body;
      await world.test.database.rows(
        `INSERT INTO outbox (city_id, id, topic, payload) VALUES ($1, gen_random_uuid(), 'person.erased', $2)`,
        [CITY, JSON.stringify({ personId: person.personId })],
      );
      await world.test.drain();
      expect(await one(id, 'finish')).toMatchObject({
        dueAt,
        why: expect.stringContaining('（原因已删除）') as string,
      });
      const kept = await world.test.database.rows(
        `SELECT to_jsonb(d)::text || to_jsonb(c)::text AS everything FROM deadlines d
           JOIN deadline_changes c ON c.city_id = d.city_id AND c.deadline_id = d.id WHERE d.order_id = $1`,
        [id],
      );
      expect(kept).toHaveLength(1);
      expect(JSON.stringify(kept)).not.toContain('纪某');
    });

    it.each([
      [10_000, 'days'],
      [10_000, 'workdays'],
    ])('of %s %s is too long, in words', async (amount, unit) => {
      const finish = await one(await world.orderIn('accepted'), 'finish');
      const { status, body } = await extend(supervisor, finish.id, { ...BY, amount, unit });
      expect([status, body.code]).toEqual([422, 'deadline.extension_too_long']);
    });

    it('is refused for what has ended, for what the policy never extends, and for what does not exist', async () => {
      const id = await world.orderIn('accepted');
      expect((await extend(supervisor, (await one(id, 'reply')).id, BY)).body.code).toBe('deadline.not_extendable');
      expect((await extend(supervisor, (await one(id, 'accept')).id, BY)).body.code).toBe('deadline.final');
      expect((await extend(supervisor, randomUUID(), BY)).status).toBe(404);
    });

    it.each([
      [{ ...BY, reason: ' ' }],
      [{ ...BY, amount: 0 }],
      [{ ...BY, unit: 'weeks' }],
      [{ ...BY, amount: 1.5 }],
      [{ ...BY, dueAt: '2027-01-01' }],
      [{}],
    ])('asks for what is missing: %j', async (body) => {
      const id = await world.orderIn('accepted');
      expect((await extend(supervisor, (await one(id, 'finish')).id, body)).status).toBe(400);
    });

    it('asked for twice at the same moment is given once', async () => {
      const id = await world.orderIn('accepted');
      const finish = await one(id, 'finish');
      const answers = await Promise.all([1, 2, 3].map(() => extend(supervisor, finish.id, BY)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    });
  });

  describe('what nobody takes up', () => {
    it('climbs from the desk, from the pool and from a person alike', async () => {
      const unassigned = (await world.create(world.resident, { title: '没有人受理' })).id;
      const pool = await world.orderIn('dispatched');
      await letPass(world.test.database, '20 days');
      while ((await fire()) > 0);
      const rungs = await world.test.database.rows<{ order_id: string; kind: string }>(
        `SELECT DISTINCT order_id, kind FROM escalations WHERE order_id = ANY($1::uuid[]) AND rung = 1`,
        [[unassigned, pool]],
      );
      const climbed = (id: string) =>
        rungs.flatMap(({ order_id, kind }) => (order_id === id ? [kind] : [])).sort((a, b) => a.localeCompare(b));
      expect(climbed(unassigned)).toEqual(['accept', 'reply', 'total']);
      expect(climbed(pool)).toEqual(expect.arrayContaining(['claim', 'finish', 'total']));
    });
  });

  describe('an act after its date', () => {
    const misses = async (id: string) =>
      (
        (await world.get(world.dispatcher, `/api/orders/${id}/timeline`)).body as unknown as {
          type: string;
          data: { kind?: string };
        }[]
      ).flatMap(({ type, data }) =>
        type === 'deadline.missed' ? [`missed ${data.kind}`] : type === 'order.replied' ? ['replied'] : [],
      );
    const sealed = (id: string) =>
      world.test.database.rows(
        `SELECT 1 FROM order_events e JOIN ledger_entries l ON l.city_id = e.city_id AND l.event_id = e.id
          WHERE e.order_id = $1 AND e.type = 'deadline.missed'`,
        [id],
      );
    const late = async (hours: number) => {
      const { id } = await world.create(world.resident);
      await world.test.database.rows(
        `UPDATE deadlines SET started_at = started_at - make_interval(hours => $2), due_at = due_at - make_interval(hours => $2),
                wake_at = wake_at - make_interval(hours => $2) WHERE order_id = $1 AND kind = 'reply'`,
        [id, hours],
      );
      return id;
    };
    const reply = (id: string) => world.act(world.duty, id, 'reply', { text: '师傅已经在路上了' });

    it('is noted as missed, once and before the act, also when no worker looked in between', async () => {
      const id = await late(2);
      expect((await reply(id)).status).toBe(200);
      while ((await fire()) > 0);
      await world.test.drain();
      expect(await misses(id)).toEqual(['missed reply', 'replied']);
      expect(await sealed(id)).toHaveLength(1);
    });

    it('at the very moment a worker looks is noted once', async () => {
      for (let i = 0; i < 5; i += 1) {
        const id = await late(2);
        const [{ status }] = await Promise.all([reply(id), fire()]);
        expect([status, await misses(id)]).toEqual([200, ['missed reply', 'replied']]);
      }
    });
  });

  describe('planning anew', () => {
    const replan = async (by: TestPerson, body: object) => {
      const answer = await world.test.http().post('/api/deadlines/replan').set(by.headers).send(body);
      return { status: answer.status, body: answer.body as { count: number; applied: boolean; overdue: number } };
    };

    it('moves nothing by itself when a policy changes; shows first, then moves, with the old date kept', async () => {
      const own = await createPlace();
      const { id } = await world.create(own.resident, { area: own.code, category: 'lamp' });
      const before = await one2(own.dispatcher, id, 'accept');
      await own.change({ accept: { amount: 8, unit: 'hours', clock: 'natural' } });
      expect((await one2(own.dispatcher, id, 'accept')).dueAt).toBe(before.dueAt);
      const preview = await replan(own.administrator, { category: 'lamp' });
      expect(preview.body).toMatchObject({ count: 1, applied: false });
      expect((await one2(own.dispatcher, id, 'accept')).dueAt).toBe(before.dueAt);
      const applied = await replan(own.administrator, { category: 'lamp', apply: true, reason: '受理时限放宽' });
      expect(applied.body).toMatchObject({ count: 1, applied: true });
      const after = await one2(own.dispatcher, id, 'accept');
      expect(after).toMatchObject({ clock: 'natural' });
      expect(Date.parse(after.dueAt) - Date.parse(after.startedAt)).toBeLessThanOrEqual(8 * 3_600_000 + 1_000);
      expect((await replan(own.administrator, { category: 'lamp', apply: true })).body.count).toBe(0);
    });

    it('leaves alone what is overdue though no worker has looked, and says how many', async () => {
      const own = await createPlace();
      const { id } = await world.create(own.resident, { area: own.code, category: 'lamp' });
      await world.test.database.rows(
        `UPDATE deadlines SET due_at = now() - interval '1 second', wake_at = now() - interval '1 second' WHERE order_id = $1 AND kind = 'accept'`,
        [id],
      );
      const { dueAt } = await one2(own.dispatcher, id, 'accept');
      await own.change({ accept: { amount: 80, unit: 'hours', clock: 'natural' } });
      const scope = { area: own.code, category: 'lamp' };
      const seen = await replan(own.administrator, scope);
      expect(seen.body.overdue).toBeGreaterThanOrEqual(1);
      expect(JSON.stringify(seen.body)).not.toContain(id);
      expect((await replan(own.administrator, { ...scope, apply: true })).body.overdue).toBe(seen.body.overdue);
      expect((await one2(own.dispatcher, id, 'accept')).dueAt).toBe(dueAt);
    });

    it('passes by an order somebody is moving, whichever of both comes first', async () => {
      const own = await createPlace();
      const { id } = await world.create(own.resident, { area: own.code, category: 'lamp' });
      await own.change({ accept: { amount: 9, unit: 'hours', clock: 'natural' } });
      const scope = { area: own.code, category: 'lamp', apply: true };
      const { status } = await world.test.database.transaction(async (tx) => {
        await tx.rows('SELECT 1 FROM orders WHERE id = $1 FOR UPDATE', [id]);
        const planning = replan(own.administrator, scope);
        await pause(300);
        await tx.rows(`UPDATE deadlines SET reminded = reminded WHERE order_id = $1 AND kind = 'accept'`, [id]);
        return Promise.race([planning, pause(3_000, { status: 'waits' }, { ref: false })]);
      });
      expect(status).toBe(200);
      expect((await replan(own.administrator, scope)).body.count).toBeGreaterThanOrEqual(1);
    });

    it('is an administrator’s, of their own area', async () => {
      for (const by of [world.resident, world.dispatcher, supervisor]) expect((await replan(by, {})).status).toBe(403);
      expect((await replan(administrator, { area: '320402003013' })).status).toBe(404);
      expect((await replan(administrator, { area: '999' })).status).toBe(404);
      expect((await replan(administrator, { apply: 'perhaps' })).status).toBe(400);
    });
  });

  const one2 = async (by: TestPerson, orderId: string, kind: string) => {
    const view = (await of(by, orderId)).find((each) => each.kind === kind);
    if (!view) throw new Error(`no ${kind}`);
    return view;
  };

  /** Another community, whose rules can change without anybody else noticing. */
  async function createPlace() {
    const code = '320402003013';
    const area = `320400/320402/320402003/${code}`;
    const playbook = (policy: object) => ({
      code: 'lamps',
      name: '路灯社区',
      source: 'test',
      city: CITY,
      community: code,
      categories: [{ code: 'lamp', name: '路灯', kinds: ['problem' as const], policy }],
    });
    const add = async (policy: object) => {
      await world.test.app.get(PlaybooksRepository).add(world.test.database, CITY, area, playbook(policy));
      world.test.app.get(PlaybooksService).forget();
    };
    await add({});
    return {
      code,
      change: add,
      resident: await signInAs(world.test, { name: '何居民' }),
      dispatcher: await world.withPost('dispatcher', area),
      administrator: await world.withPost('administrator', area),
    };
  }
});
