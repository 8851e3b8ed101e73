import { ensureArea, signInAs, type TestPerson } from '../identity/testing/sign-in-as.js';
import { createTestApp, type TestApp } from '../platform/testing/test-app.js';

const COMMUNITY = '320400/320402/320402003/320402003012';

describe('POST /api/deadlines/plan', () => {
  let test: TestApp;
  let administrator: TestPerson;
  beforeAll(async () => {
    test = await createTestApp();
    administrator = await signInAs(test, { posts: [{ role: 'administrator', area: COMMUNITY }] });
  });
  afterAll(() => test.close());

  const plan = (input: object, headers: Readonly<Record<string, string>> = administrator.headers) =>
    test.http().post('/api/deadlines/plan').set(headers).send(input);
  const inWorkdays = { startAt: '2026-02-12T10:00:00+08:00', amount: 3, unit: 'workdays', clock: 'working' };

  it.each([
    [inWorkdays, '2026-02-24T17:30:00+08:00', '2月15日至23日放假'],
    [
      { startAt: '2026-02-14T16:30:00+08:00', amount: 4, unit: 'hours', clock: 'working' },
      '2026-02-24T11:30:00+08:00',
      '4小时工作时间',
    ],
    [
      { startAt: '2026-02-12T02:00Z', amount: 60, unit: 'minutes', clock: 'natural' },
      '2026-02-12T11:00:00+08:00',
      '60分钟',
    ],
    [{ startAt: '2026-11-25T20:15:00+08:00', amount: 7, unit: 'days' }, '2026-12-03T00:00:00+08:00', '第7日24:00'],
    [
      { startAt: '2026-11-25T20:15:00+08:00', amount: 0.5, unit: 'hours', clock: 'natural' },
      '2026-11-25T20:45:00+08:00',
      '0.5小时',
    ],
  ])('%j is due %s', async (input, dueAt, why) => {
    const { status, body } = await plan(input);
    expect([status, body]).toEqual([200, { dueAt, provisional: false, why: expect.stringContaining(why) as string }]);
  });

  it('says when the date may still move', async () => {
    const { body } = await plan({ ...inWorkdays, startAt: '2026-12-30T10:00:00+08:00' });
    expect(body).toMatchObject({ provisional: true, why: expect.stringContaining('2027年放假安排尚未公布') as string });
  });

  it('counts for any area of the city, by code or path', async () => {
    await ensureArea(test, `${COMMUNITY}/G01`);
    for (const area of ['320402003012', COMMUNITY, '320402003012/G01'])
      expect((await plan({ ...inWorkdays, area })).status).toBe(200);
    const { status, body } = await plan({ ...inWorkdays, area: '999999999999' });
    expect([status, body]).toMatchObject([422, { code: 'area.unknown' }]);
  });

  it.each([
    [{ amount: 0 }, 'amount'],
    [{ amount: -3 }, 'amount'],
    [{ amount: 1.5 }, 'amount'],
    [{ amount: 3661 }, 'amount'],
    [{ amount: '3' }, 'amount'],
    [{ amount: null }, 'amount'],
    [{ amount: 1, unit: 'days', clock: 'working' }, 'clock'],
    [{ clock: 'natural' }, 'clock'],
    [{ clock: 'lunar' }, 'clock'],
    [{ unit: 'weeks' }, 'unit'],
    [{ startAt: 'tomorrow' }, 'startAt'],
    [{ startAt: '2026-02-12T10:00:00' }, 'startAt'],
    [{ startAt: '2026-02-30T10:00:00+08:00' }, 'startAt'],
    [{ startAt: '1500-01-01T00:00:00+08:00' }, 'startAt'],
    [{ startAt: '2019-12-31T23:59:59+08:00' }, 'startAt'],
    [{ startAt: '9999-12-31T23:59:59+08:00' }, 'startAt'],
    [{ colour: 'red' }, 'colour'],
  ])('refuses %j and names the field', async (wrong, field) => {
    const { status, body } = await plan({ ...inWorkdays, ...wrong });
    expect([status, body]).toMatchObject([400, { code: 'request.invalid', errors: [{ field }] }]);
  });

  it('is for administrators', async () => {
    const statusFor = async (role: 'secretary' | 'supervisor' | 'dispatcher' | 'party_member') =>
      (await plan(inWorkdays, (await signInAs(test, { posts: [{ role, area: COMMUNITY }] })).headers)).status;
    for (const role of ['secretary', 'supervisor', 'dispatcher', 'party_member'] as const)
      expect([role, await statusFor(role)]).toEqual([role, 403]);
    expect((await plan(inWorkdays, (await signInAs(test)).headers)).status).toBe(403);
    expect((await plan(inWorkdays, {})).status).toBe(401);
  });
});
