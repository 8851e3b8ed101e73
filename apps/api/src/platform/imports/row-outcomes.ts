/** One row of an imported sheet whose cells are right by themselves. */
export type ImportRow<V extends object> = V & {
  /** As the spreadsheet numbers it; the headings are row 1. */
  readonly row: number;
};

export interface RowProblem {
  readonly row: number;
  /** Heading of the column; null when the row as a whole is meant. */
  readonly column: string | null;
  readonly code: string;
  /** Chinese, for the person who fills in the sheet. */
  readonly message: string;
}

/** What became of the rows so far. */
export class RowOutcomes {
  added = 0;
  changed = 0;
  unchanged = 0;
  readonly problems: RowProblem[] = [];
  /** Persons whose rights change with the commit. */
  readonly persons = new Set<string>();

  refuse({ row }: { readonly row: number }, column: string | null, code: string, message: string): void {
    this.problems.push({ row, column, code, message });
  }
}
