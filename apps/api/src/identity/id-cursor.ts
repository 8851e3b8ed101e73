import { isUUID } from 'class-validator';
import { decodeCursor } from '../platform/http/cursor.js';

/** Lists in the order of their UUIDv7 ids, newest first: the cursor is the last id. */
export const idBefore = (cursor: string | undefined): string | undefined =>
  decodeCursor(cursor, [isUUID])?.[0]?.toString();
