import { createTestApp, type TestApp } from '../platform/testing/test-app.js';
import { createAdministrator } from './create-administrator.js';
import { ensureArea } from './testing/sign-in-as.js';

let testApp: TestApp;
const admin = {
  cityId: 320400,
  userName: 'first',
  password: '一个很长的口令 2026',
  name: '王建国',
  areaCode: '320400',
};

beforeAll(async () => {
  testApp = await createTestApp();
});
afterAll(() => testApp.close());

it('asks for the areas first', async () => {
  await expect(createAdministrator(testApp.database, admin)).rejects.toThrow('areas:load');
});

it('makes somebody who signs in and administers the city', async () => {
  await ensureArea(testApp, '320400');
  const id = await createAdministrator(testApp.database, admin);
  const { body } = await testApp
    .http()
    .post('/api/auth/password')
    .send({ userName: 'first', password: admin.password })
    .expect(200);
  expect(body.person).toEqual({ id, name: '王建国' });
  const { body: me } = await testApp
    .http()
    .get('/api/me')
    .set({ authorization: `Bearer ${body.accessToken}` })
    .expect(200);
  expect(me.posts).toMatchObject([{ role: 'administrator', areaPath: '320400' }]);
});

it('refuses a taken name and a weak password, and leaves nobody behind', async () => {
  await expect(createAdministrator(testApp.database, admin)).rejects.toThrow('已有人使用');
  await expect(
    createAdministrator(testApp.database, { ...admin, userName: 'second', password: 'short' }),
  ).rejects.toThrow('密码');
  expect(await testApp.database.rows('SELECT 1 FROM persons')).toHaveLength(1);
});
