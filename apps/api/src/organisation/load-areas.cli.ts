// Loads official areas: npm run areas:load -- <file of tools-data/areas> [--city 320400]
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../migrations/index.js';
import { dataSourceOptions, migrate } from '../platform/database/data-source.js';
import { Database } from '../platform/database/database.js';
import { AreaChangesRepository } from './area-changes.repository.js';
import { OfficialAreasRepository } from './official-areas.repository.js';
import { type LoadCount, OfficialAreasService } from './official-areas.service.js';

const USAGE = `Usage 用法: npm run areas:load -- <file 文件> [--city 320400]
  The file comes from 文件来自: npm run areas:extract -- 320400   (or 全国 --all)
  It goes into the database of DATABASE_URL, or of \`npm start\`. 写入 DATABASE_URL 所指的库，没有则写入 npm start 的库。`;

const PROGRESS_EVERY_MS = 2_000;

const inWords = ({ cities, added, renamed, unchanged, missing }: LoadCount): string =>
  `cities ${cities}: added ${added}, renamed ${renamed}, unchanged ${unchanged}` +
  (missing > 0 ? `, in the database but not in the file ${missing} (kept)` : '');

async function main(file: string, databaseUrl: string, cityId: number | undefined): Promise<void> {
  await access(file);
  const began = performance.now();
  const seconds = (): string => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  const dataSource = await new DataSource(dataSourceOptions(databaseUrl, 2, MIGRATIONS)).initialize();
  try {
    await migrate(dataSource);
    const database = new Database(dataSource);
    const areas = new OfficialAreasService(
      database,
      new OfficialAreasRepository(database),
      new AreaChangesRepository(),
    );
    let printed = began;
    const count = await areas.load(createInterface({ input: createReadStream(file), crlfDelay: Infinity }), {
      cityId,
      progress: (soFar) => {
        if (performance.now() - printed < PROGRESS_EVERY_MS) return;
        printed = performance.now();
        console.log(`  ${seconds()}  ${inWords(soFar)}`);
      },
    });
    if (count.cities === 0) throw new Error(`${file} holds no city${cityId === undefined ? '' : ` ${cityId}`}.`);
    console.log(`Done 完成 in ${seconds()}. ${inWords(count)}`);
  } finally {
    await dataSource.destroy();
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { city: { type: 'string' } },
  strict: false,
});
const [file] = positionals;
const databaseUrl = process.env['DATABASE_URL'];
const cityId = typeof values.city === 'string' ? Number(values.city) : undefined;
if (!file || !databaseUrl || (cityId !== undefined && !Number.isInteger(cityId))) {
  console.error(USAGE);
  process.exit(2);
}
main(file, databaseUrl, cityId).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
