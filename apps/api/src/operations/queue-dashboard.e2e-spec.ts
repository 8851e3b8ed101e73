import { signInAs, type TestPerson } from '../identity/testing/sign-in-as.js';
import { Queues } from '../platform/queue/queues.js';
import { createTestApp, type TestApp } from '../platform/testing/test-app.js';

describe('the queue dashboard', () => {
  let test: TestApp;
  let administrator: TestPerson;

  beforeAll(async () => {
    test = await createTestApp({ PUBLIC_URL: 'https://linshao.example' });
    administrator = await signInAs(test, { posts: [{ role: 'administrator', area: '320400' }] });
  });
  afterAll(() => test.close());

  const ticket = (person: TestPerson) => test.http().post('/api/admin/queues/ticket').set(person.headers);
  const cookieOf = async (person: TestPerson): Promise<string> => {
    const { headers } = await ticket(person).expect(200);
    return String(headers['set-cookie']).split(';')[0] ?? '';
  };
  const get = (path: string, cookie: string) => test.http().get(`/admin/queues${path}`).set('Cookie', cookie);

  it('gives the pass to administrators only, for their browser and this address only', async () => {
    const { body, headers } = await ticket(administrator).expect(200);
    expect(body).toEqual({ url: '/admin/queues/', expiresAt: expect.any(String) });
    expect(String(headers['set-cookie'])).toMatch(
      /^linshao_queues=[\w.-]+; Path=\/admin\/queues; Max-Age=900; HttpOnly; SameSite=Strict; Secure$/,
    );
    await test.http().post('/api/admin/queues/ticket').expect(401);
    for (const role of ['secretary', 'dispatcher', 'supervisor'] as const)
      await ticket(await signInAs(test, { posts: [{ role, area: '320400' }] })).expect(403);
    await ticket(await signInAs(test, {})).expect(403);
  });

  it.each(['', '/', '/static/images/logo.svg', '/api/queues', '/queue/outbox'])(
    'shows nothing without a pass: %s',
    async (path) => {
      for (const cookie of ['', 'linshao_queues=x', 'linshao_queues=a.b.c', `linshao_queues=${administrator.token}`]) {
        const { body } = await get(path, cookie).expect(401);
        expect(body).toMatchObject({ code: 'queues.pass_required' });
      }
      await test.http().get(`/admin/queues${path}`).set(administrator.headers).expect(401);
    },
  );

  it('shows the page and its files from here alone, under a policy that lets nothing else in', async () => {
    const cookie = await cookieOf(administrator);
    const page = await get('/', cookie).expect(200);
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
    expect(page.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    expect(page.text).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(page.text).toContain('<base href="/admin/queues/"');
    const files = [...page.text.matchAll(/(?:src|href)="(static\/[^"]+)"/g)].map(([, file = '']) => file);
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) await get(`/${file}`, `other=1; ${cookie}; more=2`).expect(200);
    await get('/queue/outbox', cookie).expect(200);
  });

  it('shows every queue with what is in it', async () => {
    const cookie = await cookieOf(administrator);
    await test.app.get(Queues).add({ name: 'outbox' }, {}, { delay: 3_600_000, jobId: 'looked-at' });
    const { body } = await get('/api/queues?activeQueue=outbox&page=1&status=delayed', cookie).expect(200);
    const { queues } = body as { queues: { name: string; readOnlyMode: boolean; counts: object; jobs: object[] }[] };
    expect(queues.map(({ name }) => name)).toEqual(expect.arrayContaining(['deliveries', 'outbox']));
    expect(queues.every(({ readOnlyMode }) => readOnlyMode)).toBe(true);
    expect(queues.find(({ name }) => name === 'outbox')).toMatchObject({
      counts: { delayed: 1 },
      jobs: [{ id: 'looked-at', data: {} }],
    });
    await get('/api/queues/outbox/looked-at', cookie).expect(200);
    await get('/api/queues/no-such-queue/1', cookie).expect(404);
  });

  it.each([
    ['put', '/api/queues/outbox/empty'],
    ['put', '/api/queues/outbox/looked-at/promote'],
    ['put', '/api/queues/pause'],
    ['patch', '/api/queues/outbox/looked-at/update-data'],
    ['post', '/api/queues/outbox/add'],
    ['delete', '/api/queues/outbox'],
  ] as const)('lets nobody change anything: %s %s', async (method, path) => {
    const cookie = await cookieOf(administrator);
    const { body } = await test.http()[method](`/admin/queues${path}`).set('Cookie', cookie).send({}).expect(405);
    expect(body).toMatchObject({ code: 'queues.read_only' });
    expect(await test.app.get(Queues).queue('outbox').getJobCounts('delayed')).toEqual({ delayed: 1 });
  });

  it('shuts at once when the administrator signs out, and after a quarter of an hour', async () => {
    const leaving = await signInAs(test, { posts: [{ role: 'administrator', area: '320400' }] });
    const cookie = await cookieOf(leaving);
    await get('/', cookie).expect(200);
    await test.http().post('/api/auth/logout').set(leaving.headers).expect(204);
    await get('/', cookie).expect(401);
    const late = await cookieOf(administrator);
    const later = Date.now() + 901_000;
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => later);
    await get('/', late).expect(401);
    clock.mockRestore();
    await get('/', late).expect(200);
  });
});
