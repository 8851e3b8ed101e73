import { Problem } from '../platform/http/problem.js';
import type { Column } from './column.js';
import { MOST_ROWS } from './limits.js';
import { SheetReader } from './sheet-reader.js';
import { sheetXml } from './testing/sheets.js';

const COLUMNS = Array.from({ length: 10 }, (_, n): Column => {
  return { key: `c${n}`, heading: `列${'甲乙丙丁戊己庚辛壬癸'[n]}`, check: 'text', example: '', hint: '' };
});
/** A workbook as Excel writes it: cells name their texts by number. */
function workbookOf(rows: readonly (readonly string[])[]): Buffer {
  const texts = [COLUMNS.map(({ heading }) => heading), ...rows];
  let index = 0;
  const cell = (row: number, column: number): string =>
    `<c r="${String.fromCharCode(65 + column)}${row + 1}" t="s"><v>${index++}</v></c>`;
  const xml = texts.map(
    (cells, row) => `<row r="${row + 1}">${cells.map((_, column) => cell(row, column)).join('')}</row>`,
  );
  return sheetXml(xml.join(''), texts.flat());
}

let reader: SheetReader;
beforeEach(() => {
  reader = new SheetReader();
});
afterEach(() => reader.onApplicationShutdown());

const read = (bytes: Uint8Array) => reader.read({ bytes: new Uint8Array(bytes), columns: COLUMNS });

it('has memory for the largest sheet it promises to take', async () => {
  const texts = (row: number) => COLUMNS.map((_, column) => `第${row}行第${column}列的内容`);
  const sheet = await read(workbookOf(Array.from({ length: MOST_ROWS }, (_, row) => texts(row))));
  expect(sheet.rows).toHaveLength(MOST_ROWS);
  expect(sheet.rows.at(-1)).toMatchObject({ row: MOST_ROWS + 1, c9: `第${MOST_ROWS - 1}行第9列的内容` });
}, 180_000);

it('goes on with the same thread after a sheet that is refused, and reads several at once', async () => {
  const good = () => read(workbookOf([['一']]));
  await expect(read(Buffer.from('PK\x03\x04garbage'))).rejects.toThrow(Problem);
  const sheets = await Promise.all([good(), good(), good()]);
  expect(sheets.map(({ rows }) => rows.length)).toEqual([1, 1, 1]);
}, 60_000);
