import type { Actor } from '@linshao/domain';
import { FiringService } from '../deadlines/firing.service.js';
import { ErasureService } from '../identity/erasure.service.js';
import { PersonalRecords } from '../identity/personal-records.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { createMatterWorld, type MatterWorld } from './testing/matter-world.js';

let world: MatterWorld;
beforeAll(async () => {
  world = await createMatterWorld();
});
afterAll(() => world.test.close());

interface Clocks {
  readonly state: string;
  readonly due_at: Date;
  readonly started_at: Date;
  readonly settled_at: Date | null;
  readonly holder_ids: string[];
}
const clocks = (id: string) =>
  world.test.database.rows<Clocks>(
    `SELECT state, due_at, started_at, settled_at, holder_ids FROM deadlines WHERE subject_type = 'matter' AND subject_id = $1 ORDER BY id`,
    [id],
  );
const states = async (id: string) => (await clocks(id)).map(({ state }) => state);
const row = (id: string) =>
  world.test.database.first<{ missed_at: Date | null; deadline_id: string; version: number; state: string }>(
    'SELECT missed_at, deadline_id, version, state FROM matters WHERE id = $1',
    [id],
  );
/** Lets the running clock of a matter lie that far back. */
const long = (id: string, hours: number) =>
  world.test.database.rows(
    `UPDATE deadlines SET started_at = started_at - make_interval(hours => $2), due_at = due_at - make_interval(hours => $2), wake_at = wake_at - make_interval(hours => $2), paused_at = paused_at - make_interval(hours => $2)
      WHERE subject_id = $1 AND settled_at IS NULL`,
    [id, hours],
  );
const fire = () => world.test.app.get(FiringService).drain(320400);
const told = (topic: string) =>
  world.test.database.rows<{ payload: Record<string, unknown> }>(
    'SELECT payload FROM outbox WHERE topic = $1 ORDER BY id',
    [topic],
  );

describe('each step has its own clock', () => {
  it('that begins with the step, is met by finishing it, and knows whose turn it is', async () => {
    const { id } = await world.apply(world.resident);
    expect(await clocks(id)).toMatchObject([{ state: 'running', holder_ids: [world.dispatcher.personId] }]);
    await world.move(world.dispatcher, id, 'advance');
    await world.move(world.gridWorker, id, 'advance');
    expect(await states(id)).toEqual(['met', 'met', 'running']);
    await world.move(world.regulator, id, 'return');
    expect(await states(id)).toEqual(['met', 'met', 'met', 'running']);
    await world.move(world.resident, id, 'withdraw', {});
    expect(await states(id)).toEqual(['met', 'met', 'met', 'cancelled']);
    expect((await clocks(id)).filter(({ settled_at }) => settled_at === null)).toEqual([]);
  });

  it('that stands still while papers are waited for, and goes on by as much', async () => {
    const { id } = await world.apply(world.resident);
    const [before] = await clocks(id);
    await world.move(world.dispatcher, id, 'suspend', { words: '请补材料' });
    expect(await states(id)).toEqual(['paused']);
    await long(id, 48);
    await fire();
    expect(await states(id)).toEqual(['paused']);
    await world.move(world.dispatcher, id, 'resume', {});
    const [after] = await clocks(id);
    const moved = (after?.due_at.getTime() ?? 0) - (before?.due_at.getTime() ?? 0);
    // It lay two days back and waited two days: due when it was, give or take the seconds of this test.
    expect(after?.state).toBe('running');
    expect(Math.abs(moved)).toBeLessThan(60_000);
  });

  it('that fires once, into the matter and its history, and never into a step that was finished in time', async () => {
    const late = await world.apply(world.resident);
    const quick = await world.apply(world.resident);
    await world.move(world.dispatcher, quick.id, 'advance');
    await long(late.id, 30);
    await Promise.all([fire(), fire()]);
    await fire();
    expect(await row(late.id)).toMatchObject({ missed_at: expect.any(Date), version: 1 });
    expect(await row(quick.id)).toMatchObject({ missed_at: null });
    const { history, current } = await world.matter(world.secretary, late.id);
    expect(current).toMatchObject({ overdue: true, daysLeft: expect.any(Number) });
    expect(history).toMatchObject([
      { action: 'submit' },
      { action: 'missed', label: '超过时限', actor: '系统', step: '受理' },
    ]);
    const missed = (await told('matter.missed')).filter(({ payload }) => payload['matterId'] === late.id);
    expect(missed).toHaveLength(1);
    const { body } = await world.test.http().get('/api/matters?overdue=true').set(world.secretary.headers);
    expect((body as { items: object[] }).items).toMatchObject([{ id: late.id }]);

    await world.move(world.dispatcher, late.id, 'advance');
    expect(await row(late.id)).toMatchObject({ missed_at: null });
    expect(await world.matter(world.resident, late.id)).toMatchObject({
      current: { overdue: false },
      steps: [{ late: true }, { late: false }, { late: false }],
    });
  });

  it('that is late is noted once, before the act, also when no worker looked in between', async () => {
    const { id } = await world.apply(world.resident);
    await long(id, 30);
    await world.move(world.dispatcher, id, 'advance');
    while ((await fire()) > 0);
    const { history } = await world.matter(world.secretary, id);
    expect(history).toMatchObject([{ action: 'submit' }, { action: 'missed', step: '受理' }, { action: 'advance' }]);
    expect((await told('matter.missed')).filter(({ payload }) => payload['matterId'] === id)).toHaveLength(1);
    expect(await row(id)).toMatchObject({ missed_at: null });
  });

  it('that is fired while its step is finished: one of both, never a broken mixture', async () => {
    for (let i = 0; i < 5; i += 1) {
      const { id } = await world.apply(world.resident);
      await long(id, 30);
      const [{ status }] = await Promise.all([world.move(world.dispatcher, id, 'advance'), fire()]);
      expect(status).toBe(200);
      expect(await states(id)).toEqual(['missed', 'running']);
      expect(await row(id)).toMatchObject({ version: 2, missed_at: null });
      const { history } = await world.matter(world.secretary, id);
      expect(history).toMatchObject([{ action: 'submit' }, { action: 'missed' }, { action: 'advance' }]);
    }
  });
});

describe('news', () => {
  it('tells the applicant and whose turn it is, by ids only', async () => {
    const { id } = await world.apply(world.resident);
    await world.move(world.dispatcher, id, 'advance', { words: '王秀英的材料齐全' });
    const news = (await told('matter.step')).filter(({ payload }) => payload['matterId'] === id);
    expect(news.map(({ payload }) => payload)).toMatchObject([
      { action: 'submit', holderIds: [world.dispatcher.personId], applicantId: world.resident.personId },
      { action: 'advance', holderIds: [world.gridWorker.personId], actorId: world.dispatcher.personId },
    ]);
    expect(JSON.stringify(news)).not.toContain('王秀英');
    await world.test.drain();
    const { body } = await world.test.http().get('/api/inbox').set(world.gridWorker.headers);
    expect(JSON.stringify(body)).toContain('有一件民生事项到了您这一步');
  });

  it('reaches the secretary where nobody holds the post', async () => {
    const { id } = await world.apply(world.dispatcher, { area: '320402003012' });
    await world.move(world.dispatcher, id, 'advance');
    const news = (await told('matter.step')).filter(({ payload }) => payload['matterId'] === id);
    expect(news.at(-1)?.payload).toMatchObject({ holderIds: [world.secretary.personId] });
  });
});

describe('a resident who leaves', () => {
  it('takes their applications along, and leaves none of their words behind', async () => {
    const { id } = await world.apply(world.neighbour);
    const done = await world.apply(world.neighbour);
    await world.move(world.dispatcher, id, 'advance', { words: '李建国的材料齐全' });
    await world.move(world.dispatcher, done.id, 'refuse', { words: '李建国不满八十周岁' });
    const copy = await world.test.app.get(PersonalRecords).export(320400, world.neighbour.personId);
    expect(copy['民生事项']).toMatchObject([
      { templateName: '高龄津贴', history: [{ action: 'submit' }, { action: 'advance', words: '李建国的材料齐全' }] },
      { state: 'refused' },
    ]);
    const actor: Actor = { type: 'person', personId: world.neighbour.personId, posts: [] };
    const caller: Caller = {
      cityId: 320400,
      personId: world.neighbour.personId,
      sessionId: '',
      homeAreaPath: null,
      actor: actor,
    };
    await world.test.app.get(ErasureService).erase(caller);
    expect(await row(id)).toMatchObject({ state: 'withdrawn' });
    expect(await row(done.id)).toMatchObject({ state: 'refused' });
    expect(await states(id)).toEqual(['met', 'cancelled']);
    const left = await world.test.database.rows(
      `SELECT m.*, e.* FROM matters m JOIN matter_events e ON e.matter_id = m.id WHERE m.id = ANY($1::uuid[])`,
      [[id, done.id]],
    );
    expect(left.length).toBeGreaterThan(4);
    expect(JSON.stringify(left)).not.toContain('李建国');
    expect(left.map((each) => (each as { applicant_id: unknown }).applicant_id)).toEqual(left.map(() => null));
  });
});
