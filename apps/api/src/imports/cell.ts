/** What stands in a cell. `fault` is a formula that failed, in the spreadsheet's own words (#N/A). */
export type Cell = string | number | Date | { readonly fault: string } | null;

export interface SheetRow {
  /** As the spreadsheet numbers it, from 1. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** Whole days of a spreadsheet's calendar: 1 is 1900-01-01, and 1900 has a 29 February (so day 0 is 1899-12-30 in practice). */
export const dayOfSerial = (serial: number): Date => new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);

/** The day a date cell shows. Spreadsheets know no zone; readers give the shown date as UTC. */
export const dayText = (date: Date): string => date.toISOString().slice(0, 10);

export function textOf(cell: Exclude<Cell, { readonly fault: string }>): string {
  if (cell === null) return '';
  if (cell instanceof Date) return dayText(cell);
  return String(cell);
}

export const isFault = (cell: Cell | undefined): cell is { readonly fault: string } =>
  typeof cell === 'object' && cell !== null && !(cell instanceof Date);

export const isEmpty = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
