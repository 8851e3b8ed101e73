import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { sentenceOf } from '../api-client/api-error.js';
import { Notice } from '../ui/notice.js';
import { Skeleton } from '../ui/skeleton.js';
import { useNow } from '../ui/use-now.js';
import { fetchBoard } from './api.js';
import { BoardCards } from './board-cards.js';
import { AT_A_GLANCE, type BoardName } from './board.js';

interface BoardListProps {
  board: BoardName;
  empty: string;
  onMore: () => void;
  /** Called when it is known what the board holds, or that it cannot be known now. */
  onSettled: () => void;
}

/** The newest of a board, in whatever state it is in: loading, failed, empty, or cards. */
export function BoardList({ board, empty, onMore, onSettled }: BoardListProps) {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['board', board, 'glance'],
    queryFn: () => fetchBoard(board, AT_A_GLANCE),
  });
  const now = useNow();
  useEffect(() => {
    if (!isPending) onSettled();
  }, [isPending, onSettled]);
  if (data === undefined) {
    if (error === null) return <Skeleton />;
    return (
      <Notice tone="alarm" text={sentenceOf(error)} action={{ label: '再试一次', onPress: () => void refetch() }} />
    );
  }
  return <BoardCards board={data} now={now} empty={empty} onMore={onMore} />;
}
