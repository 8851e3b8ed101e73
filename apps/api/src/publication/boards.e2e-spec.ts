import { COMMUNITY, createOrderWorld, type OrderWorld, OTHER_COMMUNITY } from '../orders/testing/order-world.js';

let world: OrderWorld;
beforeAll(async () => {
  world = await createOrderWorld();
});
afterAll(() => world.test.close());

/** Of this moment: past every page made before. */
async function board(path: string): Promise<{ items: Record<string, unknown>[]; nextCursor: string | null }> {
  await world.test.drain();
  await new Promise((resolve) => setTimeout(resolve, 1_001));
  const { body } = await world.test.http().get(`/api/boards/${path}`).expect(200);
  return body;
}
const page = async (number: string) => {
  await world.test.drain();
  await new Promise((resolve) => setTimeout(resolve, 1_001));
  return world.test.http().get(`/api/boards/orders/${number}`);
};

const wish = { kind: 'wish', category: 'company', title: '想有人陪着下棋', description: '每周一次就好' };
async function make(input: object, ...moves: [who: keyof OrderWorld, action: string, body?: object][]) {
  const order = await world.create(world.resident, input);
  await act(order.id, ...moves);
  return order;
}
async function act(id: string, ...moves: [who: keyof OrderWorld, action: string, body?: object][]) {
  for (const [who, action, body] of moves) {
    const answer = await world.act(world[who] as never, id, action, body);
    if (answer.status !== 200) throw new Error(`${action}: ${JSON.stringify(answer.body)}`);
  }
}

describe('the wish wall', () => {
  it('shows a wish from its acceptance on, and lights its lamp by the resident alone', async () => {
    const { id, number } = await make(wish);
    const lamp = async () => (await board('wishes')).items.find((item) => item.number === number)?.lamp;
    expect(await lamp()).toBeUndefined();
    await act(id, ['dispatcher', 'accept']);
    expect(await lamp()).toBe('waiting');
    await act(id, ['dispatcher', 'dispatch', { pool: 'members' }]);
    expect(await lamp()).toBe('waiting');
    await act(id, ['member', 'claim'], ['member', 'start'], ['member', 'done', { summary: '下了三盘棋' }]);
    expect(await lamp()).toBe('claimed');
    await act(id, ['dispatcher', 'publish']);
    expect(await lamp()).toBe('claimed');
    await act(id, ['resident', 'rate', { solved: true, stars: 5, comment: '老陈棋下得好' }]);
    expect(await lamp()).toBe('lit');
    expect((await board('wishes?lamp=lit')).items.map((item) => item.number)).toEqual([number]);
    expect((await board('wishes?lamp=waiting')).items).toEqual([]);
  });
});

describe('results', () => {
  it('say what was asked, what became of it, and what the resident thinks', async () => {
    const { number } = await make(
      { title: '路灯不亮', description: '门口的路灯坏了两天', kind: 'service', category: 'repair' },
      ['dispatcher', 'accept'],
      ['duty', 'reply', { text: '已经收到，今晚就看' }],
      ['dispatcher', 'dispatch', { pool: 'members' }],
      ['member', 'claim'],
      ['member', 'start'],
      ['member', 'done', { summary: '换了灯泡' }],
      ['dispatcher', 'publish'],
      ['resident', 'rate', { solved: true, stars: 4, comment: '很快' }],
    );
    const item = (await board('results')).items.find((i) => i.number === number);
    expect(item).toEqual({
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
    expect(body.steps.map((s: Record<string, unknown>) => [s.label, s.actor, s.words])).toEqual([
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
    const { number } = await make(
      { title: '上门理发', description: '老伴中风在床，出不了门', kind: 'service', category: 'repair' },
      ['dispatcher', 'accept'],
      ['dispatcher', 'done', { summary: '给中风的老人理了发' }],
      ['secretary', 'publish', { text: '为行动不便的老人上门理发，王秀英奶奶很满意' }],
    );
    const item = (await board('results')).items.find((i) => i.number === number);
    expect(item).toMatchObject({ text: null, result: '为行动不便的老人上门理发，〔姓名已隐去〕奶奶很满意' });
    expect(JSON.stringify((await page(number)).body)).not.toContain('中风');
  });

  it('leave at once with what takes the order off the board', async () => {
    const id = await world.orderIn('published');
    const { number } = (await world.get(world.dispatcher, `/api/orders/${id}`)).body as { number: string };
    expect((await page(number)).status).toBe(200);
    await act(id, ['resident', 'reopen', { reason: '第二天又坏了' }]);
    expect((await page(number)).status).toBe(404);
    expect((await board('results?limit=100')).items.map((i) => i.number)).not.toContain(number);
  });

  it.each([
    ['withdrawn', 'resident', 'withdraw', { reason: '不用了' }],
    ['rejected', 'dispatcher', 'reject', { reason: '不归社区管' }],
  ] as const)('and wishes leave when %s, with every trace of their copy', async (_, who, action, body) => {
    const { id, number } = await make(wish, ['dispatcher', 'accept']);
    expect((await page(number)).status).toBe(200);
    await act(id, [who, action, body]);
    expect((await page(number)).status).toBe(404);
    expect(await world.test.database.rows('SELECT 1 FROM publications WHERE order_id = $1', [id])).toEqual([]);
    expect(await world.test.database.rows('SELECT 1 FROM publication_steps WHERE order_id = $1', [id])).toEqual([]);
  });

  it('a merged wish leaves, and comes back when it is unmerged', async () => {
    const survivor = await make(wish, ['dispatcher', 'accept']);
    const { id, number } = await make(wish, ['dispatcher', 'accept']);
    await act(id, ['dispatcher', 'merge', { into: survivor.id }]);
    expect((await page(number)).status).toBe(404);
    await act(id, ['dispatcher', 'unmerge']);
    expect((await page(number)).status).toBe(200);
  });

  it('never show a confidential order, nor a child task', async () => {
    const secret = await make({ ...wish, confidential: true }, ['dispatcher', 'accept']);
    const parent = await make(wish, ['dispatcher', 'accept']);
    const other = await world.withPost('party_member', COMMUNITY, '钱党员');
    const tasks = [world.member, other].map(({ personId }) => ({ to: { personId }, title: '分头办', description: '' }));
    await act(parent.id, ['dispatcher', 'split', { tasks }]);
    const { items } = await board('wishes?limit=100');
    expect(items.map((i) => i.number)).toContain(parent.number);
    expect(items.map((i) => i.number)).not.toContain(secret.number);
    expect(items.map((i) => i.title)).not.toContain('分头办');
    expect(
      await world.test.database.rows(
        'SELECT 1 FROM publications p JOIN orders o USING (city_id) WHERE o.id = p.order_id AND (o.parent_id IS NOT NULL OR o.confidential)',
      ),
    ).toEqual([]);
  });
});

describe('pages', () => {
  it('follow each other without gap or repetition, to the last one', async () => {
    await Promise.all(
      Array.from({ length: 7 }, () => make({ ...wish, area: '320402003012' }, ['dispatcher', 'accept'])),
    );
    const all = (await board('wishes?limit=100')).items.map((i) => i.number);
    const seen: unknown[] = [];
    let cursor: string | null = null;
    do {
      const { body } = await world.test
        .http()
        .get('/api/boards/wishes')
        .query({ limit: 3, ...(cursor && { cursor }) });
      seen.push(...body.items.map((i: { number: string }) => i.number));
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen).toEqual(all);
    expect(new Set(seen).size).toBe(all.length);
  });

  it('are narrowed by area, kind and category', async () => {
    const secretary = await world.withPost('dispatcher', OTHER_COMMUNITY, '冯派单');
    const there = await world.create(world.resident, { ...wish, area: '320402003013' });
    await world.act(secretary, there.id, 'accept');
    const numbers = async (query: string) => (await board(`wishes?limit=100&${query}`)).items.map((i) => i.number);
    expect(await numbers('area=320402003013')).toEqual([there.number]);
    expect(await numbers(`area=${OTHER_COMMUNITY}`)).toEqual([there.number]);
    expect(await numbers('area=320402003')).toContain(there.number);
    expect(await numbers('area=320402003012')).not.toContain(there.number);
    expect(await numbers('category=estate')).toContain(there.number);
    expect(await numbers('category=parking')).toEqual([]);
    expect(await numbers('kind=problem')).toEqual([]);
    const { items } = await board('areas');
    expect(items.map((i) => i.path)).toEqual([COMMUNITY, OTHER_COMMUNITY]);
    expect((await board(`areas?area=320402003013`)).items).toEqual([{ path: OTHER_COMMUNITY, name: '320402003013' }]);
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
  });
});
