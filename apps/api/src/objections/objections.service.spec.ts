import { letPass } from '../deadlines/testing/let-pass.js';
import { FiringService } from '../deadlines/firing.service.js';
import { CITY, createObjectionWorld, OBJECTION, type ObjectionWorld } from './testing/objection-world.js';

let world: ObjectionWorld;
beforeAll(async () => {
  world = await createObjectionWorld();
});
afterAll(() => world.test.close());

const objection = async (id: string) =>
  world.test.database.first<{ state: string; due: string }>(
    `SELECT j.state, (SELECT state FROM deadlines d WHERE d.subject_id = j.id) AS due FROM objections j WHERE id = $1`,
    [id],
  );
const events = async (topic: string, orderId: string) =>
  (
    await world.test.database.rows<{ payload: object }>(
      `SELECT payload FROM outbox WHERE topic = $1 AND payload->>'orderId' = $2 ORDER BY id`,
      [topic, orderId],
    )
  ).map(({ payload }) => payload);
const UPHELD = { upheld: true, text: '确属路灯所职责，改派' };
const OVERRULED = { upheld: false, text: '属你单位职责，请接单' };

it('answers the unit’s clock, starts the supervisor’s, and says so to both', async () => {
  const { orderId, id } = await world.objected();
  expect(await objection(id)).toEqual({ state: 'raised', due: 'running' });
  expect(await events('objection.raised', orderId)).toEqual([
    { subjectId: id, orderId, holderIds: [world.supervisor.personId], actorId: world.responder.personId },
  ]);
  const [deadline] = await world.test.database.rows(
    `SELECT subject_type, category, holder_ids, time_limit FROM deadlines WHERE subject_id = $1`,
    [id],
  );
  expect(deadline).toMatchObject({
    subject_type: 'objection',
    category: 'parking',
    holder_ids: [world.supervisor.personId],
    time_limit: { amount: 1, unit: 'workdays', clock: 'working' },
  });
});

it('comes too late once the claim’s time is over: the order counts as accepted', async () => {
  const orderId = await world.sent();
  await letPass(world.test.database, '40 days');
  const { status, body } = await world.act(world.responder, orderId, 'object', OBJECTION);
  expect([status, body['code']]).toEqual([409, 'objection.too_late']);
  await world.act(world.responder, orderId, 'claim');
});

it.each([
  ['is taken back by the resident', () => [world.resident, 'withdraw', {}] as const, 'void'],
  ['goes to another unit', () => [world.dispatcher, 'dispatch', { unitId: world.otherUnitId }] as const, 'void'],
  ['is taken on by a colleague after all', () => [world.colleague, 'claim', {}] as const, 'void'],
  ['is sent to the same unit again', () => [world.dispatcher, 'dispatch', { unitId: world.unitId }] as const, 'raised'],
  ['waits', () => [world.dispatcher, 'suspend', { reason: '等材料' }] as const, 'raised'],
])('of an order that meanwhile %s', async (_what, move, state) => {
  const { orderId, id } = await world.objected();
  expect((await world.act(...withOrder(orderId, move()))).status).toBe(200);
  await world.test.drain();
  expect(await objection(id)).toEqual({ state, due: state === 'void' ? 'cancelled' : 'running' });
  const ruled = await world.rule(world.supervisor, id, UPHELD);
  const suspended = (await world.state(orderId)) === 'suspended';
  expect([ruled.status, ruled.body['code']]).toEqual(
    state === 'void' ? [409, 'objection.void'] : suspended ? [409, 'objection.order_suspended'] : [200, undefined],
  );
  // What was void stays the unit's one objection.
  expect(await events('objection.voided', orderId)).toHaveLength(state === 'void' ? 1 : 0);
});

it('is void when its order was merged', async () => {
  const { orderId, id } = await world.objected();
  const into = await world.sent();
  expect((await world.act(world.dispatcher, orderId, 'merge', { into })).status).toBe(200);
  await world.test.drain();
  expect(await objection(id)).toEqual({ state: 'void', due: 'cancelled' });
});

it.each([
  ['upheld', UPHELD],
  ['overruled', OVERRULED],
])(
  '%s at the very moment the resident takes the order back: one after the other, nothing left running',
  async (_how, ruling) => {
    for (let round = 0; round < 4; round += 1) {
      const { orderId, id } = await world.objected();
      const [ruled, withdrawn] = await Promise.all([
        world.rule(world.supervisor, id, ruling),
        world.act(world.resident, orderId, 'withdraw'),
      ]);
      expect(withdrawn.status).toBe(200);
      expect([200, 409]).toContain(ruled.status);
      await world.test.drain();
      const end = await objection(id);
      expect(end?.state).toBe(ruled.status === 200 ? _how : 'void');
      expect(await world.state(orderId)).toBe('withdrawn');
      const open = await world.test.database.rows(
        'SELECT kind FROM deadlines WHERE order_id = $1 AND settled_at IS NULL',
        [orderId],
      );
      expect(open).toEqual([]);
    }
  },
);

it('overruled while a colleague claims: the claim meets the new clock', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { orderId, id } = await world.objected();
    const [ruled, claimed] = await Promise.all([
      world.rule(world.supervisor, id, OVERRULED),
      world.act(world.colleague, orderId, 'claim'),
    ]);
    expect(claimed.status).toBe(200);
    expect([200, 409]).toContain(ruled.status);
    expect((await world.clocks(orderId, 'claim')).filter((clock) => clock !== 'claim met')).toEqual([]);
  }
});

it('two supervisors rule at once: one word counts', async () => {
  const second = await world.withPost('supervisor', '320400/320402/320402003');
  const { orderId, id } = await world.objected();
  const answers = await Promise.all([world.rule(world.supervisor, id, UPHELD), world.rule(second, id, OVERRULED)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await events('objection.ruled', orderId)).toHaveLength(1);
});

it('a ruling nobody gives is missed, and the supervisor told', async () => {
  const { orderId } = await world.objected();
  await letPass(world.test.database, '40 days');
  await world.test.app.get(FiringService).drain(CITY);
  expect(await world.clocks(orderId, 'ruling')).toEqual(['ruling missed']);
  await world.test.drain();
  const { body } = await world.get(world.supervisor, '/api/inbox');
  expect(JSON.stringify(body)).toContain('的异议超过裁定时限');
});

it('loses its words with the person who reported', async () => {
  const { id } = await world.objected();
  await world.test.database.rows(
    `INSERT INTO outbox (city_id, id, topic, payload) VALUES ($1, gen_random_uuid(), 'person.erased', $2)`,
    [CITY, JSON.stringify({ personId: world.resident.personId })],
  );
  await world.test.drain();
  const [row] = await world.test.database.rows('SELECT words, ruling_words FROM objections WHERE id = $1', [id]);
  expect(row).toEqual({ words: '', ruling_words: null });
});

type Move = readonly [Parameters<ObjectionWorld['act']>[0], string, object];
const withOrder = (orderId: string, [by, action, body]: Move): Parameters<ObjectionWorld['act']> => [
  by,
  orderId,
  action,
  body,
];
