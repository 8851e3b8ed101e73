import { ApiError } from '../api-client/api-error.js';
import { isRecord } from '../api-client/json.js';
import { toBoardItem, type BoardItem } from './board-item.js';

export type BoardName = 'results' | 'wishes';

export interface Board {
  readonly items: readonly BoardItem[];
  /** Where the next page begins; null at the end. */
  readonly nextCursor: string | null;
}

/** A home page is a glance; and WeChat draws slowly what comes in one large setData. */
export const AT_A_GLANCE = 3;

/** Reads the API's answer. @throws ApiError */
export function toBoard(body: unknown, limit: number): Board {
  if (!isRecord(body) || !Array.isArray(body.items)) {
    throw new ApiError('answer.unreadable', '服务的回答没能读懂，请稍后再试。');
  }
  return {
    items: body.items
      .slice(0, limit)
      .map(toBoardItem)
      .filter((item) => item !== null),
    nextCursor: typeof body.nextCursor === 'string' ? body.nextCursor : null,
  };
}
