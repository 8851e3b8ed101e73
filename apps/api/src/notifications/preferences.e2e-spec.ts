import type { TestPerson } from '../identity/testing/sign-in-as.js';
import { createOrderWorld, type OrderWorld } from '../orders/testing/order-world.js';

const PATH = '/api/me/notification-preferences';
const off = (group: string) => ({ group, channel: 'inbox', enabled: false });

describe('notification preferences', () => {
  let world: OrderWorld;
  beforeAll(async () => {
    world = await createOrderWorld();
  });
  afterAll(() => world.test.close());

  const put = (by: TestPerson, body: object) => world.test.http().put(PATH).set(by.headers).send(body);
  const told = async (by: TestPerson): Promise<string[]> =>
    ((await world.get(by, '/api/inbox')).body['items'] as { template: string }[]).map(({ template }) => template);

  it('are all on at first', async () => {
    expect((await world.get(world.resident, PATH)).body).toEqual({
      switches: [
        ['mine', '我的诉求', false],
        ['followed', '我关注的诉求', false],
        ['work', '我承办的工作', true],
        ['desk', '社区值守', true],
      ].flatMap(([group, groupName, promisesStay]) =>
        ['inbox', 'wechat'].map((channel) => ({ group, groupName, channel, enabled: true, promisesStay })),
      ),
      quietHours: { from: '22:00', to: '07:00' },
    });
  });

  it('decide what is told, except what a promise depends on', async () => {
    const { resident, dispatcher, member } = world;
    await put(resident, { switches: [off('mine')] }).expect(200);
    await put(dispatcher, { switches: [off('desk'), off('work')] }).expect(200);
    await put(member, { switches: [off('work')] }).expect(200);
    await world.orderIn('published');
    await world.test.drain();
    expect(await told(resident)).toEqual([]);
    expect(await told(dispatcher)).toEqual(['desk.new']);
    expect(await told(member)).toEqual([]);

    await put(resident, { switches: [] }).expect(200);
    const { id } = await world.create(resident);
    await world.act(dispatcher, id, 'accept');
    await world.act(dispatcher, id, 'dispatch', { personId: member.personId });
    await world.test.drain();
    expect(await told(resident)).toEqual(['mine.dispatched', 'mine.accepted']);
    expect(await told(member)).toEqual(['work.addressed']);
  });

  it('keep quiet hours, across midnight too', async () => {
    const hours = { from: '00:00', to: '23:59' };
    const { body } = await put(world.neighbour, { switches: [], quietHours: hours }).expect(200);
    expect(body).toMatchObject({ quietHours: hours });
    const all = { from: '07:00', to: '07:00' };
    await put(world.neighbour, { switches: [off('followed')], quietHours: all }).expect(200);
    const unread = (await world.get(world.neighbour, '/api/inbox/unread')).body;
    expect(new Date(unread['quietUntil'] as string).getTime()).toBeGreaterThan(Date.now());
    const { body: without } = await put(world.neighbour, { switches: [], quietHours: null }).expect(200);
    expect(without).toMatchObject({ quietHours: null });
    const { body: again } = await put(world.neighbour, { switches: [] }).expect(200);
    expect(again).toMatchObject({ quietHours: { from: '22:00', to: '07:00' } });
  });

  it.each([
    [{}],
    [{ switches: 'all' }],
    [{ switches: [{ group: 'pool', channel: 'inbox', enabled: false }] }],
    [{ switches: [{ group: 'mine', channel: 'pigeon', enabled: false }] }],
    [{ switches: [{ group: 'mine', channel: 'inbox', enabled: 'no' }] }],
    [{ switches: [null] }],
    [{ switches: Array.from({ length: 41 }, () => off('mine')) }],
    [{ switches: [], quietHours: { from: '24:00', to: '07:00' } }],
    [{ switches: [], quietHours: { from: '22:00' } }],
    [{ switches: [], quietHours: '22:00-07:00' }],
    [{ switches: [], volume: 11 }],
  ])('refuse %j', async (body) => {
    await put(world.stranger, body).expect(400);
  });

  it('and messages belong to the person’s own copy of their data', async () => {
    const { resident } = world;
    const { body } = await world.get(resident, '/api/me/data');
    const records = body['records'] as Record<string, { text: string }[]>;
    expect(records['消息']?.map(({ text }) => text)).toContainEqual(expect.stringMatching(/已受理/));
  });
});
