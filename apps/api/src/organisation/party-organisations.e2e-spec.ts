import { ensureArea, signInAs, type TestPerson } from '../identity/testing/sign-in-as.js';
import { createTestApp, type TestApp } from '../platform/testing/test-app.js';

const STREET = '320400/320402/320402003';
const COMMUNITY = `${STREET}/320402003012`;

let testApp: TestApp;
let street: TestPerson;
let admin: TestPerson;
let streetId: string;
let communityId: string;

beforeAll(async () => {
  testApp = await createTestApp();
  streetId = await ensureArea(testApp, STREET);
  communityId = await ensureArea(testApp, COMMUNITY);
  street = await signInAs(testApp, { posts: [{ role: 'administrator', area: STREET }] });
  admin = await signInAs(testApp, { posts: [{ role: 'administrator', area: COMMUNITY }] });
});
afterAll(() => testApp.close());
beforeEach(async () => {
  await testApp.database.rows(`DELETE FROM posts WHERE scope_type = 'party'`);
  await testApp.database.rows('DELETE FROM party_organisations');
});

const as = (who: TestPerson) => ({
  get: (url: string) => testApp.http().get(`/api/party-organisations${url}`).set(who.headers),
  post: (body: object) => testApp.http().post('/api/party-organisations').set(who.headers).send(body),
  patch: (url: string, body: object) =>
    testApp.http().patch(`/api/party-organisations${url}`).set(who.headers).send(body),
  delete: (url: string) => testApp.http().delete(`/api/party-organisations${url}`).set(who.headers),
});
const made = async (code: string, level: string, parentId: string | null, areaId = communityId) =>
  (await as(street).post({ code, level, parentId, name: code, areaId }).expect(201)).body;
const paths = async (query = '') =>
  (await as(admin).get(query).expect(200)).body.items.map(({ path }: { path: string }) => path);

it('makes the tree from the work committee down and reads it in order', async () => {
  const top = await made('GW', 'work_committee', null, streetId);
  const committee = await made('DW', 'committee', top.id);
  const branch = await made('ZB', 'branch', committee.id);
  await made('XZ', 'group', branch.id);
  expect(committee).toMatchObject({ levelName: '党委', path: 'GW/DW', area: { code: '320402003012' } });
  expect(await paths()).toEqual(['GW', 'GW/DW', 'GW/DW/ZB', 'GW/DW/ZB/XZ']);
  expect(await paths(`?parentId=${committee.id}`)).toEqual(['GW/DW/ZB']);
  expect(await paths(`?areaId=${communityId}&level=group`)).toEqual(['GW/DW/ZB/XZ']);
  expect(await paths('?limit=1')).toEqual(['GW']);
});

it('refuses a level below a finer one and a code that is taken', async () => {
  const branch = await made('ZB', 'branch', null);
  const { body } = await as(street)
    .post({ code: 'DW', level: 'committee', parentId: branch.id, name: 'x', areaId: communityId })
    .expect(422);
  expect(body).toMatchObject({ code: 'party_organisation.level', allowed: ['group', 'household'] });
  await as(street).post({ code: 'ZB', level: 'branch', name: 'x', areaId: communityId }).expect(409);
});

it('hangs elsewhere with everything below it', async () => {
  const [a, b] = [await made('A', 'committee', null), await made('B', 'committee', null)];
  const branch = await made('ZB', 'branch', a.id);
  await made('XZ', 'group', branch.id);
  const { body } = await as(admin).patch(`/${branch.id}`, { version: 1, parentId: b.id }).expect(200);
  expect(body).toMatchObject({ path: 'B/ZB', parentId: b.id, version: 2 });
  expect(await paths()).toEqual(['A', 'B', 'B/ZB', 'B/ZB/XZ']);
  await as(admin).patch(`/${branch.id}`, { version: 2, parentId: null }).expect(200);
  expect(await paths()).toEqual(['A', 'B', 'ZB', 'ZB/XZ']);
  expect((await as(admin).patch(`/${branch.id}`, { version: 2, name: '晚到' }).expect(409)).body.code).toBe(
    'party_organisation.stale',
  );
});

it('keeps a community out of what belongs to the sub-district', async () => {
  const top = await made('GW', 'work_committee', null, streetId);
  await as(admin).patch(`/${top.id}`, { version: 1, name: '改名' }).expect(403);
  await as(admin).delete(`/${top.id}`).expect(403);
  await as(admin)
    .post({ code: 'DW', level: 'committee', parentId: top.id, name: 'x', areaId: communityId })
    .expect(403);
});

it('stays while anything hangs below it or anybody held a post in it', async () => {
  const committee = await made('DW', 'committee', null);
  const branch = await made('ZB', 'branch', committee.id);
  expect((await as(admin).delete(`/${committee.id}`).expect(409)).body.code).toBe('party_organisation.in_use');
  const member = await signInAs(testApp);
  const scope = { type: 'party', id: branch.id };
  const { body } = await testApp
    .http()
    .post('/api/posts')
    .set(admin.headers)
    .send({ personId: member.personId, role: 'party_member', scope });
  await testApp.http().post(`/api/posts/${body.id}/end`).set(admin.headers).expect(200);
  await as(admin).delete(`/${branch.id}`).expect(409);
});
