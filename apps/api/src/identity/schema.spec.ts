import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../migrations/index.js';
import { CreateIdentity1763000002000 } from '../migrations/1763000002000-create-identity.js';
import { createTestApp, type TestApp } from '../platform/testing/test-app.js';

const TABLES = 'persons|person_areas|logins|passwords|sessions|personal_data_looks|wechat_tokens|dwellings|residencies';

let testApp: TestApp;
let dataSource: DataSource;

beforeAll(async () => {
  testApp = await createTestApp();
  dataSource = testApp.app.get(DataSource);
});
afterAll(() => testApp.close());

it('is what the entities say, to the last index', async () => {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  const ours = upQueries.map(({ query }) => query).filter((query) => new RegExp(`"(${TABLES})"`).test(query));
  expect(ours).toEqual([]);
});

it('goes down and up again, with everything that came after it', async () => {
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  const later = MIGRATIONS.slice(MIGRATIONS.indexOf(CreateIdentity1763000002000)).map((Migration) => new Migration());
  for (const migration of later.toReversed()) await migration.down(runner);
  expect(await runner.query(`SELECT to_regclass('persons') AS persons`)).toEqual([{ persons: null }]);
  for (const migration of later) await migration.up(runner);
  await runner.rollbackTransaction();
  await runner.release();
});
