import { containsPoint, type Polygon } from '@linshao/domain';
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../migrations/index.js';
import { dataSourceOptions } from '../platform/database/data-source.js';
import { Database } from '../platform/database/database.js';
import { createTestDatabase, type TestDatabase } from '../platform/testing/test-database.js';
import { AreaChangesRepository } from './area-changes.repository.js';
import { AreaReferencesRepository } from './area-references.repository.js';
import { AreasRepository } from './areas.repository.js';
import { AreasService } from './areas.service.js';
import { polygonText } from './polygon-column.js';

let testDatabase: TestDatabase;
let dataSource: DataSource;
let areas: AreasService;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  dataSource = await new DataSource(dataSourceOptions(testDatabase.url, 4, MIGRATIONS)).initialize();
  const database = new Database(dataSource);
  areas = new AreasService(
    database,
    new AreasRepository(database),
    new AreaReferencesRepository(),
    new AreaChangesRepository(),
  );
});

afterAll(async () => {
  await dataSource.destroy();
  await testDatabase.drop();
});

const CITY = 320400;

async function add(path: string, polygon: Polygon | null = null): Promise<string> {
  const codes = path.split('/');
  const parent = codes.length > 1 ? await areas.areaByPath(CITY, codes.slice(0, -1).join('/')) : null;
  const id = uuidv7();
  await dataSource.query(
    `INSERT INTO areas (city_id, id, code, name, level, parent_id, path, polygon, source)
     VALUES ($1, $2, $3, $3, 'grid', $4, $5, $6, 'test')`,
    [CITY, id, codes.at(-1), parent?.id ?? null, path, polygonText(polygon)],
  );
  return id;
}

const COMMUNITY = '320400/320402/320402003/320402003012';
const OTHER = '320400/320402/320402003/320402003013';

beforeEach(async () => {
  await dataSource.query('DELETE FROM areas');
  for (const path of ['320400', '320400/320402', '320400/320402/320402003', COMMUNITY, OTHER]) await add(path);
});

describe('the tree', () => {
  it('takes a subtree and nothing that only begins alike', async () => {
    for (const path of ['/G1', '/G1/G1-E1', '/G10', '/G1-2']) await add(COMMUNITY + path);
    const below = await areas.subtree(CITY, `${COMMUNITY}/G1`);
    expect(below.map(({ code }) => code)).toEqual(['G1', 'G1-E1']);
  });

  it('names what is above, the city first', async () => {
    const above = await areas.ancestors(CITY, COMMUNITY);
    expect(above.map(({ code }) => code)).toEqual(['320400', '320402', '320402003']);
  });

  it('finds an own code inside its community, and alone only while it is the only one', async () => {
    const mine = await add(`${COMMUNITY}/G01`);
    expect((await areas.areaByCode(CITY, 'G01'))?.id).toBe(mine);
    const theirs = await add(`${OTHER}/G01`);
    expect(await areas.areaByCode(CITY, 'G01')).toBeNull();
    expect((await areas.areaByCode(CITY, '320402003013/G01'))?.id).toBe(theirs);
    expect((await areas.areaByCode(CITY, '320402003012'))?.path).toBe(COMMUNITY);
  });

  it('finds what is named by its path, however deep, or by its code', async () => {
    await add(`${COMMUNITY}/G01`);
    await add(`${OTHER}/G01`);
    const estate = await add(`${COMMUNITY}/G01/G01-E01`);
    for (const name of [`${COMMUNITY}/G01/G01-E01`, 'G01-E01', '320402003012/G01-E01'])
      expect((await areas.areaNamed(CITY, name))?.id).toBe(estate);
    expect((await areas.areaNamed(CITY, '320400'))?.path).toBe('320400');
    for (const name of ['G01', `${COMMUNITY}/G02`, '', '/', '..']) expect(await areas.areaNamed(CITY, name)).toBeNull();
  });

  it('lets no two areas of a community share a code, wherever they hang', async () => {
    await add(`${COMMUNITY}/G01`);
    await add(`${COMMUNITY}/G01/G01-A`);
    await add(`${COMMUNITY}/G01/G01-A/G01-A-B`);
    await expect(add(`${COMMUNITY}/G01/G01-A-B`)).rejects.toMatchObject({ code: '23505' });
  });
});

describe('areaAtPoint', () => {
  const square = (west: number, south: number, size: number): Polygon => [
    { lng: west, lat: south },
    { lng: west + size, lat: south },
    { lng: west + size, lat: south + size },
    { lng: west, lat: south + size },
  ];

  it('prefers the smallest, then the smaller path, whatever the order of insertion', async () => {
    await add(`${COMMUNITY}/G02`, square(119.9, 31.7, 0.2));
    await add(`${COMMUNITY}/G02/G02-M1`, square(119.95, 31.75, 0.05));
    await add(`${COMMUNITY}/G01`, square(119.9, 31.7, 0.2));
    expect((await areas.areaAtPoint(CITY, 119.97, 31.78))?.code).toBe('G02-M1');
    expect((await areas.areaAtPoint(CITY, 119.91, 31.71))?.code).toBe('G01');
    expect(await areas.areaAtPoint(CITY, 118, 31)).toBeNull();
    expect(await areas.areaAtPoint(320500, 119.97, 31.78)).toBeNull();
  });

  it('agrees with the pure rule on random points of random triangles', async () => {
    const coordinate = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }));
    const place = coordinate.map(([x, y]) => ({ lng: 119 + x / 1000, lat: 31 + y / 1000 }));
    const triangle = fc.tuple(place, place, place).filter(([a, b, c]) => {
      const twice = (b.lng - a.lng) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lng - a.lng);
      return Math.abs(twice) > 1e-3;
    });
    // Off the raster of the corners: exactly on a border, rounding decides and either answer is right.
    const point = coordinate.map(([x, y]) => ({ lng: 119 + x / 1000 + 0.000313, lat: 31 + y / 1000 + 0.000471 }));
    await fc.assert(
      fc.asyncProperty(triangle, fc.array(point, { minLength: 1, maxLength: 20 }), async (polygon, points) => {
        await dataSource.query(`DELETE FROM areas WHERE code = 'G77'`);
        const id = await add(`${COMMUNITY}/G77`, polygon);
        for (const { lng, lat } of points) {
          const found = await areas.areaAtPoint(CITY, lng, lat);
          expect(found?.id ?? null).toBe(containsPoint(polygon, { lng, lat }) ? id : null);
        }
      }),
      { numRuns: 60 },
    );
  });
});
