import type { Role } from '@linshao/domain';
import type { Caller } from '../platform/auth/caller.js';
import type { Transaction } from '../platform/database/database.js';
import type { RowOutcomes } from '../platform/imports/row-outcomes.js';
import type { Column } from './column.js';
import type { CheckedRow } from './read-sheet.js';

/** A kind of sheet. */
export interface ImportKind {
  /** As in the address: `areas`. */
  readonly code: string;
  readonly name: string;
  readonly columns: readonly Column[];
  /** Who may import it at all; each row is judged by its own area besides. */
  readonly roles: readonly Role[];
  /** Keys of the columns in which two rows may not both be the same; the second one is refused. */
  readonly key: readonly string[];
  /** Rows that others hang below come first. */
  inOrder?(rows: readonly CheckedRow[]): CheckedRow[];
  /** Once, before the first batch: locks that the whole import needs. */
  begin?(tx: Transaction, caller: Caller): Promise<void>;
  take(tx: Transaction, caller: Caller, rows: readonly CheckedRow[], outcomes: RowOutcomes): Promise<void>;
}
