import type { TestPerson } from '../identity/testing/sign-in-as.js';
import { createOrderWorld, ORDER, type OrderWorld } from '../orders/testing/order-world.js';

interface Message {
  readonly id: string;
  readonly text: string;
  readonly template: string;
  readonly readAt: string | null;
}

describe('the inbox', () => {
  let world: OrderWorld;
  let resident: TestPerson;
  beforeAll(async () => {
    world = await createOrderWorld({ QUIET_HOURS: 'none' });
    resident = world.resident;
    await world.orderIn('published');
    await world.orderIn('claimed');
    await world.test.drain();
  });
  afterAll(() => world.test.close());

  const list = async (by: TestPerson, query = ''): Promise<{ items: Message[]; nextCursor: string | null }> =>
    (await world.get(by, `/api/inbox?limit=100${query}`)).body as never;
  const post = (by: TestPerson, path: string, body: object = {}) =>
    world.test.http().post(path).set(by.headers).send(body);
  const unread = async (by: TestPerson) => (await world.get(by, '/api/inbox/unread')).body['count'];

  it('shows the newest message first, each with the order it leads to', async () => {
    const { items, nextCursor } = await list(resident);
    expect(items.map(({ template }) => template)).toEqual([
      'mine.claimed',
      'mine.dispatched',
      'mine.accepted',
      'mine.published',
      'mine.done',
      'mine.started',
      'mine.claimed',
      'mine.dispatched',
      'mine.accepted',
    ]);
    expect(items[8]).toEqual({
      id: expect.any(String),
      group: 'mine',
      template: 'mine.accepted',
      text: expect.stringMatching(/^您的诉求\d{6}-\d{6}（停车）已受理，社区正在安排，请放心。$/),
      orderId: expect.any(String),
      subject: { type: 'order', id: expect.any(String) },
      createdAt: expect.any(String),
      readAt: null,
    });
    expect(nextCursor).toBeNull();
  });

  it('says nothing of persons, and none of the words of an order', async () => {
    for (const person of [resident, world.dispatcher, world.duty, world.member]) {
      const text = JSON.stringify(await list(person));
      for (const secret of ['王秀英', '陈党员', '郑派单', '吴值班', ORDER.title, ORDER.description, '已经处理好了'])
        expect(text).not.toContain(secret);
    }
  });

  it('tells the hall nothing: an order there is nobody’s yet', async () => {
    expect((await list(world.member2)).items).toEqual([]);
    expect(await unread(world.member2)).toBe(0);
  });

  it('is read page by page, whole and without repeats, with the unread first', async () => {
    const { items } = await list(resident);
    for (const index of [0, 3, 4]) await post(resident, `/api/inbox/${items[index]?.id}/read`).expect(200);
    const expected = [...items.filter((_, i) => ![0, 3, 4].includes(i)), items[0], items[3], items[4]].map(
      (m) => m?.id,
    );
    for (const limit of [1, 2, 3, 6, 9]) {
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: { items: Message[]; nextCursor: string | null } = (
          await world.get(resident, `/api/inbox?unreadFirst=true&limit=${limit}${cursor && `&cursor=${cursor}`}`)
        ).body as never;
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      expect(seen).toEqual(expected);
    }
    expect(await unread(resident)).toBe(6);
  });

  it('marks as read once, and everything up to a moment', async () => {
    const { items } = await list(resident, '&unreadFirst=true');
    const [first, second] = items;
    const answer = await post(resident, `/api/inbox/${first?.id}/read`).expect(200);
    expect(answer.body).toEqual({ count: 5, quietUntil: null });
    const readAt = async () => (await list(resident)).items.find(({ id }) => id === first?.id)?.readAt;
    const since = await readAt();
    await post(resident, `/api/inbox/${first?.id}/read`).expect(200);
    expect(await readAt()).toBe(since);
    await post(resident, '/api/inbox/read-all', { before: '2026-01-01T00:00:00+08:00' }).expect(200, {
      count: 5,
      quietUntil: null,
    });
    await post(resident, '/api/inbox/read-all', { before: new Date().toISOString() }).expect(200, {
      count: 0,
      quietUntil: null,
    });
    expect(second?.readAt).toBeNull();
  });

  it('is its owner’s alone', async () => {
    const [message] = (await list(world.dispatcher)).items;
    await post(resident, `/api/inbox/${message?.id}/read`).expect(404);
    expect((await list(world.dispatcher)).items[0]?.readAt).toBeNull();
    for (const path of ['/api/inbox', '/api/inbox/unread', '/api/me/notification-preferences'])
      await world.test.http().get(path).expect(401);
  });

  it.each([
    ['/api/inbox?cursor=xyz'],
    [`/api/inbox?cursor=${Buffer.from('["all","no id"]').toString('base64url')}`],
    ['/api/inbox?limit=0'],
    ['/api/inbox?limit=101'],
    ['/api/inbox?unreadFirst=maybe'],
    ['/api/inbox?box=all'],
  ])('refuses %s', async (path) => {
    expect((await world.get(resident, path)).status).toBe(400);
  });

  it.each([[{}], [{ before: 'yesterday' }], [{ before: null }], [{ before: '2026-11-22T00:00:00Z', all: true }]])(
    'refuses to mark %j as read',
    (body) =>
      post(resident, '/api/inbox/read-all', body)
        .expect(400)
        .then(() => undefined),
  );

  it.each(['x', '0', '%00', '𠮷', '018f3f3e-0000-7000-8000-000000000000'])('does not find message %s', (id) =>
    post(resident, `/api/inbox/${encodeURIComponent(id)}/read`)
      .expect(404)
      .then(() => undefined),
  );
});
