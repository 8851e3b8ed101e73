import { ensureArea, signInAs, type TestPerson } from '../identity/testing/sign-in-as.js';
import { COMMUNITY, OTHER_COMMUNITY } from '../orders/testing/order-world.js';
import { type BoardWorld, createBoardWorld, TO_DONE, TO_PUBLISHED, WISH } from './testing/board-world.js';

let world: BoardWorld;
let supervisor: TestPerson;
const STREET = '320400/320402/320402003';

beforeAll(async () => {
  world = await createBoardWorld();
  supervisor = await world.withPost('supervisor', STREET, '督办员');
  await ensureArea(world.test, OTHER_COMMUNITY);
});
afterAll(() => world.test.close());
// Each test counts its own orders only.
beforeEach(() => world.test.database.rows('DELETE FROM orders'));

const ask = async (query = '', by = supervisor) => {
  const { status, body } = await world.test.http().get(`/api/figures?${query}`).set(by.headers);
  return { status, body };
};
const set = (id: string, assignments: string) =>
  world.test.database.rows(`UPDATE orders SET ${assignments} WHERE id = $1`, [id]);
const share = (numerator: number, denominator: number) => ({
  share: denominator < 1 ? null : Math.round((numerator / denominator) * 10_000) / 10_000,
  numerator,
  denominator,
});

describe('figures', () => {
  it('have no rate without a sample', async () => {
    const { body } = await ask();
    expect(body).toEqual({
      area: { path: STREET, name: '320402003' },
      from: null,
      until: null,
      total: {
        orders: 0,
        replied: share(0, 0),
        repliedInTime: share(0, 0),
        handled: share(0, 0),
        solved: share(0, 0),
        solvedByResident: share(0, 0),
        satisfied: share(0, 0),
        medianMinutesToReply: null,
        medianMinutesToHandle: null,
      },
      rows: [],
    });
  });

  it('tell "handled" by the assignee from "solved" by the resident or a review', async () => {
    await world.make({}, TO_DONE);
    await world.make({}, TO_PUBLISHED);
    await world.make({}, [...TO_PUBLISHED, ['resident', 'rate', { solved: true, stars: 5 }]]);
    await world.make({}, [...TO_PUBLISHED, ['resident', 'rate', { solved: false, stars: 2 }]]);
    await world.make({}, [...TO_PUBLISHED, ['secretary', 'review', { text: '上门看过', solved: true }]]);
    await world.make({}, [...TO_PUBLISHED, ['resident', 'reopen', { reason: '又坏了' }]]);
    await world.make({});
    expect((await ask()).body.total).toMatchObject({
      orders: 7,
      handled: share(5, 7),
      solved: share(2, 3),
      solvedByResident: share(1, 2),
      satisfied: share(1, 2),
    });
  });

  it('leave out what was withdrawn, merged or is a share of another; a rejected order needs no handling', async () => {
    const { id } = await world.make({});
    await world.make({}, [['resident', 'withdraw', {}]]);
    await world.make({}, [['dispatcher', 'merge', { into: id }]]);
    await world.make({}, [['dispatcher', 'reject', { reason: '不归社区管' }]]);
    const other = await world.withPost('party_member', COMMUNITY, '钱党员');
    const tasks = [world.member, other].map(({ personId }) => ({ to: { personId }, title: '分头办', description: '' }));
    await world.make({}, [
      ['dispatcher', 'accept'],
      ['dispatcher', 'split', { tasks }],
    ]);
    expect((await ask()).body.total).toMatchObject({ orders: 3, handled: share(0, 2) });
  });

  it("count a reply as in time by the category's promise, and as missed only once it is due", async () => {
    const at = (minutes: number) => `now() - interval '${minutes} minutes'`;
    const order = async (submitted: number, replied: number | null) => {
      const { id } = await world.make({});
      await set(id, `submitted_at = ${at(submitted)}, replied_at = ${replied === null ? 'NULL' : at(replied)}`);
    };
    await order(200, 141);
    await order(200, 139);
    await order(200, null);
    await order(30, null);
    const { total } = (await ask()).body;
    expect(total).toMatchObject({
      orders: 4,
      replied: share(2, 4),
      repliedInTime: share(1, 3),
      medianMinutesToReply: 60,
    });
  });

  it('are those of whole months and days in Shanghai, by when the order was submitted', async () => {
    const moments = ['2026-08-31T23:59:59.999+08:00', '2026-09-01T00:00:00+08:00', '2026-09-30T23:59:59+08:00'];
    for (const moment of [...moments, '2026-10-01T00:00:00+08:00']) {
      const { id } = await world.make({});
      await set(id, `submitted_at = '${moment}'`);
    }
    const months = async (query: string) =>
      (await ask(`by=month&${query}`)).body.rows.map((row: { key: string; orders: number }) => [row.key, row.orders]);
    expect(await months('')).toEqual([
      ['2026-08', 1],
      ['2026-09', 2],
      ['2026-10', 1],
    ]);
    expect(await months('from=2026-09&to=2026-09')).toEqual([['2026-09', 2]]);
    expect(await months('from=2026-09-30&to=2026-10')).toEqual([
      ['2026-09', 1],
      ['2026-10', 1],
    ]);
    expect((await ask('from=2026-09&to=2026-09')).body).toMatchObject({
      from: '2026-08-31T16:00:00.000Z',
      until: '2026-09-30T16:00:00.000Z',
      total: { orders: 2 },
    });
  });

  it('are split by area, category and kind, each group a part of the whole', async () => {
    await world.make({});
    await world.make(WISH);
    await world.create(world.resident, { area: '320402003013' });
    const groups = async (query: string) => {
      const { total, rows } = (await ask(query)).body;
      expect(rows.reduce((sum: number, row: { orders: number }) => sum + row.orders, 0)).toBe(total.orders);
      return rows.map((row: { key: string; name: string; orders: number }) => [row.key, row.name, row.orders]);
    };
    expect(await groups('by=area')).toEqual([
      [COMMUNITY, '320402003012', 2],
      [OTHER_COMMUNITY, '320402003013', 1],
    ]);
    expect(await groups('by=area&area=320402003012')).toEqual([[COMMUNITY, '320402003012', 2]]);
    expect(await groups('by=category')).toEqual([['estate', '小区', 3]]);
    expect(await groups('by=category&category=estate')).toEqual([
      ['company', '陪伴', 1],
      ['parking', '停车', 2],
    ]);
    expect(await groups('by=kind')).toEqual([
      ['problem', '问题', 2],
      ['wish', '微心愿', 1],
    ]);
    expect(await groups('by=kind&category=company')).toEqual([['wish', '微心愿', 1]]);
    expect(await groups('by=kind&category=nothing')).toEqual([]);
  });

  it('keep an order whose category has left the playbook', async () => {
    const { id } = await world.make({});
    await set(id, `category = 'gone', submitted_at = now() - interval '1 day'`);
    const { total, rows } = (await ask('by=category')).body;
    expect(total).toMatchObject({ orders: 1, repliedInTime: share(0, 0) });
    expect(rows.map((row: { key: string; name: string }) => [row.key, row.name])).toEqual([['gone', 'gone']]);
  });
});

describe('whoever asks for figures', () => {
  it('gets those of their own areas and no others', async () => {
    expect((await ask('', world.secretary)).body.area.path).toBe(COMMUNITY);
    expect((await ask('area=320402003012', world.dispatcher)).status).toBe(200);
    const refused = await ask('area=320402003013', world.secretary);
    expect([refused.status, refused.body.code]).toEqual([403, 'figures.beyond_area']);
    expect((await ask('area=320402', supervisor)).status).toBe(403);
    const twice = await signInAs(world.test, {
      posts: [
        { role: 'dispatcher', area: COMMUNITY },
        { role: 'party_member', area: '320400' },
      ],
    });
    expect((await ask('', twice)).body.area.path).toBe(COMMUNITY);
    for (const who of [world.resident, world.member, world.duty]) expect((await ask('', who)).status).toBe(403);
    expect((await world.test.http().get('/api/figures')).status).toBe(401);
  });

  it.each([
    ['by=person', 400],
    ['by=assignee', 400],
    ['assignee=1', 400],
    ['from=2026-02-30', 400],
    ['from=2026-13', 400],
    ['from=2026-10&to=2026-09', 400],
    ['from=now', 400],
    ['area=999999999999', 422],
    ['area=%F0%A0%AE%B7', 400],
    ['category=%00', 400],
  ])('is refused %s with %i', async (query, status) => {
    const answer = await ask(query);
    expect([answer.status, typeof answer.body.code]).toEqual([status, 'string']);
  });
});
