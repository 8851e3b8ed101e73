import { activePosts } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { type Caller, CallerSource } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { notFound, Problem } from '../platform/http/problem.js';
import { RowOutcomes, type RowProblem } from '../platform/imports/row-outcomes.js';
import type { ImportKind } from './import-kind.js';
import { ImportKinds } from './import-kinds.js';
import type { ImportKindsDto, ImportQueryDto, ImportResultDto } from './import.dto.js';
import { MOST_PROBLEMS } from './limits.js';
import type { CheckedRow } from './read-sheet.js';
import { SheetReader } from './sheet-reader.js';
import { templateOf } from './template.js';

/** Rows decided together: one round trip each for finding and writing them. */
const BATCH = 500;
/** Sheets read and written at once in this process. */
const MOST_AT_ONCE = 2;

/** Thrown to undo the transaction; never leaves this file. */
class Undo extends Error {}

/** Sheets of areas, units, people …: read in a thread, decided and written in one transaction. */
@Injectable()
export class ImportsService {
  private running = 0;

  constructor(
    private readonly database: Database,
    private readonly kinds: ImportKinds,
    private readonly reader: SheetReader,
    private readonly callers: CallerSource,
    private readonly clock: Clock,
  ) {}

  list(): ImportKindsDto {
    return {
      items: this.kinds.all.map(({ code, name, columns }) => ({
        code,
        name,
        columns: columns.map(({ heading, check, required, choices, example, hint }) => ({
          heading,
          check,
          required: required ?? false,
          choices: Object.values(choices ?? {}),
          example,
          hint,
        })),
      })),
    };
  }

  async template(code: string): Promise<Buffer> {
    return templateOf(this.kind(code));
  }

  /**
   * @param receive called when a place is free, so that waiting files take no memory.
   * @throws Problem 422 `import.rows_wrong` with the whole result when rows are wrong and nothing but all was wanted
   */
  async run(
    caller: Caller,
    code: string,
    options: ImportQueryDto,
    receive: () => Promise<Uint8Array<ArrayBuffer>>,
  ): Promise<ImportResultDto> {
    const kind = this.kind(code);
    if (!activePosts(caller.actor, this.clock.now()).some(({ role }) => kind.roles.includes(role))) {
      throw new Problem(403, 'auth.not_allowed', `您的岗位不能导入${kind.name}`);
    }
    if (this.running >= MOST_AT_ONCE) {
      throw new Problem(503, 'import.busy', '正在处理别的导入，请稍后再试', { retryAfterSeconds: 10 });
    }
    this.running += 1;
    try {
      const sheet = await this.reader.read({ bytes: await receive(), columns: kind.columns });
      return await this.write(caller, kind, options, sheet.rows, sheet.problems);
    } finally {
      this.running -= 1;
    }
  }

  private async write(
    caller: Caller,
    kind: ImportKind,
    { mode, dryRun = false }: ImportQueryDto,
    read: readonly CheckedRow[],
    problems: readonly RowProblem[],
  ): Promise<ImportResultDto> {
    const outcomes = new RowOutcomes();
    outcomes.problems.push(...problems);
    const badRows = new Set(problems.map(({ row }) => row)).size;
    const rows = this.withoutRepeats(kind, read, outcomes);
    const applied = await this.committed(async (tx) => {
      await kind.begin?.(tx, caller);
      for (let at = 0; at < rows.length; at += BATCH) await kind.take(tx, caller, rows.slice(at, at + BATCH), outcomes);
      if (dryRun || (mode === 'all-or-nothing' && outcomes.problems.length > 0)) throw new Undo();
    });
    if (applied) for (const person of outcomes.persons) this.callers.forget(person);
    const result: ImportResultDto = {
      kind: kind.code,
      mode,
      dryRun,
      applied: applied && outcomes.added + outcomes.changed > 0,
      rows: read.length + badRows,
      added: outcomes.added,
      changed: outcomes.changed,
      unchanged: outcomes.unchanged,
      failed: new Set(outcomes.problems.map(({ row }) => row)).size,
      problems: outcomes.problems.sort((a, b) => a.row - b.row).slice(0, MOST_PROBLEMS),
    };
    if (applied || dryRun) return result;
    const title = `有 ${result.failed} 行需要修改，本次没有导入任何内容`;
    throw new Problem(422, 'import.rows_wrong', title, { facts: { result: { ...result, added: 0, changed: 0 } } });
  }

  private async committed(work: (tx: Transaction) => Promise<void>): Promise<boolean> {
    try {
      await this.database.transaction(work);
      return true;
    } catch (error) {
      if (error instanceof Undo) return false;
      throw error;
    }
  }

  private withoutRepeats(kind: ImportKind, rows: readonly CheckedRow[], outcomes: RowOutcomes): CheckedRow[] {
    const seen = new Map<string, number>();
    const once = rows.filter((row) => {
      const key = JSON.stringify(kind.key.map((column) => row[column]));
      const before = seen.get(key);
      if (before === undefined) seen.set(key, row.row);
      else outcomes.refuse(row, null, 'repeated', `与第 ${before} 行重复`);
      return before === undefined;
    });
    return kind.inOrder?.(once) ?? once;
  }

  private kind(code: string): ImportKind {
    const kind = this.kinds.all.find((candidate) => candidate.code === code);
    if (!kind) throw notFound('import.kind', '没有这种导入，请核对地址');
    return kind;
  }
}
