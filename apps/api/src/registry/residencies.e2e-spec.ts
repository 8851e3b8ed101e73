import { ensureArea, signInAs, type TestPerson } from '../identity/testing/sign-in-as.js';
import { AreaPathHolders } from '../organisation/area-path-holders.service.js';
import { Subscriptions } from '../platform/events/subscriptions.js';
import { createTestApp, type TestApp } from '../platform/testing/test-app.js';
import { residencyDecided, residencyRequested } from './registry.events.js';

const COMMUNITY = '320400/320402/320402003/320402003012';
const GRID = `${COMMUNITY}/G01`;
const BUILDING = `${GRID}/G01-B03`;
const OTHER_BUILDING = '320400/320402/320402003/320402003013/G01/G01-B01';

let testApp: TestApp;
let gridWorker: TestPerson;
let neighbour: TestPerson;
let building: string;
const told: unknown[] = [];

beforeAll(async () => {
  testApp = await createTestApp();
  building = await ensureArea(testApp, BUILDING);
  await ensureArea(testApp, OTHER_BUILDING);
  await testApp.database.rows(`UPDATE areas SET name = '富强新村社区' WHERE path = $1`, [COMMUNITY]);
  await testApp.database.rows(`UPDATE areas SET name = '3幢' WHERE path = $1`, [BUILDING]);
  gridWorker = await signInAs(testApp, { posts: [{ role: 'grid_worker', area: GRID }] });
  neighbour = await signInAs(testApp, {
    posts: [{ role: 'grid_worker', area: '320400/320402/320402003/320402003013' }],
  });
  const subscriptions = testApp.app.get(Subscriptions);
  subscriptions.afterCommit(
    residencyRequested,
    'test',
    async (events) => void told.push(...events.map(({ payload }) => payload)),
  );
  subscriptions.afterCommit(
    residencyDecided,
    'test',
    async (events) => void told.push(...events.map(({ payload }) => payload)),
  );
});
afterAll(() => testApp.close());
beforeEach(() => void told.splice(0));

const call = (by: TestPerson, method: 'get' | 'post' | 'delete', path: string, body?: object) => {
  const request = testApp.http()[method](`/api/${path}`).set(by.headers);
  return body ? request.send(body) : request;
};
const dwell = async (room: string, areaId = building) =>
  (await call(gridWorker, 'post', 'dwellings', { areaId, room }).expect(201)).body;
const ask = (by: TestPerson, body: object) => call(by, 'post', 'residencies', { relation: 'owner', ...body });
const me = async (by: TestPerson) => (await call(by, 'get', 'me').expect(200)).body;

describe('dwellings', () => {
  it('are added once, by registrars of the place, where people can live', async () => {
    const first = await dwell('101');
    expect(first).toMatchObject({ room: '101', areaPath: BUILDING, address: '富强新村社区 G01 3幢 101' });
    expect((await dwell('101')).id).toBe(first.id);
    await call(neighbour, 'post', 'dwellings', { areaId: building, room: '102' }).expect(403);
    await call(gridWorker, 'post', 'dwellings', { areaId: await ensureArea(testApp, GRID), room: '1' }).expect(422);
    await call(gridWorker, 'post', 'dwellings', { areaId: first.id, room: '1' }).expect(404);
  });

  it('are listed page by page to whoever is signed in', async () => {
    for (const room of ['201', '202', '203']) await dwell(room);
    const resident = await signInAs(testApp);
    const path = `dwellings?area=${await ensureArea(testApp, COMMUNITY)}&room=20&limit=2`;
    const { body: first } = await call(resident, 'get', path).expect(200);
    const { body: second } = await call(resident, 'get', `${path}&cursor=${first.nextCursor}`).expect(200);
    expect([...first.items, ...second.items].map(({ room }: { room: string }) => room)).toEqual(['201', '202', '203']);
    expect(second.nextCursor).toBeNull();
    await call(resident, 'get', `${path}&cursor=e30`).expect(400);
  });

  it('go only while nobody was registered there', async () => {
    const { id } = await dwell('301');
    const used = await dwell('302');
    await ask(await signInAs(testApp), { dwellingId: used.id }).expect(201);
    await call(gridWorker, 'delete', `dwellings/${id}`).expect(204);
    await call(gridWorker, 'delete', `dwellings/${id}`).expect(404);
    expect((await call(gridWorker, 'delete', `dwellings/${used.id}`).expect(409)).body.code).toBe('dwelling.in_use');
  });
});

describe('asking to be registered', () => {
  it('is one request however often it is sent', async () => {
    const resident = await signInAs(testApp);
    const { id } = await dwell('401');
    const answers = await Promise.all([1, 2, 3, 4].map(() => ask(resident, { dwellingId: id }).expect(201)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers[0]?.body).toMatchObject({ state: 'requested', address: '富强新村社区 G01 3幢 401' });
    await testApp.drain();
    expect(told.filter((fact) => (fact as { residencyId: string }).residencyId === answers[0]?.body.id)).toHaveLength(
      1,
    );
    expect((await me(resident)).homes).toMatchObject([{ state: 'requested', relation: 'owner' }]);
  });

  it('may name an address in words, kept sealed, one at a time', async () => {
    const resident = await signInAs(testApp);
    const areaId = await ensureArea(testApp, COMMUNITY);
    const { body } = await ask(resident, { areaId, address: '菜场后面的小楼二层' }).expect(201);
    expect(body.address).toBe('富强新村社区 菜场后面的小楼二层');
    expect((await ask(resident, { areaId, address: '菜场后面的小楼二层' }).expect(201)).body.id).toBe(body.id);
    expect((await ask(resident, { areaId, address: '另一处' }).expect(409)).body.code).toBe('residency.pending');
    const rows = await testApp.database.rows('SELECT * FROM residencies');
    expect(JSON.stringify(rows)).not.toContain('菜场');
  });

  it('needs a place', async () => {
    const resident = await signInAs(testApp);
    await ask(resident, {}).expect(400);
    await ask(resident, { address: '只有地址' }).expect(400);
    await ask(resident, { dwellingId: resident.personId }).expect(404);
    await ask(resident, { areaId: await ensureArea(testApp, '320400'), address: '全市' }).expect(400);
    await ask(resident, { dwellingId: (await dwell('402')).id, relation: 'king' }).expect(400);
  });
});

describe('deciding', () => {
  const requested = async (room: string) => {
    const resident = await signInAs(testApp, { name: '陈住户' });
    const { body } = await ask(resident, { dwellingId: (await dwell(room)).id }).expect(201);
    return { resident, id: body.id as string };
  };

  it('shows the requests of one’s own area only', async () => {
    const { id } = await requested('501');
    const listed = async (by: TestPerson) =>
      (await call(by, 'get', 'residencies?state=requested&limit=100').expect(200)).body.items.map(
        (r: { id: string }) => r.id,
      );
    expect(await listed(gridWorker)).toContain(id);
    expect(await listed(neighbour)).not.toContain(id);
    await call(neighbour, 'get', `residencies/${id}`).expect(404);
    await call(neighbour, 'get', `residencies?area=${building}`).expect(403);
    await call(await signInAs(testApp), 'get', 'residencies').expect(403);
  });

  it('confirms once, gives the person the area, and tells them', async () => {
    const { resident, id } = await requested('502');
    await call(gridWorker, 'get', `persons/${resident.personId}`).expect(404);
    const answers = await Promise.all(
      [1, 2, 3].map(() => call(gridWorker, 'post', `residencies/${id}/confirm`, {}).expect(200)),
    );
    expect(answers.map(({ body }) => body.state)).toEqual(['confirmed', 'confirmed', 'confirmed']);
    expect(await me(resident)).toMatchObject({ areas: [{ path: BUILDING }], homes: [{ state: 'confirmed' }] });
    await call(gridWorker, 'get', `persons/${resident.personId}`).expect(200);
    await testApp.drain();
    expect(told.filter((fact) => (fact as { state?: string }).state === 'confirmed')).toHaveLength(1);
  });

  it('matches an address with a dwelling', async () => {
    const resident = await signInAs(testApp);
    const { body } = await ask(resident, { areaId: await ensureArea(testApp, GRID), address: '三幢五楼' }).expect(201);
    await call(gridWorker, 'post', `residencies/${body.id}/confirm`, {}).expect(400);
    const dwelling = await dwell('503');
    const { body: confirmed } = await call(gridWorker, 'post', `residencies/${body.id}/confirm`, {
      dwellingId: dwelling.id,
    }).expect(200);
    expect(confirmed).toMatchObject({ dwellingId: dwelling.id, address: dwelling.address });
  });

  it('refuses with a reason, after which only a new request helps', async () => {
    const { resident, id } = await requested('504');
    await call(gridWorker, 'post', `residencies/${id}/refuse`, {}).expect(400);
    await call(gridWorker, 'post', `residencies/${id}/refuse`, { reason: '房号与姓名不符' }).expect(200);
    await call(gridWorker, 'post', `residencies/${id}/refuse`, { reason: '再来一次' }).expect(200);
    const { body } = await call(resident, 'get', `residencies/${id}`).expect(200);
    expect(body).toMatchObject({ state: 'refused', reason: '房号与姓名不符' });
    expect((await call(gridWorker, 'post', `residencies/${id}/confirm`, {}).expect(409)).body.code).toBe(
      'residency.decided',
    );
    expect((await ask(resident, { dwellingId: body.dwellingId }).expect(201)).body.id).not.toBe(id);
  });

  it('is nobody’s own business, nor another area’s', async () => {
    const { resident, id } = await requested('505');
    await call(neighbour, 'post', `residencies/${id}/confirm`, {}).expect(404);
    await call(resident, 'post', `residencies/${id}/confirm`, {}).expect(403);
    const { body } = await ask(gridWorker, { dwellingId: (await dwell('506')).id }).expect(201);
    expect((await call(gridWorker, 'post', `residencies/${body.id}/confirm`, {}).expect(403)).body.code).toBe(
      'residency.own',
    );
  });

  it('lets the worker call back, on record', async () => {
    const { resident, id } = await requested('507');
    const body = { fields: ['phone'], purpose: '电话核实住址' };
    await call(gridWorker, 'post', `residencies/${id}/reveal`, body).expect(200);
    await call(neighbour, 'post', `residencies/${id}/reveal`, body).expect(404);
    const { body: looks } = await call(resident, 'get', `persons/${resident.personId}/looks`).expect(200);
    expect(looks.items).toMatchObject([{ byId: gridWorker.personId, purpose: '电话核实住址' }]);
    await call(gridWorker, 'post', `residencies/${id}/refuse`, { reason: '查无此人' }).expect(200);
    await call(gridWorker, 'post', `residencies/${id}/reveal`, body).expect(409);
  });

  it('ends when somebody moves away, and takes the area with the last home there', async () => {
    const { resident, id } = await requested('508');
    const second = (await ask(resident, { dwellingId: (await dwell('509')).id }).expect(201)).body.id as string;
    for (const each of [id, second]) await call(gridWorker, 'post', `residencies/${each}/confirm`, {}).expect(200);
    await call(resident, 'post', `residencies/${id}/end`).expect(200);
    expect((await me(resident)).areas).toHaveLength(1);
    await call(gridWorker, 'post', `residencies/${second}/end`).expect(200);
    await call(resident, 'post', `residencies/${second}/end`).expect(200);
    expect((await me(resident)).areas).toEqual([]);
  });

  it('is forgotten with the account', async () => {
    const { resident, id } = await requested('510');
    await testApp.http().delete('/api/me').set(resident.headers).expect(204);
    await call(gridWorker, 'get', `residencies/${id}`).expect(404);
  });
});

it('keeps the area it uses, and follows it when it moves', async () => {
  const holders = testApp.app.get(AreaPathHolders);
  const { id } = await dwell('601');
  const moved = '320400/320402/320402003/320402003013/G01/G01-B09';
  await testApp.database
    .transaction(async (tx) => {
      expect(await holders.whatLiesIn(tx, 320400, BUILDING)).toBe('房屋');
      await holders.relocate(tx, 320400, {
        from: { path: BUILDING, code: 'G01-B03' },
        to: { path: moved, code: 'G01-B09' },
      });
      const row = await tx.first('SELECT area_path FROM dwellings WHERE id = $1', [id]);
      expect(row).toEqual({ area_path: moved });
      throw new Error('back');
    })
    .catch((error: Error) => expect(error.message).toBe('back'));
});
