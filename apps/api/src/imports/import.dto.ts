import { FlagQuery, OneOf } from '../platform/http/fields.js';
import type { ColumnCheck } from './column.js';

export const IMPORT_MODES = ['all-or-nothing', 'partial'] as const;

export class ImportQueryDto {
  /** all-or-nothing: one bad row and nothing is written; partial: good rows are written, bad ones reported. */
  @OneOf(IMPORT_MODES, { optional: true }) mode: (typeof IMPORT_MODES)[number] = 'all-or-nothing';
  /** Checks everything and writes nothing. */
  @FlagQuery() dryRun?: boolean;
}

export class RowProblemDto {
  /** As the spreadsheet numbers it; the headings are row 1. */
  row: number;
  /** Heading of the column; null when the row as a whole is meant. */
  column: string | null;
  code: string;
  message: string;
}

export class ImportResultDto {
  kind: string;
  mode: (typeof IMPORT_MODES)[number];
  dryRun: boolean;
  /** Whether anything was written. */
  applied: boolean;
  /** Rows of data in the sheet. */
  rows: number;
  /** New; in a dry run: would be. */
  added: number;
  changed: number;
  /** Already so: importing a sheet twice changes nothing. */
  unchanged: number;
  /** Rows with problems. */
  failed: number;
  /** The first 500 problems, by row. */
  problems: RowProblemDto[];
}

export class ImportColumnDto {
  heading: string;
  check: ColumnCheck;
  required: boolean;
  /** The words to choose from. */
  choices: string[];
  example: string;
  hint: string;
}

export class ImportKindDto {
  /** For the address: `/api/imports/{code}`. */
  code: string;
  name: string;
  columns: ImportColumnDto[];
}

export class ImportKindsDto {
  items: ImportKindDto[];
}
