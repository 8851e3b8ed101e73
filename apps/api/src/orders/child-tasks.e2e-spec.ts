import type { TestPerson } from '../identity/testing/sign-in-as.js';
import { COMMUNITY, createOrderWorld, ORDER, type OrderWorld } from './testing/order-world.js';

describe('the child tasks of an order', () => {
  let world: OrderWorld;
  let id: string;
  beforeAll(async () => {
    world = await createOrderWorld();
    id = (await world.create(world.resident, { confidential: true })).id;
    await world.act(world.dispatcher, id, 'accept');
    await world.act(world.dispatcher, id, 'split', {
      tasks: [
        { to: { personId: world.member.personId }, title: '牵头清理', description: '' },
        { to: { personId: world.member2.personId }, title: '划线，联系13812345678', description: '' },
      ],
    });
  });
  afterAll(() => world.test.close());

  const of = async (by: TestPerson, orderId = id) => {
    const { status, body } = await world.get(by, `/api/orders/${orderId}/children`);
    return { status, items: body as unknown as Record<string, unknown>[] };
  };

  it('are shown whole to the desk, with who has each and until when', async () => {
    const { items } = await of(world.dispatcher);
    expect(items).toEqual([
      expect.objectContaining({
        title: '划线，联系13812345678',
        state: 'dispatched',
        stateName: '已派单',
        overdue: false,
        dueAt: expect.stringMatching(/^\d{4}-/) as string,
        assignment: { type: 'person', id: world.member2.personId, name: '周党员' },
        opens: true,
      }),
    ]);
  });

  it('are known to whoever leads and to the resident, in a redacted copy', async () => {
    const [lead] = (await of(world.member)).items;
    expect(lead).toMatchObject({ state: 'dispatched', assignment: { id: null }, opens: false });
    expect(JSON.stringify(lead)).not.toMatch(/13812345678|周党员/);
    const [own] = (await of(world.resident)).items;
    // Of what is confidential the resident steers the whole only.
    expect(own).toMatchObject({ opens: false });
    expect(JSON.stringify(own)).not.toMatch(/13812345678|周党员/);
  });

  it('do not exist for anybody else, and are none for whoever has only a share', async () => {
    expect((await of(world.neighbour)).status).toBe(404);
    expect((await of(world.member2)).status).toBe(404);
    const [{ id: childId } = {}] = (await of(world.dispatcher)).items;
    expect(await of(world.member2, String(childId))).toEqual({ status: 200, items: [] });
    expect((await of(world.dispatcher, 'nothing')).status).toBe(404);
  });

  it('are none where there is only a public copy to read', async () => {
    const { id: open } = await world.create(world.resident, { ...ORDER, area: COMMUNITY.split('/').at(-1) });
    await world.act(world.dispatcher, open, 'accept');
    const to = { personId: world.member.personId };
    const task = { to, title: '一部分', description: '' };
    expect((await world.act(world.dispatcher, open, 'split', { tasks: [task, task] })).status).toBe(200);
    expect(await of(world.neighbour, open)).toEqual({ status: 200, items: [] });
    expect((await of(world.resident, open)).items).toEqual([expect.objectContaining({ opens: true })]);
  });
});
