import { appoint, ensureArea, signInAs, type TestPerson } from '../identity/testing/sign-in-as.js';
import { createTestApp, type TestApp } from '../platform/testing/test-app.js';

const STREET = '320400/320402/320402003';
const COMMUNITY = `${STREET}/320402003012`;
const OTHER = `${STREET}/320402003013`;
const NOBODY = '0198c0de-0000-7000-8000-000000000000';

let testApp: TestApp;
let admin: TestPerson;
let person: TestPerson;
let community: string;

beforeAll(async () => {
  testApp = await createTestApp();
  community = await ensureArea(testApp, COMMUNITY);
  await ensureArea(testApp, OTHER);
});
afterAll(() => testApp.close());
beforeEach(async () => {
  await testApp.database.rows('DELETE FROM posts');
  admin = await signInAs(testApp, { posts: [{ role: 'administrator', area: COMMUNITY }], name: '管理员' });
  person = await signInAs(testApp, { name: '王小明' });
});

const as = (who: TestPerson) => ({
  get: (url: string) => testApp.http().get(`/api${url}`).set(who.headers),
  post: (url: string, body: object = {}) => testApp.http().post(`/api${url}`).set(who.headers).send(body),
});
const post = (role: string, more: object = {}) => ({
  personId: person.personId,
  role,
  scope: { type: 'area', id: community },
  ...more,
});
const unit = async (code: string) =>
  (await as(admin).post('/units', { code, name: '安居物业', kind: 'property_company', areaId: community }).expect(201))
    .body;

describe('appointing', () => {
  it('names the post after its place and its role, and gives the right at once', async () => {
    await as(person).get('/posts').expect(403);
    const { body } = await as(admin).post('/posts', post('dispatcher')).expect(201);
    expect(body).toMatchObject({
      name: '320402003012派单员',
      person: { name: '王小明' },
      areaPath: COMMUNITY,
      to: null,
      current: true,
    });
    await as(person).get('/posts').expect(200);
  });

  it('takes units and party organisations as places', async () => {
    const { id } = await unit('WY01');
    const branch = await as(admin)
      .post('/party-organisations', { level: 'branch', code: 'ZB1', name: '第一支部', areaId: community })
      .expect(201);
    const inUnit = await as(admin)
      .post('/posts', post('unit_responder', { scope: { type: 'unit', id } }))
      .expect(201);
    expect(inUnit.body).toMatchObject({
      name: '安居物业单位联络人',
      scope: { type: 'unit', code: 'WY01' },
      areaPath: COMMUNITY,
    });
    const inBranch = await as(admin).post(
      '/posts',
      post('party_member', { scope: { type: 'party', id: branch.body.id } }),
    );
    expect(inBranch.body).toMatchObject({ name: '第一支部党员', areaPath: COMMUNITY });
  });

  it('gives each of ten requests at once the same post only once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => as(admin).post('/posts', post('grid_worker'))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(9).fill(409)]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('post.already_held');
  });

  it('allows the same post again after it ended', async () => {
    const { body } = await as(admin).post('/posts', post('grid_worker')).expect(201);
    await as(admin).post(`/posts/${body.id}/end`).expect(200);
    await as(admin).post('/posts', post('grid_worker')).expect(201);
  });

  it.each([
    ['an unknown person', { personId: NOBODY }, 422, 'post.person_unknown'],
    ['an unknown place', { scope: { type: 'unit', id: NOBODY } }, 404, 'post.scope_not_found'],
    ['a responder of no unit', { role: 'unit_responder' }, 422, 'post.needs_unit'],
    [
      'an end before the beginning',
      { from: '2026-12-01T00:00:00+08:00', to: '2026-11-30T00:00:00+08:00' },
      422,
      'post.period',
    ],
    ['an unknown role', { role: 'king' }, 400, 'request.invalid'],
    ['a moment without its offset', { from: '2026-12-01T00:00:00' }, 400, 'request.invalid'],
    ['no place', { scope: undefined }, 400, 'request.invalid'],
    ['a place of another kind', { scope: { type: 'planet', id: NOBODY } }, 400, 'request.invalid'],
    [
      'an unknown field inside the place',
      { scope: { type: 'area', id: NOBODY, path: '320400' } },
      400,
      'request.invalid',
    ],
  ])('refuses %s', async (_, change, status, code) => {
    const { body } = await as(admin)
      .post('/posts', { ...post('dispatcher'), ...change })
      .expect(status);
    expect(body.code).toBe(code);
  });
});

describe('who may appoint', () => {
  it('reaches no further than the own area', async () => {
    const other = await signInAs(testApp, { posts: [{ role: 'administrator', area: OTHER }] });
    expect((await as(other).post('/posts', post('dispatcher')).expect(403)).body.code).toBe('post.beyond_area');
    const street = await signInAs(testApp, { posts: [{ role: 'administrator', area: STREET }] });
    await as(street).post('/posts', post('dispatcher')).expect(201);
  });

  it('is not oneself', async () => {
    const { body } = await as(admin)
      .post('/posts', post('secretary', { personId: admin.personId }))
      .expect(403);
    expect(body.code).toBe('post.own');
  });

  it('lets a secretary staff the community, and appoint no administrator', async () => {
    const secretary = await signInAs(testApp, { posts: [{ role: 'secretary', area: COMMUNITY }] });
    await as(secretary).post('/posts', post('grid_worker')).expect(201);
    expect((await as(secretary).post('/posts', post('administrator')).expect(403)).body.code).toBe('post.not_allowed');
  });
});

describe('ending', () => {
  it('takes the right away with the very next request, and keeps the history', async () => {
    const { body } = await as(admin).post('/posts', post('dispatcher')).expect(201);
    await as(person).get('/posts').expect(200);
    const ended = await as(admin).post(`/posts/${body.id}/end`).expect(200);
    expect(ended.body).toMatchObject({ current: false, to: expect.any(String) });
    await as(person).get('/posts').expect(403);
    expect((await as(admin).get('/posts?role=dispatcher')).body.items).toEqual([]);
    expect((await as(admin).get('/posts?role=dispatcher&history=true')).body.items).toMatchObject([{ id: body.id }]);
    expect((await as(admin).post(`/posts/${body.id}/end`).expect(409)).body.code).toBe('post.ended');
  });

  it('makes a post that was to begin later never begin', async () => {
    const from = new Date(Date.now() + 86_400_000).toISOString();
    const { body } = await as(admin).post('/posts', post('dispatcher', { from })).expect(201);
    expect(body.current).toBe(false);
    const ended = await as(admin).post(`/posts/${body.id}/end`).expect(200);
    expect(ended.body.to).toBe(ended.body.from);
  });

  it('reaches no further than the own area', async () => {
    const { body } = await as(admin).post('/posts', post('dispatcher')).expect(201);
    const other = await signInAs(testApp, { posts: [{ role: 'administrator', area: OTHER }] });
    await as(other).post(`/posts/${body.id}/end`).expect(403);
    await as(other).get(`/posts/${body.id}`).expect(404);
  });

  it('counts from the moment it was set for', async () => {
    await appoint(testApp, person.personId, { role: 'dispatcher', area: COMMUNITY, to: new Date(Date.now() - 1000) });
    await as(person).get('/posts').expect(403);
  });
});

describe('the list', () => {
  it('shows what the caller oversees and nothing beyond', async () => {
    await appoint(testApp, person.personId, { role: 'grid_worker', area: OTHER });
    await appoint(testApp, person.personId, { role: 'cadre', area: COMMUNITY });
    const { body } = await as(admin).get('/posts').expect(200);
    expect(body.items.map(({ role }: { role: string }) => role).sort()).toEqual(['administrator', 'cadre']);
    await as(admin)
      .get(`/posts?areaId=${await ensureArea(testApp, OTHER)}`)
      .expect(403);
    await as(admin).get(`/posts?areaId=${NOBODY}`).expect(404);
  });

  it('goes page by page, the newest first, and filters by person and place', async () => {
    for (const role of ['cadre', 'grid_worker', 'duty_officer'] as const)
      await appoint(testApp, person.personId, { role, area: COMMUNITY });
    const first = await as(admin).get(`/posts?personId=${person.personId}&limit=2`).expect(200);
    expect(first.body.items.map(({ role }: { role: string }) => role)).toEqual(['duty_officer', 'grid_worker']);
    const rest = await as(admin)
      .get(`/posts?personId=${person.personId}&limit=2&cursor=${first.body.nextCursor}`)
      .expect(200);
    expect(rest.body.items.map(({ role }: { role: string }) => role)).toEqual(['cadre']);
    expect((await as(admin).get(`/posts?scopeId=${community}&role=cadre`)).body.items).toHaveLength(1);
    await as(admin).get('/posts?cursor=WyJ4Il0').expect(400);
  });
});
