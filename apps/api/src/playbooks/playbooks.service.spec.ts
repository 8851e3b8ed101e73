import { type Category, DEFAULT_POLICY, type Playbook } from '@linshao/domain';
import { createOrderWorld, COMMUNITY, type OrderWorld, OTHER_COMMUNITY } from '../orders/testing/order-world.js';
import { ensureArea, type TestPerson } from '../identity/testing/sign-in-as.js';
import { PlaybooksRepository } from './playbooks.repository.js';
import { PlaybooksService } from './playbooks.service.js';

const CITY = 320400;
const company: Category = { code: 'company', name: '陪伴', kinds: ['wish'] };
const parking: Category = { code: 'parking', name: '停车', kinds: ['problem'], policy: { rateDays: 3 } };
const playbook = (categories: readonly Category[], rateDays = 5): Playbook => ({
  code: 'test',
  name: '测试社区',
  source: 'test',
  city: CITY,
  community: '320402003012',
  policy: { rateDays },
  categories,
});

describe('a policy deleted while in use', () => {
  let world: OrderWorld;
  let playbooks: PlaybooksService;
  let administrator: TestPerson;
  beforeAll(async () => {
    world = await createOrderWorld();
    playbooks = world.test.app.get(PlaybooksService);
    administrator = await world.withPost('administrator', '320400');
    await ensureArea(world.test, OTHER_COMMUNITY);
  });
  afterAll(() => world.test.close());

  const store = async (area: string, content: Playbook) => {
    await world.test.app.get(PlaybooksRepository).add(world.test.database, CITY, area, content);
    playbooks.forget();
  };
  const idOf = async (area: string, version: number) =>
    (
      await world.test.database.first<{ id: string }>(
        'SELECT id FROM playbooks WHERE area_path = $1 AND version = $2',
        [area, version],
      )
    )?.id ?? '';

  it('leaves an order readable and moving to its end, and takes no new one', async () => {
    await store(COMMUNITY, playbook([parking, company]));
    const { id } = await world.create(world.resident);
    const child = await world.orderIn('accepted');
    const tasks = [
      { to: { personId: world.member.personId }, title: '一半', description: '' },
      { to: { personId: world.member2.personId }, title: '另一半', description: '' },
    ];
    expect((await world.act(world.dispatcher, child, 'split', { tasks })).status).toBe(200);
    await store(COMMUNITY, playbook([company]));

    const { status, body } = await world.get(world.resident, `/api/orders/${id}`);
    expect([status, body]).toMatchObject([200, { category: 'parking', categoryName: 'parking' }]);
    expect((await world.get(world.resident, '/api/orders')).status).toBe(200);
    expect((await world.get(world.dispatcher, `/api/orders/${id}/actions`)).status).toBe(200);

    const acted = async (by: TestPerson, action: string, input = {}) => (await world.act(by, id, action, input)).status;
    // With its own category again, as a form sends it; a category it never had must exist.
    expect(await acted(world.resident, 'edit', { title: '还是停车', category: 'parking' })).toBe(200);
    expect(await acted(world.resident, 'edit', { category: 'repair' })).toBe(422);
    expect(await acted(world.duty, 'reply', { text: '已经看到了，马上安排' })).toBe(200);
    expect(await acted(world.dispatcher, 'accept')).toBe(200);
    expect(await acted(world.dispatcher, 'dispatch', { pool: 'members' })).toBe(200);
    expect(await acted(world.member, 'claim')).toBe(200);
    expect(await acted(world.member, 'start')).toBe(200);
    expect(await acted(world.member, 'done', { summary: '已经处理好了' })).toBe(200);
    expect(await acted(world.dispatcher, 'publish')).toBe(200);
    expect(await acted(world.resident, 'rate', { solved: true, stars: 5 })).toBe(200);
    // A parent ends with its children, which have the category too.
    expect((await world.act(world.resident, child, 'withdraw', { reason: '不用了' })).status).toBe(200);
    await world.test.drain();
    expect(await world.test.database.rows('SELECT 1 FROM outbox_failures')).toEqual([]);

    await expect(world.create(world.resident)).rejects.toThrow('order.category_unknown');
  });

  it('is what the last version with the category said, else what the place promises', async () => {
    await store(OTHER_COMMUNITY, playbook([parking, company], 5));
    await store(OTHER_COMMUNITY, playbook([company], 9));
    const gone = await playbooks.categoryOfOrder(CITY, OTHER_COMMUNITY, 'parking');
    expect(gone).toMatchObject({ policy: { rateDays: 3 }, playbookId: await idOf(OTHER_COMMUNITY, 1) });
    const never = await playbooks.categoryOfOrder(CITY, OTHER_COMMUNITY, 'never-there');
    expect(never).toMatchObject({
      name: 'never-there',
      isLeaf: true,
      policy: { ...DEFAULT_POLICY, rateDays: 9 },
      playbookId: await idOf(OTHER_COMMUNITY, 2),
    });
    expect((await playbooks.names(CITY, OTHER_COMMUNITY))('parking')).toBe('parking');
    expect((await playbooks.paths(CITY, OTHER_COMMUNITY))('parking')).toEqual(['parking']);
  });

  it('stays what was promised under it, also when the whole playbook was removed', async () => {
    const first = await idOf(OTHER_COMMUNITY, 1);
    const removal = await world.test
      .http()
      .delete(`/api/playbooks/${(await areaId(OTHER_COMMUNITY)) ?? ''}`)
      .set(administrator.headers);
    expect(removal.status).toBe(204);
    expect((await playbooks.category(CITY, OTHER_COMMUNITY, 'parking')).policy.rateDays).toBe(7);
    expect(await playbooks.policyOf(CITY, first, 'parking')).toMatchObject({ rateDays: 3 });
    expect(await playbooks.policyOf(CITY, first, 'company')).toMatchObject({ rateDays: 5 });
    expect(await playbooks.policyOf(CITY, first, 'never-there')).toMatchObject({ rateDays: 5 });
    expect(await playbooks.policyOf(CITY, first, null)).toMatchObject({ rateDays: 5 });
    expect(await playbooks.policyOf(CITY, null, 'parking')).toEqual(DEFAULT_POLICY);
    const unknown = '00000000-0000-7000-8000-000000000000';
    expect(await playbooks.policyOf(CITY, unknown, 'parking')).toEqual(DEFAULT_POLICY);
    expect(await playbooks.version(CITY, unknown)).toBeNull();
    expect(await playbooks.version(CITY, first)).toBe(await playbooks.version(CITY, first));
  });

  it('where nothing was ever configured still shows what there is', async () => {
    const nowhere = 999_999;
    expect((await playbooks.names(nowhere, '999999'))('parking')).toBe('parking');
    expect(await playbooks.withChildren(nowhere, '999999', 'parking')).toEqual([]);
    expect(await playbooks.categoryOfOrder(nowhere, '999999', 'parking')).toMatchObject({
      policy: DEFAULT_POLICY,
      playbookId: null,
    });
    await expect(playbooks.category(nowhere, '999999', 'parking')).rejects.toMatchObject({ code: 'playbook.missing' });
  });

  it('moves with the area it belongs to, and keeps it from being deleted', async () => {
    const row = await world.test.database.first(`SELECT count(*)::int AS n FROM playbooks WHERE area_path = $1`, [
      COMMUNITY,
    ]);
    expect(row).toEqual({ n: 2 });
    const answer = await world.test
      .http()
      .delete(`/api/areas/${(await areaId(COMMUNITY)) ?? ''}`)
      .set(administrator.headers);
    expect(answer.status).toBe(409);
  });

  const areaId = async (path: string) =>
    (await world.test.database.first<{ id: string }>('SELECT id FROM areas WHERE path = $1', [path]))?.id;
});
