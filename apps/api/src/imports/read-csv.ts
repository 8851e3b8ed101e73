import { CsvError, parse } from 'csv-parse/sync';
import type { SheetRow } from './cell.js';
import { decodeText } from './decode-text.js';
import { MOST_ROWS } from './limits.js';
import { refused, tooManyRows } from './sheet-refused.js';

/** A quote that is never closed would swallow the rest of the file as one cell. */
const LONGEST_ROW = 200_000;
/** Headings and example. */
const HEAD_ROWS = 2;

/** @throws SheetRefused */
export function readCsv(bytes: Buffer): SheetRow[] {
  const text = decodeText(bytes);
  if (text.includes('\0')) throw refused('import.not_a_sheet', '这不是表格文件；请上传 .xlsx，或另存为 .csv 后再试');
  // Empty lines are rows too, as a spreadsheet counts them.
  let number = 0;
  let kept = 0;
  const onRecord = (cells: string[]): SheetRow | null => {
    number += 1;
    if (cells.every((cell) => cell.trim() === '')) return null;
    kept += 1;
    if (kept > MOST_ROWS + HEAD_ROWS) throw tooManyRows();
    return { number, cells: cells.map(tidy) };
  };
  try {
    const options = { delimiter: delimiterOf(text), relaxColumnCount: true, maxRecordSize: LONGEST_ROW, onRecord };
    // The typings know records of text only.
    return parse(text, options as object) as unknown as SheetRow[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const detail = `第 ${number + 1} 行附近：${error.code}`;
    throw refused('import.csv', 'CSV 里的引号没有成对，请用表格软件重新保存', detail);
  }
}

/** Comma, semicolon or tab: whichever the heading line has most of. */
function delimiterOf(text: string): string {
  const headings = text.slice(0, text.search(/[\r\n]|$/));
  const count = (mark: string): number => headings.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** People write `="0012"` or `'0012` to keep a spreadsheet from eating zeros. */
const tidy = (cell: string): string => cell.replace(/^="(.*)"$/s, '$1').replace(/^'(?=\d)/, '');
