import { v7 as uuidv7 } from 'uuid';
import { appoint, type TestPerson } from '../identity/testing/sign-in-as.js';
import { orderMoved } from '../orders/orders.events.js';
import { COMMUNITY, createOrderWorld, OTHER_COMMUNITY, type OrderWorld } from '../orders/testing/order-world.js';

describe('telling people of steps', () => {
  let world: OrderWorld;
  beforeAll(async () => {
    world = await createOrderWorld();
  });
  beforeEach(async () => {
    await world.test.drain();
    await world.test.database.rows('DELETE FROM notifications');
  });
  afterAll(() => world.test.close());

  const told = async (person: TestPerson, orderId: string): Promise<string[]> =>
    (
      await world.test.database.rows<{ template: string }>(
        'SELECT template FROM notifications WHERE person_id = $1 AND order_id = $2 ORDER BY id',
        [person.personId, orderId],
      )
    ).map(({ template }) => template);
  const all = async (): Promise<number> =>
    (await world.test.database.first<{ n: number }>('SELECT count(*)::int AS n FROM notifications'))?.n ?? -1;
  const act = async (by: TestPerson, id: string, action: string, body: object = {}): Promise<void> => {
    const { status, body: answer } = await world.act(by, id, action, body);
    if (status !== 200) throw new Error(`${action}: ${status} ${JSON.stringify(answer)}`);
  };

  it('tells each their part of a life, also when all of it is told at once and long after', async () => {
    const { resident, member, member2, duty, dispatcher, secretary } = world;
    const id = await world.orderIn('published');
    await act(resident, id, 'rate', { solved: false, stars: 1 });
    await act(resident, id, 'reopen', { reason: '第二天又停满了' });
    await act(dispatcher, id, 'dispatch', { personId: member2.personId });
    await world.test.drain();
    expect(await told(resident, id)).toEqual([
      'mine.accepted',
      'mine.dispatched',
      'mine.claimed',
      'mine.started',
      'mine.done',
      'mine.published',
      'mine.dispatched',
    ]);
    expect(await told(member, id)).toEqual(['work.published', 'work.ratedUnsolved', 'work.reopened']);
    expect(await told(member2, id)).toEqual(['work.addressed']);
    expect(await told(duty, id)).toEqual(['desk.new', 'desk.reopened']);
    expect(await told(dispatcher, id)).toEqual(['desk.new', 'desk.done', 'desk.ratedUnsolved', 'desk.reopened']);
    expect(await told(secretary, id)).toEqual(['desk.ratedUnsolved', 'desk.reopened']);
  });

  it('tells nobody twice, however often the news is brought', async () => {
    const id = await world.orderIn('claimed');
    await world.test.drain();
    const before = await all();
    expect(before).toBeGreaterThan(3);
    await world.test.database.rows(`UPDATE outbox SET handled_at = NULL WHERE payload->>'orderId' = $1`, [id]);
    await Promise.all([world.test.drain(), world.test.drain(), world.test.drain()]);
    expect(await all()).toBe(before);
  });

  it('brings two reminders of the same kind both', async () => {
    const { resident, duty } = world;
    const { id } = await world.create(resident);
    await act(resident, id, 'urge');
    await world.test.database.rows(`UPDATE orders SET last_urged_at = now() - interval '2 days' WHERE id = $1`, [id]);
    await act(resident, id, 'urge');
    await world.test.drain();
    expect(await told(duty, id)).toEqual(['desk.new', 'desk.urged', 'desk.urged']);
  });

  it('tells those in office over the place now, and nobody of the place next door', async () => {
    const above = await world.withPost('dispatcher', '320400/320402');
    const nextDoor = await world.withPost('dispatcher', OTHER_COMMUNITY);
    const former = await world.withPost('party_member', OTHER_COMMUNITY);
    await appoint(world.test, former.personId, {
      role: 'dispatcher',
      area: COMMUNITY,
      from: new Date('2026-01-01'),
      to: new Date('2026-02-01'),
    });
    const { id } = await world.create(world.resident);
    await world.test.drain();
    expect(await told(above, id)).toEqual(['desk.new']);
    expect(await told(nextDoor, id)).toEqual([]);
    expect(await told(former, id)).toEqual([]);
    await world.test.database.rows('DELETE FROM posts WHERE person_id = $1', [above.personId]);
  });

  it('finds the contacts of a unit by their posts', async () => {
    const unitId = uuidv7();
    const contact = await world.withPost('party_member', OTHER_COMMUNITY, '周联系');
    const colleague = await world.withPost('party_member', OTHER_COMMUNITY, '钱联系');
    for (const { personId } of [contact, colleague])
      await appoint(world.test, personId, { role: 'unit_responder', area: COMMUNITY, unitId });
    const id = await world.orderIn('accepted');
    await act(world.dispatcher, id, 'dispatch', { unitId });
    await act(contact, id, 'claim');
    await act(world.dispatcher, id, 'dispatch', { pool: 'members' });
    await world.test.drain();
    expect(await told(contact, id)).toEqual(['work.addressedToUnit', 'work.takenAway']);
    expect(await told(colleague, id)).toEqual(['work.addressedToUnit', 'work.colleagueClaimed']);
  });

  it('tells who wrote it down for a resident until they leave the post', async () => {
    const { dispatcher, duty, resident } = world;
    const helper = await world.withPost('grid_worker', `${COMMUNITY}/G01`);
    const { id } = await world.create(helper, { reporterId: resident.personId });
    await act(dispatcher, id, 'accept');
    await world.test.drain();
    expect(await told(helper, id)).toEqual(['mine.accepted']);
    await world.test.database.rows('UPDATE posts SET valid_to = now() WHERE person_id = $1', [helper.personId]);
    await act(duty, id, 'reply', { text: '我们马上派人去看' });
    await world.test.drain();
    expect(await told(helper, id)).toEqual(['mine.accepted']);
    expect(await told(resident, id)).toEqual(['mine.recorded', 'mine.accepted', 'mine.replied']);
  });

  it('tells the reporters of merged orders of every step of the survivor', async () => {
    const { neighbour, dispatcher, member } = world;
    const survivor = await world.orderIn('dispatched');
    const { id: duplicate } = await world.create(neighbour);
    await act(dispatcher, duplicate, 'merge', { into: survivor });
    await act(member, survivor, 'claim');
    await act(member, survivor, 'start');
    await world.test.drain();
    expect(await told(neighbour, duplicate)).toEqual(['mine.merged']);
    // Everything told of the survivor before they came is the past of somebody else's order, told by the same drain.
    expect((await told(neighbour, survivor)).slice(-2)).toEqual(['followed.claimed', 'followed.started']);
  });

  it('writes old history that was just loaded as read, and fresh steps as unread', async () => {
    const { id } = await world.create(world.resident);
    const age = (interval: string) =>
      world.test.database.rows(
        `UPDATE outbox SET at = now() - $2::interval WHERE handled_at IS NULL AND topic = $1 AND payload->>'orderId' = $3`,
        [orderMoved.topic, interval, id],
      );
    const readAt = async () =>
      (await world.test.database.rows<{ read_at: Date | null }>('SELECT read_at FROM notifications')).map(
        ({ read_at }) => read_at !== null,
      );
    await age('47 hours');
    await world.test.drain();
    expect(await readAt()).toEqual([false, false]);
    await world.test.database.rows('DELETE FROM notifications');
    await world.test.database.rows(`UPDATE outbox SET handled_at = NULL WHERE payload->>'orderId' = $1`, [id]);
    await age('49 hours');
    await world.test.drain();
    expect(await readAt()).toEqual([true, true]);
  });

  it('tells nothing more to who deleted the account', async () => {
    const gone = await world.withPost('party_member', OTHER_COMMUNITY);
    await world.test.database.rows('DELETE FROM posts WHERE person_id = $1', [gone.personId]);
    const { id } = await world.create(gone);
    await world.test.drain();
    await act(world.dispatcher, id, 'accept');
    await world.test.drain();
    expect(await told(gone, id)).toEqual(['mine.accepted']);
    await act(world.duty, id, 'reply', { text: '我们马上派人去看' });
    await world.test.http().delete('/api/me').set(gone.headers).expect(204);
    await world.test.drain();
    expect(await told(gone, id)).toEqual([]);
    await act(world.dispatcher, id, 'dispatch', { pool: 'members' });
    await world.test.drain();
    expect(await told(gone, id)).toEqual([]);
  });
});
