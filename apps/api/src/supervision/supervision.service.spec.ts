import { v7 as uuidv7 } from 'uuid';
import type { Escalation } from '../deadlines/firing-hooks.service.js';
import { FiringService } from '../deadlines/firing.service.js';
import type { TestPerson } from '../identity/testing/sign-in-as.js';
import { OpenSupervisionService } from './open-supervision.service.js';
import { ANSWER, CITY, createSupervisionWorld, STREET, type SupervisionWorld } from './testing/supervision-world.js';

let world: SupervisionWorld;
beforeAll(async () => {
  world = await createSupervisionWorld();
});
afterAll(() => world.test.close());

const events = async (topic: string, orderId: string) =>
  (
    await world.test.database.rows<{ payload: object }>(
      `SELECT payload FROM outbox WHERE topic = $1 AND payload->>'orderId' = $2 ORDER BY id`,
      [topic, orderId],
    )
  ).map(({ payload }) => payload);
const notes = async (orderId: string) =>
  (
    await world.test.database.rows<{ type: string }>(
      `SELECT type FROM order_events WHERE order_id = $1 AND type LIKE 'supervision.%' ORDER BY id`,
      [orderId],
    )
  ).map(({ type }) => type);
const inbox = async (who: TestPerson) => JSON.stringify((await world.get(who, '/api/inbox')).body);

describe('a miss that climbs to the sub-district', () => {
  it('asks the community, with a clock, a note and news; the secretary’s rung asks nothing', async () => {
    const orderId = await world.unanswered();
    await world.expire('reply', orderId);
    expect(await world.of(orderId)).toEqual([]);
    await world.expire('rung', orderId);
    const [opened, ...more] = await world.of(orderId);
    expect([opened, more]).toMatchObject([{ state: 'open', rung: 2 }, []]);
    const [row] = await world.test.database.rows('SELECT * FROM supervision_orders WHERE id = $1', [opened?.id]);
    expect(row).toMatchObject({
      number: expect.stringMatching(/^DB\d{6}-\d{6}$/) as string,
      missed_kind: 'reply',
      area_path: `${STREET}/320402003012`,
      issued_role: 'supervisor',
      issued_area_path: STREET,
      issuer_ids: [world.supervisor.personId],
      opened_by: null,
    });
    const holderIds = [world.secretary.personId, world.dispatcher.personId];
    const [news] = (await events('supervision.opened', orderId)) as { holderIds: string[] }[];
    expect(news).toMatchObject({ subjectId: opened?.id, actorId: null });
    expect([...(news?.holderIds ?? [])].sort()).toEqual([...holderIds].sort());
    expect(await world.clocks(orderId, 'answer')).toEqual(['answer running']);
    expect(await notes(orderId)).toEqual(['supervision.opened']);
    await world.test.drain();
    expect(await inbox(world.secretary)).toContain('已开出督办单');
  });

  it('unanswered is overdue, and climbs on to the regulator by itself', async () => {
    const { orderId, id } = await world.supervised();
    await world.expire('answer', orderId);
    const view = await world.get(world.supervisor, `/api/supervision-orders/${id}`);
    expect(view.body).toMatchObject({ state: 'open', overdue: true });
    expect(await events('supervision.overdue', orderId)).toMatchObject([{ subjectId: id, actorId: null }]);
    const rungs = await world.test.database.rows(
      'SELECT rung, role FROM escalations WHERE order_id = $1 ORDER BY rung',
      [orderId],
    );
    expect(rungs).toEqual([
      { rung: 1, role: 'secretary' },
      { rung: 2, role: 'supervisor' },
      { rung: 3, role: 'regulator' },
    ]);
    // Answered late it stays a fact that it was late.
    expect((await world.step(world.dispatcher, id, 'answer', ANSWER)).body).toMatchObject({
      state: 'answered',
      overdue: true,
    });
    expect(await world.clocks(orderId, 'answer')).toEqual(['answer missed']);
    const [owed] = await world.test.database.rows(
      `SELECT count(*)::int AS n FROM deadlines WHERE order_id = $1 AND kind = 'answer' AND settled_at IS NULL`,
      [orderId],
    );
    expect(owed).toEqual({ n: 0 });
  });

  it('missed together with its rung (by a worker that stood still for days) climbs to the regulator once', async () => {
    const { orderId } = await world.supervised();
    await world.test.database.rows(
      `UPDATE deadlines SET due_at = now() - interval '1 second', wake_at = now() - interval '1 second'
        WHERE order_id = $1 AND kind = 'rung' AND state = 'running'`,
      [orderId],
    );
    await world.expire('answer', orderId);
    const rungs = await world.test.database.rows(
      'SELECT rung, role FROM escalations WHERE order_id = $1 AND rung > 2',
      [orderId],
    );
    expect(rungs).toEqual([{ rung: 3, role: 'regulator' }]);
    expect(await world.clocks(orderId, 'answer')).toEqual(['answer missed']);
  });

  it('of a confidential order is the supervisor’s to ask, at every rung', async () => {
    const orderId = await world.unanswered({ confidential: true });
    await open(
      escalationOf(orderId, {
        rung: 3,
        role: 'regulator',
        areaPath: '320400/320402',
        holderIds: [world.regulator.personId],
      }),
    );
    const [row] = await world.test.database.rows(
      'SELECT issued_role, issued_area_path, issuer_ids FROM supervision_orders WHERE order_id = $1',
      [orderId],
    );
    expect(row).toEqual({
      issued_role: 'supervisor',
      issued_area_path: STREET,
      issuer_ids: [world.supervisor.personId],
    });
  });

  it('of a confidential order climbs to the supervisor where others climb to the regulator, who hears nothing of it', async () => {
    const { orderId } = await world.supervised({ confidential: true });
    await world.test.drain();
    const before = await inbox(world.regulator);
    await world.expire('answer', orderId);
    await world.test.drain();
    expect(
      await world.test.database.rows('SELECT role, holder_ids FROM escalations WHERE order_id = $1 AND rung = 3', [
        orderId,
      ]),
    ).toEqual([{ role: 'supervisor', holder_ids: [world.supervisor.personId] }]);
    expect(await inbox(world.regulator)).toBe(before);
  });

  it('asks nothing of an order that was withdrawn, nor on a rung without an answer', async () => {
    const orderId = await world.unanswered();
    await open(escalationOf(orderId, { answerWithin: null }), escalationOf(orderId, { rung: 1, role: 'secretary' }));
    await world.act(world.resident, orderId, 'withdraw');
    await open(escalationOf(orderId), escalationOf(uuidv7()));
    expect(await world.of(orderId)).toEqual([]);
  });

  it('found by two workers at once opens one', async () => {
    const orderId = await world.unanswered();
    const escalation = escalationOf(orderId);
    await Promise.all(Array.from({ length: 4 }, () => open(escalation)));
    expect(await world.of(orderId)).toHaveLength(1);
    expect(await world.clocks(orderId, 'answer')).toEqual(['answer running']);
    expect(await notes(orderId)).toEqual(['supervision.opened']);
    expect(await events('supervision.opened', orderId)).toHaveLength(1);
  });

  it('in a batch opens one each, however many workers fire', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => world.unanswered()));
    await world.expire('reply', ...ids);
    await world.test.database.rows(
      `UPDATE deadlines SET wake_at = now() - interval '1 second', due_at = now() - interval '1 second'
        WHERE order_id = ANY($1::uuid[]) AND kind = 'rung' AND state = 'running'`,
      [ids],
    );
    await Promise.all([1, 2, 3].map(() => world.test.app.get(FiringService).drain(CITY)));
    for (const id of ids) expect(await world.of(id)).toHaveLength(1);
    const numbers = await world.test.database.rows(
      'SELECT DISTINCT number FROM supervision_orders WHERE order_id = ANY($1::uuid[])',
      [ids],
    );
    expect(numbers).toHaveLength(6);
  });
});

describe('answering', () => {
  it('goes back and forth until the supervisor is content', async () => {
    const { orderId, id } = await world.asked();
    await world.step(world.secretary, id, 'answer', ANSWER);
    expect(await world.clocks(orderId, 'answer')).toEqual(['answer met']);
    await world.test.drain();
    expect(await inbox(world.supervisor)).toContain('督办单已答复');
    expect((await world.step(world.supervisor, id, 'return', { text: '请写明补救措施' })).body).toMatchObject({
      state: 'open',
      round: 2,
      returned: { text: '请写明补救措施', post: 'supervisor' },
      answer: { text: ANSWER.text },
    });
    expect(await world.clocks(orderId, 'answer')).toEqual(['answer met', 'answer running']);
    await world.test.drain();
    expect(await inbox(world.dispatcher)).toContain('督办答复被退回');
    await world.step(world.dispatcher, id, 'answer', { text: '已补回复，并调整夜间排班' });
    const closed = await world.step(world.supervisor, id, 'close', {});
    expect(closed.body).toMatchObject({ state: 'closed', closed: { text: null }, returned: null, actions: [] });
    expect(await notes(orderId)).toEqual([
      'supervision.opened',
      'supervision.answered',
      'supervision.returned',
      'supervision.answered',
      'supervision.closed',
    ]);
    for (const topic of ['opened', 'returned', 'closed'])
      expect([topic, (await events(`supervision.${topic}`, orderId)).length]).toEqual([topic, 1]);
  });

  it('sent back and not given again, is overdue like one that never came', async () => {
    const { orderId, id } = await world.supervised();
    await world.step(world.secretary, id, 'answer', ANSWER);
    expect((await world.step(world.supervisor, id, 'return', { text: '请写明补救措施' })).status).toBe(200);
    await world.expire('answer', orderId);
    expect(await world.clocks(orderId, 'answer')).toEqual(['answer met', 'answer missed']);
    const overdue = await world.get(world.supervisor, `/api/supervision-orders/${id}`);
    expect(overdue.body).toMatchObject({ state: 'open', round: 2, overdue: true });
    await world.test.drain();
    for (const each of [world.secretary, world.supervisor]) expect(await inbox(each)).toContain('督办单超期还没答复');
  });

  it('that comes after its time is overdue, also when no worker has looked yet', async () => {
    const { orderId, id } = await world.asked();
    await world.test.database.rows(
      `UPDATE deadlines SET due_at = now() - interval '1 minute', wake_at = now() - interval '1 minute'
        WHERE order_id = $1 AND kind = 'answer'`,
      [orderId],
    );
    expect((await world.step(world.secretary, id, 'answer', ANSWER)).body).toMatchObject({
      state: 'answered',
      overdue: true,
    });
    expect(await world.clocks(orderId, 'answer')).toEqual(['answer missed']);
    const noted = await world.test.database.rows<{ type: string }>(
      `SELECT type FROM order_events WHERE order_id = $1 AND (type = 'supervision.answered' OR data->>'kind' = 'answer') ORDER BY version, at, id`,
      [orderId],
    );
    expect(noted.map(({ type }) => type)).toEqual(['deadline.missed', 'supervision.answered']);
  });

  it('given, or not needed any more, while its clock fires: whoever is second waits, and nobody is turned away', async () => {
    const answered = await world.asked();
    const voided = await world.asked();
    await world.act(world.resident, voided.orderId, 'withdraw');
    let answering: Promise<readonly unknown[]> = Promise.resolve([]);
    await world.test.database.transaction(async (tx) => {
      // As a firing does: the clocks first, then what they belong to.
      const ids = [answered.id, voided.id];
      await tx.rows('SELECT 1 FROM deadlines WHERE subject_id = ANY($1::uuid[]) FOR UPDATE', [ids]);
      answering = Promise.all([world.step(world.secretary, answered.id, 'answer', ANSWER), world.test.drain()]);
      await new Promise((resolve) => setTimeout(resolve, 300));
      await tx.rows('UPDATE supervision_orders SET overdue_at = now() WHERE id = ANY($1::uuid[])', [ids]);
    });
    expect((await answering)[0]).toMatchObject({ status: 200 });
    expect(await world.of(voided.orderId)).toMatchObject([{ state: 'void' }]);
    const failed = await world.test.database.rows('SELECT error FROM outbox_failures');
    expect(failed).toEqual([]);
  });

  it('by two at once is one answer', async () => {
    const { orderId, id } = await world.asked();
    const answers = await Promise.all(
      [world.secretary, world.dispatcher].map((by) => world.step(by, id, 'answer', ANSWER)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await events('supervision.answered', orderId)).toHaveLength(1);
  });
});

describe('when the order ends', () => {
  const done = async (orderId: string) => {
    await world.act(world.dispatcher, orderId, 'done', { summary: '已经处理好了' });
  };
  it('finished, the question why it was late still wants its answer', async () => {
    const { orderId, id } = await world.asked();
    await done(orderId);
    await world.test.drain();
    expect(await world.of(orderId)).toMatchObject([{ state: 'open' }]);
    expect((await world.step(world.secretary, id, 'answer', ANSWER)).status).toBe(200);
  });

  it('withdrawn or merged, an unanswered question goes with it; an answered one is still closed', async () => {
    const withdrawn = await world.asked();
    await world.act(world.resident, withdrawn.orderId, 'withdraw');
    const merged = await world.asked();
    await world.act(world.dispatcher, merged.orderId, 'merge', { into: await world.unanswered() });
    const answered = await world.asked();
    await world.step(world.secretary, answered.id, 'answer', ANSWER);
    await world.act(world.resident, answered.orderId, 'withdraw');
    await world.test.drain();
    for (const { orderId, id } of [withdrawn, merged]) {
      expect(await world.of(orderId)).toMatchObject([{ state: 'void' }]);
      expect(await world.clocks(orderId, 'answer')).toEqual(['answer cancelled']);
      expect(await events('supervision.voided', orderId)).toMatchObject([{ subjectId: id }]);
      const late = await world.step(world.secretary, id, 'answer', ANSWER);
      expect([late.status, late.body['code']]).toEqual([409, 'supervision.illegal_move']);
    }
    expect(await world.of(answered.orderId)).toMatchObject([{ state: 'answered' }]);
    expect((await world.step(world.supervisor, answered.id, 'close')).status).toBe(200);
  });
});

it('asks the desk above where a community has nobody', async () => {
  const elsewhere = `${STREET}/320402003013`;
  const above = await world.withPost('secretary', STREET, '街道书记');
  const admin = await world.withPost('dispatcher', elsewhere, '派单二');
  const { id: orderId } = await world.create(world.resident, { area: '320402003013' });
  await world.test.database.rows('UPDATE posts SET valid_to = now() WHERE person_id = $1', [admin.personId]);
  await open(escalationOf(orderId));
  const [row] = await world.test.database.rows(
    'SELECT area_path, holder_ids FROM supervision_orders WHERE order_id = $1',
    [orderId],
  );
  expect(row).toEqual({ area_path: elsewhere, holder_ids: [above.personId] });
  const [opened] = await world.of(orderId);
  expect((await world.step(above, opened?.id ?? '', 'answer', ANSWER)).status).toBe(200);
  await world.test.database.rows('UPDATE posts SET valid_to = now() WHERE person_id = $1', [above.personId]);
});

it('loses its words with the person who reported', async () => {
  const { id } = await world.asked();
  await world.step(world.secretary, id, 'answer', ANSWER);
  await world.test.database.rows(
    `INSERT INTO outbox (city_id, id, topic, payload) VALUES ($1, gen_random_uuid(), 'person.erased', $2)`,
    [CITY, JSON.stringify({ personId: world.resident.personId })],
  );
  await world.test.drain();
  const [row] = await world.test.database.rows('SELECT words, answer_words FROM supervision_orders WHERE id = $1', [
    id,
  ]);
  expect(row).toEqual({ words: null, answer_words: null });
});

const open = (...escalations: readonly Escalation[]) =>
  world.test.database.transaction((tx) => world.test.app.get(OpenSupervisionService).onLadder(tx, CITY, escalations));

function escalationOf(orderId: string, changes: Partial<Escalation> = {}): Escalation {
  return {
    id: uuidv7(),
    deadlineId: uuidv7(),
    kind: 'reply',
    orderId,
    rung: 2,
    role: 'supervisor',
    areaPath: STREET,
    holderIds: [world.supervisor.personId],
    vacant: false,
    answerWithin: { amount: 1, unit: 'workdays', clock: 'working' },
    at: new Date(),
    ...changes,
  };
}
