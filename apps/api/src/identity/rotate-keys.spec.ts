import { v7 as uuidv7 } from 'uuid';
import type { Config } from '../platform/config/config.js';
import { PersonalData } from '../platform/crypto/personal-data.js';
import { createTestApp, type TestApp } from '../platform/testing/test-app.js';
import { rotateColumn, sealedColumns, type SealedColumn } from './rotate-keys.js';

const key = (id: string, fill: number) => ({ id, key: Buffer.alloc(32, fill) });
const keys = (...dataKeys: Config['dataKeys']) =>
  new PersonalData({ dataKeys, hmacKey: Buffer.alloc(32) } as unknown as Config);
const OLD = keys(key('k1', 1));
const NEW = keys(key('k2', 2), key('k1', 1));
const CONTEXT = 'persons.phone_sealed';
const PEOPLE = 1_234;

let testApp: TestApp;
let column: SealedColumn;
const quiet = (): void => undefined;

beforeAll(async () => {
  testApp = await createTestApp();
  const columns = await sealedColumns(testApp.database);
  expect(columns.map(({ table, column: name }) => `${table}.${name}`)).toEqual(
    expect.arrayContaining([
      CONTEXT,
      'persons.id_number_sealed',
      'passwords.totp_sealed',
      'residencies.address_sealed',
      'wechat_tokens.token_sealed',
    ]),
  );
  column = columns.find(({ table, column: name }) => `${table}.${name}` === CONTEXT) ?? {
    table: '',
    column: '',
    key: [],
  };
});
afterAll(() => testApp.close());

beforeEach(async () => {
  await testApp.database.rows('DELETE FROM persons');
  const numbers = Array.from({ length: PEOPLE }, (_, i) => `139${String(i).padStart(8, '0')}`);
  await testApp.database.rows(
    `INSERT INTO persons (city_id, id, name, phone_sealed) SELECT 320400, id, number, sealed FROM unnest($1::uuid[], $2::text[], $3::text[]) AS s (id, number, sealed)`,
    [numbers.map(() => uuidv7()), numbers, numbers.map((number) => OLD.seal(number, CONTEXT))],
  );
});

const openAll = async (box: PersonalData): Promise<void> => {
  const rows = await testApp.database.rows<{ name: string; sealed: string }>(
    'SELECT name, phone_sealed AS sealed FROM persons',
  );
  expect(rows).toHaveLength(PEOPLE);
  for (const { name, sealed } of rows) expect(box.open(sealed, CONTEXT)).toBe(name);
};

it('seals everything anew, in batches, and finds nothing to do the second time', async () => {
  const seen: number[] = [];
  const count = await rotateColumn(testApp.database, NEW, column, ({ looked }) => void seen.push(looked));
  expect(seen).toEqual([500, 1_000, PEOPLE]);
  expect(count).toMatchObject({ looked: PEOPLE, resealed: PEOPLE, unreadable: 0 });
  await openAll(keys(key('k2', 2)));
  expect(await rotateColumn(testApp.database, NEW, column, quiet)).toMatchObject({ resealed: 0 });
});

it('goes on after it was stopped in the middle', async () => {
  const stop = ({ looked }: { looked: number }): void => {
    if (looked >= 1_000) throw new Error('killed');
  };
  await expect(rotateColumn(testApp.database, NEW, column, stop)).rejects.toThrow('killed');
  await openAll(NEW);
  expect(await rotateColumn(testApp.database, NEW, column, quiet)).toMatchObject({ resealed: PEOPLE - 1_000 });
  await openAll(keys(key('k2', 2)));
});

it('leaves and counts what no key opens', async () => {
  const stranger = keys(key('k9', 9)).seal('x', CONTEXT);
  await testApp.database.rows('UPDATE persons SET phone_sealed = $1 WHERE name = $2', [stranger, '13900000007']);
  expect(await rotateColumn(testApp.database, NEW, column, quiet)).toMatchObject({
    resealed: PEOPLE - 1,
    unreadable: 1,
  });
});
