import { v7 as uuidv7 } from 'uuid';
import { signInAs } from '../identity/testing/sign-in-as.js';
import { COMMUNITY, OTHER_COMMUNITY } from '../orders/testing/order-world.js';
import { CallerSource } from '../platform/auth/caller.js';
import { createMatterWorld, GRID, type MatterWorld } from './testing/matter-world.js';

let world: MatterWorld;
beforeAll(async () => {
  world = await createMatterWorld();
});
afterAll(() => world.test.close());

const list = async (by: { readonly headers: Readonly<Record<string, string>> }, query = '') => {
  const { status, body } = await world.test.http().get(`/api/matters${query}`).set(by.headers);
  return {
    status,
    ...(body as { items: { id: string; [more: string]: unknown }[]; nextCursor: string | null; code?: string }),
  };
};
const post = async (by: { readonly headers: Readonly<Record<string, string>> } | null, body: object, headers = {}) => {
  const answer = await world.test
    .http()
    .post('/api/matters')
    .set({ ...by?.headers, ...headers })
    .send(body);
  return { status: answer.status, body: answer.body as { id: string; number: string; code?: string; title?: string } };
};
const GOOD = { template: 'elder-allowance', area: GRID };

it('written down for somebody is no longer its writer’s when they have left the office', async () => {
  const worker = await world.withPost('grid_worker', GRID, '离任网格');
  const { id } = await world.apply(worker);
  expect(await world.matter(worker, id)).toMatchObject({ id });
  expect((await list(worker, '?mine=true')).items.map((item) => item.id)).toContain(id);
  await world.test.database.rows('UPDATE posts SET valid_to = now() WHERE person_id = $1', [worker.personId]);
  world.test.app.get(CallerSource).forget(worker.personId);
  expect((await world.get(worker, `/api/matters/${id}`)).status).toBe(404);
  expect((await world.move(worker, id, 'withdraw')).status).toBe(404);
  for (const query of ['', '?mine=true']) expect((await list(worker, query)).items).toEqual([]);
});

it.each([
  [{ area: null }, [422]],
  [{ area: '' }, [400]],
  [{ area: ['320402003012'] }, [400]],
])('asks for a place in words: %j', async (wrong, statuses) => {
  const { status } = await post(await signInAs(world.test), { ...GOOD, ...wrong });
  expect(statuses).toContain(status);
});

describe('an application', () => {
  it('runs through its steps, each with its post, date and note', async () => {
    const { id, number, version } = await world.apply(world.resident);
    expect({ number, version }).toEqual({ number: expect.stringMatching(/^MS\d{6}-\d{6}$/), version: 1 });
    expect(await world.matter(world.resident, id)).toMatchObject({
      state: 'running',
      stateName: '办理中',
      applicant: { id: world.resident.personId, name: '王秀英' },
      current: {
        number: 1,
        name: '受理',
        post: '民政窗口',
        overdue: false,
        daysLeft: 1,
        why: expect.stringContaining('24小时'),
      },
      documents: ['身份证'],
      actions: [{ action: 'withdraw', label: '撤回', field: '原因', min: 0, max: 500 }],
    });
    const first = await world.move(world.dispatcher, id, 'advance', { words: '材料齐全', version: 1 });
    expect(first).toMatchObject({
      status: 200,
      body: { version: 2, current: { number: 2, name: '上门核实', post: '网格员' } },
    });
    await world.move(world.gridWorker, id, 'advance', { words: '本人在家，情况属实' });
    const { status, body } = await world.move(world.regulator, id, 'advance', { words: '同意' });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        state: 'done',
        current: null,
        endedAt: expect.stringMatching(/\+08:00$/),
        actions: [],
        applicant: { name: '王*英' },
        steps: [
          { name: '受理', place: 'done', late: false, startedAt: expect.any(String), endedAt: expect.any(String) },
          { name: '上门核实', place: 'done', within: '2天' },
          { name: '区级备案', place: 'done', endedAt: expect.any(String) },
        ],
      },
    });
    const { history } = await world.matter(world.resident, id);
    expect(history).toMatchObject([
      { label: '提交申请', step: '受理', actor: '申请人', words: null },
      { label: '办结本步', step: '受理', actor: 'dispatcher', words: '材料齐全' },
      { label: '办结本步', step: '上门核实', actor: 'grid_worker' },
      { label: '办结本步', step: '区级备案', actor: 'regulator', words: '同意' },
    ]);
    expect(JSON.stringify(history)).not.toContain('郑派单');
    expect(JSON.stringify((await world.matter(world.secretary, id))['history'])).toContain('郑派单');
  });

  it('goes back a step, waits for papers, goes on, and is refused with a reason', async () => {
    const { id } = await world.apply(world.resident);
    await world.move(world.dispatcher, id, 'advance');
    const back = await world.move(world.gridWorker, id, 'return', { words: '缺身份证复印件' });
    expect(back.body).toMatchObject({
      current: { number: 1 },
      steps: [{ place: 'current' }, { place: 'ahead', startedAt: null, dueAt: null }, { place: 'ahead' }],
    });
    const waiting = await world.move(world.dispatcher, id, 'suspend', { words: '请补身份证复印件' });
    expect(waiting.body).toMatchObject({ state: 'suspended', stateName: '等待补充材料', current: { overdue: false } });
    expect((await world.move(world.dispatcher, id, 'advance')).body).toMatchObject({ code: 'matter.illegal_move' });
    expect((await world.move(world.dispatcher, id, 'resume', {})).body).toMatchObject({ state: 'running' });
    expect(
      (await world.move(world.dispatcher, id, 'refuse', { words: '未满八十周岁，不符合条件' })).body,
    ).toMatchObject({
      state: 'refused',
    });
    expect((await world.move(world.dispatcher, id, 'advance')).body).toMatchObject({
      code: 'matter.illegal_move',
      current: { state: 'refused', version: 6 },
    });
  });

  it('is withdrawn by its applicant, by nobody else', async () => {
    const { id } = await world.apply(world.resident);
    expect(await world.move(world.secretary, id, 'withdraw', {})).toMatchObject({ status: 403 });
    expect((await world.move(world.resident, id, 'withdraw', {})).body).toMatchObject({ state: 'withdrawn' });
  });

  it('is written down by workers for residents, registered or not yet', async () => {
    const named = await world.apply(world.dispatcher, { applicantId: world.resident.personId, title: '王阿姨的津贴' });
    expect((await list(world.resident, '?mine=true')).items.map(({ id }) => id)).toContain(named.id);
    const unnamed = await world.apply(world.gridWorker);
    expect(await world.matter(world.dispatcher, unnamed.id)).toMatchObject({ applicant: null });
    expect(await post(world.dispatcher, { ...GOOD, applicantId: uuidv7() })).toMatchObject({
      status: 422,
      body: { code: 'matter.applicant_unknown' },
    });
    expect(await post(world.neighbour, { ...GOOD, applicantId: world.resident.personId })).toMatchObject({
      status: 403,
      body: { code: 'matter.on_behalf_not_allowed' },
    });
  });

  it('asked for twice with the same key is one', async () => {
    const key = { 'idempotency-key': uuidv7() };
    const [one, two] = [await post(world.resident, GOOD, key), await post(world.resident, GOOD, key)];
    expect(two).toEqual(one);
    const again = await Promise.all([1, 2, 3].map(() => post(world.resident, GOOD, { 'idempotency-key': 'thrice' })));
    expect(new Set(again.map(({ body }) => body.id)).size).toBe(1);
    expect(await post(world.resident, { ...GOOD, template: 'low-income' }, key)).toMatchObject({ status: 422 });
  });

  it('moves once for each key, and for one of several who move it at once', async () => {
    const { id } = await world.apply(world.resident);
    const key = { 'idempotency-key': uuidv7() };
    const twice = await Promise.all(
      [1, 2].map(() => world.move(world.dispatcher, id, 'advance', { words: '齐全' }, key)),
    );
    expect(twice.map(({ status }) => status)).toEqual([200, 200]);
    expect(await world.matter(world.dispatcher, id)).toMatchObject({ version: 2, current: { number: 2 } });
    const race = await Promise.all(
      [world.gridWorker, world.secretary, world.supervisor].map((who) =>
        world.move(who, id, 'advance', { words: '属实', version: 2 }),
      ),
    );
    expect(race.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(race.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'matter.stale' });
  });
});

describe('whoever asks', () => {
  let id: string;
  beforeAll(async () => {
    ({ id } = await world.apply(world.resident));
  });

  it('sees what is theirs or what their office covers; to others it does not exist', async () => {
    const { resident, neighbour, member, duty, dispatcher, secretary, gridWorker, supervisor, regulator } = world;
    const otherGrid = await world.withPost('grid_worker', `${COMMUNITY}/G02`);
    const otherDesk = await world.withPost('dispatcher', OTHER_COMMUNITY);
    const administrator = await world.withPost('administrator', '320400');
    const sees = [resident, dispatcher, secretary, gridWorker, supervisor, regulator];
    for (const who of [...sees, neighbour, member, duty, otherGrid, otherDesk, administrator]) {
      const { status } = await world.get(who, `/api/matters/${id}`);
      const { items } = await list(who, '?limit=100');
      const expected = sees.includes(who);
      expect([status, items.some((item) => item.id === id)]).toEqual([expected ? 200 : 404, expected]);
      const move = await world.move(who, id, 'advance', { words: '齐全', version: 999 });
      if (!expected) expect(move.status).toBe(404);
    }
    expect((await world.test.http().get('/api/matters')).status).toBe(401);
    expect((await post(null, GOOD)).status).toBe(401);
  });

  it('of staff acts at their own step only', async () => {
    expect((await world.move(world.gridWorker, id, 'advance')).body).toMatchObject({
      status: 403,
      code: 'matter.not_allowed',
      title: '这一步由民政窗口办理，您目前的身份不能“办结本步”。',
    });
    expect(await world.move(world.regulator, id, 'refuse', { words: '不符合条件吧' })).toMatchObject({ status: 403 });
  });

  it('finds them by state, template, place and what is overdue, page by page', async () => {
    for (let i = 0; i < 3; i += 1) await world.apply(world.dispatcher, { template: 'low-income' });
    const all = await list(world.secretary, '?limit=100&state=running&template=low-income');
    expect(all.items).toHaveLength(3);
    const first = await list(world.secretary, '?limit=2&state=running&template=low-income');
    const second = await list(world.secretary, `?limit=2&state=running&template=low-income&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ id: each }) => each)).toEqual(
      all.items.map(({ id: each }) => each),
    );
    expect(second.nextCursor).toBeNull();
    expect((await list(world.secretary, '?overdue=true')).items).toEqual([]);
    expect((await list(world.supervisor, `?area=${COMMUNITY}/G02`)).status).toBe(200);
    expect((await list(world.supervisor, '?area=320402003013')).items).toEqual([]);
  });

  it('learns what may be applied for', async () => {
    const { status, body } = await world.get(world.resident, `/api/matters/templates?area=${GRID}`);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: [
        {
          code: 'elder-allowance',
          documents: ['身份证'],
          steps: [{ post: '民政窗口' }, { within: '2天' }, { within: '5个工作日' }],
        },
        { code: 'low-income' },
      ],
    });
    expect((await world.get(world.stranger, '/api/matters/templates')).body).toEqual([]);
  });
});

describe('wrong input', () => {
  it.each([
    [{}, 400],
    [{ template: 'unknown', area: GRID }, 422],
    [{ template: 'elder-allowance', area: 'nowhere' }, 422],
    [{ template: 'elder-allowance', area: '去哪里' }, 400],
    [{ template: 'elder-allowance' }, 422],
    [{ template: 'elder-allowance', area: GRID, applicantId: 'x' }, 400],
    [{ template: 'elder-allowance', area: GRID, state: 'done' }, 400],
    [{ template: 'elder-allowance', area: GRID, title: '一' }, 400],
  ])('%j is told as such', async (body, status) => {
    expect((await post(world.resident, body)).status).toBe(status);
  });

  it('in a move, a list or an id as well', async () => {
    const { id } = await world.apply(world.resident);
    const { dispatcher } = world;
    expect((await world.move(dispatcher, id, 'advance', {})).status).toBe(400);
    expect((await world.move(dispatcher, id, 'advance', { words: '好' })).body).toMatchObject({
      status: 422,
      code: 'matter.words_too_short',
    });
    expect((await world.move(dispatcher, id, 'advance', { words: '齐全', step: 3 })).status).toBe(400);
    expect((await world.move(dispatcher, id, 'approve')).status).toBe(404);
    expect((await world.move(dispatcher, uuidv7(), 'advance')).status).toBe(404);
    expect((await world.move(dispatcher, 'x', 'advance')).status).toBe(404);
    expect((await list(dispatcher, '?state=lost')).status).toBe(400);
    expect((await list(dispatcher, '?cursor=abc')).status).toBe(400);
    expect((await list(dispatcher, '?area=nowhere')).status).toBe(422);
  });
});
