import { createTestApp, type TestApp } from '../platform/testing/test-app.js';
import { SessionRepository } from './session.repository.js';
import { signInAs, type TestPerson } from './testing/sign-in-as.js';

let testApp: TestApp;

beforeAll(async () => {
  testApp = await createTestApp();
});
afterAll(() => testApp.close());

const refresh = (refreshToken: string) => testApp.http().post('/api/auth/refresh').send({ refreshToken });
const everywhere = (headers: object) =>
  testApp
    .http()
    .post('/api/auth/logout-everywhere')
    .set(headers as Record<string, string>);

describe('a demo persona', () => {
  it('signs in by its name and gets tokens that work', async () => {
    const { personId } = await signInAs(testApp, { name: '周建国' });
    await testApp.database.rows(
      `INSERT INTO logins (city_id, provider, subject, person_id) VALUES (320400, 'demo', 'resident', $1)`,
      [personId],
    );
    const { body } = await testApp.http().post('/api/auth/demo').send({ persona: 'resident' }).expect(200);
    expect(body.person).toEqual({ id: personId, name: '周建国' });
    await testApp
      .http()
      .post('/api/auth/logout')
      .set({ authorization: `Bearer ${body.accessToken}` })
      .expect(204);
  });

  it('is unknown otherwise', async () => {
    await testApp.http().post('/api/auth/demo').send({ persona: 'nobody' }).expect(404);
  });
});

describe('refreshing', () => {
  it('gives a new pair, and the same pair again to a retry or a second tab', async () => {
    const { refreshToken } = await signInAs(testApp);
    const answers = await Promise.all([1, 2, 3, 4].map(() => refresh(refreshToken).expect(200)));
    const tokens = new Set(answers.map(({ body }) => body.refreshToken));
    expect(tokens.size).toBe(1);
    await refresh([...tokens][0]).expect(200);
  });

  it('ends the whole session when a used token comes back later', async () => {
    const { refreshToken, headers } = await signInAs(testApp);
    const { body } = await refresh(refreshToken).expect(200);
    await testApp.database.rows(`UPDATE sessions SET rotated_at = rotated_at - interval '31 seconds'`);
    await refresh(refreshToken).expect(401);
    await refresh(body.refreshToken).expect(401);
    await everywhere(headers).expect(401);
  });

  it('ends it at once for a token two generations old', async () => {
    const { refreshToken } = await signInAs(testApp);
    const second = await refresh(refreshToken).expect(200);
    const third = await refresh(second.body.refreshToken).expect(200);
    await refresh(refreshToken).expect(401);
    await refresh(third.body.refreshToken).expect(401);
  });

  it('leaves a session alone when the token is not ours', async () => {
    const { refreshToken } = await signInAs(testApp);
    for (const forged of [
      'x',
      '.',
      `${refreshToken.split('.')[0]}.AAAA`,
      `${refreshToken}x`.slice(1),
      '𠮷'.repeat(50),
    ]) {
      await refresh(forged).expect(401);
    }
    await refresh(refreshToken).expect(200);
  });
});

describe('a session', () => {
  it('ends on every device at once', async () => {
    const { headers, refreshToken } = await signInAs(testApp);
    await everywhere(headers).expect(204);
    await everywhere(headers).expect(401);
    await refresh(refreshToken).expect(401);
  });

  it('is forgotten half a year after its end, not before', async () => {
    const [open, ended, recent] = [await signInAs(testApp), await signInAs(testApp), await signInAs(testApp)];
    const end = (person: TestPerson, ago: string) =>
      testApp.database.rows(`UPDATE sessions SET revoked_at = now() - $2::interval WHERE person_id = $1`, [
        person.personId,
        ago,
      ]);
    await end(ended, '181 days');
    await end(recent, '179 days');
    expect(await testApp.app.get(SessionRepository).forgetEnded()).toBe(1);
    await refresh(open.refreshToken).expect(200);
  });

  it('ends for a person who was disabled, even by refreshing', async () => {
    const { personId, refreshToken } = await signInAs(testApp);
    await testApp.database.rows('UPDATE persons SET disabled_at = now() WHERE id = $1', [personId]);
    await refresh(refreshToken).expect(401);
  });

  it('ends after thirty idle days', async () => {
    const { personId, refreshToken } = await signInAs(testApp);
    await testApp.database.rows(`UPDATE sessions SET expires_at = now() - interval '1 second' WHERE person_id = $1`, [
      personId,
    ]);
    await refresh(refreshToken).expect(401);
  });
});
