import { randomUUID } from 'node:crypto';
import { FiringService } from '../deadlines/firing.service.js';
import { letPass } from '../deadlines/testing/let-pass.js';
import { ErasureService } from '../identity/erasure.service.js';
import { signInAs, type TestPerson } from '../identity/testing/sign-in-as.js';
import { COMMUNITY, createOrderWorld, OTHER_COMMUNITY, type OrderWorld } from '../orders/testing/order-world.js';
import type { Caller } from '../platform/auth/caller.js';

const CITY = 320400;
const STREET = '320400/320402/320402003';
const NOBODY = '0198c0de-0000-7000-8000-000000000000';
const HOUR = 3_600_000;

interface Item {
  readonly id: string;
  readonly title: string;
  readonly minutesLeft: number;
}

let world: OrderWorld;
let next: TestPerson;
let elsewhere: TestPerson;
let supervisor: TestPerson;
beforeAll(async () => {
  world = await createOrderWorld();
  next = await world.withPost('duty_officer', COMMUNITY, '郑接班');
  elsewhere = await world.withPost('duty_officer', OTHER_COMMUNITY);
  supervisor = await world.withPost('supervisor', STREET);
});
afterAll(() => world.test.close());
beforeEach(async () => {
  for (const table of ['orders', 'deadlines', 'duty_handovers', 'duty_shifts']) {
    await world.test.database.rows(`DELETE FROM ${table}`);
  }
});

const get = (who: TestPerson, path: string) => world.test.http().get(`/api/duty/${path}`).set(who.headers);
const post = (who: TestPerson, path: string, body: object = {}, headers: object = {}) =>
  world.test
    .http()
    .post(`/api/duty/${path}`)
    .set({ ...who.headers, ...headers })
    .send(body);
const queue = async (who: TestPerson, query = ''): Promise<Item[]> => {
  const { body } = await get(who, `queue${query}`).expect(200);
  return (body as { items: Item[] }).items;
};
const titles = async (who: TestPerson, query = '') => (await queue(who, query)).map(({ title }) => title);
/** An order asked so many minutes ago. */
const asked = async (title: string, minutes = 0, input: object = {}): Promise<string> => {
  const { id } = await world.create(world.resident, { title, ...input });
  await world.test.database.rows(
    `UPDATE deadlines SET started_at = started_at - $2::interval, due_at = due_at - $2::interval, wake_at = wake_at - $2::interval
      WHERE order_id = $1 AND kind = 'reply'`,
    [id, `${minutes} minutes`],
  );
  return id;
};

describe('the queue', () => {
  it('shows what waits for its first reply, by the minutes left, with the reason', async () => {
    await asked('刚刚提的', 1.5);
    await asked('快到点的', 55.5);
    await asked('已经过了的', 70.5);
    const items = await queue(world.duty);
    expect(items.map(({ title }) => title)).toEqual(['已经过了的', '快到点的', '刚刚提的']);
    expect(items.map(({ minutesLeft }) => minutesLeft)).toEqual([-11, 4, 58]);
    expect(items[1]).toEqual({
      id: expect.any(String),
      number: expect.stringMatching(/^\d{6}-\d{6}$/),
      title: '快到点的',
      categoryName: '停车',
      area: { path: COMMUNITY, name: expect.any(String) },
      submittedAt: expect.stringMatching(/\+08:00$/),
      dueAt: expect.stringMatching(/\+08:00$/),
      why: expect.stringContaining('60'),
      minutesLeft: 4,
      missed: false,
      reminders: 0,
    });
  });

  it('keeps an order until a person replied in words, missed or not', async () => {
    const id = await asked('没人理的', 61);
    await world.test.app.get(FiringService).drain(CITY);
    expect(await queue(world.duty)).toMatchObject([{ id, missed: true }]);
    expect((await world.act(world.dispatcher, id, 'accept')).status).toBe(200);
    expect((await world.act(world.duty, id, 'remark', { text: '已经在看了，请稍等' })).status).toBe(200);
    for (const text of ['', '收到', '收到了。', '   收到了    ', '……！！！', '已收到\u200b\u200b\u200b']) {
      expect((await world.act(world.duty, id, 'reply', { text })).status).toBeGreaterThanOrEqual(400);
    }
    expect(await queue(world.duty)).toHaveLength(1);
    expect((await world.act(world.duty, id, 'reply', { text: '马上去看看' })).status).toBe(200);
    expect(await queue(world.duty)).toEqual([]);
  });

  it('is read page by page', async () => {
    for (let minutes = 5; minutes > 0; minutes -= 1) await asked(`第 ${minutes} 件`, minutes);
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await get(world.duty, `queue?limit=2${cursor}`).expect(200);
      seen.push(...(body.items as Item[]).map(({ title }) => title));
      cursor = body.nextCursor ? `&cursor=${String(body.nextCursor)}` : '';
    } while (cursor !== '');
    expect(seen).toEqual(['第 5 件', '第 4 件', '第 3 件', '第 2 件', '第 1 件']);
  });

  it('shows each their own places, and what is confidential to those who answer it', async () => {
    await asked('大家的事');
    await asked('私下的事', 0, { confidential: true });
    expect(await titles(world.duty)).toEqual(['大家的事']);
    expect((await titles(world.dispatcher)).sort()).toEqual(['大家的事', '私下的事']);
    expect((await titles(supervisor, `?area=${COMMUNITY}`)).sort()).toEqual(['大家的事', '私下的事']);
    expect(await titles(supervisor, '?area=320402003013')).toEqual([]);
    expect(await titles(elsewhere)).toEqual([]);
  });

  it('is for those who work at the desk', async () => {
    await world.test.http().get('/api/duty/queue').expect(401);
    for (const who of [world.resident, world.member, await world.withPost('grid_worker')]) {
      await get(who, 'queue').expect(403);
    }
    expect((await get(world.duty, `queue?area=${OTHER_COMMUNITY}`).expect(403)).body.code).toBe('duty.not_staff');
    await get(world.duty, `queue?area=${STREET}`).expect(403);
  });

  it.each([
    ['area=999999', 404],
    ['area=', 400],
    ['area=a%20b', 400],
    ['cursor=x', 400],
    ['cursor=WyJ4IiwieSJd', 400],
    ['limit=0', 400],
    ['limit=101', 400],
    ['sort=title', 400],
  ])('refuses %s', async (query, status) => {
    const { body } = await get(world.duty, `queue?${query}`).expect(status);
    expect(body).toMatchObject({ code: expect.any(String), title: expect.any(String) });
  });
});

describe('handing over', () => {
  it('lists what is open at that moment, and stays so', async () => {
    const late = await asked('过了的', 61);
    await world.test.app.get(FiringService).drain(CITY);
    const soon = await asked('快到的', 30);
    await asked('私下的', 0, { confidential: true });
    const { body } = await post(world.duty, 'handovers', { note: '两件都已联系物业' }).expect(201);
    expect(body).toEqual({
      id: expect.any(String),
      areaPath: COMMUNITY,
      person: { id: world.duty.personId, name: '吴值班' },
      postName: 'duty_officer',
      note: '两件都已联系物业',
      open: [
        { orderId: late, number: expect.any(String), dueAt: expect.stringMatching(/\+08:00$/), missed: true },
        { orderId: soon, number: expect.any(String), dueAt: expect.any(String), missed: false },
      ],
      openCount: 2,
      at: expect.stringMatching(/\+08:00$/),
      takenOverBy: null,
      takenOverAt: null,
    });
    await world.act(next, late, 'reply', { text: '对不起来晚了' });
    const { body: page } = await get(next, `handovers?area=${COMMUNITY}`).expect(200);
    expect(page.items).toEqual([body]);
  });

  it('takes null for an area or a note left out', async () => {
    const { body } = await post(world.duty, 'handovers', { area: null, note: null }).expect(201);
    expect(body).toMatchObject({ areaPath: COMMUNITY, note: '' });
  });

  it('needs words while anything is open, and none otherwise', async () => {
    await post(world.duty, 'handovers').expect(201);
    await asked('没办完的');
    for (const note of ['', '   ', '都联系了']) {
      const { body } = await post(world.duty, 'handovers', { note }).expect(422);
      expect(body).toMatchObject({ code: 'duty.note_too_short', title: expect.stringContaining('1件') });
    }
  });

  it('is one with one key, also by ten clicks at once', async () => {
    const key = { 'Idempotency-Key': randomUUID() };
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(world.duty, 'handovers', {}, key)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${String(body.id)}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(await world.test.database.first('SELECT count(*)::int AS n FROM duty_handovers')).toEqual({ n: 1 });
  });

  it('is taken over by the next one, once', async () => {
    const { body: note } = await post(world.duty, 'handovers', { area: COMMUNITY }).expect(201);
    const path = `handovers/${String(note.id)}/take-over`;
    expect((await post(world.duty, path).expect(403)).body.code).toBe('duty.handover_own');
    const { body: taken } = await post(next, path).expect(200);
    expect(taken).toMatchObject({
      takenOverBy: { id: next.personId, name: '郑接班' },
      takenOverAt: expect.stringMatching(/\+08:00$/),
    });
    expect((await post(next, path).expect(200)).body).toEqual(taken);
    expect((await post(world.dispatcher, path).expect(200)).body).toEqual(taken);
  });

  it('is for those who work at the desk of the place', async () => {
    const { body: note } = await post(world.duty, 'handovers').expect(201);
    const takeOver = `handovers/${String(note.id)}/take-over`;
    for (const who of [world.resident, world.member, elsewhere]) {
      await post(who, takeOver).expect(403);
      await get(who, `handovers?area=${COMMUNITY}`).expect(403);
      await post(who, 'handovers', { area: COMMUNITY }).expect(403);
    }
    await world.test.http().post(`/api/duty/${takeOver}`).expect(401);
    await world.test.http().post('/api/duty/handovers').expect(401);
    await world.test.http().get(`/api/duty/handovers?area=${COMMUNITY}`).expect(401);
    await post(next, `handovers/${NOBODY}/take-over`).expect(404);
    await post(next, 'handovers/x/take-over').expect((r) => expect([400, 404]).toContain(r.status));
  });

  it.each([
    ['too many words', { note: '长'.repeat(1001) }, 400],
    ['an unknown area', { area: '999999' }, 404],
    ['a list of its own', { open: [] }, 400],
    ['a number for words', { note: 5 }, 400],
  ])('refuses %s', async (_, body, status) => {
    await post(world.duty, 'handovers', body).expect(status);
  });

  it('is read page by page, the newest first', async () => {
    for (let n = 1; n <= 3; n += 1) await post(world.duty, 'handovers', { note: `第 ${n} 份` }).expect(201);
    const path = `handovers?area=${COMMUNITY}&limit=2`;
    const { body: first } = await get(next, path).expect(200);
    const { body: rest } = await get(next, `${path}&cursor=${String(first.nextCursor)}`).expect(200);
    const notes = [...first.items, ...rest.items].map(({ note }: { note: string }) => note);
    expect(notes).toEqual(['第 3 份', '第 2 份', '第 1 份']);
    await get(next, `${path}&cursor=x`).expect(400);
    await get(next, 'handovers').expect(400);
  });

  it('keeps neither the words of a writer who left nor the name of whoever left in the words of others', async () => {
    const writer = await world.withPost('duty_officer', COMMUNITY, '卫交班');
    const named = await signInAs(world.test, { name: '欧阳建国' });
    await post(writer, 'handovers', { note: '钥匙在抽屉里' }).expect(201);
    await post(world.duty, 'handovers', { note: '欧阳建国家漏水，卫交班去看过' }).expect(201);
    await world.test.database.rows('UPDATE posts SET valid_to = now() WHERE person_id = $1', [writer.personId]);
    for (const { personId } of [writer, named])
      await world.test.app.get(ErasureService).erase({ cityId: CITY, personId } as Caller);
    const { body } = await get(next, 'handovers?area=320402003012').expect(200);
    const notes = (body as { items: { note: string }[] }).items.map(({ note }) => note);
    expect(notes).toEqual(['（已注销）家漏水，（已注销）去看过', '']);
  });

  it('is in the writer’s copy of their data', async () => {
    await post(world.duty, 'handovers', { note: '一切正常' }).expect(201);
    const { body } = await world.get(world.duty, '/api/me/data');
    expect(JSON.stringify(body)).toContain('一切正常');
  });
});

describe('figures', () => {
  const at = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();
  const figures = (who: TestPerson, area = COMMUNITY, from = at(-2.5), to = at(1)) =>
    get(who, `figures?${new URLSearchParams({ area, from, to }).toString()}`);
  beforeAll(async () => {
    await post(world.secretary, 'rosters', { area: COMMUNITY, name: '社区值班员' }).expect(201);
  });
  const shift = (from: number, to: number) =>
    world.test.database.rows(
      `INSERT INTO duty_shifts (city_id, id, roster_id, person_id, name, starts_at, ends_at)
       SELECT city_id, $1, id, $2, '早班', $3, $4 FROM duty_rosters`,
      [randomUUID(), world.duty.personId, at(from), at(to)],
    );

  it('tell by shift what was asked, replied in time, replied late and is open, and name nobody', async () => {
    await shift(-2, -1);
    await shift(-1, 1);
    const [inTime, late] = [await asked('及时', 1), await asked('晚了', 90)];
    await asked('没回', 80);
    await asked('没人值班时', 125);
    await world.test.app.get(FiringService).drain(CITY);
    for (const id of [inTime, late]) await world.act(world.duty, id, 'reply', { text: '已经派人去看' });
    await asked('刚来', 2);
    const { body } = await figures(world.secretary).expect(200);
    expect(body).toMatchObject({ area: { path: COMMUNITY }, postName: '社区值班员' });
    expect(body.items).toMatchObject([
      { shiftName: '早班', asked: 2, inTime: 0, late: 1, open: 1 },
      { shiftName: '早班', asked: 2, inTime: 1, late: 0, open: 1 },
      { shiftId: null, shiftName: null, from: null, to: null, asked: 1, inTime: 0, late: 0, open: 1 },
    ]);
    expect(JSON.stringify(body)).not.toContain(world.duty.personId);
    expect(JSON.stringify(body)).not.toContain('吴值班');
  });

  it('count nothing that was withdrawn before it was late', async () => {
    await shift(-1, 1);
    const id = await asked('算了', 1);
    expect((await world.act(world.resident, id, 'withdraw')).status).toBe(200);
    expect((await figures(world.duty).expect(200)).body.items).toMatchObject([{ asked: 0, open: 0 }]);
  });

  it('are for those who work at the desk of the place', async () => {
    await figures(supervisor).expect(200);
    for (const who of [world.resident, world.member, elsewhere]) await figures(who).expect(403);
    await world.test.http().get('/api/duty/figures').expect(401);
    expect((await figures(supervisor, STREET).expect(404)).body.code).toBe('duty.roster_not_found');
  });

  it.each([
    ['backwards', at(1), at(-1), 422],
    ['for two months', at(-60 * 24), at(0), 422],
    ['without an offset', '2026-01-01T00:00:00', at(0), 400],
    ['without a beginning', '', at(0), 400],
  ])('are refused %s', async (_, from, to, status) => {
    await figures(world.duty, COMMUNITY, from, to).expect(status);
  });
});

it('lets time pass for the queue as for everything with a clock', async () => {
  await world.create(world.resident, { title: '过一会儿' });
  await letPass(world.test.database, '59 minutes 30 seconds');
  expect(await queue(world.duty)).toMatchObject([{ minutesLeft: 0, missed: false }]);
});
