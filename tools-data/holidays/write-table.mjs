import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { readHolidays } from './read-holidays.mjs';

export const TABLE = fileURLToPath(new URL('../../libs/domain/src/time/china-holidays.ts', import.meta.url));

/** The text of the domain's table, laid out as the repository's formatter would. */
export async function tableText() {
  const { version, years, statutory } = readHolidays();
  const text = `// Written by tools-data/holidays (npm run extract). Do not edit: announce a year early through the city's calendar.
import type { HolidayTable } from './holiday-table.js';

export const CHINA_HOLIDAYS: HolidayTable = {
  version: ${JSON.stringify(version)},
  source: '国务院办公厅关于部分节假日安排的通知（各年）；全国年节及纪念日放假办法（2024年修订）',
  years: ${JSON.stringify(years)},
  statutory: ${JSON.stringify(statutory)},
};
`;
  return format(text, { ...(await resolveConfig(TABLE)), parser: 'typescript' });
}
