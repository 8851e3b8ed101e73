import { api } from '../api-client/api.js';
import { toBoard, type Board, type BoardName } from './board.js';

/** What anybody may read: the latest published results (晒单), or the wish wall (心愿墙). @throws ApiError */
export async function fetchBoard(name: BoardName, limit: number, cursor: string | null = null): Promise<Board> {
  const page = cursor === null ? {} : { cursor };
  return toBoard(await api.get(`/api/boards/${name}`, { query: { limit, ...page } }), limit);
}
