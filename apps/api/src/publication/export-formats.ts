import { PassThrough, pipeline, Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { stringify } from 'csv-stringify';
import { type Cell, COLUMNS } from './export-columns.js';

export const FORMATS = {
  csv: { type: 'text/csv; charset=utf-8', write: csv },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: xlsx },
} as const;

type Batches = AsyncIterable<readonly (readonly Cell[])[]>;

/** With a byte order mark, without which Excel reads Chinese as nonsense. A cell that would be a formula gets an apostrophe. */
function csv(batches: Batches): Readable {
  const table = stringify({
    header: true,
    columns: COLUMNS.map(({ header }) => header),
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  const rows = Readable.from(flattened(batches));
  // Whoever ends first ends the other; the reader of `table` sees the error.
  return pipeline(rows, table, () => undefined);
}

async function* flattened(batches: Batches): AsyncGenerator<Cell[]> {
  for await (const batch of batches) for (const row of batch) yield [...row];
}

/** Text stays text here: a cell that looks like a formula is none. */
function xlsx(batches: Batches): Readable {
  const out = new PassThrough();
  fill(batches, out).catch((error: unknown) => out.destroy(error as Error));
  return out;
}

const SLOW_READER_MS = 5;

async function fill(batches: Batches, out: PassThrough): Promise<void> {
  // Half a second of every start, for tables that are rarely asked for: read when the first one is.
  const { default: excel } = await import('exceljs');
  const book = new excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: false, useSharedStrings: false });
  const sheet = book.addWorksheet('诉求');
  sheet.columns = COLUMNS.map(({ header, width }) => ({ header, width }));
  for await (const batch of batches) {
    for (const row of batch) sheet.addRow(row).commit();
    // The writer takes any number of rows into memory: wait for a slow reader here.
    do await pause(SLOW_READER_MS);
    while (out.writableNeedDrain && !out.destroyed);
    if (out.destroyed) return;
  }
  sheet.commit();
  await book.commit();
}
