import { randomUUID } from 'node:crypto';
import { PersonSeals } from '../identity/person-seals.service.js';
import { signInAs, type TestPerson } from '../identity/testing/sign-in-as.js';
import { COMMUNITY, createDutyWorld, type DutyWorld, OTHER } from '../duty/testing/duty-world.js';
import { xlsx } from './testing/sheets.js';

const CODE = '320402003012';
const HEADINGS = ['区域代码', '日期', '开始时间', '结束时间', '姓名', '手机号', '班次'];
const PHONES = { 吴值班: '19900000061', 郑值班: '19900000062' } as const;

let world: DutyWorld;
beforeAll(async () => {
  world = await createDutyWorld();
  for (const [person, phone] of [
    [world.officer, PHONES.吴值班],
    [world.colleague, PHONES.郑值班],
  ] as const) {
    const { sealed, lookup } = world.test.app.get(PersonSeals).seal('phone', phone);
    await world.test.database.rows('UPDATE persons SET phone_sealed = $2, phone_lookup = $3 WHERE id = $1', [
      person.personId,
      sealed,
      lookup,
    ]);
  }
}, 60_000);
afterAll(() => world.test.close());
beforeEach(() => world.clear());

/** A day in Shanghai, so many days from today. */
const day = (offset: number): string =>
  new Date(Date.now() + offset * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
const shift = (date: string, from: string, to: string, name: keyof typeof PHONES, area = CODE): string[] => [
  area,
  date,
  from,
  to,
  name,
  PHONES[name],
  from === '08:00' ? '日班' : '夜班',
];
const send = async (rows: readonly (readonly string[])[], who: TestPerson = world.secretary, query = '') =>
  world.test
    .http()
    .post(`/api/imports/duty-shifts${query}`)
    .set(who.headers)
    .attach('file', await xlsx([HEADINGS, ...rows]), 'sheet');
const shifts = () =>
  world.test.database.rows<{ person_id: string; hours: number; rights: boolean }>(
    `SELECT s.person_id, extract(epoch FROM s.ends_at - s.starts_at)::int / 3600 AS hours,
            EXISTS (SELECT 1 FROM posts p WHERE p.id = s.post_id AND p.person_id = s.person_id AND p.role = 'duty_officer'
                       AND p.area_path = $1 AND p.valid_from = s.starts_at AND p.valid_to = s.ends_at) AS rights
       FROM duty_shifts s ORDER BY s.starts_at`,
    [COMMUNITY],
  );
const ROWS = () => [
  shift(day(1), '08:00', '20:00', '吴值班'),
  shift(day(1), '20:00', '08:00', '郑值班'),
  shift(day(2), '08:00', '08:00', '吴值班'),
];

it('takes a roster as communities write it, nights into the next day, with rights for exactly these times', async () => {
  const { body } = await send(ROWS());
  expect(body).toMatchObject({ applied: true, rows: 3, added: 3, unchanged: 0, failed: 0 });
  const { officer, colleague } = world;
  expect(await shifts()).toEqual([
    { person_id: officer.personId, hours: 12, rights: true },
    { person_id: colleague.personId, hours: 12, rights: true },
    { person_id: officer.personId, hours: 24, rights: true },
  ]);
});

it('changes nothing the second time, also when somebody stands in meanwhile', async () => {
  await send(ROWS());
  const [first] = await world.test.database.rows<{ id: string }>('SELECT id FROM duty_shifts ORDER BY starts_at');
  await world
    .as(world.secretary)
    .post(`shifts/${String(first?.id)}/substitute`, { personId: world.stranger.personId })
    .expect(200);
  const before = await shifts();
  expect((await send(ROWS())).body).toMatchObject({ applied: false, added: 0, unchanged: 3, failed: 0 });
  expect(await shifts()).toEqual(before);
});

it('is written once by two uploads at once', async () => {
  const answers = await Promise.all(Array.from({ length: 2 }, () => send(ROWS())));
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(answers.reduce((sum, { body }) => sum + Number(body.added), 0)).toBe(3);
  expect(await shifts()).toHaveLength(3);
});

it('reports every mistake by row and column, and writes nothing', async () => {
  await world.test.database.rows(
    `INSERT INTO duty_shifts (city_id, id, roster_id, person_id, starts_at, ends_at)
     VALUES (320400, $1, $2, $3, ($4 || 'T08:00+08:00')::timestamptz, ($4 || 'T12:00+08:00')::timestamptz)`,
    [randomUUID(), world.rosterId, world.stranger.personId, day(5)],
  );
  const { status, body } = await send([
    shift(day(1), '08:00', '20:00', '吴值班'),
    shift(day(-2), '08:00', '20:00', '吴值班'),
    shift(day(1), '12:00', '16:00', '郑值班'),
    shift(day(5), '08:00', '20:00', '吴值班'),
    shift(day(6), '08:00', '20:00', '吴值班', '999999999999'),
    shift(day(6), '09:00', '20:00', '吴值班', OTHER.split('/').at(-1)),
    [CODE, day(7), '08:00', '20:00', '无此人', '19900000099', ''],
    [CODE, '2026-02-30', '08:00', '20:00', '吴值班', PHONES.吴值班, ''],
    [CODE, day(8), '25:00', '20:00', '吴值班', PHONES.吴值班, ''],
  ]);
  expect(status).toBe(422);
  const problems = (body as { result: { problems: { row: number; column: string; code: string }[] } }).result.problems;
  expect(problems.map(({ row, column, code }) => `${row} ${column} ${code}`).sort()).toEqual([
    '10 开始时间 time',
    '3 日期 duty.period',
    '4 开始时间 duty.taken',
    '5 开始时间 duty.taken',
    '6 区域代码 area.not_found',
    '7 区域代码 duty.roster_not_found',
    '8 姓名 duty.person_unknown',
    '9 日期 day',
  ]);
  expect(await shifts()).toHaveLength(1);
});

it('is for those who keep rosters, in their own area', async () => {
  const [row] = ROWS();
  for (const role of ['duty_officer', 'grid_worker', 'party_member'] as const) {
    const who = await signInAs(world.test, { posts: [{ role, area: COMMUNITY }] });
    expect((await send([row ?? []], who)).status).toBe(403);
  }
  expect((await send([row ?? []], world.stranger)).status).toBe(403);
  const other = await signInAs(world.test, { posts: [{ role: 'secretary', area: OTHER }] });
  const { status, body } = await send([row ?? []], other);
  expect(status).toBe(422);
  expect(body.result.problems).toMatchObject([{ row: 2, column: '区域代码', code: 'duty.not_keeper' }]);
  expect(await shifts()).toEqual([]);
});

it('only looks when asked to', async () => {
  const { body } = await send(ROWS(), world.secretary, '?dryRun=true');
  expect(body).toMatchObject({ dryRun: true, applied: false, added: 3 });
  expect(await shifts()).toEqual([]);
});
