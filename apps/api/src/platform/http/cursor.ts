import { invalid } from './validation.js';

export interface Page<T> {
  readonly items: T[];
  /** Give it back as `cursor` for the next page; null on the last one. */
  readonly nextCursor: string | null;
}

/** A cursor is where the last page ended; opaque to clients, checked when it comes back. */
const encodeCursor = (parts: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const LONGEST = 300;

/** Tests for the parts of a cursor: what passes them, PostgreSQL can read. */
export const isId = (part: unknown): boolean => typeof part === 'string' && ID.test(part);
/** As `toISOString` writes it. */
export const isMoment = (part: unknown): boolean =>
  typeof part === 'string' &&
  MOMENT.test(part) &&
  !Number.isNaN(Date.parse(part)) &&
  new Date(part).toISOString() === part;
/** Words or a code; PostgreSQL knows no NUL in a text. */
export const isText = (part: unknown): boolean =>
  typeof part === 'string' && part.length <= LONGEST && !part.includes('\0');
export const isCount = (part: unknown): boolean => Number.isInteger(part) && Math.abs(Number(part)) < 2 ** 31;

/** @param shape a test per part; a cursor that does not fit is a 400, not a wrong page. */
export function decodeCursor(
  cursor: string | undefined,
  shape: readonly ((part: unknown) => boolean)[],
): (string | number)[] | null {
  if (cursor === undefined) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parts) && parts.length === shape.length && shape.every((fits, i) => fits(parts[i])))
      return parts as (string | number)[];
  } catch {
    // falls through: not a cursor of ours
  }
  throw invalid([{ field: 'cursor', code: 'cursor', message: '翻页标记不对，请从第一页重新开始' }]);
}

/** Cuts the one row too many that tells whether there is a next page. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  toItem: (row: R) => T,
  cursorOf: (row: R) => (string | number)[],
): Page<T> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return {
    items: kept.map(toItem),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null,
  };
}
