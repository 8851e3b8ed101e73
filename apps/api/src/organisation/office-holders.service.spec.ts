import { v7 as uuidv7 } from 'uuid';
import { appoint, ensureArea, signInAs } from '../identity/testing/sign-in-as.js';
import { createTestApp, type TestApp } from '../platform/testing/test-app.js';
import { OfficeHolders } from './office-holders.service.js';

const CITY = 320400;
const STREET = '320400/320402/320402003';
const COMMUNITY = `${STREET}/320402003012`;
const HOUR = 3_600_000;

let test: TestApp;
let holders: OfficeHolders;

beforeAll(async () => {
  test = await createTestApp();
  holders = test.app.get(OfficeHolders);
  await ensureArea(test, COMMUNITY);
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.database.rows('DELETE FROM posts');
  await test.database.rows('DELETE FROM post_substitutes');
});

const secretary = async (area = COMMUNITY) => {
  const { personId } = await signInAs(test);
  return { personId, postId: await appoint(test, personId, { role: 'secretary', area }) };
};
const substitute = (postId: string, personId: string, from = -HOUR, to = HOUR) =>
  test.database.rows(
    `INSERT INTO post_substitutes (city_id, id, post_id, person_id, valid_from, valid_to, reason)
     VALUES ($1, $2, $3, $4, $5, $6, '休假')`,
    [CITY, uuidv7(), postId, personId, new Date(Date.now() + from), new Date(Date.now() + to)],
  );
const find = (role: 'secretary' | 'supervisor' = 'secretary', areaPath = COMMUNITY) =>
  holders.find(test.database, CITY, [{ role, areaPath }]).then(([holder]) => holder);

it('finds the holders of each office asked for, in the order of the question, twice the same', async () => {
  const own = await secretary();
  const above = await secretary(STREET);
  const [first, second, third, fourth] = await holders.find(test.database, CITY, [
    { role: 'secretary', areaPath: STREET },
    { role: 'secretary', areaPath: COMMUNITY },
    { role: 'supervisor', areaPath: COMMUNITY },
    { role: 'secretary', areaPath: STREET },
  ]);
  expect(first).toEqual({ personIds: [above.personId], areaPath: STREET, vacant: false });
  expect(second).toEqual({ personIds: [own.personId], areaPath: COMMUNITY, vacant: false });
  expect(third).toEqual({ personIds: [], areaPath: COMMUNITY, vacant: true });
  expect(fourth).toEqual(first);
});

it('asks the area above when nobody holds it, or when who did has left or may not sign in', async () => {
  const above = await secretary(STREET);
  expect(await find()).toEqual({ personIds: [above.personId], areaPath: STREET, vacant: true });
  const gone = await secretary();
  await test.database.rows('UPDATE persons SET disabled_at = now() WHERE id = $1', [gone.personId]);
  const past = await signInAs(test);
  await appoint(test, past.personId, { role: 'secretary', area: COMMUNITY, from: new Date(0), to: new Date(HOUR) });
  expect(await find()).toEqual({ personIds: [above.personId], areaPath: STREET, vacant: true });
});

it('follows substitutes of substitutes while they count, and no longer', async () => {
  const [away, second, third] = [await secretary(), await secretary(), await secretary()];
  await substitute(away.postId, second.personId);
  await substitute(second.postId, third.personId);
  expect((await find())?.personIds).toEqual([third.personId]);
  await test.database.rows('UPDATE post_substitutes SET valid_to = now() WHERE post_id = $1', [second.postId]);
  expect(new Set((await find())?.personIds)).toEqual(new Set([second.personId, third.personId]));
});

it('is not there yet when the substitution has not begun', async () => {
  const [away, second] = [await secretary(), await secretary()];
  await substitute(away.postId, second.personId, HOUR, 2 * HOUR);
  expect((await find())?.personIds).toHaveLength(2);
});

it('asks the area above when people stand in for each other', async () => {
  const above = await secretary(STREET);
  const [one, other] = [await secretary(), await secretary()];
  await substitute(one.postId, other.personId);
  await substitute(other.postId, one.personId);
  expect(await find()).toEqual({ personIds: [above.personId], areaPath: STREET, vacant: true });
});
