import {
  createDemoWorld,
  type DemoWorld,
  eventually,
  type Json,
  type Persona,
  type Posted,
} from './demo/testing/demo-world.js';

const PROBLEM = {
  kind: 'problem',
  category: 'parking-disorder',
  title: '楼道口停满了车',
  description: '早上轮椅出不去，麻烦来看看。',
};

/** What may happen to an order off its main road, over HTTP on the demo community. */
describe('an order', () => {
  let world: DemoWorld;
  beforeAll(async () => {
    world = await createDemoWorld();
  }, 120_000);
  afterAll(() => world.test.close());

  /** A new problem of the resident, brought on by these moves. */
  async function problem(
    ...moves: readonly (readonly [who: Persona, action: string, body?: object])[]
  ): Promise<Posted> {
    const order = await world.order('resident', PROBLEM);
    for (const [who, action, body] of moves) await world.act(who, order, action, body);
    return order;
  }
  const TAKEN = [
    ['dispatcher', 'accept'],
    ['dispatcher', 'dispatch', { pool: 'members' }],
    ['member', 'claim'],
  ] as const;
  const DONE = [...TAKEN, ['member', 'start'], ['member', 'done', { summary: '已挪走三辆车' }]] as const;
  const view = async (who: Persona, { id }: Posted) => (await world.get(who, `/api/orders/${id}`)).body;
  const labels = async ({ id }: Posted) =>
    (await world.get<readonly Json[]>('dispatcher', `/api/orders/${id}/timeline`)).body.map(({ label }) => label);

  it('is given back with a reason and finds somebody else', async () => {
    const order = await problem(...TAKEN);
    expect(await world.refused('member', order, 'return', {})).toBe('400 request.invalid');
    expect(await world.act('member', order, 'return', { reason: '需要拖车，我没有' })).toMatchObject({
      state: 'returned',
      assignee: null,
    });
    expect(await world.refused('member', order, 'start')).toMatch(/^40[349] /);
    await world.act('dispatcher', order, 'dispatch', { personId: world.personId.cadre, reason: '有拖车' });
    expect(await world.refused('member2', order, 'claim')).toBe('403 order.not_allowed');
    await world.act('cadre', order, 'claim');
    expect(await world.act('cadre', order, 'start')).toMatchObject({
      state: 'in_progress',
      assignee: { name: '赵文博' },
    });
  });

  it('waits for material and goes on from where it stood', async () => {
    const order = await problem(...TAKEN);
    await world.act('member', order, 'suspend', { reason: '等地锁到货', waitingFor: 'material' });
    expect(await world.refused('member', order, 'start')).toBe('409 order.illegal_move');
    expect(await world.act('member', order, 'resume')).toMatchObject({ state: 'claimed' });
    await world.act('member', order, 'start');
    await world.act('dispatcher', order, 'suspend', { reason: '等天晴' });
    expect(await world.act('dispatcher', order, 'resume')).toMatchObject({ state: 'in_progress' });
  });

  it('is done again when the desk is not content, and again when the resident is not', async () => {
    const order = await problem(...DONE);
    await world.act('dispatcher', order, 'return', { reason: '还有一辆没走' });
    await world.act('member', order, 'done', { summary: '四辆都走了' });
    await world.act('secretary', order, 'publish', { text: '楼道口恢复畅通' });
    const published = () =>
      world
        .get<{ items: readonly Json[] }>(null, '/api/boards/results?limit=100')
        .then(({ body }) => body.items.find(({ number }) => number === order.number));
    await eventually(world, async () => expect(await published()).toMatchObject({ result: '楼道口恢复畅通' }));
    expect(await world.refused('resident2', order, 'reopen', { reason: '没有' })).toBe('403 order.not_allowed');
    expect(await world.act('resident', order, 'reopen', { reason: '第二天又停满了' })).toMatchObject({
      state: 'reopened',
      reopenCount: 1,
    });
    await eventually(world, async () => expect(await published()).toBeUndefined());
    for (const [who, action, body] of [
      ['dispatcher', 'dispatch', { pool: 'members' }],
      ['member2', 'claim'],
      ['member2', 'start'],
      ['member2', 'done', { summary: '装好了隔离桩' }],
      ['dispatcher', 'publish'],
    ] as const)
      await world.act(who, order, action, body);
    expect(await world.refused('dispatcher', order, 'close')).toMatch(/^409 order\.(not_solved|rating_window_open)$/);
    await world.act('resident', order, 'rate', { solved: true, stars: 4 });
    expect(await world.act('dispatcher', order, 'close')).toMatchObject({ state: 'closed', solved: true });
  });

  it('is not closed over the resident who says it is not solved', async () => {
    const order = await problem(...DONE, ['dispatcher', 'publish'], ['resident', 'rate', { solved: false, stars: 1 }]);
    expect(await world.refused('secretary', order, 'close')).toBe('409 order.not_solved');
    expect(
      await world.act('secretary', order, 'review', { text: '上门看了，确实没解决', solved: false }),
    ).toMatchObject({ state: 'reopened' });
  });

  it('is rejected with a reason, appealed against once, and no more', async () => {
    const order = await problem(['dispatcher', 'reject', { reason: '这里归隔壁社区' }]);
    expect(await world.refused('duty', order, 'accept')).toBe('409 order.illegal_move');
    expect(await world.act('resident', order, 'appeal', { reason: '门口就在我们楼下' })).toMatchObject({
      state: 'submitted',
    });
    await world.act('dispatcher', order, 'reject', { reason: '核实过，不在本社区' });
    expect(await world.refused('resident', order, 'appeal', { reason: '再看看' })).toBe('409 order.already_appealed');
  });

  it('may be taken back until work starts, by its resident alone', async () => {
    const early = await problem(['dispatcher', 'accept']);
    expect(await world.refused('dispatcher', early, 'withdraw')).toBe('403 order.not_allowed');
    expect(await world.act('resident', early, 'withdraw', { reason: '已经自己解决了' })).toMatchObject({
      state: 'withdrawn',
    });
    expect(await world.refused('dispatcher', early, 'dispatch', { pool: 'members' })).toBe('409 order.illegal_move');
    const late = await problem(...TAKEN, ['member', 'start']);
    expect(await world.refused('resident', late, 'withdraw')).toBe('409 order.work_started');
  });

  it('joins the same matter of a neighbour, whose reporter is told of every step, and leaves it again', async () => {
    const survivor = await problem(['dispatcher', 'accept']);
    const second = await world.order('resident2', PROBLEM);
    expect(await world.refused('resident2', second, 'merge', { into: survivor.number })).toBe('403 order.not_allowed');
    expect(await world.refused('dispatcher', second, 'merge', { into: second.id })).toBe('422 order.merge_itself');
    expect(await world.act('dispatcher', second, 'merge', { into: survivor.number })).toMatchObject({
      state: 'merged',
      mergedInto: survivor.id,
    });
    expect(await view('resident2', survivor)).toMatchObject({
      isFollowing: true,
      visibility: 'public',
      reporter: null,
    });
    expect(await world.refused('dispatcher', second, 'dispatch', { pool: 'members' })).toBe('409 order.illegal_move');
    await world.act('dispatcher', second, 'unmerge');
    expect(await view('resident2', second)).toMatchObject({ state: 'submitted', mergedInto: null });
    expect(await view('resident2', survivor)).toMatchObject({ isFollowing: false });
    expect(await labels(second)).toEqual(['提交', '合并', '取消合并']);
  });

  it('is followed by a neighbour who has the same trouble', async () => {
    const order = await problem(['dispatcher', 'accept']);
    expect(await world.act('resident2', order, 'follow')).toMatchObject({ isFollowing: true });
    expect(await world.refused('resident2', order, 'follow')).toBe('409 order.already_following');
    expect(await world.refused('resident', order, 'follow')).toBe('409 order.already_following');
    expect(await world.act('resident2', order, 'unfollow')).toMatchObject({ isFollowing: false });
  });

  it('is shared among several, and done when all of them are', async () => {
    const order = await problem(['dispatcher', 'accept']);
    const task = (who: Persona, title: string) => ({ to: { personId: world.personId[who] }, title, description: '' });
    await world.act('dispatcher', order, 'split', { tasks: [task('member', '劝离车辆'), task('cadre', '补划禁停线')] });
    const { body } = await world.get<{ items: readonly Json[] }>('cadre', '/api/orders?mine=true&status=dispatched');
    const child = body.items.find(({ title }) => title === '补划禁停线') as unknown as Posted;
    for (const action of ['claim', 'start']) await world.act('member', order, action);
    expect(await world.refused('member', order, 'done', { summary: '车都走了' })).toBe('409 order.children_open');
    for (const action of ['claim', 'start']) await world.act('cadre', child, action);
    await world.act('cadre', child, 'done', { summary: '线划好了' });
    expect(await world.refused('dispatcher', child, 'publish')).toBe('409 order.child_task');
    expect(await world.act('member', order, 'done', { summary: '车都走了' })).toMatchObject({
      state: 'done',
      openChildren: 0,
    });
    await world.act('dispatcher', order, 'publish');
    expect(await view('cadre', child)).toMatchObject({ state: 'closed', parentId: order.id });
  });

  it('is urged, but not every minute and not by anybody', async () => {
    const order = await problem(['dispatcher', 'accept']);
    expect(await world.refused('resident2', order, 'urge')).toBe('403 order.not_allowed');
    expect(await world.act('resident', order, 'urge')).toMatchObject({ urgeCount: 1 });
    const again = await world.post('resident', `/api/orders/${order.id}/urge`);
    expect([again.status, again.body['code']]).toEqual([429, 'order.urged_too_often']);
    expect(Number(again.headers['retry-after'])).toBeGreaterThan(60 * 119);
  });

  it('moves once for one decision: a stale version and a repeated key change nothing', async () => {
    const order = await problem(['dispatcher', 'accept']);
    const stale = await world.post('secretary', `/api/orders/${order.id}/dispatch`, { pool: 'members', version: 1 });
    expect(stale).toMatchObject({
      status: 409,
      body: { code: 'order.stale', current: { state: 'accepted', version: 2 } },
    });
    const dispatch = () =>
      world.post(
        'dispatcher',
        `/api/orders/${order.id}/dispatch`,
        { pool: 'members', version: 2 },
        { 'Idempotency-Key': 'd-1' },
      );
    const answers = await Promise.all([dispatch(), dispatch()]);
    expect(answers.map(({ status, body }) => [status, body['state']])).toEqual([
      [200, 'dispatched'],
      [200, 'dispatched'],
    ]);
    expect(await labels(order)).toEqual(['提交', '受理', '派单']);
  });

  it('is found by the area it shows, at every level', async () => {
    const order = await problem();
    const { area } = (await view('supervisor', order)) as { area: { path: string } };
    const codes = area.path.split('/');
    for (let depth = 1; depth <= codes.length; depth += 1) {
      const path = codes.slice(0, depth).join('/');
      const { body } = await world.get<{ items: readonly Json[] }>(
        'supervisor',
        `/api/orders?status=submitted&limit=100&area=${path}`,
      );
      expect([path, body.items.some(({ id }) => id === order.id)]).toEqual([path, true]);
    }
  });
});
