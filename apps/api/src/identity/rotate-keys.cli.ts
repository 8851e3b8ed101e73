// npm run personal-data:rotate, after a new key was put first in DATA_KEYS. Exit code 0 once every value is sealed with it.
import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { ConfigError, parseConfig } from '../platform/config/config.js';
import { PersonalData } from '../platform/crypto/personal-data.js';
import { dataSourceOptions } from '../platform/database/data-source.js';
import { Database } from '../platform/database/database.js';
import { rotateColumn, sealedColumns } from './rotate-keys.js';

const PROGRESS_EVERY_MS = 2_000;

async function main(): Promise<void> {
  const config = parseConfig(process.env);
  const personalData = new PersonalData(config);
  const dataSource = await new DataSource(dataSourceOptions(config.databaseUrl, 2, [])).initialize();
  const database = new Database(dataSource);
  let unreadable = 0;
  try {
    console.log(`Sealing with key 使用密钥 "${personalData.currentKeyId}"`);
    for (const column of await sealedColumns(database)) {
      let printed = performance.now();
      const count = await rotateColumn(database, personalData, column, ({ looked }) => {
        if (performance.now() - printed < PROGRESS_EVERY_MS) return;
        printed = performance.now();
        console.log(`  ${column.table}.${column.column}: ${looked} …`);
      });
      unreadable += count.unreadable;
      console.log(`  ${count.table}.${count.column}: ${count.resealed} of ${count.looked} sealed anew`);
    }
  } finally {
    await dataSource.destroy();
  }
  if (unreadable === 0) return console.log('Done 完成. Older keys may be taken out of DATA_KEYS. 可以移除旧密钥。');
  console.error(
    `${unreadable} values open with no key in DATA_KEYS; put the old key back and run again. 有内容无法解密，请保留旧密钥后重试。`,
  );
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError || !(error instanceof Error) ? String(error) : error.message);
  process.exitCode = 1;
});
