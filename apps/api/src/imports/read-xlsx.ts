import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import type { Cell, SheetRow } from './cell.js';
import { pack } from './pack.js';
import { refused } from './sheet-refused.js';
import { type Part, unpack } from './unpack.js';

const SLICE_BYTES = 64 * 1024;
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
/** In the order in which the reader needs them, so that it can go through the sheet once. */
const BEFORE_SHEET = [
  '[Content_Types].xml',
  'xl/_rels/workbook.xml.rels',
  'xl/workbook.xml',
  'xl/sharedStrings.xml',
  'xl/styles.xml',
];

/**
 * Rows of the first visible sheet of an .xlsx file that hold anything. The archive is unpacked within its limits first and
 * handed to the reader as only those parts that hold cells, in the order it needs: writers differ in theirs.
 * @throws SheetRefused
 */
export async function* readXlsx(bytes: Buffer): AsyncGenerator<SheetRow> {
  const parts = unpack(bytes, (name) => BEFORE_SHEET.includes(name) || SHEET.test(name));
  const sheet = firstSheet(parts);
  if (!sheet) throw refused('import.no_sheet', '没有找到工作表；请另存为 .xlsx 或 .csv 后再试');
  const first = BEFORE_SHEET.flatMap((name) => parts.find((part) => part.name === name) ?? []);
  // The reader knows sheets by this name only.
  const archive = pack([...first, { name: 'xl/worksheets/sheet1.xml', bytes: withWholeInlineText(sheet.bytes) }]);
  const workbook = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from(slices(archive)), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  try {
    for await (const worksheet of workbook) {
      for await (const row of worksheet) {
        // exceljs counts cells from 1.
        const values = Array.isArray(row.values) ? row.values.slice(1) : [];
        yield { number: row.number, cells: Array.from(values, cellOf) };
      }
    }
  } catch {
    throw refused('import.damaged', '文件已损坏，无法打开；请用表格软件重新保存后再试');
  }
}

/** The reader keeps every event of a slice in memory at once. */
function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) yield bytes.subarray(at, at + SLICE_BYTES);
}

/** Text kept in the cell itself may come in several runs, of which the reader would keep the last only. */
function withWholeInlineText(sheet: Buffer): Buffer {
  if (!sheet.includes('<is><r>')) return sheet;
  const whole = sheet.toString('utf8').replace(/<is>(.*?)<\/is>/gs, (_, runs: string) => {
    const text = [...runs.matchAll(/<t\b[^>]*>(.*?)<\/t>/gs)].map(([, words]) => words).join('');
    return `<is><t>${text}</t></is>`;
  });
  return Buffer.from(whole);
}

function firstSheet(parts: readonly Part[]): Part | undefined {
  const xml = (name: string): string => parts.find((part) => part.name === name)?.bytes.toString('utf8') ?? '';
  const relations = xml('xl/_rels/workbook.xml.rels');
  for (const [tag] of xml('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)) {
    if (/\bstate="(hidden|veryHidden)"/.test(tag)) continue;
    const id = /:id="([^"]+)"/.exec(tag)?.[1];
    const relation = [...relations.matchAll(/<Relationship\b[^>]*>/g)].find(([text]) =>
      text.includes(`Id="${id}"`),
    )?.[0];
    const target = relation && /Target="([^"]+)"/.exec(relation)?.[1];
    const found =
      target && parts.find(({ name }) => name === (target.startsWith('/') ? target.slice(1) : `xl/${target}`));
    if (found) return found;
  }
  return undefined;
}

/** A formula counts as what it shows; rich text and links as their words. */
function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || value instanceof Date) return value;
  if (typeof value === 'number') return Number.isNaN(value) ? { fault: '没有结果' } : value;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value !== 'object') return null;
  if ('error' in value) return { fault: String(value.error) };
  if ('richText' in value && Array.isArray(value.richText)) {
    return value.richText.map((run: { text?: unknown }) => (typeof run.text === 'string' ? run.text : '')).join('');
  }
  if ('text' in value) return cellOf(value.text);
  return 'result' in value ? cellOf(value.result) : { fault: '没有结果' };
}
