import { Worker } from 'node:worker_threads';
import { Problem } from '../platform/http/problem.js';
import type { RowProblem } from '../platform/imports/row-outcomes.js';
import type { Column } from './column.js';
import type { CheckedRow } from './read-sheet.js';
import type { SheetRefusal } from './sheet-refused.js';

export interface SheetTask {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly columns: readonly Column[];
}

export type SheetMessage =
  | { readonly rows: readonly CheckedRow[]; readonly problems: readonly RowProblem[] }
  | { readonly refused: SheetRefusal }
  | 'done';

export interface Sheet {
  readonly rows: CheckedRow[];
  readonly problems: RowProblem[];
}

interface Waiting {
  readonly sheet: Sheet;
  readonly resolve: (sheet: Sheet) => void;
  readonly reject: (reason: Error) => void;
}

const TIMEOUT_MS = 120_000;
/** Enough for 50,000 full rows; what needs more ends its own thread and nothing else. */
const HEAP_MB = 512;

const EXTENSION = import.meta.url.slice(import.meta.url.lastIndexOf('.'));
// Tests run from the sources; unlike the test itself, a thread must be told how to read them.
const HOOKS = new URL('../platform/testing/typescript-hooks.mjs', import.meta.url).href;
const EXEC_ARGV =
  EXTENSION === '.ts'
    ? ['--import', `data:text/javascript,import { register } from 'node:module'; register('${HOOKS}')`]
    : [];

/** A thread that reads sheets, one at a time. */
export class SheetThread {
  private readonly worker = new Worker(new URL(`./sheet.worker${EXTENSION}`, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    execArgv: EXEC_ARGV,
  });
  private waiting: Waiting | null = null;
  ended = false;

  constructor() {
    this.worker.on('message', (message: SheetMessage) => this.take(message));
    this.worker.on('error', (error) => this.end(outOfMemory(error) ? tooBig() : error));
    this.worker.on('exit', () => this.end(new Error('the sheet thread ended without an answer')));
  }

  /**
   * Reads and checks a whole sheet. `task.bytes` belong to the thread afterwards.
   * @throws Problem 413, 422 when it cannot be read
   */
  async read(task: SheetTask): Promise<Sheet> {
    const timer = setTimeout(() => this.end(tooBig()), TIMEOUT_MS);
    this.worker.ref();
    try {
      return await new Promise<Sheet>((resolve, reject) => {
        this.waiting = { sheet: { rows: [], problems: [] }, resolve, reject };
        this.worker.postMessage(task, [task.bytes.buffer]);
      });
    } finally {
      clearTimeout(timer);
      this.waiting = null;
      // An idle thread does not keep the process from ending.
      this.worker.unref();
    }
  }

  end(reason: Error): void {
    if (this.ended) return;
    this.ended = true;
    this.waiting?.reject(reason);
    void this.worker.terminate();
  }

  private take(message: SheetMessage): void {
    if (!this.waiting) return;
    const { sheet, resolve, reject } = this.waiting;
    if (message === 'done') resolve(sheet);
    else if ('refused' in message) reject(problemOf(message.refused));
    else {
      sheet.rows.push(...message.rows);
      sheet.problems.push(...message.problems);
    }
  }
}

const problemOf = ({ status, code, title, detail }: SheetRefusal): Problem =>
  new Problem(status, code, title, { detail });
const tooBig = (): Problem => new Problem(413, 'import.too_large', '表格太大了，请删去空白行列或分成几个文件');
const outOfMemory = (error: Error): boolean => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
