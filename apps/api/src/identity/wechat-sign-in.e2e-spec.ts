import { StandInWechat } from '../platform/wechat/stand-in/stand-in-wechat.js';
import { createTestApp, type TestApp } from '../platform/testing/test-app.js';
import { PersonalRecords } from './personal-records.service.js';
import { appoint, ensureArea, signInAs, type TestPerson } from './testing/sign-in-as.js';

const COMMUNITY = '320400/320402/320402003/320402003012';

let testApp: TestApp;
let worker: TestPerson;
let areaId: string;
let fresh = 0;

beforeAll(async () => {
  testApp = await createTestApp();
  worker = await signInAs(testApp, { posts: [{ role: 'dispatcher', area: COMMUNITY }] });
  areaId = await ensureArea(testApp, COMMUNITY);
});
afterAll(() => testApp.close());

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const signIn = (code: string) => testApp.http().post('/api/auth/wechat').send({ code });
/** Somebody's tokens; every code is used once. */
const enter = async (user: string) => (await signIn(`${user}.${(fresh += 1)}`).expect(200)).body;
const bind = (token: string, phone: string) =>
  testApp
    .http()
    .post('/api/auth/phone')
    .set(bearer(token))
    .send({ code: `${phone}.${(fresh += 1)}` });
const me = async (token: string) => (await testApp.http().get('/api/me').set(bearer(token)).expect(200)).body;
const register = async (body: object): Promise<string> =>
  (
    await testApp
      .http()
      .post('/api/persons')
      .set(worker.headers)
      .send({ areaId, ...body })
      .expect(201)
  ).body.id;

describe('signing in by WeChat', () => {
  it('makes a person the first time, and finds them again', async () => {
    const first = await enter('li');
    expect((await enter('li')).person.id).toBe(first.person.id);
    expect(await me(first.accessToken)).toMatchObject({ phone: null, posts: [], homes: [], signIn: { wechat: true } });
  });

  it('makes a login good again that WeChat had called unknown', async () => {
    const { person } = await enter('void');
    const voidAt = async () => testApp.database.first('SELECT void_at FROM logins WHERE person_id = $1', [person.id]);
    await testApp.database.rows('UPDATE logins SET void_at = now() WHERE person_id = $1', [person.id]);
    await enter('void');
    expect(await voidAt()).toEqual({ void_at: null });
  });

  it('makes one person of two first logins at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => enter('twice')));
    expect(new Set(answers.map(({ person }) => person.id)).size).toBe(1);
    const [{ count }] = (await testApp.database.rows(
      'SELECT count(*) AS count FROM persons p WHERE NOT EXISTS (SELECT 1 FROM sessions s WHERE s.person_id = p.id)',
    )) as [{ count: number }];
    expect(count).toBe(0);
  });

  it.each([
    ['bad.1', 400, 'wechat.code_invalid'],
    ['often.1', 429, 'wechat.too_often'],
    ['risky.1', 403, 'wechat.risky_user'],
    ['busy.1', 503, 'wechat.unavailable'],
    ['𠮷\u202e', 400, 'wechat.code_invalid'],
  ])('answers %s with %i %s', async (code, status, problem) => {
    const { body } = await signIn(code).expect(status);
    expect(body.code).toBe(problem);
  });

  it('says to come back when WeChat is silent, with Retry-After', async () => {
    testApp.app.get(StandInWechat).fail('/sns/jscode2session', 'http-500');
    const { headers } = await signIn('li.later').expect(503);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  });

  it('never lets the session_key out', async () => {
    const { text } = await signIn(`key.${(fresh += 1)}`).expect(200);
    expect(text).not.toMatch(/session_key|openid/i);
  });

  it('turns a disabled person away', async () => {
    const { person } = await enter('gone');
    await testApp.database.rows('UPDATE persons SET disabled_at = now() WHERE id = $1', [person.id]);
    expect((await signIn('gone.again').expect(403)).body.code).toBe('auth.disabled');
  });
});

describe('binding a phone', () => {
  it('keeps it sealed and answers it masked', async () => {
    const { accessToken, person } = await enter('zhang');
    const { body } = await bind(accessToken, '13800000001').expect(200);
    expect(body).toEqual({ joined: false, signedIn: null });
    expect(await me(accessToken)).toMatchObject({ id: person.id, phone: '138****0001', phoneVerified: true });
    const rows = await testApp.database.rows('SELECT * FROM persons');
    expect(JSON.stringify(rows)).not.toContain('13800000001');
  });

  it('joins whom the community registered with that number, posts and all', async () => {
    const registered = await register({ name: '王秀英', phone: '13800000002' });
    await appoint(testApp, registered, { role: 'party_member', area: COMMUNITY });
    const { accessToken, refreshToken, person } = await enter('wang');
    const { body } = await bind(accessToken, '13800000002').expect(200);
    expect(body).toMatchObject({ joined: true, signedIn: { person: { id: registered, name: '王秀英' } } });
    expect(await me(body.signedIn.accessToken)).toMatchObject({
      id: registered,
      phoneVerified: true,
      posts: [{ role: 'party_member' }],
    });
    await testApp.http().get('/api/me').set(bearer(accessToken)).expect(401);
    await testApp.http().post('/api/auth/refresh').send({ refreshToken }).expect(401);
    expect((await enter('wang')).person.id).toBe(registered);
    const left = await testApp.database.first('SELECT name, erased_at FROM persons WHERE id = $1', [person.id]);
    expect(left).toMatchObject({ name: '已注销用户', erased_at: expect.any(Date) });
  });

  it('joins nobody when a family shares the number', async () => {
    await register({ name: '赵大', phone: '13800000003' });
    await register({ name: '赵小', phone: '13800000003' });
    const { accessToken, person } = await enter('zhao');
    expect((await bind(accessToken, '13800000003').expect(200)).body.joined).toBe(false);
    expect(await me(accessToken)).toMatchObject({ id: person.id, phone: '138****0003' });
  });

  it('joins nobody to an account that already has something of its own', async () => {
    await register({ name: '孙一', phone: '13800000004' });
    const records = testApp.app.get(PersonalRecords);
    const { accessToken, person } = await enter('sun');
    const hasAny = jest.spyOn(records, 'hasAny').mockResolvedValueOnce(true);
    expect((await bind(accessToken, '13800000004').expect(200)).body.joined).toBe(false);
    expect(hasAny).toHaveBeenCalledWith(expect.anything(), 320400, person.id);
  });

  it('passes a number on, but not the account behind it', async () => {
    const old = await enter('old');
    await bind(old.accessToken, '13800000005').expect(200);
    const next = await enter('next');
    expect((await bind(next.accessToken, '13800000005').expect(200)).body.joined).toBe(false);
    expect(await me(old.accessToken)).toMatchObject({ id: old.person.id, phone: null, phoneVerified: false });
    expect(await me(next.accessToken)).toMatchObject({ id: next.person.id, phoneVerified: true });
  });

  it('does the same thing twice without harm, also at once', async () => {
    const registered = await register({ name: '钱二', phone: '13800000006' });
    const { accessToken } = await enter('qian');
    const answers = await Promise.all([bind(accessToken, '13800000006'), bind(accessToken, '13800000006')]);
    expect(answers.filter(({ status, body }) => status === 200 && body.joined)).toHaveLength(1);
    expect(answers.every(({ status }) => status === 200 || status === 401)).toBe(true);
    expect((await enter('qian')).person.id).toBe(registered);
  });

  it('refuses a number that is not from the mainland, and a wrong code', async () => {
    const { accessToken } = await enter('wu');
    testApp.app.get(StandInWechat).fail('/wxa/business/getuserphonenumber', {
      errcode: 0,
      phone_info: { purePhoneNumber: '5551234', countryCode: '1' },
    });
    expect((await bind(accessToken, '13800000007').expect(422)).body.code).toBe('person.foreign_phone');
    await testApp.http().post('/api/auth/phone').set(bearer(accessToken)).send({ code: 'x' }).expect(400);
    await testApp.http().post('/api/auth/phone').send({ code: 'x' }).expect(401);
  });
});
