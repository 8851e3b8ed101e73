import { generate } from 'otplib';
import { Clock } from '../platform/clock/clock.js';
import { createTestApp, type TestApp } from '../platform/testing/test-app.js';
import { signInAs, type TestPerson } from './testing/sign-in-as.js';

const COMMUNITY = '320400/320402/320402003/320402003012';
const OTHER = '320400/320402/320402003/320402003013';
const SECRET = '富强新村 的 秋天 2026';

let testApp: TestApp;
let admin: TestPerson;
let people = 0;

beforeAll(async () => {
  testApp = await createTestApp();
  admin = await signInAs(testApp, { posts: [{ role: 'administrator', area: COMMUNITY }] });
});
afterAll(() => testApp.close());
afterEach(() => jest.restoreAllMocks());

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const signIn = (userName: string, password: string, totp?: string) =>
  testApp
    .http()
    .post('/api/auth/password')
    .send({ userName, password, ...(totp && { totp }) });
const assign = (by: TestPerson, personId: string, userName: string) =>
  testApp.http().put(`/api/persons/${personId}/password`).set(by.headers).send({ userName });

/** A grid worker of the community with a password of their own. */
async function worker() {
  const person = await signInAs(testApp, { posts: [{ role: 'grid_worker', area: COMMUNITY }] });
  const userName = `worker${(people += 1)}`;
  const { body } = await assign(admin, person.personId, userName).expect(200);
  const { body: session } = await signIn(userName, body.initialPassword).expect(200);
  const headers = bearer(session.accessToken);
  await testApp
    .http()
    .put('/api/me/password')
    .set(headers)
    .send({ current: body.initialPassword, next: SECRET })
    .expect(204);
  return { personId: person.personId, userName, headers };
}

const wait = (minutes: number, personId: string) =>
  testApp.database.rows(`UPDATE passwords SET tried_at = tried_at - make_interval(mins => $1) WHERE person_id = $2`, [
    minutes,
    personId,
  ]);

describe('signing in by password', () => {
  it('works, whatever the case of the name, and says who it is', async () => {
    const { userName, personId } = await worker();
    const { body } = await signIn(` ${userName.toUpperCase()} `, SECRET).expect(200);
    expect(body.person.id).toBe(personId);
    const { body: me } = await testApp.http().get('/api/me').set(bearer(body.accessToken)).expect(200);
    expect(me.signIn).toEqual({ wechat: false, userName, passwordChangeRequired: false, totp: false });
  });

  it('answers an unknown user, a wrong password and a resting account alike', async () => {
    const { userName } = await worker();
    const unknown = await signIn('nobody', SECRET).expect(401);
    const wrong = await signIn(userName, 'wrong').expect(401);
    for (let i = 0; i < 4; i += 1) await signIn(userName, 'wrong').expect(401);
    const resting = await signIn(userName, SECRET).expect(401);
    expect(wrong.body).toEqual(unknown.body);
    expect(resting.body).toEqual(unknown.body);
  });

  it('rests after five wrong tries, even sent all at once, and wakes after 15 minutes', async () => {
    const { userName, personId } = await worker();
    await Promise.all(Array.from({ length: 12 }, () => signIn(userName, 'wrong').expect(401)));
    const row = await testApp.database.first<{ tries: number }>('SELECT tries FROM passwords WHERE person_id = $1', [
      personId,
    ]);
    expect(row?.tries).toBe(5);
    await signIn(userName, SECRET).expect(401);
    await wait(14, personId);
    await signIn(userName, SECRET).expect(401);
    await wait(2, personId);
    await signIn(userName, SECRET).expect(200);
  });

  it('counts only tries in a row', async () => {
    const { userName } = await worker();
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < 4; i += 1) await signIn(userName, 'wrong').expect(401);
      await signIn(userName, SECRET).expect(200);
    }
  });

  it('takes as long for an unknown user as for a wrong password', async () => {
    const { userName } = await worker();
    const time = async (name: string): Promise<number> => {
      const times: number[] = [];
      for (let i = 0; i < 4; i += 1) {
        const start = performance.now();
        await signIn(name, 'wrong');
        times.push(performance.now() - start);
      }
      return Math.min(...times);
    };
    const [known, unknown] = [await time(userName), await time('nobody')];
    expect(unknown).toBeGreaterThan(known / 3);
  });

  it('survives any text', async () => {
    for (const odd of ['𠮷', '\u202e', 'a'.repeat(100), "' OR 1=1 --"]) await signIn(odd, odd).expect(401);
    await testApp
      .http()
      .post('/api/auth/password')
      .send({ userName: 'x', password: 'y'.repeat(257) })
      .expect(400);
    await testApp.http().post('/api/auth/password').send({ userName: {}, password: [] }).expect(400);
  });
});

describe('a password', () => {
  it('is changed with the old one only, and ends the other sessions', async () => {
    const { userName, headers } = await worker();
    const { body: elsewhere } = await signIn(userName, SECRET).expect(200);
    const change = (current: string, next: string) =>
      testApp.http().put('/api/me/password').set(headers).send({ current, next });
    await change('wrong', '一个全新的长口令 42').expect(403);
    await change(SECRET, '一个全新的长口令 42').expect(204);
    await testApp.http().get('/api/me').set(bearer(elsewhere.accessToken)).expect(401);
    await testApp.http().get('/api/me').set(headers).expect(200);
    await signIn(userName, SECRET).expect(401);
    await signIn(userName, '一个全新的长口令 42').expect(200);
  });

  it.each(['short', 'aaaaaaaaaaaaaa', '1234567890', 'x'.repeat(129)])('is not %s', async (next) => {
    const { headers } = await worker();
    const { body } = await testApp
      .http()
      .put('/api/me/password')
      .set(headers)
      .send({ current: SECRET, next })
      .expect(400);
    expect(body.errors[0].field).toBe('next');
  });

  it('is nothing that somebody signed in by WeChat could change', async () => {
    const { headers } = await signInAs(testApp);
    await testApp.http().put('/api/me/password').set(headers).send({ current: 'x', next: SECRET }).expect(409);
  });

  it('is handed out by whoever administers all of the person’s posts, never upwards and never to oneself', async () => {
    const stranger = await signInAs(testApp, { posts: [{ role: 'grid_worker', area: OTHER }] });
    await assign(admin, stranger.personId, 'stranger').expect(404);
    const superior = await signInAs(testApp, {
      posts: [
        { role: 'grid_worker', area: COMMUNITY },
        { role: 'administrator', area: '320400' },
      ],
    });
    expect((await assign(admin, superior.personId, 'superior').expect(403)).body.code).toBe('person.beyond_command');
    await assign(admin, admin.personId, 'myself').expect(403);
    const dispatcher = await signInAs(testApp, { posts: [{ role: 'dispatcher', area: COMMUNITY }] });
    await assign(dispatcher, stranger.personId, 'stranger').expect(403);
  });

  it('handed out anew ends the old one, its sessions and its second factor', async () => {
    const { personId, userName, headers } = await worker();
    const { body } = await assign(admin, personId, userName).expect(200);
    await signIn(userName, SECRET).expect(401);
    await testApp.http().get('/api/me').set(headers).expect(401);
    const { body: session } = await signIn(userName, body.initialPassword).expect(200);
    const { body: me } = await testApp.http().get('/api/me').set(bearer(session.accessToken)).expect(200);
    expect(me.signIn.passwordChangeRequired).toBe(true);
  });

  it('belongs to one user name at a time', async () => {
    const [first, second] = [await worker(), await worker()];
    expect((await assign(admin, second.personId, first.userName).expect(409)).body.code).toBe('auth.user_name_taken');
    await signIn(second.userName, SECRET).expect(200);
  });
});

describe('the second factor', () => {
  const at = (seconds: number) => jest.spyOn(testApp.app.get(Clock), 'now').mockReturnValue(new Date(seconds * 1000));

  async function withTotp() {
    const account = await worker();
    const post = (path: string, body: object) =>
      testApp.http().post(`/api/me/totp${path}`).set(account.headers).send(body);
    const { body: proposal } = await post('', { password: SECRET }).expect(201);
    const epoch = Math.floor(Date.now() / 1000);
    at(epoch);
    const codeAt = (second: number): Promise<string> => generate({ secret: proposal.secret, epoch: second });
    await post('/confirm', { code: '000000' }).expect(422);
    const { body } = await post('/confirm', { code: await codeAt(epoch) }).expect(200);
    return { ...account, epoch, codeAt, post, proposal, recoveryCodes: body.recoveryCodes as string[] };
  }

  it('counts from its first code on', async () => {
    const { userName, epoch, codeAt, proposal } = await withTotp();
    expect(proposal.uri).toMatch(/^otpauth:\/\/totp\//);
    expect((await signIn(userName, SECRET).expect(401)).body.code).toBe('auth.totp_required');
    expect((await signIn(userName, SECRET, '000000').expect(401)).body.code).toBe('auth.totp_wrong');
    at(epoch + 60);
    await signIn(userName, SECRET, await codeAt(epoch + 60)).expect(200);
  });

  it('takes a code once, even twice at once, and none before it', async () => {
    const { userName, epoch, codeAt } = await withTotp();
    at(epoch + 60);
    const code = await codeAt(epoch + 60);
    const statuses = (await Promise.all([signIn(userName, SECRET, code), signIn(userName, SECRET, code)])).map(
      ({ status }) => status,
    );
    expect(statuses.sort()).toEqual([200, 401]);
    expect((await signIn(userName, SECRET, await codeAt(epoch + 30)).expect(401)).body.code).toBe('auth.totp_wrong');
  });

  it('forgives a clock half a minute off, not more', async () => {
    const { userName, epoch, codeAt } = await withTotp();
    const start = Math.ceil(epoch / 30) * 30 + 300;
    at(start);
    await signIn(userName, SECRET, await codeAt(start + 61)).expect(401);
    await signIn(userName, SECRET, await codeAt(start - 31)).expect(401);
    await signIn(userName, SECRET, await codeAt(start + 30)).expect(200);
  });

  it('counts wrong codes as wrong tries; a missing one is none', async () => {
    const { userName, epoch, codeAt } = await withTotp();
    for (let i = 0; i < 8; i += 1)
      expect((await signIn(userName, SECRET).expect(401)).body.code).toBe('auth.totp_required');
    for (let i = 0; i < 5; i += 1) await signIn(userName, SECRET, '000000').expect(401);
    at(epoch + 60);
    expect((await signIn(userName, SECRET, await codeAt(epoch + 60)).expect(401)).body.code).toBe(
      'auth.wrong_password',
    );
  });

  it('opens with a recovery code, each once', async () => {
    const { userName, recoveryCodes } = await withTotp();
    expect(new Set(recoveryCodes).size).toBe(10);
    await signIn(userName, SECRET, recoveryCodes[0]).expect(200);
    await signIn(userName, SECRET, recoveryCodes[0]).expect(401);
    await signIn(userName, SECRET, recoveryCodes[1]?.replaceAll('-', '').toUpperCase()).expect(200);
  });

  it('is neither replaced nor removed without the password', async () => {
    const { userName, post } = await withTotp();
    expect((await post('', { password: SECRET }).expect(409)).body.code).toBe('auth.totp_active');
    await post('/remove', { password: 'wrong' }).expect(403);
    await post('/remove', { password: SECRET }).expect(204);
    await signIn(userName, SECRET).expect(200);
  });

  it('is sealed in the database', async () => {
    const { personId, proposal, recoveryCodes } = await withTotp();
    const row = await testApp.database.first('SELECT * FROM passwords WHERE person_id = $1', [personId]);
    expect(JSON.stringify(row)).not.toContain(proposal.secret);
    expect(JSON.stringify(row)).not.toContain(recoveryCodes[0]);
  });
});
