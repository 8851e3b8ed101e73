import { createTestApp, type TestApp } from '../platform/testing/test-app.js';
import { Subscriptions } from '../platform/events/subscriptions.js';
import { personErased } from './identity.events.js';
import { type PersonalRecordKeeper, PersonalRecords } from './personal-records.service.js';
import { appoint, ensureArea, signInAs, type TestPerson } from './testing/sign-in-as.js';

const COMMUNITY = '320400/320402/320402003/320402003012';

let testApp: TestApp;
let worker: TestPerson;
const told: string[] = [];
const keeper: PersonalRecordKeeper = {
  name: '试验记录',
  hasAny: async () => false,
  export: async (_, personId) => [{ about: personId }],
  erase: async (tx, cityId, personId) =>
    void (await tx.rows('UPDATE persons SET invented = true WHERE city_id = $1 AND id = $2', [cityId, personId])),
};

beforeAll(async () => {
  testApp = await createTestApp();
  worker = await signInAs(testApp, { posts: [{ role: 'administrator', area: COMMUNITY }] });
  testApp.app.get(PersonalRecords).add(keeper);
  testApp.app.get(Subscriptions).afterCommit(personErased, 'test', async (events) => {
    told.push(...events.map(({ payload }) => payload.personId));
  });
});
afterAll(() => testApp.close());

let fresh = 0;
/** Somebody who came by WeChat and bound a phone. */
async function newcomer() {
  const user = `user${(fresh += 1)}`;
  const phone = `137${String(fresh).padStart(8, '0')}`;
  const { body } = await testApp
    .http()
    .post('/api/auth/wechat')
    .send({ code: `${user}.a` })
    .expect(200);
  const headers = { authorization: `Bearer ${body.accessToken}` };
  await testApp
    .http()
    .post('/api/auth/phone')
    .set(headers)
    .send({ code: `${phone}.a` })
    .expect(200);
  return { id: body.person.id as string, headers, phone, user, refreshToken: body.refreshToken as string };
}

const get = (headers: Record<string, string>, path = '') => testApp.http().get(`/api/me${path}`).set(headers);
const rename = (headers: Record<string, string>, name: string) =>
  testApp.http().patch('/api/me').set(headers).send({ name });

describe('me', () => {
  it('shows posts with their names, and numbers masked', async () => {
    const { id, headers, phone } = await newcomer();
    await appoint(testApp, id, { role: 'grid_worker', area: COMMUNITY });
    const { body } = await get(headers).expect(200);
    expect(body).toMatchObject({
      id,
      phone: `137****${phone.slice(7)}`,
      posts: [{ role: 'grid_worker', roleName: '网格员', scopeType: 'area', areaPath: COMMUNITY, to: null }],
    });
    expect(JSON.stringify(body)).not.toContain(phone);
    await testApp.http().get('/api/me').expect(401);
  });

  it('may tell a name until the community knows one', async () => {
    const { id, headers } = await newcomer();
    expect((await rename(headers, '张小三').expect(200)).body).toMatchObject({ name: '张小三', nameIsFree: true });
    await rename(headers, '张').expect(400);
    await testApp.database.rows(
      `INSERT INTO person_areas (city_id, person_id, area_id, reason) VALUES (320400, $1, $2, 'registered')`,
      [id, await ensureArea(testApp, COMMUNITY)],
    );
    expect((await rename(headers, '张大三').expect(409)).body.code).toBe('person.name_confirmed');
    expect((await get(headers)).body).toMatchObject({ name: '张小三', nameIsFree: false });
  });
});

describe('a copy of my data', () => {
  it('holds everything, unmasked, that of every feature, and no secret', async () => {
    const { id, headers, phone } = await newcomer();
    const { body } = await get(headers, '/data').expect(200);
    expect(body.person).toMatchObject({ id, phone });
    expect(body.records).toMatchObject({
      登录方式: [{ provider: 'wechat' }],
      登录记录: [{ provider: 'wechat' }],
      住址登记: [],
      试验记录: [{ about: id }],
    });
    expect(JSON.stringify(body)).not.toMatch(/sealed|lookup|hash/i);
  });
});

describe('deleting my account', () => {
  const erase = (headers: Record<string, string>) => testApp.http().delete('/api/me').set(headers);

  it('leaves nothing personal, ends every session, and tells the others', async () => {
    const { id, headers, phone, user, refreshToken } = await newcomer();
    await rename(headers, '将要注销').expect(200);
    await erase(headers).expect(204);
    await get(headers).expect(401);
    await testApp.http().post('/api/auth/refresh').send({ refreshToken }).expect(401);
    const row = await testApp.database.first<Record<string, unknown>>('SELECT * FROM persons WHERE id = $1', [id]);
    expect(row).toMatchObject({
      name: '已注销用户',
      phone_sealed: null,
      phone_lookup: null,
      phone_verified_at: null,
      id_number_sealed: null,
      invented: true,
    });
    expect(await testApp.database.rows('SELECT 1 FROM logins WHERE person_id = $1', [id])).toEqual([]);
    await testApp.http().get(`/api/persons/${id}`).set(worker.headers).expect(404);
    const { body } = await testApp.http().post('/api/persons/find').set(worker.headers).send({ phone }).expect(200);
    expect(body.items).toEqual([]);
    await testApp.drain();
    expect(told).toContain(id);
    const again = await testApp
      .http()
      .post('/api/auth/wechat')
      .send({ code: `${user}.b` })
      .expect(200);
    expect(again.body.person.id).not.toBe(id);
  });

  it('waits until one’s posts have ended', async () => {
    const { id, headers } = await newcomer();
    await appoint(testApp, id, { role: 'cadre', area: COMMUNITY, from: new Date(Date.now() + 86_400_000) });
    expect((await erase(headers).expect(409)).body.code).toBe('person.holds_posts');
    await testApp.database.rows('UPDATE posts SET valid_to = valid_from WHERE person_id = $1', [id]);
    await testApp.database.rows(
      `UPDATE posts SET valid_from = now() - interval '1 day', valid_to = now() WHERE person_id = $1`,
      [id],
    );
    await erase(headers).expect(204);
  });

  it('happens whole or not at all', async () => {
    const { headers } = await newcomer();
    jest.spyOn(keeper, 'erase').mockRejectedValueOnce(new Error('no'));
    await erase(headers).expect(500);
    expect((await get(headers).expect(200)).body.phoneVerified).toBe(true);
  });
});
