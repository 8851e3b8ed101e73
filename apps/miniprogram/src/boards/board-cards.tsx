import { View } from '@tarojs/components';
import { role } from '../ui/a11y.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { BoardCard } from './board-card.js';
import type { Board } from './board.js';
import './board-list.css';

interface BoardCardsProps {
  board: Board;
  now: Date;
  /** Said when nothing has been published yet. */
  empty: string;
  onMore: () => void;
}

/** The newest of a board as cards, and where there are more. */
export function BoardCards({ board, now, empty, onMore }: BoardCardsProps) {
  if (board.items.length === 0) return <Notice tone="plain" text={empty} />;
  return (
    <View>
      <View className="board-list__items" {...role('list')}>
        {board.items.map((item) => (
          <View key={item.number} {...role('listitem')}>
            <BoardCard item={item} now={now} />
          </View>
        ))}
      </View>
      <View className="board-list__end">
        {board.nextCursor === null ? '就这些了' : <Button label="看全部" tone="quiet" onPress={onMore} />}
      </View>
    </View>
  );
}
