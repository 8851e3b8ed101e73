import type { Workbook } from 'exceljs';
import type { Column } from './column.js';
import type { ImportKind } from './import-kind.js';
import { MOST_ROWS } from './limits.js';
import { EXAMPLE } from './read-sheet.js';

const HEADING_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFDE9E7' } } as const;
const asText = ({ check }: Column): boolean =>
  check === 'code' || check === 'time' || check === 'reference' || check === 'phone' || check === 'idNumber';

/** An .xlsx to fill in: headings, an example row that the import skips, lists to choose from, and a page that explains. */
export async function templateOf({ name, columns }: Pick<ImportKind, 'name' | 'columns'>): Promise<Buffer> {
  // Half a second of every start, for tables that are rarely asked for: read when the first one is.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map((column) => ({
    key: column.key,
    header: column.required ? `${column.heading}*` : column.heading,
    width: Math.max(14, Math.min(40, column.example.length + 6)),
    // As text, so that leading zeros and long numbers stay as they were typed.
    style: asText(column) ? { numFmt: '@' } : {},
  }));
  sheet.getRow(1).eachCell((cell) => {
    cell.font = { bold: true };
    cell.fill = HEADING_FILL;
  });
  sheet.addRow(columns.map(({ example }, index) => (index === 0 ? `${EXAMPLE}：${example}` : example)));
  sheet.getRow(2).font = { italic: true, color: { argb: 'FF888888' } };
  explain(workbook, columns);
  for (const [index, { key, choices }] of columns.entries()) {
    if (!choices) continue;
    const list = { type: 'list', allowBlank: true, formulae: [rangeOf(choices, index)] } as const;
    const { letter } = sheet.getColumn(key);
    // The typings leave out the collection behind a sheet's rules, the only way to set one for a whole column.
    const rules = sheet as unknown as { dataValidations: { add(range: string, rule: typeof list): void } };
    rules.dataValidations.add(`${letter}3:${letter}${MOST_ROWS + 2}`, list);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const ALLOWED_FROM_ROW = 2;
const ALLOWED = '可选值';
const letterOf = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);
const rangeOf = (choices: Readonly<Record<string, string>>, index: number): string =>
  `${ALLOWED}!$${letterOf(index)}$${ALLOWED_FROM_ROW}:$${letterOf(index)}$${Object.keys(choices).length + 1}`;

function explain(workbook: Workbook, columns: readonly Column[]): void {
  const notes = workbook.addWorksheet('填写说明');
  notes.columns = [
    { header: '列', width: 16 },
    { header: '必填', width: 8 },
    { header: '怎么填', width: 60 },
    { header: '例子', width: 40 },
  ];
  for (const { heading, required, hint, example } of columns)
    notes.addRow([heading, required ? '是' : '', hint, example]);
  notes.addRow([]);
  notes.addRow(['', '', `以“${EXAMPLE}”开头的行不会导入；一次最多 ${MOST_ROWS} 行；重复导入同一张表不会重复添加。`]);
  const allowed = workbook.addWorksheet(ALLOWED);
  allowed.columns = columns.map(({ heading, choices }) => ({ header: choices ? heading : '', width: 20 }));
  const longest = Math.max(...columns.map(({ choices }) => Object.keys(choices ?? {}).length));
  for (let row = 0; row < longest; row += 1) {
    allowed.addRow(columns.map(({ choices }) => Object.values(choices ?? {})[row] ?? ''));
  }
}
