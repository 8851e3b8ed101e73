import { Worker } from 'node:worker_threads';
import type { RowProblem } from '../platform/imports/row-outcomes.js';
import { Problem } from '../platform/http/problem.js';
import type { Column } from './column.js';
import type { CheckedRow } from './read-sheet.js';
import type { SheetRefusal } from './sheet-refused.js';

export type SheetMessage =
  | { readonly rows: readonly CheckedRow[]; readonly problems: readonly RowProblem[] }
  | { readonly refused: SheetRefusal }
  | 'done';

export interface Sheet {
  readonly rows: CheckedRow[];
  readonly problems: RowProblem[];
}

const TIMEOUT_MS = 120_000;
/** Enough for 50,000 full rows; what needs more ends its own thread and nothing else. */
const THREAD_HEAP_MB = 512;

const EXTENSION = import.meta.url.slice(import.meta.url.lastIndexOf('.'));
// Tests run from the sources; unlike the test itself, a thread must be told how to read them.
const HOOKS = new URL('../platform/testing/typescript-hooks.mjs', import.meta.url).href;
const EXEC_ARGV =
  EXTENSION === '.ts'
    ? ['--import', `data:text/javascript,import { register } from 'node:module'; register('${HOOKS}')`]
    : [];

/**
 * Reads and checks a whole sheet in a thread.
 * @throws Problem 413, 422 when it cannot be read
 */
export async function readInThread(bytes: Uint8Array<ArrayBuffer>, columns: readonly Column[]): Promise<Sheet> {
  const sheet: Sheet = { rows: [], problems: [] };
  const worker = new Worker(new URL(`./sheet.worker${EXTENSION}`, import.meta.url), {
    workerData: { bytes, columns },
    transferList: [bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MB },
    execArgv: EXEC_ARGV,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on('message', (message: SheetMessage) => {
        if (message === 'done') resolve();
        else if ('refused' in message) reject(problemOf(message.refused));
        else {
          sheet.rows.push(...message.rows);
          sheet.problems.push(...message.problems);
        }
      });
      worker.once('error', (error) => reject(outOfMemory(error) ? tooBig() : error));
      worker.once('exit', () => reject(new Error('the sheet thread ended without an answer')));
      timer = setTimeout(() => reject(tooBig()), TIMEOUT_MS);
    });
    return sheet;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

const problemOf = ({ status, code, title, detail }: SheetRefusal): Problem =>
  new Problem(status, code, title, { detail });
const tooBig = (): Problem => new Problem(413, 'import.too_large', '表格太大了，请删去空白行列或分成几个文件');
const outOfMemory = (error: Error): boolean => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
