// npm run deadlines:explain -- <order number or id>: every promise of an order, and why. Reads only.
import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { CalendarsService } from '../calendars/calendars.service.js';
import { ConfigError, parseConfig } from '../platform/config/config.js';
import { dataSourceOptions } from '../platform/database/data-source.js';
import { Database } from '../platform/database/database.js';
import { explainOrder } from './explain-order.js';

const USAGE = `Usage 用法: npm run deadlines:explain -- <order number or id 诉求编号>
  e.g. npm run deadlines:explain -- 261123-000001`;
const NO_SUCH_TABLE = '42P01';

async function main(wanted: string): Promise<void> {
  const { cityId, databaseUrl } = parseConfig(process.env);
  const dataSource = await new DataSource(dataSourceOptions(databaseUrl, 2, [])).initialize();
  try {
    const database = new Database(dataSource);
    const text = await explainOrder(database, CalendarsService.on(database), cityId, wanted);
    if (text === null) throw new Error(`没有编号为 ${wanted} 的诉求。There is no such order in city ${cityId}.`);
    console.log(text);
  } finally {
    await dataSource.destroy();
  }
}

const words = (error: unknown): string => {
  if (error instanceof ConfigError || !(error instanceof Error)) return String(error);
  const isEmpty = (error as { code?: string }).code === NO_SUCH_TABLE;
  return isEmpty
    ? '这个数据库里还没有邻哨的数据，请先启动一次。This database is empty: run npm start first.'
    : error.message;
};

const [, , wanted, ...more] = process.argv;
if (!wanted || wanted.startsWith('-') || more.length > 0) {
  console.error(USAGE);
  process.exit(2);
}
main(wanted).catch((error: unknown) => {
  console.error(words(error));
  process.exitCode = 1;
});
