import type { TestPerson } from '../identity/testing/sign-in-as.js';
import { OTHER_COMMUNITY } from '../orders/testing/order-world.js';
import type { OrderMessagePage } from './order-messages.dto.js';
import { createMessageWorld, type MessageWorld } from './testing/message-world.js';

describe('GET /api/orders/:id/messages', () => {
  let world: MessageWorld;
  let orderId: string;

  beforeAll(async () => {
    world = await createMessageWorld();
    await world.withWechat(world.dispatcher, 5);
    const { id } = await world.create(world.resident);
    orderId = id;
    await world.test.drain();
    await world.sweep();
    await world.act(world.dispatcher, id, 'accept');
    await world.test.drain();
  });
  afterAll(() => world.test.close());

  const get = async (by: TestPerson, query = '') => {
    const { status, body } = await world.get(by, `/api/orders/${orderId}/messages${query}`);
    return { status, body, page: body as unknown as OrderMessagePage };
  };

  it('tells what was told, as what, which way and how far it came, newest first', async () => {
    const { page } = await get(world.dispatcher);
    expect(page.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          template: 'mine.accepted',
          relation: 'reporter',
          relationName: '诉求人',
          state: 'sent',
        }),
        expect.objectContaining({
          template: 'desk.new',
          relation: 'duty_officer',
          relationName: '值班员',
          channel: 'inbox',
        }),
        expect.objectContaining({ template: 'desk.new', relation: 'dispatcher', channel: 'wechat', state: 'sent' }),
      ]),
    );
    const ids = page.items.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted().toReversed());
    expect(page.nextCursor).toBeNull();
  });

  it('names nobody', async () => {
    const { body } = await get(world.secretary);
    for (const person of [world.resident, world.dispatcher, world.duty])
      expect(JSON.stringify(body)).not.toContain(person.personId);
    expect(JSON.stringify(body)).not.toMatch(/王秀英|郑派单|吴值班|1[3-9]\d{9}/);
  });

  it('comes page by page, each message once', async () => {
    const { page: all } = await get(world.dispatcher);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { page }: { page: OrderMessagePage } = await get(
        world.dispatcher,
        `?limit=2${cursor && `&cursor=${cursor}`}`,
      );
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(all.items.map(({ id }) => id));
  });

  it.each(['duty', 'dispatcher', 'secretary'] as const)('is open to the %s of the place', async (who) => {
    expect((await get(world[who])).status).toBe(200);
  });

  it('is open to supervisors and administrators above', async () => {
    for (const role of ['supervisor', 'administrator'] as const)
      expect((await get(await world.withPost(role, '320400/320402/320402003'))).page.items.length).toBeGreaterThan(3);
    expect((await world.test.http().get(`/api/orders/${orderId}/messages`)).status).toBe(401);
  });

  it('shows whoever reported it what they were told themselves, and nothing else', async () => {
    const { status, page } = await get(world.resident);
    expect(status).toBe(200);
    expect(page.items.map(({ relation, channel }) => ({ relation, channel }))).toEqual(
      page.items.map(() => ({ relation: 'reporter', channel: 'inbox' })),
    );
    expect(page.items.map(({ template }) => template)).toContain('mine.accepted');
  });

  it('shows those without a part in it no message, as if there were no such order where they cannot see it', async () => {
    const elsewhere = ['dispatcher', 'secretary', 'duty_officer'] as const;
    const others = await Promise.all(elsewhere.map((role) => world.withPost(role, OTHER_COMMUNITY)));
    for (const person of [...others, world.neighbour, world.stranger, world.member]) {
      const { status: ofOrder } = await world.get(person, `/api/orders/${orderId}`);
      const { status, page } = await get(person);
      expect(status).toBe(ofOrder);
      if (status === 200) expect(page.items).toEqual([]);
    }
    const { status } = await world.get(world.dispatcher, '/api/orders/01890000-0000-7000-8000-000000000000/messages');
    expect(status).toBe(404);
  });

  it('shows their own order to a resident with an office elsewhere as to any resident', async () => {
    const own = await world.withPost('dispatcher', OTHER_COMMUNITY);
    const { id } = await world.create(own);
    await world.test.drain();
    await world.act(world.dispatcher, id, 'accept');
    await world.test.drain();
    const { body } = await world.get(own, `/api/orders/${id}/messages`);
    const { items } = body as unknown as OrderMessagePage;
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ relation }) => relation === 'reporter')).toBe(true);
  });

  it.each(['?cursor=x', '?limit=0', '?limit=101', '?who=1'])('refuses %s', async (query) => {
    expect((await get(world.dispatcher, query)).status).toBe(400);
  });
});
