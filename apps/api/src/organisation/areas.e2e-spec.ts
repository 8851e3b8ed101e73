import { appoint, ensureArea, signInAs, type TestPerson } from '../identity/testing/sign-in-as.js';
import { createTestApp, type TestApp } from '../platform/testing/test-app.js';

const STREET = '320400/320402/320402003';
const COMMUNITY = `${STREET}/320402003012`;
const OTHER = `${STREET}/320402003013`;
const square = (west: number, south: number, size = 0.01): [number, number][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
];

let testApp: TestApp;
let admin: TestPerson;
let other: TestPerson;
let resident: TestPerson;
let community: string;

beforeAll(async () => {
  testApp = await createTestApp();
});
afterAll(() => testApp.close());

beforeEach(async () => {
  await testApp.database.rows('TRUNCATE areas CASCADE');
  await testApp.database.rows('DELETE FROM posts');
  community = await ensureArea(testApp, COMMUNITY);
  admin = await signInAs(testApp, { posts: [{ role: 'administrator', area: COMMUNITY }] });
  other = await signInAs(testApp, { posts: [{ role: 'administrator', area: OTHER }] });
  resident = await signInAs(testApp);
});

const as = (person: TestPerson) => ({
  get: (url: string) => testApp.http().get(`/api/areas${url}`).set(person.headers),
  post: (url: string, body: object) => testApp.http().post(`/api/areas${url}`).set(person.headers).send(body),
  patch: (url: string, body: object) => testApp.http().patch(`/api/areas${url}`).set(person.headers).send(body),
  delete: (url: string) => testApp.http().delete(`/api/areas${url}`).set(person.headers),
});
const grid = (code: string, more: object = {}) => ({
  parentId: community,
  level: 'grid',
  code,
  name: `第${code}网格`,
  ...more,
});
const made = async (body: object) => (await as(admin).post('', body).expect(201)).body;

describe('adding an area', () => {
  it('answers with its place, and warns about its size without refusing it', async () => {
    const area = await made(grid('G01', { households: 612, polygon: square(119.9, 31.7) }));
    expect(area).toMatchObject({ path: `${COMMUNITY}/G01`, levelName: '网格', version: 1, households: 612 });
    expect(area.ancestors.map((a: { code: string }) => a.code)).toEqual(COMMUNITY.split('/'));
    expect(area.warnings).toEqual([expect.stringContaining('612 户')]);
    expect(area.polygon).toEqual(square(119.9, 31.7));
  });

  it('warns about overlapping neighbours, not about touching ones', async () => {
    await made(grid('G01', { polygon: square(119.9, 31.7) }));
    expect((await made(grid('G02', { polygon: square(119.91, 31.7) }))).warnings).toEqual([]);
    expect((await made(grid('G03', { polygon: square(119.905, 31.705) }))).warnings).toHaveLength(2);
  });

  it.each([
    ['a level that does not fit', { level: 'unit' }, 422, 'area.level'],
    ['a code with a hyphen directly below the community', { code: 'G-1' }, 422, 'area.code'],
    ['a slash in the code', { code: 'G/1' }, 400, 'request.invalid'],
    ['an unknown parent', { parentId: '0198c0de-0000-7000-8000-000000000000' }, 404, 'area.not_found'],
    ['swapped coordinates', { polygon: square(119.9, 31.7).map(([lng, lat]) => [lat, lng]) }, 400, 'request.invalid'],
    [
      'a crossing border',
      {
        polygon: [
          [119, 31],
          [120, 32],
          [120, 31],
          [119, 32],
        ],
      },
      400,
      'request.invalid',
    ],
    [
      'two corners',
      {
        polygon: [
          [119, 31],
          [120, 32],
        ],
      },
      400,
      'request.invalid',
    ],
    ['a border of words', { polygon: 'everywhere' }, 400, 'request.invalid'],
    ['a border of nulls', { polygon: [[null, null]] }, 400, 'request.invalid'],
    ['a name of 10,000 characters', { name: '网'.repeat(10_000) }, 400, 'request.invalid'],
    ['a huge number of households', { households: 1e300 }, 400, 'request.invalid'],
    ['an unknown field', { owner: 'me' }, 400, 'request.invalid'],
  ])('refuses %s', async (_, change, status, code) => {
    const { body } = await as(admin)
      .post('', { ...grid('G01'), ...change })
      .expect(status);
    expect(body.code).toBe(code);
  });

  it('keeps rare characters and emoji in names', async () => {
    const { body } = await as(admin)
      .post('', grid('G01', { name: '㐂𠮷🏮网格' }))
      .expect(201);
    expect(body.name).toBe('㐂𠮷🏮网格');
  });

  it('lets one of ten at once have a code', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => as(admin).post('', grid('G01'))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(9).fill(409)]);
  });
});

describe('who may', () => {
  it('is an administrator of the area or of one above it, and nobody else', async () => {
    await as(resident).post('', grid('G01')).expect(403);
    const { body } = await as(other).post('', grid('G01')).expect(403);
    expect(body.code).toBe('area.beyond_yours');
    await appoint(testApp, other.personId, { role: 'administrator', area: STREET });
    await as(other).post('', grid('G01')).expect(201);
  });

  it("keeps a community from changing, moving or deleting what is another's", async () => {
    const { id, version } = await made(grid('G01'));
    const elsewhere = await ensureArea(testApp, OTHER);
    await as(other).patch(`/${id}`, { version, name: '抢来的' }).expect(403);
    await as(other).post(`/${id}/move`, { version, parentId: elsewhere }).expect(403);
    await as(other).delete(`/${id}`).expect(403);
    await as(admin).post(`/${id}/move`, { version, parentId: elsewhere }).expect(403);
  });

  it('asks everybody to sign in, and lets residents browse', async () => {
    await testApp.http().get('/api/areas').expect(401);
    const { body } = await as(resident).get('').expect(200);
    expect(body.items).toMatchObject([{ code: '320400', hasChildren: true }]);
  });
});

describe('browsing', () => {
  it('goes down level by level, page by page', async () => {
    for (const n of [1, 2, 3, 4, 5]) await made(grid(`G0${n}`));
    const first = await as(resident).get(`?parentId=${community}&limit=2`).expect(200);
    expect(first.body.items.map((a: { code: string }) => a.code)).toEqual(['G01', 'G02']);
    const rest = await as(resident).get(`?parentId=${community}&limit=100&cursor=${first.body.nextCursor}`).expect(200);
    expect(rest.body.items.map((a: { code: string }) => a.code)).toEqual(['G03', 'G04', 'G05']);
    expect(rest.body.nextCursor).toBeNull();
  });

  it('finds by two characters of the name, by one, by the beginning of the code, by level and within an area', async () => {
    await made(grid('G01', { name: '桃园里网格' }));
    await made(grid('G02', { name: '园丁网格' }));
    const codes = async (query: string) =>
      (await as(resident).get(query).expect(200)).body.items.map((a: { code: string }) => a.code);
    expect(await codes('?q=桃园')).toEqual(['G01']);
    expect(await codes('?q=园')).toEqual(['G01', 'G02']);
    expect(await codes('?q=32040200301')).toEqual(['320402003012', '320402003013']);
    expect(await codes('?level=district')).toEqual(['320402']);
    expect(await codes(`?within=${community}&level=grid`)).toEqual(['G01', 'G02']);
    expect(await codes('?code=G02')).toEqual(['G02']);
    expect(await codes(`?q=${encodeURIComponent('%_𠮷')}`)).toEqual([]);
  });

  it.each(['?limit=0', '?limit=1000', '?cursor=zzz', '?level=village', '?parentId=1', '?other=1', '?limit=NaN'])(
    'refuses %s',
    async (query) => {
      const { body } = await as(resident).get(query).expect(400);
      expect(body.code).toBe('request.invalid');
    },
  );

  it('names the grid of a point', async () => {
    await made(grid('G01', { polygon: square(119.9, 31.7) }));
    const { body } = await as(resident).get('/at?lng=119.905&lat=31.705').expect(200);
    expect(body).toMatchObject({ code: 'G01', level: 'grid' });
    await as(resident).get('/at?lng=110&lat=30').expect(404);
    await as(resident).get('/at?lng=east&lat=30').expect(400);
    await as(resident).get('/at?lng=1e400&lat=30').expect(400);
  });

  it('answers 404 for ids that are none', async () => {
    for (const id of ['x', '0198c0de-0000-7000-8000-000000000000', '𠮷']) await as(resident).get(`/${id}`).expect(404);
  });
});

describe('changing', () => {
  it('keeps what is not named, clears what is null, and counts versions', async () => {
    const { id } = await made(grid('G01', { households: 400, polygon: square(119.9, 31.7) }));
    const { body } = await as(admin).patch(`/${id}`, { version: 1, name: '新名字', polygon: null }).expect(200);
    expect(body).toMatchObject({ name: '新名字', households: 400, polygon: null, version: 2 });
  });

  it('answers a stale version with what it is now', async () => {
    const { id } = await made(grid('G01'));
    await as(admin).patch(`/${id}`, { version: 1, name: '先到' }).expect(200);
    const { body } = await as(admin).patch(`/${id}`, { version: 1, name: '后到' }).expect(409);
    expect(body).toMatchObject({ code: 'area.stale', current: { name: '先到', version: 2 } });
  });
});

describe('moving', () => {
  const below = async (parentId: string, level: string, code: string) => made({ parentId, level, code, name: code });

  it('takes everything below along: codes, paths, posts and the rights that follow', async () => {
    const [g1, g2] = [await made(grid('G01')), await made(grid('G02'))];
    const estate = await below(g1.id, 'estate', 'G01-E1');
    const building = await below(estate.id, 'building', 'G01-E1-B1');
    await below(building.id, 'unit', 'G01-E1-B1-U1');
    const worker = await signInAs(testApp, {
      posts: [{ role: 'administrator', area: `${COMMUNITY}/G01/G01-E1/G01-E1-B1` }],
    });
    await as(worker).patch(`/${building.id}`, { version: 1, name: '一幢' }).expect(200);

    const { body } = await as(admin).post(`/${estate.id}/move`, { version: 1, parentId: g2.id }).expect(200);
    expect(body).toMatchObject({ code: 'G02-E1', path: `${COMMUNITY}/G02/G02-E1`, parentId: g2.id });
    const { body: page } = await as(resident).get(`?within=${estate.id}`).expect(200);
    expect(page.items.map((a: { path: string }) => a.path)).toEqual([
      `${COMMUNITY}/G02/G02-E1`,
      `${COMMUNITY}/G02/G02-E1/G02-E1-B1`,
      `${COMMUNITY}/G02/G02-E1/G02-E1-B1/G02-E1-B1-U1`,
    ]);
    // Not three seconds later: the very next request has the right in the new place.
    await as(worker).patch(`/${building.id}`, { version: 3, name: '壹幢' }).expect(200);
  });

  it('changes an official code with all codes that begin with it', async () => {
    await made(grid('G01'));
    await appoint(testApp, admin.personId, { role: 'administrator', area: '320400' });
    const [street] = (await as(admin).get('?code=320402003')).body.items;
    await as(admin).post(`/${street.id}/move`, { version: street.version, code: '320402009' }).expect(200);
    const { body } = await as(admin).get(`?within=${street.id}`).expect(200);
    expect(body.items.map((a: { code: string }) => a.code)).toEqual([
      '320402009',
      '320402009012',
      'G01',
      '320402009013',
    ]);
  });

  it.each([
    ['below a level that cannot hold it', { parent: 'G01-E1' }, 422, 'area.level'],
    ['onto a code that is taken', { code: 'G02' }, 409, 'area.code_taken'],
    ['onto a code that does not fit', { code: 'G0-2' }, 422, 'area.code'],
    ['onto a code that makes those below too long', { code: 'G'.repeat(38) }, 422, 'area.code'],
    ['from a stale version', { version: 7 }, 409, 'area.stale'],
  ])(
    'refuses %s',
    async (_, { parent, ...change }: { parent?: string; code?: string; version?: number }, status, code) => {
      const g1 = await made(grid('G01'));
      await made(grid('G02'));
      const estate = await below(g1.id, 'estate', 'G01-E1');
      const { body } = await as(admin)
        .post(`/${g1.id}/move`, { version: 1, ...(parent && { parentId: estate.id }), ...change })
        .expect(status);
      expect(body.code).toBe(code);
    },
  );

  it('never moves a city', async () => {
    await appoint(testApp, admin.personId, { role: 'administrator', area: '320400' });
    const [city] = (await as(admin).get('')).body.items;
    const { body } = await as(admin).post(`/${city.id}/move`, { version: 1, code: '320500' }).expect(422);
    expect(body.code).toBe('area.city_stays');
  });

  it('lets what was written with the old path meanwhile follow afterwards', async () => {
    const { id } = await made(grid('G01'));
    const { personId } = await signInAs(testApp);
    await as(admin).post(`/${id}/move`, { version: 1, code: 'G09' }).expect(200);
    await testApp.database.rows(
      `INSERT INTO posts (city_id, id, person_id, role, name, scope_type, scope_id, area_path, valid_from)
       VALUES (320400, gen_random_uuid(), $1, 'grid_worker', '网格员', 'area', $2, $3, now())`,
      [personId, id, `${COMMUNITY}/G01`],
    );
    await testApp.drain();
    const post = await testApp.database.first<{ area_path: string }>(
      'SELECT area_path FROM posts WHERE person_id = $1',
      [personId],
    );
    expect(post?.area_path).toBe(`${COMMUNITY}/G09`);
  });

  it('leaves no area outside its parent when areas are added while one moves', async () => {
    const g1 = await made(grid('G01'));
    const [moved, ...added] = await Promise.all([
      as(admin).post(`/${g1.id}/move`, { version: 1, code: 'G08' }),
      ...Array.from({ length: 8 }, (_, n) =>
        as(admin).post('', {
          parentId: g1.id,
          level: 'estate',
          code: n % 2 ? `G01-E${n}` : `G08-E${n}`,
          name: `小区${n}`,
        }),
      ),
    ]);
    expect(moved?.status).toBe(200);
    expect(added.every(({ status }) => status === 201 || status === 422)).toBe(true);
    const strays = await testApp.database.rows(
      `SELECT a.path FROM areas a JOIN areas p ON p.city_id = a.city_id AND p.id = a.parent_id WHERE a.path <> p.path || '/' || a.code`,
    );
    expect(strays).toEqual([]);
  });
});

describe('deleting', () => {
  it('takes an unused area away', async () => {
    const { id } = await made(grid('G01'));
    await as(admin).delete(`/${id}`).expect(204);
    await as(admin).get(`/${id}`).expect(404);
  });

  it('refuses while anything is in it, and says what', async () => {
    const { id } = await made(grid('G01'));
    const estate = await made({ parentId: id, level: 'estate', code: 'G01-E1', name: '桃园' });
    expect((await as(admin).delete(`/${id}`).expect(409)).body).toMatchObject({
      code: 'area.in_use',
      usedBy: '下级区域',
    });
    await signInAs(testApp, { posts: [{ role: 'grid_worker', area: estate.path, to: new Date() }] });
    expect((await as(admin).delete(`/${estate.id}`).expect(409)).body.usedBy).toBe('岗位');
  });

  it('refuses while a unit answers for it', async () => {
    const { id } = await made(grid('G01'));
    await testApp
      .http()
      .post('/api/units')
      .set(admin.headers)
      .send({ code: 'WY01', name: '安居物业', kind: 'property_company', areaId: id })
      .expect(201);
    await as(admin).delete(`/${id}`).expect(409);
  });
});
