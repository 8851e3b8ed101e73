import { ORDER_STATES } from '@linshao/domain';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { createTestApp, type TestApp } from '../platform/testing/test-app.js';
import type { Wall } from '../wall/wall.dto.js';
import { DemoLoader } from './demo-loader.service.js';
import { readFuqiang } from './fuqiang.js';
import { welcome } from './welcome.js';

describe('the demo community', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
    await Promise.all([test.app.get(DemoLoader).load(), test.app.get(DemoLoader).load()]);
  }, 120_000);
  afterAll(() => test.close());

  const one = async (query: string) => (await test.database.first<{ n: number }>(query))?.n;

  it('is loaded once, also by two processes at once and again later', async () => {
    await test.app.get(DemoLoader).load();
    expect(await one('SELECT count(*)::int AS n FROM orders WHERE parent_id IS NULL')).toBe(300);
    expect(await one('SELECT count(*)::int AS n FROM playbooks')).toBe(1);
    expect(await one('SELECT count(*)::int AS n FROM outbox WHERE handled_at IS NULL')).toBe(0);
    expect(await one('SELECT count(*)::int AS n FROM outbox_failures')).toBe(0);
  });

  it('shows every state, in the real place', async () => {
    const states = await test.database.rows<{ state: string }>('SELECT DISTINCT state FROM orders');
    expect(states.map(({ state }) => state).sort()).toEqual([...ORDER_STATES].sort());
    const community = await test.database.first<{ path: string; name: string }>(
      `SELECT path, name FROM areas WHERE code = '320402003012'`,
    );
    expect(community).toEqual({
      path: '320400/320402/320402003/320402003012',
      name: expect.stringContaining('富强新村'),
    });
  });

  it('has a history for every order that agrees with it', async () => {
    expect(
      await one(`SELECT count(*)::int AS n FROM orders o WHERE (SELECT max(version) FROM order_events e WHERE e.order_id = o.id) > o.version
        OR state <> (SELECT to_state FROM order_events e WHERE e.order_id = o.id ORDER BY version DESC, id DESC LIMIT 1)`),
    ).toBe(0);
    // Readers find an order's events from its own id on.
    expect(
      await one(`SELECT count(*)::int AS n FROM order_events e JOIN orders o ON o.id = e.order_id WHERE e.id < o.id`),
    ).toBe(0);
  });

  it('had its clocks running all the time: nothing waits that was due before, and some promises were missed and climbed', async () => {
    expect(
      await one(
        `SELECT count(*)::int AS n FROM deadlines WHERE subject_type = 'order' AND wake_at <= now() - interval '5 minutes'`,
      ),
    ).toBe(0);
    const states = await test.database.rows<{ state: string }>('SELECT DISTINCT state FROM deadlines ORDER BY 1');
    expect(states.map(({ state }) => state)).toEqual(['cancelled', 'met', 'missed', 'paused', 'running']);
    const met = await one(`SELECT count(*)::int AS n FROM deadlines WHERE kind = 'reply' AND state = 'met'`);
    const missed = await one(`SELECT count(*)::int AS n FROM deadlines WHERE kind = 'reply' AND state = 'missed'`);
    expect(met).toBeGreaterThan(10 * (missed ?? 0));
    expect(await one('SELECT count(*)::int AS n FROM escalations')).toBeGreaterThan(0);
    expect(
      await one(`SELECT count(*)::int AS n FROM orders o WHERE due_at IS DISTINCT FROM (SELECT min(d.due_at) FROM deadlines d
        WHERE d.order_id = o.id AND d.subject_type = 'order' AND d.settled_at IS NULL AND d.state <> 'paused'
          AND d.kind IN ('reply', 'accept', 'claim', 'finish', 'total'))`),
    ).toBe(0);
  });

  it('asks why promises were missed: supervision orders with clocks of their own', async () => {
    expect(await one('SELECT count(*)::int AS n FROM supervision_orders')).toBeGreaterThan(0);
    expect(
      await one(`SELECT count(*)::int AS n FROM supervision_orders s WHERE s.state = 'open' AND NOT EXISTS (
        SELECT 1 FROM deadlines d WHERE d.subject_id = s.id AND d.kind = 'answer')`),
    ).toBe(0);
  });

  it('shows livelihood matters on its wall: one that is late, one that waits for papers, the others in their time', async () => {
    const { matters, totals, supervision } = (await test.http().get('/api/wall?area=320402003012')).body as Wall;
    expect(totals).toMatchObject({ matters: 6, mattersOverdue: 1, mattersWaiting: 1 });
    expect(matters[0]).toMatchObject({ templateName: '残疾人两项补贴', step: '入户核查', overdue: true });
    expect(matters.at(-1)).toMatchObject({ templateName: '独生子女父母奖励', stateName: '等待补充材料', dueAt: null });
    expect(supervision.length).toBeGreaterThan(0);
    expect(await one(`SELECT count(*)::int AS n FROM matters WHERE state = 'done'`)).toBe(1);
  });

  it('names nobody on its wall', async () => {
    const { text } = await test.http().get('/api/wall?area=320402003');
    const said = readFuqiang().people.flatMap(({ name, phone, idNumber, dwelling }) =>
      [name, phone, idNumber, dwelling?.unit].filter((each) => each !== undefined && text.includes(each)),
    );
    expect(said).toEqual([]);
  });

  it('houses its residents: who shares a door shares the dwelling, and belongs to its place', async () => {
    const { people } = readFuqiang();
    const housed = people.flatMap(({ dwelling }) => (dwelling ? [dwelling] : []));
    expect(await one(`SELECT count(*)::int AS n FROM residencies WHERE state = 'confirmed'`)).toBe(housed.length);
    expect(await one('SELECT count(*)::int AS n FROM dwellings')).toBe(
      new Set(housed.map(({ unit, room }) => `${unit} ${room}`)).size,
    );
    const { body: signedIn } = await test.http().post('/api/auth/demo').send({ persona: 'resident' });
    const { body: me } = await test
      .http()
      .get('/api/me')
      .set('authorization', `Bearer ${String((signedIn as { accessToken: string }).accessToken)}`);
    expect(me).toMatchObject({
      homes: [{ state: 'confirmed', relation: 'owner', address: expect.stringMatching(/富强新村社区.* 2单元 501$/) }],
    });
  });

  it('has two who ask to be registered: at a door, and with an address in words', async () => {
    const { body } = await test.http().post('/api/auth/demo').send({ persona: 'grid1' });
    const { body: page } = await test
      .http()
      .get('/api/residencies?state=requested')
      .set('authorization', `Bearer ${String((body as { accessToken: string }).accessToken)}`)
      .expect(200);
    expect(page).toMatchObject({
      items: [
        { dwellingId: null, address: expect.stringMatching(/402，和女儿同住$/) },
        { dwellingId: expect.any(String), address: expect.stringMatching(/302$/) },
      ],
    });
  });

  it('is ready from the start: nothing waits for a worker', async () => {
    await test.http().get('/api/health/ready').expect(200);
    expect(await one(`SELECT count(*)::int AS n FROM deadlines WHERE wake_at <= now() - interval '90 seconds'`)).toBe(
      0,
    );
  });

  it('has somebody on duty now and next, day and night, whenever it is started again', async () => {
    const duty = async () => (await test.http().get('/api/duty/now?area=320402003012').expect(200)).body as object;
    const post = { postName: expect.stringContaining('富强新村'), to: expect.any(String), standIn: false };
    expect(await duty()).toMatchObject({ now: post, next: post });
    const shifts = await one('SELECT count(*)::int AS n FROM duty_shifts');
    expect(shifts).toBe(2 * 160);
    const ends = `SELECT extract(day FROM max(ends_at) - now())::int AS n FROM duty_shifts`;
    expect(await one(ends)).toBeGreaterThan(97);
    // Months later: what was planned then is over.
    await test.database.rows(`DELETE FROM duty_shifts WHERE starts_at > now() - interval '1 day'`);
    expect(await duty()).toMatchObject({ now: { to: null }, next: null });
    await Promise.all([test.app.get(DemoLoader).load(), test.app.get(DemoLoader).load()]);
    expect(await duty()).toMatchObject({ now: post, next: post });
    expect(await one('SELECT count(*)::int AS n FROM duty_shifts')).toBe(shifts);
    expect(await one('SELECT count(*)::int AS n FROM duty_rosters')).toBe(1);
  });

  it('lets its thirteen people in, each with their posts', async () => {
    for (const persona of [
      'resident',
      'resident2',
      'member',
      'member2',
      'cadre',
      'duty',
      'dispatcher',
      'secretary',
      'supervisor',
      'admin',
      'duty2',
      'grid1',
      'unit',
    ]) {
      const { body } = await test
        .http()
        .post('/api/auth/demo')
        .send({ persona })
        .expect((r) => expect([200, 201]).toContain(r.status));
      expect(body).toMatchObject({
        accessToken: expect.any(String),
        refreshToken: expect.any(String),
        person: expect.any(Object),
      });
    }
    await test
      .http()
      .post('/api/auth/demo')
      .send({ persona: 'mayor' })
      .expect((r) => expect(r.status).toBeGreaterThanOrEqual(400));
  });

  it('are introduced at the start by the names they have', () => {
    const text = welcome(test.app.get<Config>(CONFIG));
    for (const { persona, name } of readFuqiang().people.filter((each) => each.persona !== undefined))
      expect(text).toMatch(new RegExp(`^ +${persona} .*${name}`, 'm'));
  });

  it('numbers new orders after the old ones', async () => {
    const { body } = await test.http().post('/api/auth/demo').send({ persona: 'resident' });
    const { body: order } = await test
      .http()
      .post('/api/orders')
      .set('authorization', `Bearer ${String((body as { accessToken: string }).accessToken)}`)
      .send({ kind: 'problem', category: 'parking-disorder', title: '门口乱停车', description: '' });
    expect(order).toMatchObject({ number: expect.stringMatching(/^\d{6}-000\d{3}$/), state: 'submitted' });
  });
});
