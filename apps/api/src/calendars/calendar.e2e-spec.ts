import type { WorkCalendar } from '@linshao/domain';
import { signInAs, type TestPerson } from '../identity/testing/sign-in-as.js';
import { csv, xlsx } from '../imports/testing/sheets.js';
import { createTestApp, type TestApp } from '../platform/testing/test-app.js';
import { CalendarsService } from './calendars.service.js';

const CITY = '320400';
const COMMUNITY = '320400/320402/320402003/320402003012';
/** 2027 as it might be announced: [first, days of rest, name]. */
const ARRANGEMENT = [
  ['2027-01-01', 3, '元旦'],
  ['2027-02-05', 8, '春节'],
  ['2027-04-03', 3, '清明节'],
  ['2027-05-01', 5, '劳动节'],
  ['2027-06-09', 1, '端午节'],
  ['2027-09-15', 3, '中秋节'],
  ['2027-10-01', 7, '国庆节'],
] as const;
const dayAfter = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const RESTS = ARRANGEMENT.flatMap(([first, days, name]) =>
  Array.from({ length: days }, (_, index) => [dayAfter(first, index), '放假', name, ''] as const),
);
const SHEET = [['日期', '上班/放假', '原因', '时段'], ...RESTS, ['2027-02-14', '上班', '春节调休', '09:00-12:00']];

describe('the working calendar', () => {
  let test: TestApp;
  let administrator: TestPerson;
  beforeAll(async () => {
    test = await createTestApp();
    administrator = await signInAs(test, { posts: [{ role: 'administrator', area: CITY }] });
  });
  afterAll(() => test.close());

  type Body = WorkCalendar & { version: number; years: { year: number; by: string }[]; missingYear: number | null };
  const show = async (): Promise<Body> =>
    (await test.http().get('/api/calendar').set(administrator.headers)).body as Body;
  const put = (path: string, input: object, { headers } = administrator) =>
    test.http().put(`/api/calendar${path}`).set(headers).send(input);
  const changed = async () =>
    (
      await test.database.rows<{ payload: object }>(
        `SELECT payload FROM outbox WHERE topic = 'calendar.changed' ORDER BY id`,
      )
    ).map(({ payload }) => payload);
  const parts = ({ week, seasons, days, announcedYears }: Body) => ({ week, seasons, days, announcedYears });
  const inForce = async () => (await test.app.get(CalendarsService).inForce(320400)).version;

  it('is the default one, with what is announced and what is missing', async () => {
    const body = await show();
    expect(body).toMatchObject({ version: 0, seasons: [], days: {}, announcedYears: [], reason: null });
    expect(body.week[0]).toEqual([
      ['08:30', '12:00'],
      ['14:00', '17:30'],
    ]);
    expect(body.years.map(({ year, by }) => `${year} ${by}`)).toContain('2026 official');
  });

  it('is changed as a whole, kept with its reason, and tells of it in the same transaction', async () => {
    const before = await show();
    const summer = { name: '夏季', from: '05-01', to: '09-30', week: before.week };
    const change = { version: 0, ...parts(before), seasons: [summer], reason: '夏季作息' };
    const { status, body } = await put('', change);
    expect([status, body]).toMatchObject([200, { version: 1, seasons: [summer], reason: '夏季作息' }]);
    expect(await inForce()).toBe(1);
    expect(await changed()).toEqual([
      { version: 1, tableVersion: before.tableVersion, byPersonId: administrator.personId },
    ]);
    const stale = await put('', change);
    expect([stale.status, stale.body]).toMatchObject([409, { code: 'calendar.stale', current: { version: 1 } }]);
    const same = await put('', { ...change, version: 1, reason: '再来一次' });
    expect([same.status, same.body]).toMatchObject([200, { version: 1, reason: '夏季作息' }]);
    expect(await changed()).toHaveLength(1);
  });

  it('lists every mistake at once, each with its place, and stays as it is', async () => {
    const wrong = {
      week: [[], [], [], [], [], [], []],
      seasons: [{ name: '', from: '05-01', to: '13-01', week: 'x' }],
      days: { '2026-02-30': { kind: 'rest', reason: '\ud800' }, '1999-01-01': { kind: 'rest', reason: '旧' } },
      announcedYears: [2031],
    };
    const { status, body } = await put('', { version: 1, reason: '改', ...wrong });
    expect(status).toBe(422);
    expect((body as { errors: { field: string }[] }).errors.map(({ field }) => field)).toEqual([
      'week',
      'seasons.1.name',
      'seasons.1.to',
      'seasons.1.week',
      'days.2026-02-30',
      'days.2026-02-30.reason',
      'announcedYears',
    ]);
    for (const nonsense of [{}, { week: null, seasons: 1, days: [], announcedYears: {} }])
      expect((await put('', { version: 1, reason: '改', ...nonsense })).status).toBe(422);
    const { days: _, ...others } = parts(await show());
    const early = await put('', {
      version: 1,
      reason: '改',
      ...others,
      days: { '1999-01-01': { kind: 'rest', reason: '旧' } },
    });
    expect(early.body).toMatchObject({ errors: [{ field: 'days.1999-01-01' }] });
    const closed = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [dayAfter('2026-03-02', index), { kind: 'rest', reason: '装修' }]),
    );
    const endless = await put('', { version: 1, reason: '改', ...others, days: closed });
    expect([endless.status, endless.body]).toMatchObject([422, { errors: [{ field: 'days.2026-03-02' }] }]);
    const many = Object.fromEntries(
      Array.from({ length: 2_001 }, (_, index) => [dayAfter('2026-03-02', index), { kind: 'work', reason: '班' }]),
    );
    expect((await put('', { version: 1, reason: '改', ...others, days: many })).status).toBe(422);
    expect((await show()).version).toBe(1);
  });

  it('is changed day by day, the same again changing nothing', async () => {
    const power = { kind: 'rest', reason: '停电检修' };
    const first = await put('/days/2026-12-04', power);
    expect([first.status, first.body]).toMatchObject([200, { version: 2, days: { '2026-12-04': power } }]);
    expect((await put('/days/2026-12-04', power)).body).toMatchObject({ version: 2 });
    const plan = await test
      .http()
      .post('/api/deadlines/plan')
      .set(administrator.headers)
      .send({ startAt: '2026-12-03T10:00:00+08:00', amount: 1, unit: 'workdays', clock: 'working' });
    expect(plan.body).toMatchObject({
      dueAt: '2026-12-07T17:30:00+08:00',
      why: expect.stringContaining('因停电检修放假') as string,
    });
    const remove = () => test.http().delete('/api/calendar/days/2026-12-04').set(administrator.headers);
    expect((await remove()).body).toMatchObject({ version: 3, days: {} });
    expect((await remove()).body).toMatchObject({ version: 3 });
  });

  it.each([
    ['/days/2026-02-30', { kind: 'rest', reason: '没有这天' }, 422],
    ['/days/26-2-3', { kind: 'rest', reason: '写错了' }, 400],
    ['/days/1500-01-01', { kind: 'rest', reason: '太早' }, 400],
    ['/days/9999-01-01', { kind: 'rest', reason: '太晚' }, 400],
    ['/days/__proto__', { kind: 'rest', reason: '坏' }, 400],
    ['/days/2026-12-04', { kind: 'party', reason: '过节' }, 400],
    ['/days/2026-12-04', { kind: 'rest' }, 400],
    ['/days/2026-12-04', { kind: 'rest', reason: '放假', hours: [['09:00', '10:00']] }, 422],
    ['/days/2026-12-04', { kind: 'work', reason: '加班', hours: [['10:00', '09:00']] }, 422],
    ['/days/2026-12-04', { kind: 'work', reason: '加班', hours: 'all' }, 422],
  ])('refuses %s %j', async (path, input, expected) => {
    const { status, body } = await put(path, input);
    expect([status, (body as { errors: unknown[] }).errors.length]).toEqual([expected, 1]);
  });

  it('takes a year from a sheet, in Excel or CSV; twice changes nothing', async () => {
    const send = (sheet: Buffer, { headers } = administrator, query = '') =>
      test.http().post(`/api/imports/calendar-days${query}`).set(headers).attach('file', sheet, 'x');
    const before = await show();
    const dry = await send(await xlsx(SHEET), administrator, '?dryRun=true');
    expect(dry.body).toMatchObject({ applied: false, added: 31 });
    expect((await show()).version).toBe(before.version);
    const first = await send(await xlsx(SHEET));
    expect([first.status, first.body]).toMatchObject([200, { applied: true, added: 31, unchanged: 0, failed: 0 }]);
    const again = await send(csv(SHEET));
    expect(again.body).toMatchObject({ applied: false, added: 0, changed: 0, unchanged: 31 });
    const after = await show();
    expect(after.version).toBe(before.version + 1);
    expect(after.days['2027-02-14']).toEqual({ kind: 'work', reason: '春节调休', hours: [['09:00', '12:00']] });
    const moved = await send(csv([SHEET[0] ?? [], ['2027/2/14', '上班', '春节调休', '8:30～12:00、14:00–17:30']]));
    expect(moved.body).toMatchObject({ changed: 1 });
    expect((await show()).days['2027-02-14']?.hours).toEqual([
      ['08:30', '12:00'],
      ['14:00', '17:30'],
    ]);
  });

  it('names the rows of a sheet that are wrong', async () => {
    const rows = [
      ['2027-11-31', '放假', '没有这天', ''],
      ['1999-01-01', '放假', '太早', ''],
      ['2027-11-02', '过节', '什么', ''],
      ['2027-11-03', '放假', '', ''],
      ['2027-11-04', '放假', '放假', '09:00-10:00'],
      ['2027-11-06', '上班', '加班', '25:00-26:00'],
      ['2027-11-07', '上班', '加班', '10:00-09:00'],
    ];
    const { status, body } = await test
      .http()
      .post('/api/imports/calendar-days')
      .set(administrator.headers)
      .attach('file', csv([SHEET[0] ?? [], ...rows]), 'x.csv');
    expect(status).toBe(422);
    const { problems } = (body as { result: { problems: { row: number; column: string }[] } }).result;
    expect(problems.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '2 日期',
      '3 日期',
      '4 上班/放假',
      '5 原因',
      '6 时段',
      '7 时段',
      '8 时段',
    ]);
  });

  it('has a template', async () => {
    const template = await test.http().get('/api/imports/calendar-days/template').set(administrator.headers);
    expect(template.status).toBe(200);
  });

  it('announces a year when all its holidays are there, and what was provisional no longer is', async () => {
    const announce = (year: string) =>
      test.http().post(`/api/calendar/years/${year}/announce`).set(administrator.headers).send();
    const early = await announce('2028');
    expect([early.status, early.body]).toMatchObject([
      422,
      { code: 'calendar.year_incomplete', missing: { length: 7 } },
    ]);
    const before = (await show()).version;
    const { status, body } = await announce('2027');
    expect([status, body]).toMatchObject([200, { version: before + 1, announcedYears: [2027], missingYear: null }]);
    expect((body as Body).years.at(-1)).toEqual({ year: 2027, by: 'city' });
    expect((await announce('2027')).body).toMatchObject({ version: before + 1 });
    expect((await announce('2026')).body).toMatchObject({ version: before + 1 });
    for (const nonsense of ['1500', '9999', 'x', '27']) expect((await announce(nonsense)).status).toBe(400);
    const plan = await test
      .http()
      .post('/api/deadlines/plan')
      .set(administrator.headers)
      .send({ startAt: '2026-12-30T10:00:00+08:00', amount: 3, unit: 'workdays', clock: 'working' });
    expect(plan.body).toMatchObject({ provisional: false, dueAt: '2027-01-05T17:30:00+08:00' });
    const removed = await test.http().delete('/api/calendar/days/2027-01-01').set(administrator.headers);
    expect(removed.status).toBe(200);
  });

  it('is changed by one of many who try at once from the same version', async () => {
    const now = await show();
    const tries = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        put('', {
          version: now.version,
          ...parts(now),
          days: { ...now.days, [`2026-12-1${index}`]: { kind: 'rest', reason: '检修' } },
          reason: '抢着改',
        }),
      ),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    expect((await show()).version).toBe(now.version + 1);
  });

  it('is shown to those who answer for deadlines, and changed by administrators of the city only', async () => {
    const as = (role: 'administrator' | 'secretary' | 'dispatcher', area = COMMUNITY) =>
      signInAs(test, { posts: [{ role, area }] });
    const people = {
      local: await as('administrator'),
      secretary: await as('secretary'),
      dispatcher: await as('dispatcher'),
      resident: await signInAs(test),
    };
    const get = ({ headers }: TestPerson) => test.http().get('/api/calendar').set(headers);
    expect((await get(people.local)).status).toBe(200);
    expect((await get(people.secretary)).status).toBe(200);
    expect((await get(people.dispatcher)).status).toBe(403);
    expect((await get(people.resident)).status).toBe(403);
    expect((await test.http().get('/api/calendar')).status).toBe(401);
    const day = { kind: 'rest', reason: '不该成功' };
    for (const person of [people.local, people.secretary, people.dispatcher, people.resident]) {
      expect((await put('/days/2026-12-30', day, person)).status).toBe(403);
      expect((await test.http().delete('/api/calendar/days/2026-12-30').set(person.headers)).status).toBe(403);
      expect((await test.http().post('/api/calendar/years/2027/announce').set(person.headers)).status).toBe(403);
    }
    const sheet = await test
      .http()
      .post('/api/imports/calendar-days')
      .set(people.local.headers)
      .attach('file', csv([SHEET[0] ?? [], ['2026-12-30', '放假', '不该成功', '']]), 'x.csv');
    expect([sheet.status, sheet.body]).toMatchObject([422, { result: { problems: [{ code: 'area.beyond_yours' }] } }]);
    expect((await show()).days['2026-12-30']).toBeUndefined();
  });
});
