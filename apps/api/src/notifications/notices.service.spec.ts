import { v7 as uuidv7 } from 'uuid';
import { appoint, type TestPerson } from '../identity/testing/sign-in-as.js';
import { COMMUNITY, OTHER_COMMUNITY } from '../orders/testing/order-world.js';
import { createMessageWorld, type MessageWorld } from './testing/message-world.js';

let world: MessageWorld;
beforeAll(async () => {
  world = await createMessageWorld();
});
afterAll(() => world.test.close());
beforeEach(async () => {
  await world.test.drain();
  await world.test.database.rows('DELETE FROM notifications');
  await world.test.database.rows('DELETE FROM outbox');
});

const told = async ({ personId }: TestPerson): Promise<string[]> =>
  (
    await world.test.database.rows<{ text: string }>(
      'SELECT template || $2 || text AS text FROM notifications WHERE person_id = $1 ORDER BY id',
      [personId, ' '],
    )
  ).map(({ text }) => text);
const deadline = (orderId: string | null, more: object) => ({
  deadlineId: uuidv7(),
  subjectType: 'order',
  subjectId: orderId ?? uuidv7(),
  orderId,
  rung: 1,
  role: null,
  holderIds: [],
  ...more,
});

describe('the clock', () => {
  it('reminds the desk twice, tells of the miss, and the resident honestly', async () => {
    const { id, number } = await world.create(world.resident);
    await world.test.drain();
    await world.test.database.rows('DELETE FROM notifications');
    await world.happened('deadline.reminded', deadline(id, { kind: 'reply', rung: 1 }));
    await world.happened('deadline.reminded', deadline(id, { kind: 'reply', rung: 2 }));
    await world.happened('deadline.missed', deadline(id, { kind: 'reply' }));
    const it = `诉求${number}（停车）`;
    expect(await told(world.duty)).toEqual([
      `desk.replySoon ${it}还没有回复，时限已过半，请尽快回复。`,
      `desk.replyLast ${it}还有大约十分钟就超时，请马上回复。`,
      `desk.replyMissed ${it}没能按时回复，请马上回复并说明情况。`,
    ]);
    expect(await told(world.dispatcher)).toEqual([expect.stringContaining('desk.replyLast')]);
    expect(await told(world.secretary)).toEqual([expect.stringContaining('desk.replyMissed')]);
    expect(await told(world.resident)).toEqual([
      `mine.replyMissed ${it}没能在一小时内回复您，已报社区书记，请您谅解。`,
    ]);
  });

  it('tells who wrote it down for a resident until they leave the post', async () => {
    const helper = await world.withPost('party_member', COMMUNITY);
    const { id } = await world.create(helper, { reporterId: world.resident.personId });
    await world.happened('deadline.missed', deadline(id, { kind: 'reply' }));
    expect(await told(helper)).toEqual([expect.stringContaining('mine.replyMissed')]);
    await world.test.database.rows('UPDATE posts SET valid_to = now() WHERE person_id = $1', [helper.personId]);
    await world.happened('deadline.missed', deadline(id, { kind: 'finish' }));
    expect(await told(helper)).toHaveLength(1);
    expect(await told(world.resident)).toEqual([
      expect.stringContaining('mine.recorded'),
      expect.stringContaining('mine.replyMissed'),
      expect.stringContaining('mine.finishMissed'),
    ]);
  });

  it('brings the second reminder of another deadline too, and each only once', async () => {
    const first = await world.create(world.resident);
    const second = await world.create(world.resident, { title: '另一件事情需要帮忙' });
    await world.test.drain();
    await world.test.database.rows('DELETE FROM notifications');
    for (const { id } of [first, second]) await world.happened('deadline.reminded', deadline(id, { kind: 'reply' }));
    await world.test.database.rows(`UPDATE outbox SET handled_at = NULL WHERE topic = 'deadline.reminded'`);
    await Promise.all([world.test.drain(), world.test.drain()]);
    expect(await told(world.duty)).toHaveLength(2);
  });

  it('tells a rung’s holders it climbed to them', async () => {
    const supervisor = await world.withPost('supervisor', '320400/320402/320402003');
    const { id } = await world.create(world.resident);
    await world.test.drain();
    await world.happened(
      'deadline.escalated',
      deadline(id, { kind: 'reply', rung: 2, holderIds: [supervisor.personId] }),
    );
    expect(await told(supervisor)).toEqual([expect.stringContaining('desk.escalated')]);
  });

  it('tells nothing of an order that is gone, nor of a kind it does not know', async () => {
    await world.happened('deadline.missed', deadline(uuidv7(), { kind: 'reply' }));
    await world.happened('deadline.missed', deadline(null, { kind: 'moon' }));
    expect(await world.test.database.rows('SELECT 1 FROM notifications')).toEqual([]);
    expect(await world.test.database.rows('SELECT 1 FROM outbox_failures')).toEqual([]);
  });
});

describe('supervision, objections, matters', () => {
  it('name whose turn it is, never who caused it', async () => {
    const { id: orderId } = await world.create(world.resident);
    await world.test.drain();
    await world.test.database.rows('DELETE FROM notifications');
    const news = { subjectId: uuidv7(), orderId, holderIds: [world.secretary.personId, world.member.personId] };
    await world.happened('supervision.opened', { ...news, actorId: world.member.personId });
    expect(await told(world.secretary)).toEqual([expect.stringContaining('desk.supervisionOpened')]);
    expect(await told(world.member)).toEqual([]);
    const [row] = await world.test.database.rows('SELECT order_id, subject_type, subject_id FROM notifications');
    expect(row).toEqual({ order_id: orderId, subject_type: 'supervision_order', subject_id: news.subjectId });
    await world.happened('objection.raised', { ...news, actorId: null });
    expect(await told(world.dispatcher)).toEqual([expect.stringContaining('desk.objectionRaised')]);
  });

  it('tell the applicant of a matter’s next step', async () => {
    await world.happened('matter.step', {
      matterId: uuidv7(),
      areaPath: COMMUNITY,
      applicantId: world.neighbour.personId,
      holderIds: [world.member.personId],
      actorId: null,
    });
    expect(await told(world.neighbour)).toEqual(['mine.matterMoved 您申请办理的事项有了新进展，请打开查看。']);
    expect(await told(world.member)).toEqual([expect.stringContaining('work.stepGiven')]);
  });
});

describe('duty', () => {
  const gap = (level: string, areaPath = COMMUNITY) => ({ areaPath, from: '2026-11-23T16:00:00Z', to: 'x', level });

  it('has a gap: the secretary, and in the last hour the sub-district', async () => {
    const supervisor = await world.withPost('supervisor', '320400/320402/320402003');
    await world.happened('duty.gap', gap('week'));
    await world.happened('duty.gap', gap('hour'));
    expect(await told(world.secretary)).toEqual([
      'desk.dutyGap 320402003012从11月24日0:00起没有人值班，请提前排好班。',
      'desk.dutyGapSoon 320402003012从11月24日0:00起没有人值班，请马上安排。',
    ]);
    expect(await told(supervisor)).toEqual([expect.stringContaining('desk.dutyGapSoon')]);
  });

  it('where there is no secretary: the one above', async () => {
    const above = await world.withPost('secretary', '320400/320402/320402003');
    await world.happened('duty.gap', gap('day', OTHER_COMMUNITY));
    expect(await told(above)).toEqual([expect.stringContaining('desk.dutyGap')]);
    expect(await told(world.secretary)).toEqual([]);
  });

  it('swaps', async () => {
    const swapId = uuidv7();
    await world.happened('duty.swap', { swapId, state: 'asked', personIds: [world.duty.personId], actorId: null });
    await world.happened('duty.swap', { swapId, state: 'accepted', personIds: [world.duty.personId], actorId: null });
    expect(await told(world.duty)).toEqual([
      expect.stringContaining('work.swapAsked'),
      expect.stringContaining('work.swapAccepted'),
    ]);
  });
});

describe('the calendar', () => {
  it('misses a year: the administrators of the city, not those of a part of it', async () => {
    const city = await world.withPost('administrator', '320400');
    const local = await world.withPost('administrator', COMMUNITY);
    await world.happened('calendar.year_missing', { year: 2027 });
    expect(await told(city)).toEqual(['desk.yearMissing 2027年的放假安排还没有录入，涉及的期限只能暂估，请尽快录入。']);
    expect(await told(local)).toEqual([]);
    expect(await told(world.secretary)).toEqual([]);
  });
});

describe('an office nobody holds', () => {
  it('is told to the administrators of the place, with the order that found it empty', async () => {
    const keeper = await world.withPost('administrator', COMMUNITY);
    const order = await world.create(world.resident);
    await world.happened('deadline.office_vacant', { areaPath: COMMUNITY, role: 'secretary', orderId: order.id });
    expect(await told(keeper)).toEqual([
      expect.stringMatching(/^desk.officeVacant .*的社区书记现在没有人担任，请尽快配人。$/),
    ]);
    expect(await told(world.secretary)).toEqual([]);
  });

  it('is told once a day however many misses find it empty, and another office by itself', async () => {
    const keeper = await world.withPost('administrator', COMMUNITY);
    const orders = [await world.create(world.resident), await world.create(world.resident)];
    const vacant = (role: string, orderId?: string) =>
      world.happened('deadline.office_vacant', { areaPath: COMMUNITY, role, orderId });
    await vacant('supervisor', orders[0]?.id);
    await vacant('supervisor', orders[1]?.id);
    await vacant('regulator', orders[1]?.id);
    await world.test.database.rows(`UPDATE notifications SET event_id = gen_random_uuid() WHERE person_id = $1`, [
      keeper.personId,
    ]);
    expect(await told(keeper)).toHaveLength(2);
    await vacant('supervisor', orders[0]?.id);
    expect(await told(keeper)).toHaveLength(3);
  });
});

describe('the register', () => {
  it('tells its keepers of a request and the resident of the answer', async () => {
    const keeper = await world.withPost('grid_worker', COMMUNITY);
    await appoint(world.test, world.stranger.personId, { role: 'administrator', area: '320400' });
    const ask = { residencyId: uuidv7(), personId: world.neighbour.personId };
    await world.happened('residency.requested', { ...ask, areaPath: `${COMMUNITY}/G01` });
    await world.happened('residency.decided', { ...ask, state: 'confirmed', byPersonId: keeper.personId });
    await world.happened('residency.decided', { ...ask, state: 'refused', byPersonId: keeper.personId });
    expect(await told(keeper)).toEqual(['desk.residencyRequested 有居民申请住址登记，请打开核实。']);
    expect(await told(world.stranger)).toEqual([]);
    expect(await told(world.neighbour)).toEqual([
      'mine.residencyConfirmed 您的住址登记社区已经确认，欢迎您。',
      'mine.residencyRefused 您的住址登记没有通过，原因请打开查看，可以重新提交。',
    ]);
  });
});
