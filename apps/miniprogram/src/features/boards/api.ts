import { getJson } from '../../api-client/get-json.js';
import { ApiError } from '../../api-client/api-error.js';
import { isRecord } from '../../api-client/json.js';
import { toBoardItem, type BoardItem } from './board-item.js';

/** A home page is a glance; and WeChat draws slowly what comes in one large setData. */
const AT_A_GLANCE = 5;

export interface Board {
  items: BoardItem[];
  /** More can be had than is shown here. */
  more: boolean;
}

/** The latest published results (晒单). @throws ApiError */
export function fetchResults(): Promise<Board> {
  return fetchBoard('/api/boards/results');
}

/** The wish wall (心愿墙). @throws ApiError */
export function fetchWishes(): Promise<Board> {
  return fetchBoard('/api/boards/wishes');
}

async function fetchBoard(path: string): Promise<Board> {
  const body = await getJson(`${path}?limit=${AT_A_GLANCE}`);
  if (!isRecord(body) || !Array.isArray(body.items)) {
    throw new ApiError('answer.unreadable', '服务的回答没能读懂，请稍后再试。');
  }
  const items = body.items
    .slice(0, AT_A_GLANCE)
    .map(toBoardItem)
    .filter((item) => item !== null);
  return { items, more: typeof body.nextCursor === 'string' };
}
