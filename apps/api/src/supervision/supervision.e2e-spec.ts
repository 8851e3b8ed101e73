import type { TestPerson } from '../identity/testing/sign-in-as.js';
import type { ResponseBody } from '../orders/testing/order-world.js';
import { ANSWER, createSupervisionWorld, STREET, type SupervisionWorld } from './testing/supervision-world.js';

let world: SupervisionWorld;
beforeAll(async () => {
  world = await createSupervisionWorld();
});
afterAll(() => world.test.close());

type Answer = { status: number; body: ResponseBody };
const codeOf = ({ status, body }: Answer): string => `${status} ${String(body['code'])}`;
const itemsOf = ({ body }: Answer) => (body['items'] as { id: string }[]).map(({ id }) => id);
const NOBODY = '01890000-0000-7000-8000-000000000000';
const WHY = { text: '请说明为何还没有回复' };

it('shows what it asks, until when, and what the reader may do; names nobody', async () => {
  const { orderId, id } = await world.supervised();
  const { status, body } = await world.get(world.secretary, `/api/supervision-orders/${id}`);
  expect([status, body]).toEqual([
    200,
    expect.objectContaining({
      id,
      order: expect.objectContaining({ id: orderId, state: 'accepted', stateName: '已受理' }) as object,
      area: expect.objectContaining({ path: `${STREET}/320402003012` }) as object,
      issuedBy: expect.objectContaining({ role: 'supervisor', roleName: '街道督办' }) as object,
      state: 'open',
      stateName: '待答复',
      missed: 'reply',
      rung: 2,
      dueAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/) as string,
      overdue: false,
      round: 1,
      answer: null,
      actions: ['answer'],
    }),
  ]);
  expect(JSON.stringify(body)).not.toMatch(/孙书记|韩督办|王秀英/);
  const seen = (await world.get(world.supervisor, `/api/supervision-orders/${id}`)).body;
  expect(seen['actions']).toEqual([]);
  const { body: timeline } = await world.get(world.dispatcher, `/api/orders/${orderId}/timeline`);
  expect(timeline).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ type: 'supervision.opened', label: '开出督办单', actor: '系统' }),
    ]),
  );
});

it('is read by offices over the community only', async () => {
  const { id } = await world.asked();
  const read = async (by: TestPerson | null) => {
    const asked = world.test.http().get(`/api/supervision-orders/${id}`);
    const { status, body } = await (by ? asked.set(by.headers) : asked);
    return codeOf({ status, body: body as ResponseBody });
  };
  const found: string[] = [];
  for (const by of [
    null,
    world.resident,
    world.duty,
    world.member,
    await world.withPost('secretary', `${STREET}/320402003013`),
    await world.withPost('supervisor', '320400/320402/320402004'),
    await world.withPost('administrator', '320400'),
    world.regulator,
  ])
    found.push(await read(by));
  expect(found).toEqual([
    '401 auth.required',
    '403 auth.not_allowed',
    '403 auth.not_allowed',
    '403 auth.not_allowed',
    '404 supervision.not_visible',
    '404 supervision.not_visible',
    '403 auth.not_allowed',
    '200 undefined',
  ]);
  for (const wrong of ['nothing', NOBODY])
    expect((await world.get(world.supervisor, `/api/supervision-orders/${wrong}`)).status).toBe(404);
});

it('takes an answer from the community’s desk alone, in words that say something, once', async () => {
  const { id } = await world.asked();
  const codes: string[] = [];
  for (const [by, action, body] of [
    [world.supervisor, 'answer', ANSWER],
    [world.regulator, 'answer', ANSWER],
    [await world.withPost('secretary', `${STREET}/320402003013`), 'answer', ANSWER],
    [world.secretary, 'answer', {}],
    [world.secretary, 'answer', { text: '知道了' }],
    [world.secretary, 'answer', { ...ANSWER, state: 'closed' }],
    [world.supervisor, 'close', {}],
    [world.secretary, 'answer', ANSWER],
    [world.dispatcher, 'answer', ANSWER],
    [world.secretary, 'close', {}],
    [world.supervisor, 'return', { text: '不行' }],
    [world.supervisor, 'close', { text: 7 }],
    [world.supervisor, 'close', { text: '情况属实，予以销号' }],
    [world.supervisor, 'close', {}],
  ] as const)
    codes.push(codeOf(await world.step(by, id, action, body)));
  expect(codes).toEqual([
    '403 supervision.not_allowed',
    '403 supervision.not_allowed',
    '404 supervision.not_visible',
    '400 request.invalid',
    '422 order.words_too_short',
    '400 request.invalid',
    '409 supervision.illegal_move',
    '200 undefined',
    '409 supervision.illegal_move',
    '403 supervision.not_allowed',
    '422 order.words_too_short',
    '400 request.invalid',
    '200 undefined',
    '409 supervision.illegal_move',
  ]);
});

it('sent twice with the same key happens once', async () => {
  const orderId = await world.unanswered();
  const post = async (path: string, by: TestPerson, body: object, key: string): Promise<Answer> => {
    const { status, body: answer } = await world.test
      .http()
      .post(path)
      .set({ ...by.headers, 'Idempotency-Key': key })
      .send(body);
    return { status, body: answer as ResponseBody };
  };
  const opened = await Promise.all(
    [1, 2].map(() => post(`/api/orders/${orderId}/supervise`, world.supervisor, WHY, 's-1')),
  );
  expect(opened.map(({ status }) => status)).toEqual([201, 201]);
  const [id, ...others] = [...new Set(opened.map(({ body }) => body['id'] as string))];
  expect(others).toEqual([]);
  const answered = await Promise.all(
    [1, 2].map(() => post(`/api/supervision-orders/${id}/answer`, world.secretary, ANSWER, 'a-1')),
  );
  expect(answered.map(({ status, body }) => [status, body['state']])).toEqual([
    [200, 'answered'],
    [200, 'answered'],
  ]);
});

describe('asking by hand', () => {
  it('is the supervisor’s of the area, with a reason and a time', async () => {
    const orderId = await world.unanswered();
    const codes: string[] = [];
    for (const [by, id, body] of [
      [world.secretary, orderId, WHY],
      [world.regulator, orderId, WHY],
      [await world.withPost('supervisor', '320400/320402/320402004'), orderId, WHY],
      [world.supervisor, orderId, { text: '快办' }],
      [world.supervisor, orderId, { ...WHY, answerWithin: { amount: 0, unit: 'hours' } }],
      [world.supervisor, orderId, { ...WHY, answerWithin: { amount: 2, unit: 'weeks' } }],
      [world.supervisor, orderId, { ...WHY, answerWithin: [2] }],
      [world.supervisor, NOBODY, WHY],
      [world.supervisor, orderId, { ...WHY, answerWithin: { amount: 2, unit: 'hours', clock: 'natural' } }],
      [world.supervisor, orderId, WHY],
    ] as const)
      codes.push(codeOf(await world.act(by, id, 'supervise', body)));
    expect(codes).toEqual([
      '403 auth.not_allowed',
      '403 auth.not_allowed',
      expect.stringMatching(/^40[34] order\./),
      '422 order.words_too_short',
      '400 request.invalid',
      '400 request.invalid',
      '400 request.invalid',
      '404 order.not_visible',
      '201 undefined',
      '409 supervision.already_open',
    ]);
    const [limit] = await world.test.database.rows(
      `SELECT time_limit FROM deadlines WHERE order_id = $1 AND kind = 'answer'`,
      [orderId],
    );
    expect(limit).toEqual({ time_limit: { amount: 2, unit: 'hours', clock: 'natural' } });
  });

  it('is over with the order', async () => {
    const orderId = await world.unanswered();
    await world.act(world.resident, orderId, 'withdraw');
    expect(codeOf(await world.act(world.supervisor, orderId, 'supervise', WHY))).toBe('409 supervision.order_ended');
  });
});

it('of a confidential order stays in its circle', async () => {
  const { orderId, id } = await world.asked({ confidential: true });
  expect(codeOf(await world.get(world.regulator, `/api/supervision-orders/${id}`))).toBe('404 supervision.not_visible');
  const list = (by: TestPerson) => world.get(by, `/api/supervision-orders?order=${orderId}`).then(itemsOf);
  expect(await list(world.regulator)).toEqual([]);
  for (const by of [world.supervisor, world.secretary, world.dispatcher]) expect(await list(by)).toEqual([id]);
});

it('lists page by page, the newest first, by state and whether it is overdue', async () => {
  const late = await world.asked();
  await world.expire('answer', late.orderId);
  const answered = await world.asked();
  await world.step(world.secretary, answered.id, 'answer', ANSWER);
  const fresh = await world.asked();
  const list = (query: string, by = world.supervisor) => world.get(by, `/api/supervision-orders?${query}`);
  const first = await list('limit=2');
  expect(itemsOf(first)).toEqual([fresh.id, answered.id]);
  expect(itemsOf(await list(`limit=1&cursor=${String(first.body['nextCursor'])}`))).toEqual([late.id]);
  expect(itemsOf(await list('overdue=true'))[0]).toBe(late.id);
  expect(itemsOf(await list('overdue=false'))).not.toContain(late.id);
  expect(itemsOf(await list('state=answered'))[0]).toBe(answered.id);
  expect(itemsOf(await list('', await world.withPost('secretary', `${STREET}/320402003013`)))).toEqual([]);
  for (const wrong of ['state=lost', 'overdue=perhaps', 'cursor=x', 'limit=1000', 'page=2'])
    expect([wrong, (await list(wrong)).status]).toEqual([wrong, 400]);
  expect((await list('', world.resident)).status).toBe(403);
});
