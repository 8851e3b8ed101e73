import { api } from '../api-client/api.js';
import { ApiError } from '../api-client/api-error.js';
import { isRecord } from '../api-client/json.js';
import { toBoardItem, type BoardItem } from './board-item.js';

export type BoardName = 'results' | 'wishes';

export interface Board {
  readonly items: readonly BoardItem[];
  /** Where the next page begins; null at the end. */
  readonly nextCursor: string | null;
}

/** What anybody may read: the latest published results (晒单), or the wish wall (心愿墙). @throws ApiError */
export async function fetchBoard(name: BoardName, limit: number, cursor: string | null = null): Promise<Board> {
  const page = cursor === null ? {} : { cursor };
  const body: unknown = await api.get(`/api/boards/${name}`, { query: { limit, ...page } });
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
