import type { TestPerson } from '../identity/testing/sign-in-as.js';
import { COMMUNITY } from '../orders/testing/order-world.js';
import { createMessageWorld, type MessageWorld } from './testing/message-world.js';

const KEY = '693axxx6-7aoc-4bc4-97a0-0ec2sifa5aaa'.replace(/[^0-9a-f-]/g, '0');
let world: MessageWorld;
let admin: TestPerson;
let areaId: string;

beforeAll(async () => {
  world = await createMessageWorld();
  admin = await world.withPost('administrator', '320400/320402');
  const row = await world.test.database.first<{ id: string }>('SELECT id FROM areas WHERE path = $1', [COMMUNITY]);
  areaId = row?.id ?? '';
});
afterAll(() => world.test.close());
beforeEach(async () => {
  jest.restoreAllMocks();
  world.wechat.rules.messages.received.splice(0);
  await world.test.database.rows('DELETE FROM deliveries');
});

const robot = (more: object = {}) => ({
  areaId,
  key: KEY,
  name: '富强新村工作群',
  purposes: ['publication', 'alarm'],
  mentions: [{ role: 'secretary', userId: 'sun.shuji' }],
  ...more,
});
const add = (by: TestPerson, body: object = robot()) =>
  world.test.http().post('/api/robots').set(by.headers).send(body);

describe('a group’s robot', () => {
  let id: string;

  it('is set up by an administrator of its area, and never shows its key', async () => {
    const { body } = await add(admin).expect(201);
    expect(body).toEqual({
      id: expect.any(String),
      areaId,
      name: '富强新村工作群',
      purposes: ['publication', 'alarm'],
      mentions: [{ role: 'secretary', userId: 'sun.shuji' }],
      createdAt: expect.any(String),
    });
    id = body.id;
    const list = await world.get(admin, '/api/robots');
    expect(list.body['items']).toHaveLength(1);
    const stored = await world.test.database.rows('SELECT * FROM robots');
    expect(JSON.stringify([list.body, stored])).not.toContain(KEY);
  });

  it('is nobody else’s', async () => {
    const elsewhere = await world.withPost('administrator', '320400/320404');
    await add(world.secretary).expect(403);
    await add(elsewhere).expect(404);
    expect((await world.get(elsewhere, '/api/robots')).body['items']).toEqual([]);
    await world.test
      .http()
      .put(`/api/robots/${id}`)
      .set(elsewhere.headers)
      .send({ name: 'x', purposes: ['alarm'], mentions: [] })
      .expect(404);
    await world.test.http().delete(`/api/robots/${id}`).set(elsewhere.headers).expect(404);
  });

  it.each([
    [{ key: 'x' }],
    [{ key: `${KEY}&a=b` }],
    [{ purposes: [] }],
    [{ purposes: ['alarm', 'alarm'] }],
    [{ purposes: 'alarm' }],
    [{ mentions: [{ role: 'secretary', userId: 'a b>' }] }],
    [{ mentions: [{ role: 'resident', userId: 'a' }] }],
    [{ name: '' }],
    [{ areaId: 'x' }],
  ])('refuses %j', async (wrong) => {
    await add(admin, robot(wrong)).expect(400);
  });

  it('says what is public, and nothing of what is not', async () => {
    await world.orderIn('published');
    await world.test.drain();
    await world.sweep();
    expect(world.received(KEY)).toEqual([expect.stringMatching(/^诉求\d{6}-\d{6}（停车）的办理结果已晒单/)]);
    const secret = await world.create(world.resident, { confidential: true });
    await world.act(world.dispatcher, secret.id, 'reply', { text: '我们已经收到，马上去看' });
    await world.test.drain();
    await world.sweep();
    expect(world.received(KEY)).toHaveLength(1);
  });

  it('sounds the alarm and calls whoever it concerns by name', async () => {
    const { id: orderId } = await world.create(world.resident);
    await world.happened('deadline.missed', {
      deadlineId: orderId,
      subjectType: 'order',
      subjectId: orderId,
      orderId,
      kind: 'reply',
      rung: 0,
      role: null,
      holderIds: [],
    });
    await world.sweep();
    expect(world.received(KEY)).toEqual([expect.stringMatching(/没能按时回复，请马上处理。 <@sun\.shuji>$/)]);
  });

  it('says twenty things a minute, whoever sends them, and the rest after', async () => {
    await world.test.database.rows(`UPDATE robots SET sent_at = '{}'`);
    for (let i = 0; i < 25; i += 1)
      await world.happened('duty.gap', { areaPath: COMMUNITY, from: '2026-11-24T00:00:00Z', to: 'x', level: 'hour' });
    await Promise.all([world.sweep(), world.sweep()]);
    await world.sweep();
    expect(world.received(KEY)).toHaveLength(20);
    expect(
      (await world.fates()).filter(({ channel, state }) => channel === 'wecom' && state === 'queued'),
    ).toHaveLength(5);
    const said = Date.now();
    world.at(new Date(said + 75_000));
    for (const message of world.wechat.rules.messages.received) Object.assign(message, { at: said - 60_000 });
    await world.sweep();
    expect(world.received(KEY)).toHaveLength(25);
  });

  it('is quiet at night about all but alarms', async () => {
    const night = await createMessageWorld({ QUIET_HOURS: '22:00-07:00' });
    const { id: own } = (await night.test.database.first<{ id: string }>('SELECT id FROM areas WHERE path = $1', [
      COMMUNITY,
    ])) ?? { id: '' };
    const keeper = await night.withPost('administrator', COMMUNITY);
    await night.test
      .http()
      .post('/api/robots')
      .set(keeper.headers)
      .send(robot({ areaId: own }))
      .expect(201);
    await night.orderIn('published');
    night.at(new Date('2026-11-24T03:00:00+08:00'));
    await night.test.drain();
    await night.happened('duty.gap', { areaPath: COMMUNITY, from: '2026-11-24T00:00:00Z', to: 'x', level: 'hour' });
    await night.sweep();
    expect(night.received(KEY)).toEqual([expect.stringContaining('没有人值班')]);
    night.at(new Date('2026-11-24T07:10:00+08:00'));
    await night.sweep();
    expect(night.received(KEY)).toHaveLength(2);
    await night.test.close();
  });

  it('waits when WeCom asks it to, without counting that as a failure', async () => {
    await world.test.database.rows(`UPDATE robots SET sent_at = '{}'`);
    world.wechat.fail('/cgi-bin/webhook/send', { errcode: 45009, errmsg: 'api freq out of limit' });
    await world.happened('duty.gap', { areaPath: COMMUNITY, from: '2026-11-24T00:00:00Z', to: 'x', level: 'hour' });
    await world.sweep();
    const [fate] = (await world.fates()).filter(({ channel }) => channel === 'wecom');
    expect(fate).toMatchObject({ state: 'failed', attempts: 0 });
    expect((fate?.next_at?.getTime() ?? 0) - Date.now()).toBeGreaterThan(50_000);
  });

  it('whose key is wrong leaves a dead letter that an administrator sees, and may try again', async () => {
    world.wechat.fail('/cgi-bin/webhook/send', { errcode: 93000, errmsg: 'invalid webhook url' });
    await world.happened('duty.gap', { areaPath: COMMUNITY, from: '2026-11-24T00:00:00Z', to: 'x', level: 'hour' });
    await world.sweep();
    const list = (by: TestPerson, query = '') => world.get(by, `/api/deliveries${query}`);
    const { items } = (await list(admin, '?state=dead')).body as {
      items: { id: string; error: string; text: string }[];
    };
    expect(items).toEqual([expect.objectContaining({ channel: 'wecom', error: expect.stringContaining('93000') })]);
    expect((await list(await world.withPost('administrator', '320400/320404'))).body['items']).toEqual([]);
    expect((await list(world.secretary)).status).toBe(403);
    const [dead] = items;
    const retry = (by: TestPerson) => world.test.http().post(`/api/deliveries/${dead?.id}/retry`).set(by.headers);
    await retry(await world.withPost('administrator', '320400/320404')).expect(404);
    expect((await retry(admin).expect(200)).body).toMatchObject({ state: 'queued', attempts: 0 });
    await world.test.database.rows(`UPDATE robots SET sent_at = '{}'`);
    await world.sweep();
    expect((await retry(admin).expect(409)).body.code).toBe('delivery.not_stuck');
    expect((await list(admin)).body['items']).toEqual([]);
  });

  it('says nothing once it was removed', async () => {
    await world.test.http().delete(`/api/robots/${id}`).set(admin.headers).expect(204);
    await world.test.http().delete(`/api/robots/${id}`).set(admin.headers).expect(404);
    await world.orderIn('published');
    await world.test.drain();
    expect((await world.fates()).filter(({ channel }) => channel === 'wecom')).toEqual([]);
  });
});
