import { appoint, ensureArea, signInAs, type TestPerson } from '../identity/testing/sign-in-as.js';
import { createTestApp, type TestApp } from '../platform/testing/test-app.js';
import { OfficeHolders } from './office-holders.service.js';

const CITY = 320400;
const STREET = '320400/320402/320402003';
const COMMUNITY = `${STREET}/320402003012`;
const OTHER = `${STREET}/320402003013`;
const NOBODY = '0198c0de-0000-7000-8000-000000000000';
const HOUR = 3_600_000;

let test: TestApp;
let admin: TestPerson;
let secretary: TestPerson;
let post: string;
let colleague: TestPerson;
let resident: TestPerson;

beforeAll(async () => {
  test = await createTestApp();
  await ensureArea(test, COMMUNITY);
  await ensureArea(test, OTHER);
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.database.rows('DELETE FROM posts');
  await test.database.rows('DELETE FROM post_substitutes');
  admin = await signInAs(test, { posts: [{ role: 'administrator', area: COMMUNITY }] });
  secretary = await signInAs(test, { name: '孙书记' });
  post = await appoint(test, secretary.personId, { role: 'secretary', area: COMMUNITY });
  colleague = await signInAs(test, { name: '周同志', posts: [{ role: 'cadre', area: COMMUNITY }] });
  resident = await signInAs(test, { name: '王居民' });
});

const at = (ms: number): string => new Date(Date.now() + ms).toISOString();
const as = (who: TestPerson) => ({
  name: (postId: string, personId: string, more: object = {}) =>
    test
      .http()
      .post(`/api/posts/${postId}/substitutes`)
      .set(who.headers)
      .send({ personId, reason: '休假一周', ...more }),
  list: (postId: string) => test.http().get(`/api/posts/${postId}/substitutes`).set(who.headers),
  end: (postId: string, id: string) => test.http().delete(`/api/posts/${postId}/substitutes/${id}`).set(who.headers),
  posts: () => test.http().get('/api/posts').set(who.headers),
});
const inOffice = async (): Promise<readonly string[]> => {
  const [office] = await test.app
    .get(OfficeHolders)
    .find(test.database, CITY, [{ role: 'secretary', areaPath: COMMUNITY }]);
  return office?.personIds ?? [];
};

it('has the rights of the post while the holder is away, and is asked in their place', async () => {
  await as(colleague).posts().expect(403);
  const { body } = await as(secretary).name(post, colleague.personId).expect(201);
  expect(body).toMatchObject({ person: { name: '周同志' }, reason: '休假一周', current: true, to: null });
  await as(colleague).posts().expect(200);
  expect(await inOffice()).toEqual([colleague.personId]);
  const { body: held } = await test.http().get(`/api/posts/${body.substitutePostId}`).set(admin.headers).expect(200);
  expect(held).toMatchObject({ name: 'secretary（代）', role: 'secretary', current: true });

  const ended = await as(secretary).end(post, body.id).expect(200);
  expect(ended.body.current).toBe(false);
  await as(colleague).posts().expect(403);
  expect(await inOffice()).toEqual([secretary.personId]);
  expect((await as(secretary).end(post, body.id).expect(200)).body).toEqual(ended.body);
});

it('hands on to a substitute of their own, and everybody stops when the post ends', async () => {
  const third = await signInAs(test, { posts: [{ role: 'grid_worker', area: COMMUNITY }] });
  const first = await as(secretary).name(post, colleague.personId).expect(201);
  await as(colleague).name(first.body.substitutePostId, third.personId).expect(201);
  expect(await inOffice()).toEqual([third.personId]);
  await as(third).posts().expect(200);
  await test.http().post(`/api/posts/${post}/end`).set(admin.headers).expect(200);
  expect(await inOffice()).toEqual([]);
  await as(colleague).posts().expect(403);
  await as(third).posts().expect(403);
});

it('needs no second post where they hold the office anyway', async () => {
  const other = await signInAs(test, { posts: [{ role: 'secretary', area: COMMUNITY }] });
  const { body } = await as(secretary).name(post, other.personId).expect(201);
  expect(body.substitutePostId).toBeNull();
  expect(await inOffice()).toEqual([other.personId]);
});

it('counts in its period only, and never longer than the post', async () => {
  const later = await as(admin).name(post, colleague.personId, { from: at(HOUR), to: at(2 * HOUR) });
  expect(later.body.current).toBe(false);
  await as(colleague).posts().expect(403);
  expect(await inOffice()).toEqual([secretary.personId]);
  const to = new Date(Date.now() + 5 * HOUR);
  const short = await appoint(test, resident.personId, { role: 'cadre', area: COMMUNITY, to });
  const clipped = await as(admin)
    .name(short, secretary.personId, { to: at(90 * HOUR) })
    .expect(201);
  expect(clipped.body.to).toBe(to.toISOString());
});

it('is named once, also by ten requests at once', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => as(admin).name(post, colleague.personId)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(9).fill(409)]);
  expect((await as(secretary).list(post).expect(200)).body.items).toHaveLength(1);
});

describe('who may name one', () => {
  it('lets a holder choose among colleagues only, and an administrator anybody', async () => {
    const { body } = await as(secretary).name(post, resident.personId).expect(422);
    expect(body.code).toBe('post.substitute_not_staff');
    await as(admin).name(post, resident.personId).expect(201);
  });

  it('lets nobody else', async () => {
    const elsewhere = await signInAs(test, { posts: [{ role: 'administrator', area: OTHER }] });
    await as(elsewhere).name(post, colleague.personId).expect(403);
    await as(colleague).name(post, resident.personId).expect(403);
    await as(colleague).list(post).expect(403);
    await as(resident).list(post).expect(403);
    await test.http().get(`/api/posts/${post}/substitutes`).expect(401);
    const { body } = await as(secretary).name(post, colleague.personId).expect(201);
    await as(elsewhere).end(post, body.id).expect(403);
  });

  it('lets nobody stand in for themself, nor an administrator name themself', async () => {
    expect((await as(secretary).name(post, secretary.personId).expect(422)).body.code).toBe('post.own_substitute');
    expect((await as(admin).name(post, admin.personId).expect(403)).body.code).toBe('post.own');
  });
});

it.each([
  ['an unknown person', { personId: NOBODY }, 422, 'post.person_unknown'],
  ['an end before the beginning', { from: at(HOUR), to: at(0) }, 422, 'post.period'],
  ['no reason', { reason: '' }, 400, 'request.invalid'],
  ['an unknown field', { role: 'administrator' }, 400, 'request.invalid'],
])('refuses %s', async (_, change, status, code) => {
  const { body } = await as(admin).name(post, colleague.personId, change).expect(status);
  expect(body.code).toBe(code);
});

it('knows no unknown post and no unknown substitution', async () => {
  await as(admin).name(NOBODY, colleague.personId).expect(404);
  await as(admin).list(NOBODY).expect(404);
  await as(admin).end(post, NOBODY).expect(404);
});
