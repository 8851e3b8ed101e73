import type { ImportRow, RowProblem } from '../platform/imports/row-outcomes.js';
import { isEmpty, isFault, type SheetRow, textOf } from './cell.js';
import { checkCell, type Value } from './check-cell.js';
import type { Column } from './column.js';
import { MOST_ROWS } from './limits.js';
import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';
import { refused, tooManyRows } from './sheet-refused.js';

export type CheckedRow = ImportRow<{ readonly [key: string]: Value }>;
export type RowResult = { readonly row: CheckedRow } | { readonly problems: readonly RowProblem[] };

/** The first filled cell of the template's example begins so; people may leave the row in. */
export const EXAMPLE = '示例';

/**
 * Reads and checks a sheet row by row. Whether it is XLSX or CSV is seen from its content, never from its name.
 * @throws SheetRefused when it cannot be read, has other columns than wanted, too many rows or none
 */
export async function* readSheet(bytes: Buffer, columns: readonly Column[]): AsyncGenerator<RowResult> {
  let order: readonly (Column | null)[] | null = null;
  let count = 0;
  for await (const row of rowsOf(bytes)) {
    if (row.cells.every(isEmpty)) continue;
    if (!order) {
      order = columnsOf(row, columns);
      continue;
    }
    if (isExample(row)) continue;
    count += 1;
    if (count > MOST_ROWS) throw tooManyRows();
    yield checkRow(row, order, columns);
  }
  if (count === 0) throw refused('import.empty', '表格里没有内容；请从第 2 行开始填写');
}

function rowsOf(bytes: Buffer): AsyncIterable<SheetRow> | Iterable<SheetRow> {
  if (bytes.length >= 4) {
    const mark = bytes.readUInt32BE(0);
    if (mark === 0x504b0304) return readXlsx(bytes);
    if (mark === 0xd0cf11e0)
      throw refused('import.old_excel', '旧版 .xls 或加密的文件无法读取；请另存为不加密的 .xlsx 后再试');
  }
  return readCsv(bytes);
}

const plain = (heading: string): string => heading.normalize('NFKC').replace(/[\s*:]|\(.*\)$/g, '');

function columnsOf({ cells }: SheetRow, columns: readonly Column[]): (Column | null)[] {
  const headings = cells.map((cell) => (isFault(cell) ? cell.fault : plain(textOf(cell))));
  const order = headings.map((heading) => columns.find((column) => plain(column.heading) === heading) ?? null);
  const unknown = headings.filter((heading, index) => heading !== '' && order[index] === null);
  const missing = columns.filter((column) => column.required && !order.includes(column)).map(({ heading }) => heading);
  const twice = order.filter((column, index) => column !== null && order.indexOf(column) !== index);
  if (unknown.length === 0 && missing.length === 0 && twice.length === 0) return order;
  const detail = [
    missing.length > 0 ? `缺少：${missing.join('、')}` : '',
    unknown.length > 0 ? `不认识：${unknown.slice(0, 10).join('、')}` : '',
    twice.length > 0 ? `重复：${twice.map((column) => column?.heading).join('、')}` : '',
  ];
  throw refused('import.headings', '表头与模板不一致，请下载模板核对', detail.filter(Boolean).join('；'));
}

function isExample({ cells }: SheetRow): boolean {
  const first = cells.find((cell) => !isEmpty(cell));
  return typeof first === 'string' && first.startsWith(EXAMPLE);
}

function checkRow(
  { number, cells }: SheetRow,
  order: readonly (Column | null)[],
  columns: readonly Column[],
): RowResult {
  // A column left out of the sheet is one left blank.
  const values: Record<string, Value> = Object.fromEntries(columns.map(({ key }) => [key, null]));
  const problems: RowProblem[] = [];
  const beyond = cells.findIndex((cell, index) => index >= order.length && !isEmpty(cell));
  if (beyond >= 0) {
    problems.push({ row: number, column: null, code: 'cells', message: `第 ${beyond + 1} 列没有表头，请核对是否错列` });
  }
  for (const [index, column] of order.entries()) {
    if (!column) continue;
    const checked = checkCell(column, cells[index]);
    if ('value' in checked) values[column.key] = checked.value;
    else problems.push({ row: number, column: column.heading, code: column.check, message: checked.problem });
  }
  return problems.length > 0 ? { problems } : { row: { ...values, row: number } };
}
