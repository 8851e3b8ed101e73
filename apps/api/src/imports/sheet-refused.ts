import { MOST_ROWS } from './limits.js';

export interface SheetRefusal {
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly status: 413 | 422;
}

/** The sheet as a whole cannot be read; no row of it was looked at. */
export class SheetRefused extends Error {
  constructor(readonly refusal: SheetRefusal) {
    super(refusal.code);
  }
}

export const refused = (code: string, title: string, detail?: string): SheetRefused =>
  new SheetRefused({ code, title, detail, status: 422 });

export const tooLarge = (title: string): SheetRefused =>
  new SheetRefused({ code: 'import.too_large', title, status: 413 });

export const tooManyRows = (): SheetRefused => tooLarge(`一次最多导入 ${MOST_ROWS} 行，请分成几个文件`);
