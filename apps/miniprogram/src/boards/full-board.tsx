import { useInfiniteQuery } from '@tanstack/react-query';
import { PagedList } from '../ui/paged-list.js';
import { useNow } from '../ui/use-now.js';
import { fetchBoard } from './api.js';
import { BoardCard } from './board-card.js';
import type { BoardName } from './board.js';

const PAGE = 20;
const EMPTY: Readonly<Record<BoardName, string>> = {
  results: '还没有晒出来的单子。',
  wishes: '墙上还没有心愿。许一个吧。',
};

/** A board from its newest to its first entry. */
export function FullBoard({ board }: { board: BoardName }) {
  const now = useNow();
  const query = useInfiniteQuery({
    queryKey: ['board', board],
    queryFn: ({ pageParam }) => fetchBoard(board, PAGE, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  return (
    <PagedList
      query={query}
      keyOf={({ number }) => number}
      render={(item) => <BoardCard item={item} now={now} />}
      empty={{ text: EMPTY[board] }}
    />
  );
}
