import { createTestApp, type TestApp } from '../platform/testing/test-app.js';
import { Database } from '../platform/database/database.js';
import { CallerCache } from './caller-cache.js';
import { appoint, signInAs } from './testing/sign-in-as.js';

const CITY = 320400;
const GRID = '320400/320402/320402003/320402003012/G01';

let testApp: TestApp;

beforeAll(async () => {
  testApp = await createTestApp();
});
afterAll(() => testApp.close());
afterEach(() => jest.restoreAllMocks());

const sessionOf = async (personId: string): Promise<string> => {
  const row = await testApp.database.first<{ id: string }>('SELECT id FROM sessions WHERE person_id = $1', [personId]);
  return row?.id ?? '';
};

it('asks the database once for all requests of a moment', async () => {
  const { personId } = await signInAs(testApp, { posts: [{ role: 'grid_worker', area: GRID }] });
  const sessionId = await sessionOf(personId);
  const first = jest.spyOn(testApp.app.get(Database), 'first');
  const cache = new CallerCache(testApp.app.get(Database));
  const callers = await Promise.all(Array.from({ length: 50 }, () => cache.load(CITY, personId, sessionId)));
  expect(first).toHaveBeenCalledTimes(1);
  expect(callers[49]).toMatchObject({
    personId,
    homeAreaPath: GRID,
    actor: { posts: [{ role: 'grid_worker', scope: { areaPath: GRID } }] },
  });
});

it('believes it for three seconds, unless told that something changed', async () => {
  const { personId } = await signInAs(testApp);
  const sessionId = await sessionOf(personId);
  const cache = new CallerCache(testApp.app.get(Database));
  const clock = jest.spyOn(performance, 'now');
  const posts = async (): Promise<number | undefined> =>
    (await cache.load(CITY, personId, sessionId))?.actor.posts.length;
  clock.mockReturnValue(0);
  expect(await posts()).toBe(0);
  await appoint(testApp, personId, { role: 'cadre', area: GRID });
  clock.mockReturnValue(2_900);
  expect(await posts()).toBe(0);
  clock.mockReturnValue(3_001);
  expect(await posts()).toBe(1);
  await appoint(testApp, personId, { role: 'dispatcher', area: GRID });
  cache.forget(personId);
  expect(await posts()).toBe(2);
});

it('keeps nothing of a question that failed', async () => {
  const { personId } = await signInAs(testApp);
  const sessionId = await sessionOf(personId);
  const cache = new CallerCache(testApp.app.get(Database));
  jest.spyOn(testApp.app.get(Database), 'first').mockRejectedValueOnce(new Error('gone'));
  await expect(cache.load(CITY, personId, sessionId)).rejects.toThrow('gone');
  expect(await cache.load(CITY, personId, sessionId)).not.toBeNull();
});

it('knows no caller for an ended session, a disabled person, or somebody else’s session', async () => {
  const [mine, other] = [await signInAs(testApp), await signInAs(testApp)];
  const cache = new CallerCache(testApp.app.get(Database));
  expect(await cache.load(CITY, other.personId, await sessionOf(mine.personId))).toBeNull();
  expect(await cache.load(320500, mine.personId, await sessionOf(mine.personId))).toBeNull();
  await testApp.database.rows('UPDATE sessions SET revoked_at = now() WHERE person_id = $1', [mine.personId]);
  cache.forget(mine.personId);
  expect(await cache.load(CITY, mine.personId, await sessionOf(mine.personId))).toBeNull();
  await testApp.database.rows('UPDATE persons SET disabled_at = now() WHERE id = $1', [other.personId]);
  cache.forget(other.personId);
  expect(await cache.load(CITY, other.personId, await sessionOf(other.personId))).toBeNull();
});

it('leaves out posts that have ended or lie ahead', async () => {
  const hour = 3_600_000;
  const [past, future] = [new Date(Date.now() - hour), new Date(Date.now() + hour)];
  const { personId } = await signInAs(testApp, {
    posts: [
      { role: 'dispatcher', area: GRID, from: new Date(Date.now() - 2 * hour), to: past },
      { role: 'secretary', area: GRID, from: future },
      { role: 'cadre', area: GRID },
    ],
  });
  const caller = await testApp.app.get(CallerCache).load(CITY, personId, await sessionOf(personId));
  expect(caller?.actor.posts.map(({ role }) => role)).toEqual(['cadre']);
});
