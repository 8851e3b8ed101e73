import { idCheckDigit, maskIdNumber } from '@linshao/domain';
import { Clock } from '../platform/clock/clock.js';
import { createTestApp, type TestApp } from '../platform/testing/test-app.js';
import { appoint, ensureArea, signInAs, type TestPerson } from './testing/sign-in-as.js';

const COMMUNITY = '320400/320402/320402003/320402003012';
const GRID = `${COMMUNITY}/G01`;
const OTHER = '320400/320402/320402003/320402003013';
/** A valid number nobody has: place and birthday of no one. */
const idNumberOf = (serial: number): string => {
  const first17 = `32040219490307${String(serial).padStart(3, '0')}`;
  return first17 + idCheckDigit(first17);
};

let testApp: TestApp;
let areas: { community: string; grid: string; other: string };
let dispatcher: TestPerson;
let admin: TestPerson;
let gridWorker: TestPerson;
let neighbour: TestPerson;
let resident: TestPerson;
let last = 0;

beforeAll(async () => {
  testApp = await createTestApp();
  areas = {
    community: await ensureArea(testApp, COMMUNITY),
    grid: await ensureArea(testApp, GRID),
    other: await ensureArea(testApp, OTHER),
  };
  dispatcher = await signInAs(testApp, { name: '周派单', posts: [{ role: 'dispatcher', area: COMMUNITY }] });
  admin = await signInAs(testApp, { posts: [{ role: 'administrator', area: COMMUNITY }] });
  gridWorker = await signInAs(testApp, { posts: [{ role: 'grid_worker', area: GRID }] });
  neighbour = await signInAs(testApp, { posts: [{ role: 'dispatcher', area: OTHER }] });
  resident = await signInAs(testApp);
});
afterAll(() => testApp.close());
afterEach(() => jest.restoreAllMocks());

const phone = (): string => `139${String((last += 1)).padStart(8, '0')}`;
const post = (by: TestPerson, path: string, body: object = {}) =>
  testApp.http().post(`/api/persons${path}`).set(by.headers).send(body);
const get = (by: TestPerson, path: string) => testApp.http().get(`/api/persons${path}`).set(by.headers);
const patch = (by: TestPerson, id: string, body: object) =>
  testApp.http().patch(`/api/persons/${id}`).set(by.headers).send(body);
const register = async (body: object = {}) =>
  (await post(dispatcher, '', { name: '王秀英', areaId: areas.grid, phone: phone(), ...body }).expect(201)).body;
const stored = (id: string) =>
  testApp.database.first<Record<string, unknown>>(
    'SELECT phone_sealed, phone_lookup, id_number_sealed, name, version FROM persons WHERE id = $1',
    [id],
  );

describe('registering', () => {
  it('answers masked numbers, and keeps none in the clear', async () => {
    const person = await register({
      name: '欧阳修文',
      phone: '+86 138-1234-1234',
      idNumber: idNumberOf(1).toLowerCase(),
    });
    expect(person).toMatchObject({
      name: '欧阳修文',
      phone: '138****1234',
      idNumber: maskIdNumber(idNumberOf(1)),
      phoneVerified: false,
    });
    expect(person.areas).toEqual([{ id: areas.grid, name: 'G01', path: GRID }]);
    expect(JSON.stringify(await stored(person.id))).not.toMatch(/13812341234|19490307/);
  });

  it('is for registrars of the place', async () => {
    const body = { name: '王秀英', areaId: areas.grid };
    await post(gridWorker, '', body).expect(201);
    await post(gridWorker, '', { ...body, areaId: areas.community }).expect(403);
    await post(neighbour, '', body).expect(403);
    await post(resident, '', body).expect(403);
    await post(admin, '', { ...body, areaId: '019a0000-0000-7000-8000-000000000000' }).expect(403);
    await testApp.http().post('/api/persons').send(body).expect(401);
  });

  it('does the same thing once for one Idempotency-Key', async () => {
    const send = () => post(dispatcher, '', { name: '一次', areaId: areas.grid }).set('Idempotency-Key', 'k-1');
    const answers = await Promise.all([send(), send(), send()]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  });

  it('lets a family share a phone, and nobody an ID number', async () => {
    const shared = phone();
    await register({ phone: shared });
    await register({ phone: shared });
    await register({ idNumber: idNumberOf(2) });
    const { body } = await post(dispatcher, '', {
      name: '冒名',
      areaId: areas.grid,
      idNumber: idNumberOf(2),
    }).expect(409);
    expect(body.code).toBe('person.id_number_taken');
  });

  it.each([
    ['phone', '12345678901'],
    ['phone', '138****1234'],
    ['phone', 13812341234],
    ['idNumber', '320402194903070011'],
    ['idNumber', '3204************1X'],
    ['name', '王*英'],
    ['name', ''],
    ['name', '长'.repeat(51)],
    ['areaId', 'x'],
    ['flag', true],
  ])('refuses %s = %p', async (field, value) => {
    const { body } = await post(dispatcher, '', { name: '王秀英', areaId: areas.grid, [field]: value }).expect(400);
    expect(body.errors[0].field).toBe(field);
  });

  it('takes rare characters', async () => {
    expect((await register({ name: '𠮷㐂\u202e' })).name).toBe('𠮷㐂');
  });
});

describe('seeing a person', () => {
  it('takes a post over one of their places; for others they do not exist', async () => {
    const { id } = await register();
    for (const by of [dispatcher, admin, gridWorker]) await get(by, `/${id}`).expect(200);
    for (const by of [neighbour, resident]) await get(by, `/${id}`).expect(404);
    await get(dispatcher, '/not-an-id').expect(404);
  });

  it('ends with the post', async () => {
    const { id } = await register();
    const to = new Date(Date.now() + 60_000);
    const guest = await signInAs(testApp, { posts: [{ role: 'supervisor', area: COMMUNITY, to }] });
    await get(guest, `/${id}`).expect(200);
    jest.spyOn(testApp.app.get(Clock), 'now').mockReturnValue(to);
    await get(guest, `/${id}`).expect(404);
  });

  it('lists an area page by page, all below it included', async () => {
    const made = [
      await register({ name: '甲列表' }),
      await register({ name: '乙列表' }),
      await register({ name: '丙列表' }),
    ];
    const query = `?area=${areas.community}&q=${encodeURIComponent('列表')}&limit=2`;
    const { body: first } = await get(dispatcher, query).expect(200);
    const { body: second } = await get(dispatcher, `${query}&cursor=${first.nextCursor}`).expect(200);
    expect([...first.items, ...second.items].map(({ id }: { id: string }) => id)).toEqual(
      made.map(({ id }) => id).reverse(),
    );
    expect(second.nextCursor).toBeNull();
    await get(neighbour, query).expect(403);
    await get(gridWorker, query).expect(403);
    await get(dispatcher, `${query}&cursor=zzz`).expect(400);
  });
});

describe('finding by number', () => {
  it('finds exactly, in any spelling; strangers come masked, and the look-up is recorded', async () => {
    const number = phone();
    const { id } = await register({ phone: number });
    const find = (by: TestPerson, body: object) => post(by, '/find', body);
    const { body: own } = await find(dispatcher, { phone: `+86 ${number.slice(0, 3)} ${number.slice(3)}` }).expect(200);
    expect(own.items).toMatchObject([{ id, name: '王秀英' }]);
    const { body: foreign } = await find(neighbour, { phone: number }).expect(200);
    expect(foreign.items).toMatchObject([{ id, name: '王*英', areas: [] }]);
    expect((await find(dispatcher, { phone: phone() }).expect(200)).body.items).toEqual([]);
    await find(dispatcher, {}).expect(400);
    await find(resident, { phone: number }).expect(403);
    const { body: looks } = await get(admin, `/${id}/looks`).expect(200);
    expect(looks.items.map(({ byId }: { byId: string }) => byId)).toEqual([neighbour.personId, dispatcher.personId]);
  });
});

describe('correcting an entry', () => {
  it('keeps the real number when the masked one comes back', async () => {
    const person = await register({ name: '李四光', idNumber: idNumberOf(3) });
    const before = await stored(person.id);
    const { body } = await patch(dispatcher, person.id, {
      version: 1,
      name: '李*光',
      phone: person.phone,
      idNumber: person.idNumber,
    }).expect(200);
    expect(body).toMatchObject({ name: '李四光', phone: person.phone, version: 2 });
    expect(await stored(person.id)).toMatchObject({ ...before, version: 2 });
  });

  it('refuses a masked number that somebody edited', async () => {
    const { id } = await register();
    const { body } = await patch(dispatcher, id, { version: 1, phone: '138****9999' }).expect(400);
    expect(body.errors).toMatchObject([{ field: 'phone', code: 'masked' }]);
  });

  it('changes and removes', async () => {
    const { id } = await register();
    const number = phone();
    await patch(dispatcher, id, { version: 1, phone: number, name: '王秀兰' }).expect(200);
    expect((await post(dispatcher, '/find', { phone: number })).body.items).toMatchObject([{ id, name: '王秀兰' }]);
    expect((await patch(dispatcher, id, { version: 2, phone: null }).expect(200)).body.phone).toBeNull();
  });

  it('tells who comes late what there is now', async () => {
    const { id } = await register();
    await patch(dispatcher, id, { version: 1, name: '先到' }).expect(200);
    const { body } = await patch(admin, id, { version: 1, name: '后到' }).expect(409);
    expect(body).toMatchObject({ code: 'person.stale', current: { name: '先到', version: 2 } });
  });

  it('is an administrator’s over all posts where there are any: a phone is a way in', async () => {
    const { id } = await register();
    await appoint(testApp, id, { role: 'dispatcher', area: COMMUNITY });
    expect((await patch(dispatcher, id, { version: 1, phone: phone() }).expect(403)).body.code).toBe(
      'person.not_yours',
    );
    await patch(admin, id, { version: 1, phone: phone() }).expect(200);
    await appoint(testApp, id, { role: 'secretary', area: OTHER });
    await patch(admin, id, { version: 2, phone: phone() }).expect(403);
  });

  it('leaves a number alone that its owner has proven', async () => {
    const { id } = await register();
    await testApp.database.rows('UPDATE persons SET phone_verified_at = now() WHERE id = $1', [id]);
    expect((await patch(dispatcher, id, { version: 1, phone: phone() }).expect(409)).body.code).toBe(
      'person.phone_verified',
    );
    await patch(dispatcher, id, { version: 1, name: '改名' }).expect(200);
  });
});

describe('an unmasked look', () => {
  const ask = { fields: ['phone', 'name'], purpose: '上门核实漏水情况' };

  it('needs a purpose and a post over the person, and is recorded with both', async () => {
    const number = phone();
    const { id } = await register({ phone: number });
    const { body } = await post(dispatcher, `/${id}/reveal`, ask).expect(200);
    expect(body).toEqual({ id, name: '王秀英', phone: number });
    const { body: looks } = await get(admin, `/${id}/looks`).expect(200);
    expect(looks.items).toMatchObject([
      {
        byId: dispatcher.personId,
        byName: '周派单',
        postName: 'dispatcher',
        fields: ['phone', 'name'],
        purpose: ask.purpose,
      },
    ]);
  });

  it('does not reach into another area, and no resident', async () => {
    const { id } = await register();
    for (const by of [neighbour, resident]) await post(by, `/${id}/reveal`, ask).expect(404);
    expect((await get(admin, `/${id}/looks`).expect(200)).body.items).toEqual([]);
  });

  it.each([
    [{ ...ask, purpose: '看看' }],
    [{ ...ask, purpose: '' }],
    [{ fields: ['phone'] }],
    [{ ...ask, fields: [] }],
    [{ ...ask, fields: ['password'] }],
    [{ ...ask, fields: 'phone' }],
  ])('is refused for %j', async (body) => {
    const { id } = await register();
    await post(dispatcher, `/${id}/reveal`, body).expect(400);
  });

  it('shows its record to the person and to administrators, not to those who look', async () => {
    const { id } = await register();
    await post(dispatcher, `/${id}/reveal`, ask).expect(200);
    await get(dispatcher, `/${id}/looks`).expect(404);
    await get(neighbour, `/${id}/looks`).expect(404);
    await get(dispatcher, `/${dispatcher.personId}/looks`).expect(200);
  });
});

describe('blocking an account', () => {
  it('ends its sessions at once, and opens it again', async () => {
    const person = await signInAs(testApp, { posts: [{ role: 'cadre', area: GRID }] });
    await post(admin, `/${person.personId}/disable`, { reason: '调离岗位' }).expect(200);
    await get(person, `/${person.personId}`).expect(401);
    const { body } = await post(admin, `/${person.personId}/enable`).expect(200);
    expect(body.disabled).toBe(false);
  });

  it('reaches neither other areas nor higher posts nor oneself', async () => {
    const superior = await signInAs(testApp, {
      posts: [
        { role: 'supervisor', area: '320400/320402/320402003' },
        { role: 'cadre', area: GRID },
      ],
    });
    await post(admin, `/${superior.personId}/disable`, { reason: '不该成功' }).expect(403);
    await post(admin, `/${admin.personId}/disable`, { reason: '不该成功' }).expect(403);
    await post(admin, `/${neighbour.personId}/disable`, { reason: '不该成功' }).expect(404);
    await post(dispatcher, `/${gridWorker.personId}/disable`, { reason: '不该成功' }).expect(403);
  });
});
