// Sheets are read in threads: unpacking, parsing and checking 10,000 rows takes seconds, and requests must not wait for it.
import { parentPort } from 'node:worker_threads';
import type { RowProblem } from '../platform/imports/row-outcomes.js';
import { type CheckedRow, readSheet } from './read-sheet.js';
import type { SheetMessage, SheetTask } from './sheet-thread.js';
import { SheetRefused } from './sheet-refused.js';

/** Small enough that taking one in does not hold up the main thread. */
const BATCH = 250;

const send = (message: SheetMessage): void => parentPort?.postMessage(message);

async function read({ bytes, columns }: SheetTask): Promise<void> {
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
}

parentPort?.on('message', (task: SheetTask) => {
  read(task).then(
    () => send('done'),
    (error: unknown) => {
      // Anything else ends the thread, and the one who waits for it is told.
      if (!(error instanceof SheetRefused)) throw error;
      send({ refused: error.refusal });
    },
  );
});
