import { View } from '@tarojs/components';
import type { Loaded } from '../../api-client/use-load.js';
import { role } from '../../ui/a11y.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import type { Board } from './api.js';
import { BoardCard } from './board-card.js';
import './board-list.css';

interface BoardListProps {
  board: Loaded<Board>;
  /** Said when nothing has been published yet. */
  empty: string;
  onRetry: () => void;
}

/** The newest of a board, in whatever state it is in: loading, failed, empty, or cards and where they end. */
export function BoardList({ board, empty, onRetry }: BoardListProps) {
  switch (board.state) {
    case 'loading':
      return <Skeleton />;
    case 'failed':
      return <Notice tone="alarm" text={board.message} action={{ label: '再试一次', onPress: onRetry }} />;
    case 'ready':
      return board.value.items.length === 0 ? <Notice tone="plain" text={empty} /> : <Cards board={board.value} />;
  }
}

function Cards({ board: { items, more } }: { board: Board }) {
  const now = new Date();
  return (
    <View className="board-list">
      <View className="board-list__items" {...role('list')}>
        {items.map((item) => (
          <BoardCard key={item.number} item={item} now={now} />
        ))}
      </View>
      <View className="board-list__end">{more ? `先看最近 ${items.length} 条` : '就这些了'}</View>
    </View>
  );
}
