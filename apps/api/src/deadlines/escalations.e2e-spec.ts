import { randomUUID } from 'node:crypto';
import type { TestPerson } from '../identity/testing/sign-in-as.js';
import { createOrderWorld, OTHER_COMMUNITY, type OrderWorld } from '../orders/testing/order-world.js';
import { FiringService } from './firing.service.js';
import { letPass } from './testing/let-pass.js';

const CITY = 320400;
const STREET = '320400/320402/320402003';

interface Item {
  readonly order: { readonly id: string };
  readonly rung: number;
  readonly told: { readonly role: string; readonly vacant: boolean };
}

describe('GET /api/escalations', () => {
  let world: OrderWorld;
  let supervisor: TestPerson;
  let regulator: TestPerson;
  const ids: Record<'early' | 'late' | 'confidential' | 'kept', string> = {
    early: '',
    late: '',
    confidential: '',
    kept: '',
  };
  beforeAll(async () => {
    world = await createOrderWorld();
    supervisor = await world.withPost('supervisor', STREET, '韩督办');
    regulator = await world.withPost('regulator', '320400/320402', '施主管');
    const { database, app } = world.test;
    const pass = async (span: string) => {
      await letPass(database, span);
      await database.rows('UPDATE orders SET due_at = due_at - $1::interval', [span]);
      while ((await app.get(FiringService).drain(CITY)) > 0);
    };
    ids.early = (await world.create(world.resident, { title: '先来的' })).id;
    ids.confidential = (await world.create(world.resident, { title: '保密的', confidential: true })).id;
    // A rung begins when the one before was missed: the first 20 days end at the secretary, the next at the street.
    for (const span of ['20 days', '20 days']) await pass(span);
    ids.late = (await world.create(world.resident, { title: '后来的' })).id;
    ids.kept = (await world.create(world.resident, { title: '答复了的' })).id;
    await world.act(world.dispatcher, ids.kept, 'accept');
    await world.act(world.duty, ids.kept, 'reply', { text: '已经安排人去看' });
    await pass('61 minutes');
  });
  afterAll(() => world.test.close());

  const list = async (by: TestPerson, query = '') => {
    const { status, body } = await world.get(by, `/api/escalations${query}`);
    const { items = [], nextCursor } = body as unknown as { items?: Item[]; nextCursor?: string | null };
    return { status, items, nextCursor, orders: items.map(({ order }) => order.id) };
  };

  it('shows what climbed and is still owed, longest owed first, with whom it came to', async () => {
    const { items, orders } = await list(supervisor);
    expect(orders).toEqual([ids.early, ids.confidential, ids.late]);
    expect(items.at(-1)).toEqual({
      order: expect.objectContaining({ id: ids.late, title: '后来的', stateName: '待受理' }) as object,
      missed: 'reply',
      missedName: '公开回复',
      dueAt: expect.stringMatching(/\+08:00$/) as string,
      rung: 1,
      told: { role: 'secretary', roleName: '社区书记', areaName: expect.any(String) as string, vacant: false },
      at: expect.stringMatching(/\+08:00$/) as string,
    });
    expect(items[0]?.rung).toBeGreaterThan(1);
  });

  it('narrows to the office it came to', async () => {
    const all = (await list(supervisor)).items;
    for (const role of ['secretary', 'supervisor', 'regulator'])
      expect((await list(supervisor, `?role=${role}`)).orders).toEqual(
        all.filter(({ told }) => told.role === role).map(({ order }) => order.id),
      );
    expect((await list(supervisor, '?role=duty_officer')).status).toBe(400);
  });

  it('goes on from page to page', async () => {
    const first = await list(supervisor, '?limit=2');
    const rest = await list(supervisor, `?limit=2&cursor=${String(first.nextCursor)}`);
    expect([...first.orders, ...rest.orders]).toEqual((await list(supervisor)).orders);
    expect(rest.nextCursor).toBeNull();
    expect((await list(supervisor, '?cursor=nonsense')).status).toBe(400);
  });

  it('is for the offices of the ladder, over their own areas', async () => {
    expect((await list(world.secretary)).orders).toHaveLength(3);
    expect((await list(regulator)).orders).toEqual([ids.early, ids.late]);
    expect((await list(await world.withPost('secretary', OTHER_COMMUNITY, '别处书记'))).orders).toEqual([]);
    for (const by of [world.resident, world.dispatcher, world.duty]) expect((await list(by)).status).toBe(403);
    expect((await world.test.http().get('/api/escalations')).status).toBe(401);
  });

  it('forgets what was done after all', async () => {
    await world.act(world.secretary, ids.late, 'reply', { text: '马上派人去看看' });
    expect((await list(supervisor)).orders).not.toContain(ids.late);
    const { id } = await world.create(world.resident, { title: `别的 ${randomUUID().slice(0, 8)}` });
    expect((await list(supervisor)).orders).not.toContain(id);
  });
});
