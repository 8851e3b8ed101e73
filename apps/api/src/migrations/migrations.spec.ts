import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../platform/database/data-source.js';
import { createTestApp, type TestApp } from '../platform/testing/test-app.js';
import { MIGRATIONS } from './index.js';

describe('migrations', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
  });
  afterAll(() => test.close());

  it('leave nothing to do between the entities and the database', async () => {
    const log = await test.app.get(DataSource).driver.createSchemaBuilder().log();
    expect(log.upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('go down to an empty schema and up again', async () => {
    const source = await new DataSource(dataSourceOptions(test.databaseUrl, 2, MIGRATIONS)).initialize();
    const tables = async () =>
      (
        await source.query<{ name: string }[]>(
          `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
        )
      ).map(({ name }) => name);
    const before = await tables();
    for (let left = MIGRATIONS.length; left > 0; left -= 1) await source.undoLastMigration();
    expect((await tables()).filter((name) => name !== 'migrations' && name !== 'typeorm_metadata')).toEqual([]);
    await source.runMigrations();
    expect(await tables()).toEqual(before);
    await source.destroy();
  });

  it('are numbered in order and named by effect', () => {
    const names = MIGRATIONS.map((migration) => new migration().name ?? '');
    const numbers = names.map((name) => Number(/\d{13}$/.exec(name)?.[0]));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    for (const name of names) expect(name).toMatch(/^[A-Z][A-Za-z]+\d{13}$/);
  });
});
