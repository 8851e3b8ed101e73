import type { IncomingHttpHeaders } from 'node:http';
import { FiringService } from '../deadlines/firing.service.js';
import { withMatters, type MatterWorld, GRID, STREET } from '../matters/testing/matter-world.js';
import { COMMUNITY } from '../orders/testing/order-world.js';
import { BoardCache } from '../platform/boards/board-cache.js';
import { createBoardWorld, TO_PUBLISHED, type Moves, WISH } from '../publication/testing/board-world.js';
import { ModerationService } from '../publication/moderation.service.js';
import { listen, until } from './testing/listen.js';
import type { Wall } from './wall.dto.js';

let world: MatterWorld;
let make: (input: object, moves?: Moves) => Promise<{ id: string; number: string }>;
beforeAll(async () => {
  const boards = await createBoardWorld();
  make = boards.make;
  world = await withMatters(boards);
  await world.test.database.rows(`UPDATE areas SET name = '富强社区' WHERE path = $1`, [COMMUNITY]);
  await world.test.database.rows(`UPDATE areas SET name = '茶山街道' WHERE path = $1`, [STREET]);
  await world.test.database.rows(`UPDATE areas SET name = '天宁区' WHERE path = '320400/320402'`);
});
afterAll(() => world.test.close());

const ask = (query: string, headers: IncomingHttpHeaders = {}) =>
  world.test.http().get(`/api/wall${query}`).set(headers);
async function wall(area = '320402003012'): Promise<Wall> {
  await world.test.drain();
  world.test.app.get(BoardCache)['entries'].clear();
  const { status, body } = await ask(`?area=${area}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as Wall;
}
/** Lets everything owed about a subject or an order lie that far back. */
const long = (id: string, hours: number) =>
  world.test.database.rows(
    `UPDATE deadlines SET started_at = started_at - make_interval(hours => $2), due_at = due_at - make_interval(hours => $2), wake_at = wake_at - make_interval(hours => $2)
      WHERE (subject_id = $1 OR order_id = $1) AND settled_at IS NULL`,
    [id, hours],
  );
const fire = () => world.test.app.get(FiringService).drain(320400);

describe('applications on the wall', () => {
  it('show what, the step, the post and the date; overdue first, then by date, then who waits for papers', async () => {
    const soon = await world.apply(world.resident, { title: '王秀英的津贴' });
    const late = await world.apply(world.resident);
    const waiting = await world.apply(world.resident, { template: 'low-income' });
    const far = await world.apply(world.resident);
    const over = await world.apply(world.resident);
    await world.move(world.dispatcher, waiting.id, 'suspend', { words: '王秀英请补材料' });
    await world.move(world.dispatcher, far.id, 'advance');
    await world.move(world.gridWorker, far.id, 'advance');
    await world.move(world.resident, over.id, 'withdraw', {});
    await long(late.id, 60);
    const { area, at, matters, totals } = await wall();
    expect(area).toEqual({ path: COMMUNITY, name: '富强社区' });
    expect(at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+08:00$/);
    expect(matters.map(({ number }) => number)).toEqual([late, soon, far, waiting].map(({ number }) => number));
    expect(matters[0]).toEqual({
      number: late.number,
      templateName: '高龄津贴',
      area: '富强社区',
      state: 'running',
      stateName: '办理中',
      step: '受理',
      stepNumber: 1,
      stepCount: 3,
      post: '富强社区民政窗口',
      dueAt: expect.stringMatching(/\+08:00$/),
      daysLeft: expect.any(Number),
      overdue: true,
    });
    expect(matters[0]?.daysLeft).toBeLessThan(0);
    expect(matters[2]).toMatchObject({ step: '区级备案', post: '天宁区行业主管', overdue: false });
    expect(matters[3]).toMatchObject({ stateName: '等待补充材料', dueAt: null, daysLeft: null });
    expect(totals).toMatchObject({ matters: 4, mattersOverdue: 1, mattersWaiting: 1 });
  });

  it('name no grid, also where a grid’s post is responsible', async () => {
    const { id, number } = await world.apply(world.resident);
    await world.move(world.dispatcher, id, 'advance');
    const { matters } = await wall();
    expect(matters.find((each) => each.number === number)).toMatchObject({ area: '富强社区', post: '富强社区网格员' });
    expect(JSON.stringify(matters)).not.toContain('G01');
  });
});

describe('orders on the wall', () => {
  it('show when a promise is missed or close: the promise, the post or unit, the office it climbed to', async () => {
    const calm = await make({ ...WISH, title: '有人来修修表吗' });
    const late = await make({
      kind: 'problem',
      category: 'parking',
      title: '消防通道被占',
      area: 'G01',
      description: '王秀英家门口',
    });
    await long(late.id, 3);
    let shown = (await wall()).orders;
    expect(shown.map(({ number }) => number)).not.toContain(calm.number);
    expect(shown.find(({ number }) => number === late.number)).toEqual({
      number: late.number,
      categoryName: '停车',
      area: '富强社区',
      state: 'submitted',
      stateName: '待受理',
      step: '公开回复',
      post: '富强社区值班员',
      dueAt: expect.stringMatching(/\+08:00$/),
      overdue: true,
      rung: null,
      title: null,
    });
    await fire();
    shown = (await wall()).orders;
    expect(shown.find(({ number }) => number === late.number)).toMatchObject({ rung: '富强社区书记' });
    const answer = await world.act(world.duty, late.id, 'reply', { text: '马上派人去看' });
    expect(answer.status).toBe(200);
    const { orders, replies } = await wall();
    expect(orders.find(({ number }) => number === late.number)?.step).not.toBe('公开回复');
    expect(replies).toMatchObject({ count: 1, inTimeShare: 0, sample: 1 });
  });

  it('keep their words to themselves, until a checked copy stands on a board', async () => {
    const wish = await make({ ...WISH, title: '想有人陪着下棋' });
    await long(wish.id, 3);
    const titleOf = async () => (await wall()).orders.find(({ number }) => number === wish.number)?.title;
    expect(await titleOf()).toBeNull();
    await world.act(world.dispatcher, wish.id, 'accept');
    await world.test.drain();
    await world.test.app.get(ModerationService).sweep();
    expect(await titleOf()).toBe('想有人陪着下棋');
  });

  it('show as long as nobody has answered, also when the work is done or published', async () => {
    const step = async (id: string, number: string) => {
      await long(id, 3);
      return (await wall()).orders.find((order) => order.number === number)?.step;
    };
    for (const moves of [TO_PUBLISHED.slice(0, -1), TO_PUBLISHED]) {
      const { id, number } = await make({ ...WISH, title: '没人回复的心愿' }, moves);
      expect(await step(id, number)).toBe('公开回复');
      expect((await world.act(world.duty, id, 'reply', { text: '已经办好了，请您看看' })).status).toBe(200);
      expect(await step(id, number)).toBeUndefined();
    }
  });

  it('never show when they are confidential, nor once nothing is owed', async () => {
    const secret = await make({ ...WISH, confidential: true });
    const gone = await make(WISH, [['resident', 'withdraw']]);
    for (const { id } of [secret, gone]) await long(id, 30);
    await fire();
    const shown = (await wall()).orders.map(({ number }) => number);
    expect(shown).not.toEqual([]);
    expect(shown).not.toContain(secret.number);
    expect(shown).not.toContain(gone.number);
  });
});

it('counts the lamps that residents lit, today and this month', async () => {
  const before = (await wall()).lamps;
  await make({ ...WISH, title: '有人陪着散步' }, [...TO_PUBLISHED, ['resident', 'rate', { solved: true, stars: 5 }]]);
  await make({ ...WISH, title: '有人教教手机' }, [...TO_PUBLISHED, ['resident', 'rate', { solved: false, stars: 1 }]]);
  const { lamps } = await wall();
  expect(lamps).toEqual({ today: before.today + 1, month: before.month + 1 });
});

it('says who is on duty by place and office, whatever the post is called', async () => {
  await world.test.database.rows(`UPDATE posts SET name = '吴值班工作室' WHERE person_id = $1`, [world.duty.personId]);
  expect((await wall()).duty).toMatchObject({ post: '富强社区值班员', from: expect.stringMatching(/\+08:00$/) });
});

it('shows supervision orders until they are answered', async () => {
  const order = await make({ kind: 'problem', category: 'parking', title: '车位被占', area: 'G01' });
  const { status, body } = await world.act(world.supervisor, order.id, 'supervise', { text: '请说明为何没有回复' });
  expect([status, body]).toEqual([201, expect.anything()]);
  const { supervision, totals } = await wall();
  expect(supervision).toMatchObject([
    {
      orderNumber: order.number,
      issuedBy: '茶山街道督办',
      area: '富强社区',
      overdue: false,
      dueAt: expect.any(String),
    },
  ]);
  expect(totals).toMatchObject({ supervision: 1, supervisionOverdue: 0 });
  expect((await wall('320402003')).supervision).toHaveLength(1);
});

it('says nobody’s name, phone or words, on the wall or in its stream', async () => {
  const { rows } = world.test.database;
  const ofDatabase = async (sql: string): Promise<string[]> =>
    (await rows.call(world.test.database, sql)).map((row) => String((row as { word: unknown }).word));
  const secrets = [
    ...(await ofDatabase('SELECT name AS word FROM persons WHERE name IS NOT NULL')),
    ...(await ofDatabase('SELECT id AS word FROM persons')),
    ...(await ofDatabase('SELECT title AS word FROM matters WHERE title IS NOT NULL')),
    ...(await ofDatabase('SELECT words AS word FROM matter_events WHERE words IS NOT NULL')),
    ...(await ofDatabase('SELECT words AS word FROM supervision_orders WHERE words IS NOT NULL')),
    ...(await ofDatabase('SELECT words AS word FROM order_events WHERE words IS NOT NULL')),
    ...(await ofDatabase(`SELECT description AS word FROM orders WHERE description <> ''`)),
    '吴值班工作室',
    '王秀英',
    'G01',
  ];
  expect(secrets.length).toBeGreaterThan(30);
  const shown = await listen(`${await world.test.app.getUrl()}/api/wall/stream?area=320402003`);
  await until(() => shown.events().length === 1);
  shown.close();
  const texts = [JSON.stringify(await wall()), JSON.stringify(await wall('320402003')), shown.text()];
  expect(secrets.filter((secret) => texts.some((text) => text.includes(secret)))).toEqual([]);
  expect(texts.join()).not.toMatch(/1[3-9]\d{9}(?!\d)|\d{17}[\dXx]/);
});

describe('whoever asks', () => {
  it('gets the same bytes, signed in or not, and nothing twice', async () => {
    await wall();
    const first = await ask('?area=320402003012');
    expect(first.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'public, max-age=1',
      'x-content-type-options': 'nosniff',
    });
    const etag = String(first.headers['etag']);
    const again = await ask('?area=320402003012', { ...world.secretary.headers, 'if-none-match': etag });
    expect([again.status, again.text]).toEqual([304, '']);
    // Made anew it is the same wall, though not at the same time.
    world.test.app.get(BoardCache)['entries'].clear();
    const later = await ask(`?area=${GRID}`);
    expect(later.headers['etag']).toBe(etag);
  });

  it('by a place inside a community gets the community’s wall, by a street all its communities’', async () => {
    expect((await wall(GRID)).area.path).toBe(COMMUNITY);
    const street = await wall('320402003');
    expect(street.area).toEqual({ path: STREET, name: '茶山街道' });
    expect(street.matters.length).toBeGreaterThanOrEqual((await wall()).matters.length);
  });

  it.each([
    ['', 400, 'request.invalid'],
    ['?area=', 400, 'request.invalid'],
    ['?area=%E5%AF%8C', 400, 'request.invalid'],
    ['?area=320402003012&limit=5', 400, 'request.invalid'],
    ['?area=999999999999', 422, 'area.unknown'],
    ['?area=320402', 422, 'wall.area_too_large'],
    ['?area=320400', 422, 'wall.area_too_large'],
  ])('with %s is told so', async (query, status, code) => {
    const answers = [await ask(query), await world.test.http().get(`/api/wall/stream${query}`)];
    for (const answer of answers) {
      expect(answer.status).toBe(status);
      expect((answer.body as { code: string }).code).toMatch(code === 'request.invalid' ? /^request\./ : code);
    }
  });
});
