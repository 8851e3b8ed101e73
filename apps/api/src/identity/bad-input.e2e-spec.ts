import { ensureArea, signInAs, type TestPerson } from './testing/sign-in-as.js';
import { createTestApp, type TestApp } from '../platform/testing/test-app.js';

const COMMUNITY = '320400/320402/320402003/320402003012';
const NOBODY = '019a0000-0000-7000-8000-000000000000';

const NASTY: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  Number.MAX_SAFE_INTEGER,
  '',
  ' ',
  '0',
  '\u0000',
  '\ud800',
  '𠮷㐂',
  '👨‍👩‍👧‍👦',
  '\u202eمرحبا',
  '长'.repeat(10_000),
  "'; DROP TABLE persons; --",
  '%00',
  '../../etc/passwd',
  '__proto__',
  [],
  [[]],
  ['x', null],
  {},
  { $gt: '' },
  { length: 5 },
  NOBODY,
];

let testApp: TestApp;
let admin: TestPerson;
let areaId: string;
let personId: string;

beforeAll(async () => {
  testApp = await createTestApp();
  admin = await signInAs(testApp, { posts: [{ role: 'administrator', area: COMMUNITY }] });
  areaId = await ensureArea(testApp, COMMUNITY);
  ({ personId } = await signInAs(testApp, { posts: [{ role: 'cadre', area: COMMUNITY }] }));
});
afterAll(() => testApp.close());

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

const BODIES = (): readonly (readonly [Method, string, Record<string, unknown>])[] => [
  ['post', 'auth/demo', { persona: 'resident' }],
  ['post', 'auth/wechat', { code: 'x' }],
  ['post', 'auth/password', { userName: 'x', password: 'y', totp: '123456' }],
  ['post', 'auth/refresh', { refreshToken: 'x' }],
  ['post', 'auth/phone', { code: 'x' }],
  ['patch', 'me', { name: '张三' }],
  ['put', 'me/password', { current: 'x', next: 'y' }],
  ['post', 'me/totp', { password: 'x' }],
  ['post', 'me/totp/confirm', { code: '123456' }],
  ['post', 'me/totp/remove', { password: 'x' }],
  ['post', 'persons', { name: '张三', phone: '13800000000', idNumber: '32040219490307001X', areaId }],
  ['post', 'persons/find', { phone: '13800000000', idNumber: '32040219490307001X' }],
  ['patch', `persons/${personId}`, { version: 1, name: '张三', phone: '13800000000', idNumber: '32040219490307001X' }],
  ['post', `persons/${personId}/reveal`, { fields: ['phone'], purpose: '上门核实' }],
  ['post', `persons/${personId}/disable`, { reason: '测试' }],
  ['put', `persons/${personId}/password`, { userName: 'somebody' }],
  ['post', 'dwellings', { areaId, room: '501' }],
  ['post', 'residencies', { dwellingId: NOBODY, areaId, address: '三幢', relation: 'owner' }],
  ['post', `residencies/${NOBODY}/confirm`, { dwellingId: NOBODY }],
  ['post', `residencies/${NOBODY}/refuse`, { reason: '不符' }],
  ['post', `residencies/${NOBODY}/reveal`, { fields: ['phone'], purpose: '上门核实' }],
];

const send = (method: Method, path: string, body?: object) => {
  const request = testApp.http()[method](`/api/${path}`).set(admin.headers);
  return body ? request.send(body) : request;
};

/** A clear answer: never a 5xx, and when it is a no, one with a code. */
function expectClear(what: string, { status, body }: { status: number; body: unknown }): void {
  const code = (body as { code?: unknown } | null)?.code;
  const clear = status < 500 && (status < 400 || typeof code === 'string');
  expect(clear ? 'clear' : `${what}: ${status} ${JSON.stringify(body)}`).toBe('clear');
}

it('answers every field gone wrong with a code', async () => {
  for (const [method, path, body] of BODIES()) {
    for (const field of Object.keys(body)) {
      for (const value of NASTY)
        expectClear(
          `${method} ${path} ${field}=${JSON.stringify(value)?.slice(0, 40)}`,
          await send(method, path, { ...body, [field]: value }),
        );
    }
    expectClear(`${method} ${path} extra`, await send(method, path, { ...body, extra: 1 }));
    expectClear(`${method} ${path} empty`, await send(method, path, {}));
    expectClear(`${method} ${path} list`, await send(method, path, [body]));
  }
}, 120_000);

it('answers every odd id and query with a code', async () => {
  const odd = ['x', '0', NOBODY, '%00', '%F0%A0%AE%B7', `${NOBODY}'`, 'a'.repeat(300), '..%2f..'];
  const paths = [
    'persons/{}',
    'persons/{}/looks',
    'residencies/{}',
    'dwellings/{}',
    'persons?area={}',
    'dwellings?area={}',
    'residencies?area={}',
    `persons?area=${areaId}&cursor={}`,
    `residencies?cursor={}`,
    `dwellings?area=${areaId}&cursor={}`,
    `dwellings?area=${areaId}&room={}`,
    `persons?area=${areaId}&q={}`,
    'residencies?state={}',
    `persons?area=${areaId}&limit={}`,
  ];
  for (const path of paths)
    for (const id of odd) expectClear(`get ${path} ${id}`, await send('get', path.replace('{}', id)));
});

it('takes no token that is not one', async () => {
  for (const token of ['', 'x', 'a.b.c', '𠮷', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.', 'x'.repeat(5_000)]) {
    const { status, body } = await testApp
      .http()
      .get('/api/me')
      .set('authorization', `Bearer ${encodeURI(token)}`);
    expect([status, body.code]).toEqual([401, token === '' ? expect.any(String) : 'auth.expired']);
  }
});
