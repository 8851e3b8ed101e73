// npm run verify-ledger [-- --city 320400]: exit code 0 when every chain holds, 1 with the first broken link.
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../platform/database/data-source.js';
import { Database } from '../platform/database/database.js';
import { LedgerRepository } from './ledger.repository.js';
import { verifyLedger } from './verify-ledger.js';

const { values } = parseArgs({ options: { city: { type: 'string' } } });
const url = process.env['DATABASE_URL'];
if (!url) {
  console.error(
    'DATABASE_URL names the database to check. 请用 DATABASE_URL 指明数据库。Of a local `npm start` it is printed by: node tools/postgres.mjs status',
  );
  process.exit(2);
}
const source = await new DataSource(dataSourceOptions(url, 2, [])).initialize();
const repository = new LedgerRepository(new Database(source));
for (const { city_id: city } of await repository.cities()) {
  if (values.city !== undefined && Number(values.city) !== city) continue;
  const began = performance.now();
  const { entries, erased, chains, broken } = await verifyLedger(repository, city);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (broken) {
    console.error(
      `city ${city}: BROKEN at link ${broken.sequence} of chain ${broken.chain} (event ${broken.eventId}): ${broken.why}`,
    );
    process.exitCode = 1;
  } else {
    console.log(
      `city ${city}: ${entries} links in ${chains} chains hold, ${erased} of them of erased words (${seconds} s)`,
    );
  }
}
await source.destroy();
