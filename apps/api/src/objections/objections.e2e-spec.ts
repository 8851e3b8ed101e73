import type { TestPerson } from '../identity/testing/sign-in-as.js';
import type { ResponseBody } from '../orders/testing/order-world.js';
import { createObjectionWorld, OBJECTION, type ObjectionWorld } from './testing/objection-world.js';

let world: ObjectionWorld;
beforeAll(async () => {
  world = await createObjectionWorld();
});
afterAll(() => world.test.close());

const object = (by: TestPerson, orderId: string, body: object = OBJECTION, headers: object = {}) =>
  world.test
    .http()
    .post(`/api/orders/${orderId}/object`)
    .set({ ...by.headers, ...headers })
    .send(body)
    .then(({ status, body: answer }) => ({ status, body: answer as ResponseBody }));
const codeOf = ({ status, body }: { status: number; body: ResponseBody }): string =>
  `${status} ${String(body['code'])}`;
const RULING = { upheld: true, text: '确属路灯所职责，改派' };
const itemsOf = ({ body }: { body: ResponseBody }) => body['items'] as { id: string }[];

describe('the duty catalogue', () => {
  it('is public, of any area', async () => {
    const { status, body } = await world.test.http().get('/api/duty-catalogue');
    expect([status, (body as { code: string }[]).map(({ code }) => code)]).toEqual([
      200,
      ['not-our-duty', 'beyond-authority', 'outside-area', 'not-enough-known', 'handled-elsewhere'],
    ]);
    const asked = (query: string) => world.test.http().get(`/api/duty-catalogue${query}`);
    expect((await asked('?area=320402003012')).body).toHaveLength(5);
    expect((await asked('?area=nowhere')).status).toBe(404);
    expect((await asked('?place=x')).status).toBe(400);
  });
});

describe('an objection', () => {
  it('is raised by the unit, seen by unit, desk and supervisor, with its reason and date', async () => {
    const orderId = await world.sent();
    const { status, body } = await object(world.responder, orderId);
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({
        order: expect.objectContaining({ id: orderId, state: 'dispatched' }) as object,
        unit: { id: world.unitId, name: '街道城管办' },
        reason: { code: 'not-our-duty', name: '非本单位职责' },
        text: OBJECTION.text,
        state: 'raised',
        stateName: '待裁定',
        dueAt: expect.stringMatching(/\+08:00$/) as string,
        why: expect.stringContaining('工作日') as string,
        ruling: null,
      }),
    ]);
    expect(JSON.stringify(body)).not.toContain('冯联络');
    const id = body['id'] as string;
    for (const reader of [world.responder, world.colleague, world.supervisor, world.dispatcher, world.secretary]) {
      expect((await world.get(reader, `/api/objections/${id}`)).body).toMatchObject({ id });
      expect(itemsOf(await world.get(reader, `/api/objections?order=${orderId}`)).map((item) => item.id)).toEqual([id]);
    }
    for (const [reader, code] of [
      [world.otherResponder, '404 objection.not_visible'],
      [await world.withPost('supervisor', '320400/320402/320402004'), '404 objection.not_visible'],
      [world.resident, '403 auth.not_allowed'],
      [world.duty, '403 auth.not_allowed'],
    ] as const)
      expect(codeOf(await world.get(reader, `/api/objections/${id}`))).toBe(code);
    expect(itemsOf(await world.get(world.otherResponder, `/api/objections?order=${orderId}`))).toEqual([]);
    expect((await world.test.http().get(`/api/objections/${id}`)).status).toBe(401);
    const { body: timeline } = await world.get(world.dispatcher, `/api/orders/${orderId}/timeline`);
    expect(timeline).toEqual(
      expect.arrayContaining([expect.objectContaining({ type: 'objection.raised', words: OBJECTION.text })]),
    );
  });

  it('is the way instead of returning what was not claimed', async () => {
    const orderId = await world.sent();
    const returned = await world.act(world.responder, orderId, 'return', { reason: '不归我们管' });
    expect(codeOf(returned)).toBe('409 order.object_instead');
    const { body } = await world.get(world.responder, `/api/orders/${orderId}/actions`);
    expect((body as unknown as { action: string }[]).map(({ action }) => action)).not.toContain('return');
  });

  it('is refused to others, for other orders, without reason or words, and twice', async () => {
    const orderId = await world.sent();
    const codes = async (...tries: (readonly [TestPerson, string, object?])[]) => {
      const answers = [];
      for (const attempt of tries) answers.push(codeOf(await object(...attempt)));
      return answers;
    };
    expect(
      await codes(
        [world.otherResponder, orderId],
        [world.dispatcher, orderId],
        [world.responder, orderId, { ...OBJECTION, reasonCode: 'too-much-work' }],
        [world.responder, orderId, { ...OBJECTION, reasonCode: '不归我' }],
        [world.responder, orderId, { ...OBJECTION, text: '不 归 我' }],
        [world.responder, orderId, { reasonCode: 'not-our-duty' }],
        [world.responder, orderId, { ...OBJECTION, unitId: world.unitId }],
        [world.responder, 'nothing'],
        [world.responder, '01890000-0000-7000-8000-000000000000'],
        [world.responder, orderId],
        [world.colleague, orderId],
      ),
    ).toEqual([
      '403 order.not_allowed',
      '403 auth.not_allowed',
      '422 objection.unknown_reason',
      '400 request.invalid',
      '422 order.words_too_short',
      '400 request.invalid',
      '400 request.invalid',
      '404 request.not_found',
      '404 order.not_visible',
      '201 undefined',
      '409 objection.once',
    ]);
    const claimed = await world.sent();
    await world.act(world.colleague, claimed, 'claim');
    expect(codeOf(await object(world.responder, claimed))).toBe('409 objection.only_when_dispatched');
  });

  it('sent twice with the same key is one', async () => {
    const orderId = await world.sent();
    const key = { 'Idempotency-Key': 'object-1' };
    const answers = await Promise.all([1, 2].map(() => object(world.responder, orderId, OBJECTION, key)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(new Set(answers.map(({ body }) => body['id'])).size).toBe(1);
    const other = await object(world.responder, orderId, { ...OBJECTION, text: '另外的五个字' }, key);
    expect(codeOf(other)).toBe('422 request.idempotency_key_reused');
  });

  it('of a confidential order stays in its circle', async () => {
    const { id } = await world.objected({ confidential: true });
    const regulator = await world.withPost('regulator', '320400');
    expect((await world.get(regulator, `/api/objections/${id}`)).status).toBe(403);
    expect((await world.get(world.supervisor, `/api/objections/${id}`)).status).toBe(200);
  });
});

describe('a ruling', () => {
  it('upholding it sends the order back to dispatch with the ruling’s words', async () => {
    const { orderId, id } = await world.objected();
    const { status, body } = await world.rule(world.supervisor, id, RULING);
    expect([status, body]).toMatchObject([200, { state: 'upheld', ruling: { upheld: true, text: RULING.text } }]);
    expect(await world.state(orderId)).toBe('returned');
    const { body: timeline } = await world.get(world.dispatcher, `/api/orders/${orderId}/timeline`);
    const steps = (timeline as unknown as { type: string; words: string; actor: string }[]).slice(-3);
    expect(steps.map(({ type, words }) => `${type} ${words}`)).toEqual([
      `objection.raised ${OBJECTION.text}`,
      `objection.ruled ${RULING.text}`,
      `order.returned ${RULING.text}`,
    ]);
    expect(steps.at(-1)?.actor).toBe('系统');
    expect((await world.act(world.dispatcher, orderId, 'dispatch', { unitId: world.otherUnitId })).status).toBe(200);
    await world.test.drain();
    const { body: inbox } = await world.get(world.responder, '/api/inbox');
    expect(JSON.stringify(inbox)).toContain('的异议已有裁定');
  });

  it('overruling it leaves the unit to claim: the clock begins anew, a second objection is refused', async () => {
    const { orderId, id } = await world.objected();
    expect(await world.clocks(orderId, 'claim', 'ruling')).toEqual(['claim met', 'ruling running']);
    await world.rule(world.supervisor, id, { upheld: false, text: '属你单位职责，请接单' });
    expect(await world.clocks(orderId, 'claim', 'ruling')).toEqual(['claim met', 'ruling met', 'claim running']);
    expect(codeOf(await object(world.responder, orderId))).toBe('409 objection.once');
    expect((await world.act(world.responder, orderId, 'claim')).status).toBe(200);
    expect(await world.clocks(orderId, 'claim')).toEqual(['claim met', 'claim met']);
  });

  it('is the supervisor’s alone, once, with words', async () => {
    const { id } = await world.objected();
    const codes = [];
    for (const [by, body] of [
      [world.dispatcher, RULING],
      [world.secretary, RULING],
      [world.responder, RULING],
      [await world.withPost('supervisor', '320400/320402/320402004'), RULING],
      [world.supervisor, { upheld: 'yes', text: RULING.text }],
      [world.supervisor, { upheld: false, text: '不行' }],
      [world.supervisor, RULING],
      [world.supervisor, { ...RULING, upheld: false }],
    ] as const)
      codes.push(codeOf(await world.rule(by, id, body)));
    expect(codes).toEqual([
      '403 auth.not_allowed',
      '403 auth.not_allowed',
      '403 auth.not_allowed',
      '404 objection.not_visible',
      '400 request.invalid',
      '422 order.words_too_short',
      '200 undefined',
      '409 objection.already_ruled',
    ]);
    expect(codeOf(await world.rule(world.supervisor, '01890000-0000-7000-8000-000000000000', RULING))).toBe(
      '404 objection.not_visible',
    );
  });

  it('goes to the office above where the sub-district has no supervisor', async () => {
    const district = await world.withPost('supervisor', '320400/320402', '区督办');
    await world.test.database.rows(`UPDATE posts SET valid_to = now() WHERE person_id = $1`, [
      world.supervisor.personId,
    ]);
    const { orderId, id } = await world.objected();
    const [row] = await world.test.database.rows('SELECT ruler_ids FROM objections WHERE id = $1', [id]);
    expect(row).toEqual({ ruler_ids: [district.personId] });
    expect((await world.rule(district, id, RULING)).status).toBe(200);
    expect(await world.state(orderId)).toBe('returned');
    await world.test.database.rows(`UPDATE posts SET valid_to = NULL WHERE person_id = $1`, [
      world.supervisor.personId,
    ]);
  });
});

it('lists page by page, the newest first, and by state', async () => {
  const raised: string[] = [];
  for (let n = 0; n < 3; n += 1) raised.unshift((await world.objected()).id);
  const first = await world.get(world.colleague, '/api/objections?limit=2&state=raised');
  expect(itemsOf(first).map(({ id }) => id)).toEqual(raised.slice(0, 2));
  const next = await world.get(
    world.colleague,
    `/api/objections?limit=1&state=raised&cursor=${String(first.body['nextCursor'])}`,
  );
  expect(itemsOf(next).map(({ id }) => id)).toEqual(raised.slice(2));
  expect((await world.get(world.colleague, '/api/objections?cursor=x')).status).toBe(400);
  expect((await world.get(world.colleague, '/api/objections?state=lost')).status).toBe(400);
  expect((await world.get(world.resident, '/api/objections')).status).toBe(403);
});

it('works on a child task as on the order itself', async () => {
  const { id } = await world.create(world.resident);
  await world.act(world.dispatcher, id, 'accept');
  const task = (unitId: string, title: string) => ({ to: { unitId }, title, description: '' });
  await world.act(world.dispatcher, id, 'split', {
    tasks: [task(world.otherUnitId, '换灯泡'), task(world.unitId, '修剪树枝')],
  });
  const child = await world.test.database.first<{ id: string }>('SELECT id FROM orders WHERE parent_id = $1', [id]);
  const childId = child?.id ?? '';
  const { status, body } = await object(world.responder, childId);
  expect(status).toBe(201);
  expect((await world.rule(world.supervisor, body['id'] as string, RULING)).status).toBe(200);
  expect([await world.state(id), await world.state(childId)]).toEqual(['dispatched', 'returned']);
  expect((await world.act(world.dispatcher, childId, 'dispatch', { unitId: world.otherUnitId })).status).toBe(200);
  // The first receiver may object to its own share as well: the order itself.
  expect((await object(world.otherResponder, id)).status).toBe(201);
});

it('a list of orders narrows to those sent to one unit', async () => {
  const id = await world.sent();
  const { id: elsewhere } = await world.create(world.resident, { title: '没有派给谁的' });
  const idsOf = async (by: TestPerson, unit: string) => {
    const { body } = await world.get(by, `/api/orders?unit=${unit}&limit=100`);
    return (body['items'] as { id: string }[]).map((item) => item.id);
  };
  for (const by of [world.responder, world.dispatcher]) {
    expect(await idsOf(by, world.unitId)).toContain(id);
    expect(await idsOf(by, world.unitId)).not.toContain(elsewhere);
    expect(await idsOf(by, world.otherUnitId)).not.toContain(id);
  }
  expect(await idsOf(world.otherResponder, world.unitId)).toEqual([]);
});
