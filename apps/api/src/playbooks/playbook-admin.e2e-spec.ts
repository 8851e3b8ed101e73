import type { Playbook } from '@linshao/domain';
import { v7 as uuidv7 } from 'uuid';
import { ensureArea, signInAs, type TestPerson } from '../identity/testing/sign-in-as.js';
import { createTestApp, type TestApp } from '../platform/testing/test-app.js';

const COMMUNITY = '320400/320402/320402003/320402003012';
const SUBDISTRICT = '320400/320402/320402003';
const playbook = (name: string, more: object = {}): Playbook => ({
  code: 'fuqiang',
  name,
  source: '001',
  city: 320400,
  community: '320402003012',
  categories: [{ code: 'parking', name: '停车', kinds: ['problem'] }],
  ...more,
});

describe('playbooks in the hands of administrators', () => {
  let test: TestApp;
  let administrator: TestPerson;
  let local: TestPerson;
  let city: string;
  let community: string;
  beforeAll(async () => {
    test = await createTestApp();
    administrator = await signInAs(test, { posts: [{ role: 'administrator', area: '320400' }] });
    local = await signInAs(test, { posts: [{ role: 'administrator', area: COMMUNITY }] });
    city = await ensureArea(test, '320400');
    community = await ensureArea(test, COMMUNITY);
  });
  afterAll(() => test.close());

  type Body = { id: string; version: number; items: { id: string; version: number; area: { code: string } }[] };
  const get = async (path: string, { headers } = administrator) => {
    const { status, body } = await test.http().get(`/api/playbooks${path}`).set(headers);
    return { status, body: body as Body };
  };
  const put = async (areaId: string, basedOn: unknown, content: unknown, { headers } = administrator) => {
    const { status, body } = await test
      .http()
      .put(`/api/playbooks/${areaId}`)
      .set(headers)
      .send({ basedOn, playbook: content });
    return { status, body: body as Body };
  };
  const remove = async (areaId: string, { headers } = administrator) => {
    const { status, body } = await test.http().delete(`/api/playbooks/${areaId}`).set(headers);
    return { status, body: body as { code: string } };
  };

  it('start with none', async () => {
    expect(await get('')).toMatchObject({ status: 200, body: { items: [], nextCursor: null } });
    expect((await get('/in-force?area=320400')).status).toBe(404);
  });

  it('come as versions of an area, each made from the one before', async () => {
    const first = await put(city, 0, playbook('常州'));
    expect(first).toMatchObject({ status: 200, body: { version: 1, name: '常州', area: { code: '320400' } } });
    expect(await put(city, 0, playbook('别的'))).toMatchObject({
      status: 409,
      body: { code: 'playbook.stale', current: { version: 1 } },
    });
    const second = await put(city, 1, playbook('常州二'));
    expect(second.body.version).toBe(2);
    // Sent again because the answer got lost on the way.
    expect(await put(city, 1, playbook('常州二'))).toMatchObject({ status: 200, body: { id: second.body.id } });
    expect((await get(`/${first.body.id}`)).body).toMatchObject({ version: 1, playbook: { name: '常州' } });
  });

  it('count in an area and everything below, unless something below has its own', async () => {
    expect((await put(community, 0, playbook('富强'), local)).status).toBe(200);
    const nameAt = async (area: string) => (await get(`/in-force?area=${encodeURIComponent(area)}`)).body;
    expect(await nameAt('320402003012')).toMatchObject({ name: '富强', version: 1 });
    expect(await nameAt(SUBDISTRICT)).toMatchObject({ name: '常州二', version: 2 });
    await ensureArea(test, `${COMMUNITY}/G01`);
    expect(await nameAt('320402003012/G01')).toMatchObject({ name: '富强' });
    expect((await get('/in-force?area=999')).status).toBe(422);
    expect((await get('/in-force')).status).toBe(400);
  });

  it('are listed page by page, with their history on request', async () => {
    const lines = ({ items }: Body) => items.map(({ area, version }) => `${area.code} ${version}`);
    expect(lines((await get('')).body)).toEqual(['320400 2', '320402003012 1']);
    expect(lines((await get('?history=true')).body)).toEqual(['320400 2', '320400 1', '320402003012 1']);
    expect(lines((await get('?area=320400&history=true')).body)).toEqual(['320400 2', '320400 1']);
    let cursor = '';
    const seen: string[] = [];
    for (let page = 0; page < 3; page += 1) {
      const { body } = await get(`?history=true&limit=1${cursor}`);
      seen.push(...lines(body));
      cursor = `&cursor=${encodeURIComponent((body as unknown as { nextCursor: string }).nextCursor)}`;
    }
    expect(seen).toEqual(['320400 2', '320400 1', '320402003012 1']);
    expect((await get('?cursor=x')).status).toBe(400);
  });

  it('hear of every mistake at once, each with its place', async () => {
    const { status, body } = await put(city, 2, {
      ...playbook(' '),
      city: 330100,
      policy: { reply: { amount: 0, unit: 'minutes', clock: 'natural' }, colour: 'red' },
      categories: [{ code: 'a b', name: '\ud800', kinds: ['party'] }],
    });
    expect(status).toBe(422);
    const { code, errors } = body as unknown as { code: string; errors: { field: string }[] };
    expect(code).toBe('playbook.wrong');
    expect(errors.map(({ field }) => field)).toEqual([
      'name',
      'policy.reply.amount',
      'policy.colour',
      'categories[0].code',
      'categories[0].name',
      'categories[0].kinds',
      'city',
    ]);
    for (const nonsense of [null, 'text', [], {}, 1]) expect((await put(city, 2, nonsense)).status).toBe(422);
    for (const basedOn of [-1, 1.5, '2', null]) expect((await put(city, basedOn, playbook('x'))).status).toBe(400);
    expect((await put(uuidv7(), 0, playbook('x'))).status).toBe(404);
    expect((await put('nonsense', 0, playbook('x'))).status).toBe(404);
    expect((await get('/in-force?area=320400')).body.version).toBe(2);
  });

  it('are one after the other when several are saved at once', async () => {
    const tries = await Promise.all(
      Array.from({ length: 4 }, (_, index) => put(community, 1, playbook(`富强${index}`), local)),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('are taken away, and the area goes by what is above; versions stay and go on', async () => {
    const { id } = (await get('/in-force?area=320402003012')).body;
    expect((await remove(community, local)).status).toBe(204);
    expect((await get('/in-force?area=320402003012')).body).toMatchObject({ name: '常州二' });
    expect(await remove(community, local)).toMatchObject({ status: 404, body: { code: 'playbook.not_found' } });
    expect((await get(`/${id}`)).body).toMatchObject({ removedAt: expect.any(String) as string });
    expect((await get('')).body.items).toHaveLength(1);
    expect((await put(community, 0, playbook('富强又来'), local)).body.version).toBe(3);
    expect((await remove(community)).status).toBe(204);
  });

  it('are not taken away where nothing would be left', async () => {
    expect(await remove(city)).toMatchObject({ status: 409, body: { code: 'playbook.last' } });
    expect((await get('/in-force?area=320400')).body.version).toBe(2);
  });

  it('belong to the administrators of the area', async () => {
    expect((await put(city, 2, playbook('越权'), local)).status).toBe(403);
    expect((await remove(city, local)).status).toBe(403);
    const others = [
      await signInAs(test, { posts: [{ role: 'secretary', area: '320400' }] }),
      await signInAs(test, { posts: [{ role: 'dispatcher', area: COMMUNITY }] }),
      await signInAs(test),
    ];
    for (const person of others) {
      expect((await get('', person)).status).toBe(403);
      expect((await get('/in-force?area=320400', person)).status).toBe(403);
      expect((await put(city, 2, playbook('越权'), person)).status).toBe(403);
      expect((await remove(city, person)).status).toBe(403);
    }
    const nobody = { ...local, headers: {} };
    expect((await get('', nobody)).status).toBe(401);
    expect((await put(city, 2, playbook('越权'), nobody)).status).toBe(401);
    expect((await remove(city, nobody)).status).toBe(401);
  });
});
