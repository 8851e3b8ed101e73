// A thread of its own per sheet: unpacking, parsing and checking 10,000 rows takes seconds, and requests must not wait for it.
import { parentPort, workerData } from 'node:worker_threads';
import type { RowProblem } from '../platform/imports/row-outcomes.js';
import type { Column } from './column.js';
import { type CheckedRow, readSheet } from './read-sheet.js';
import { SheetRefused } from './sheet-refused.js';
import type { SheetMessage } from './sheet-reader.js';

/** Small enough that taking one in does not hold up the main thread. */
const BATCH = 250;

const { bytes, columns } = workerData as { bytes: Uint8Array; columns: readonly Column[] };
const send = (message: SheetMessage): void => parentPort?.postMessage(message);

try {
  let rows: CheckedRow[] = [];
  let problems: RowProblem[] = [];
  const flush = (): void => {
    send({ rows, problems });
    rows = [];
    problems = [];
  };
  for await (const result of readSheet(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), columns)) {
    if ('row' in result) rows.push(result.row);
    else problems.push(...result.problems);
    if (rows.length + problems.length >= BATCH) flush();
  }
  flush();
  send('done');
} catch (error) {
  if (!(error instanceof SheetRefused)) throw error;
  send({ refused: error.refusal });
}
