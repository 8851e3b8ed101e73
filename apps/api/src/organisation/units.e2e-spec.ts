import { ensureArea, signInAs, type TestPerson } from '../identity/testing/sign-in-as.js';
import { createTestApp, type TestApp } from '../platform/testing/test-app.js';

const STREET = '320400/320402/320402003';
const COMMUNITY = `${STREET}/320402003012`;
const OTHER = `${STREET}/320402003013`;

let testApp: TestApp;
let admin: TestPerson;
let other: TestPerson;
let community: string;
let elsewhere: string;

beforeAll(async () => {
  testApp = await createTestApp();
  community = await ensureArea(testApp, COMMUNITY);
  elsewhere = await ensureArea(testApp, OTHER);
  admin = await signInAs(testApp, { posts: [{ role: 'administrator', area: COMMUNITY }] });
  other = await signInAs(testApp, { posts: [{ role: 'administrator', area: OTHER }] });
});
afterAll(() => testApp.close());
beforeEach(() =>
  testApp.database
    .rows(`DELETE FROM posts WHERE scope_type = 'unit'`)
    .then(() => testApp.database.rows('DELETE FROM units')),
);

const as = (who: TestPerson) => ({
  get: (url: string) => testApp.http().get(`/api/units${url}`).set(who.headers),
  post: (url: string, body: object) => testApp.http().post(`/api/units${url}`).set(who.headers).send(body),
  patch: (url: string, body: object) => testApp.http().patch(`/api/units${url}`).set(who.headers).send(body),
  delete: (url: string) => testApp.http().delete(`/api/units${url}`).set(who.headers),
});
const unit = (code: string, more: object = {}) => ({
  code,
  name: '安居物业',
  kind: 'property_company',
  areaId: community,
  ...more,
});

it('is added, found, changed and deleted', async () => {
  const { body } = await as(admin)
    .post('', unit('WY01', { address: '桃园路 1 号' }))
    .expect(201);
  expect(body).toMatchObject({ kindName: '物业企业', area: { code: '320402003012' }, version: 1 });
  await as(admin)
    .post('', unit('CG01', { name: '城管中队', kind: 'department' }))
    .expect(201);
  const codes = async (query: string) =>
    (await as(other).get(query).expect(200)).body.items.map((u: { code: string }) => u.code);
  expect(await codes('')).toEqual(['CG01', 'WY01']);
  expect(await codes('?kind=department')).toEqual(['CG01']);
  expect(await codes('?q=物业')).toEqual(['WY01']);
  expect(await codes(`?areaId=${elsewhere}`)).toEqual([]);
  const changed = await as(admin).patch(`/${body.id}`, { version: 1, address: null, name: '新安居' }).expect(200);
  expect(changed.body).toMatchObject({ name: '新安居', address: null, kind: 'property_company', version: 2 });
  await as(admin).delete(`/${body.id}`).expect(204);
  await as(admin).get(`/${body.id}`).expect(404);
});

it('has its code once in the city', async () => {
  await as(admin).post('', unit('WY01')).expect(201);
  const { body } = await as(other)
    .post('', unit('WY01', { areaId: elsewhere }))
    .expect(409);
  expect(body.code).toBe('unit.code_taken');
});

it('answers a stale version with what it is now', async () => {
  const { body } = await as(admin).post('', unit('WY01')).expect(201);
  await as(admin).patch(`/${body.id}`, { version: 1, name: '先到' }).expect(200);
  const late = await as(admin).patch(`/${body.id}`, { version: 1, name: '后到' }).expect(409);
  expect(late.body).toMatchObject({ code: 'unit.stale', current: { name: '先到' } });
});

it('is out of reach for the administrator of another community, in both directions', async () => {
  const { body } = await as(admin).post('', unit('WY01')).expect(201);
  await as(other).patch(`/${body.id}`, { version: 1, name: '抢来的' }).expect(403);
  await as(other).delete(`/${body.id}`).expect(403);
  await as(other).post('', unit('WY02')).expect(403);
  await as(admin).patch(`/${body.id}`, { version: 1, areaId: elsewhere }).expect(403);
});

it('takes its posts along to another area, and stays while anybody held one', async () => {
  const street = await signInAs(testApp, { posts: [{ role: 'administrator', area: STREET }] });
  const { body } = await as(admin).post('', unit('WY01')).expect(201);
  const responder = await signInAs(testApp);
  const scope = { type: 'unit', id: body.id };
  const post = await testApp
    .http()
    .post('/api/posts')
    .set(admin.headers)
    .send({ personId: responder.personId, role: 'unit_responder', scope })
    .expect(201);
  await as(street).patch(`/${body.id}`, { version: 1, areaId: elsewhere }).expect(200);
  const moved = await testApp.http().get(`/api/posts/${post.body.id}`).set(street.headers).expect(200);
  expect(moved.body.areaPath).toBe(OTHER);
  expect((await as(street).delete(`/${body.id}`).expect(409)).body.code).toBe('unit.in_use');
});

it.each([
  ['an unknown kind', { kind: 'bank' }, 400],
  ['an unknown area', { areaId: '0198c0de-0000-7000-8000-000000000000' }, 404],
  ['a NUL byte', { name: 'a\u0000b' }, 400],
  ['an empty name after cleaning', { name: ' \u202e ' }, 400],
])('refuses %s', (_, change, status) =>
  as(admin)
    .post('', { ...unit('WY01'), ...change })
    .expect(status),
);
