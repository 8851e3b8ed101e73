import { ORDER_KIND_NAMES } from '@linshao/domain';
import { Text, View } from '@tarojs/components';
import { open } from '../orders/open-page.js';
import { Card } from '../ui/card.js';
import type { BoardItem } from './board-item.js';
import { publishedDay } from './published-day.js';
import { Verdict, WishLamp } from './verdict.js';
import { shortened } from './shortened.js';
import './board-card.css';

/** One published order: what it was, what came of it, and what the resident says about it. */
export function BoardCard({ item, now }: { item: BoardItem; now: Date }) {
  const kind = item.kind === null ? null : ORDER_KIND_NAMES[item.kind];
  const about = [kind, item.category, item.area].filter((part) => part !== null).join(' · ');
  const day = item.publishedAt === null ? '' : publishedDay(item.publishedAt, now);
  return (
    <Card onPress={() => open.boardOrder(item.number)}>
      {about === '' ? null : <View className="board-card__about">{about}</View>}
      <View className="board-card__title">{item.title}</View>
      {item.text === null ? null : <View className="board-card__text">{shortened(item.text)}</View>}
      {item.result === null ? null : <View className="board-card__result">{`结果：${shortened(item.result)}`}</View>}
      <View className="board-card__foot">
        {item.lamp === null ? <Verdict solved={item.solved} stars={item.stars} /> : <WishLamp lamp={item.lamp} />}
        <Text className="board-card__day">{day}</Text>
      </View>
    </Card>
  );
}
