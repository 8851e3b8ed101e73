import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { sentenceOf } from '../api-client/api-error.js';
import { role } from '../ui/a11y.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { Skeleton } from '../ui/skeleton.js';
import { useNow } from '../ui/use-now.js';
import { fetchBoard, type BoardName } from './api.js';
import { BoardCard } from './board-card.js';
import './board-list.css';

/** A home page is a glance; and WeChat draws slowly what comes in one large setData. */
const AT_A_GLANCE = 3;

interface BoardListProps {
  board: BoardName;
  /** Said when nothing has been published yet. */
  empty: string;
  onMore: () => void;
}

/** The newest of a board, in whatever state it is in: loading, failed, empty, or cards and where there are more. */
export function BoardList({ board, empty, onMore }: BoardListProps) {
  const { data, error, refetch } = useQuery({
    queryKey: ['board', board, 'glance'],
    queryFn: () => fetchBoard(board, AT_A_GLANCE),
  });
  const now = useNow();
  if (data === undefined) {
    if (error === null) return <Skeleton />;
    return (
      <Notice tone="alarm" text={sentenceOf(error)} action={{ label: '再试一次', onPress: () => void refetch() }} />
    );
  }
  if (data.items.length === 0) return <Notice tone="plain" text={empty} />;
  return (
    <View>
      <View className="board-list__items" {...role('list')}>
        {data.items.map((item) => (
          <View key={item.number} {...role('listitem')}>
            <BoardCard item={item} now={now} />
          </View>
        ))}
      </View>
      <View className="board-list__end">
        {data.nextCursor === null ? '就这些了' : <Button label="看全部" tone="quiet" onPress={onMore} />}
      </View>
    </View>
  );
}
