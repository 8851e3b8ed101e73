import { COMMUNITY, OTHER_COMMUNITY } from '../orders/testing/order-world.js';
import { type BoardWorld, createBoardWorld, TO_PUBLISHED, WISH } from './testing/board-world.js';

let world: BoardWorld;
beforeAll(async () => {
  world = await createBoardWorld();
});
afterAll(() => world.test.close());

const numbersOn = async (path: string) => (await world.board(path)).body.items.map(({ number }) => number);
const itemOf = async (path: string, number: string) =>
  (await world.board(path)).body.items.find((item) => item.number === number);
const page = (number: string) => world.board(`orders/${number}`);

describe('the wish wall', () => {
  it('shows a wish from its acceptance on, and lights its lamp by the resident alone', async () => {
    const { id, number } = await world.make(WISH);
    const lamp = async () => (await itemOf('wishes', number))?.lamp;
    expect(await lamp()).toBeUndefined();
    await world.walk(id, [['dispatcher', 'accept']]);
    expect(await lamp()).toBe('waiting');
    await world.walk(id, [['dispatcher', 'dispatch', { pool: 'members' }]]);
    expect(await lamp()).toBe('waiting');
    await world.walk(id, [
      ['member', 'claim'],
      ['member', 'start'],
      ['member', 'done', { summary: '下了三盘棋' }],
    ]);
    expect(await lamp()).toBe('claimed');
    await world.walk(id, [['dispatcher', 'publish']]);
    expect(await lamp()).toBe('claimed');
    await world.walk(id, [['resident', 'rate', { solved: true, stars: 5, comment: '老陈棋下得好' }]]);
    expect(await lamp()).toBe('lit');
    expect(await numbersOn('wishes?lamp=lit')).toEqual([number]);
    expect(await numbersOn('wishes?lamp=waiting')).toEqual([]);
  });
});

describe('results', () => {
  it('say what was asked, what became of it, and what the resident thinks', async () => {
    const { number } = await world.make(
      { title: '路灯不亮', description: '门口的路灯坏了两天', kind: 'service', category: 'repair' },
      [
        ['dispatcher', 'accept'],
        ['duty', 'reply', { text: '已经收到，今晚就看' }],
        ['dispatcher', 'dispatch', { pool: 'members' }],
        ['member', 'claim'],
        ['member', 'start'],
        ['member', 'done', { summary: '换了灯泡' }],
        ['dispatcher', 'publish'],
        ['resident', 'rate', { solved: true, stars: 4, comment: '很快' }],
      ],
    );
    expect(await itemOf('results', number)).toEqual({
      number,
      kind: 'service',
      category: 'repair',
      categoryName: '维修',
      title: '路灯不亮',
      text: '门口的路灯坏了两天',
      result: '换了灯泡',
      area: { path: COMMUNITY, name: '320402003012' },
      state: 'rated',
      stateName: '已评价',
      publishedAt: expect.stringMatching(/Z$/),
      solved: true,
      stars: 4,
      comment: '很快',
      lamp: null,
      handler: 'party_member 陈*员',
      photoIds: [],
    });
    const { body } = await page(number);
    expect(body.steps.map(({ label, actor, words }) => [label, actor, words])).toEqual([
      ['提交', '居民', null],
      ['受理', 'dispatcher 郑*单', null],
      ['回复', 'duty_officer 吴*班', '已经收到，今晚就看'],
      ['派单', 'dispatcher 郑*单', null],
      ['接单', 'party_member 陈*员', null],
      ['开始办理', 'party_member 陈*员', null],
      ['办理完成', 'party_member 陈*员', '换了灯泡'],
      ['晒单', 'dispatcher 郑*单', null],
      ['评价', '居民', '很快'],
    ]);
  });

  it('are told in the words of the community where it gives any', async () => {
    const { number } = await world.make(
      { title: '上门理发', description: '老伴中风在床，出不了门', kind: 'service', category: 'repair' },
      [
        ['dispatcher', 'accept'],
        ['dispatcher', 'done', { summary: '给中风的老人理了发' }],
        ['secretary', 'publish', { text: '为行动不便的老人上门理发，王秀英奶奶很满意' }],
      ],
    );
    expect(await itemOf('results', number)).toMatchObject({
      text: null,
      result: '为行动不便的老人上门理发，〔姓名已隐去〕奶奶很满意',
    });
    expect(JSON.stringify((await page(number)).body)).not.toContain('中风');
  });

  it('leave at once with what takes the order off the board', async () => {
    const { id, number } = await world.make({}, TO_PUBLISHED);
    expect((await page(number)).status).toBe(200);
    await world.walk(id, [['resident', 'reopen', { reason: '第二天又坏了' }]]);
    expect((await page(number)).status).toBe(404);
    expect(await numbersOn('results?limit=100')).not.toContain(number);
  });

  it.each([
    ['withdrawn', 'resident', 'withdraw', { reason: '不用了' }],
    ['rejected', 'dispatcher', 'reject', { reason: '不归社区管' }],
  ] as const)('and wishes leave when %s, with every trace of their copy', async (_, who, action, body) => {
    const { id, number } = await world.make(WISH, [['dispatcher', 'accept']]);
    expect((await page(number)).status).toBe(200);
    await world.walk(id, [[who, action, body]]);
    expect((await page(number)).status).toBe(404);
    for (const table of ['publications', 'publication_steps'])
      expect(await world.test.database.rows(`SELECT 1 FROM ${table} WHERE order_id = $1`, [id])).toEqual([]);
  });

  it('and a merged wish leaves, and comes back when it is unmerged', async () => {
    const survivor = await world.make(WISH, [['dispatcher', 'accept']]);
    const { id, number } = await world.make(WISH, [['dispatcher', 'accept']]);
    await world.walk(id, [['dispatcher', 'merge', { into: survivor.id }]]);
    expect((await page(number)).status).toBe(404);
    await world.walk(id, [['dispatcher', 'unmerge']]);
    expect((await page(number)).status).toBe(200);
  });

  it('never show a confidential order, nor a child task', async () => {
    const secret = await world.make({ ...WISH, confidential: true }, [['dispatcher', 'accept']]);
    const parent = await world.make(WISH, [['dispatcher', 'accept']]);
    const other = await world.withPost('party_member', COMMUNITY, '钱党员');
    const tasks = [world.member, other].map(({ personId }) => ({ to: { personId }, title: '分头办', description: '' }));
    await world.walk(parent.id, [['dispatcher', 'split', { tasks }]]);
    const { items } = (await world.board('wishes?limit=100')).body;
    expect(items.map((i) => i.number)).toContain(parent.number);
    expect(items.map((i) => i.number)).not.toContain(secret.number);
    expect(items.map((i) => i.title)).not.toContain('分头办');
    expect(
      await world.test.database.rows(
        `SELECT 1 FROM publications p JOIN orders o ON o.id = p.order_id WHERE o.parent_id IS NOT NULL OR o.confidential`,
      ),
    ).toEqual([]);
  });
});

describe('pages', () => {
  it('follow each other without gap or repetition, to the last one', async () => {
    for (let i = 0; i < 7; i += 1) await world.make(WISH, [['dispatcher', 'accept']]);
    const all = await numbersOn('wishes?limit=100');
    const seen: unknown[] = [];
    let cursor: string | null = null;
    do {
      const { body } = await world.board(`wishes?limit=3${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...body.items.map(({ number }) => number));
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen).toEqual(all);
    expect(new Set(seen).size).toBe(all.length);
  });

  it('are narrowed by area, kind and category', async () => {
    const dispatcher = await world.withPost('dispatcher', OTHER_COMMUNITY, '冯派单');
    const { id, number } = await world.create(world.resident, { ...WISH, area: '320402003013' });
    await world.act(dispatcher, id, 'accept');
    const found = (query: string) => numbersOn(`wishes?limit=100&${query}`);
    expect(await found('area=320402003013')).toEqual([number]);
    expect(await found(`area=${OTHER_COMMUNITY}`)).toEqual([number]);
    expect(await found('area=320402003')).toContain(number);
    expect(await found('area=320402003012')).not.toContain(number);
    expect(await found('category=estate')).toContain(number);
    expect(await found('category=parking')).toEqual([]);
    expect(await found('kind=problem')).toEqual([]);
    expect((await world.board('areas')).body.items.map(({ path }) => path)).toEqual([COMMUNITY, OTHER_COMMUNITY]);
    expect((await world.board('areas?area=320402003013')).body.items).toEqual([
      { path: OTHER_COMMUNITY, name: '320402003013' },
    ]);
  });

  it.each([
    ['results?colour=red', 400, 'request.invalid'],
    ['results?limit=101', 400, 'request.invalid'],
    ['results?limit=2&limit=3', 400, 'request.invalid'],
    ['results?lamp=lit', 400, 'request.invalid'],
    ['results?cursor=WyJ4Il0', 400, 'request.invalid'],
    ['results?area=%00', 400, 'request.invalid'],
    ['wishes?kind=song', 400, 'request.invalid'],
    ['wishes?area=999999999999', 422, 'area.unknown'],
    ['orders/261122-999999', 404, 'request.not_found'],
    ['orders/%F0%A0%AE%B7', 404, 'request.not_found'],
  ])('refuse %s with %i %s, every time', async (path, status, code) => {
    for (let i = 0; i < 2; i += 1) {
      const answer = await world.test.http().get(`/api/boards/${path}`);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    }
  });

  it('are the same bytes for a second, with a tag that spares sending them again', async () => {
    const first = await world.test.http().get('/api/boards/results?kind=problem');
    expect(first.headers).toMatchObject({
      'cache-control': 'public, max-age=1',
      'content-type': 'application/json; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
    const again = await world.test
      .http()
      .get('/api/boards/results?kind=problem')
      .set('if-none-match', String(first.headers.etag));
    expect([again.status, again.text]).toEqual([304, '']);
    expect(again.headers.etag).toBe(first.headers.etag);
    expect(first.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    const plain = await world.test.http().get('/api/boards/results?kind=problem').set('accept-encoding', 'identity');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect([plain.body, plain.headers.etag]).toEqual([first.body, first.headers.etag]);
  });
});
