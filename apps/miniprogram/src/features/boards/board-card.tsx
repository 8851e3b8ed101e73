import { ORDER_KIND_NAMES, type Lamp } from '@linshao/domain';
import { Text, View } from '@tarojs/components';
import { role } from '../../ui/a11y.js';
import type { BoardItem } from './board-item.js';
import { publishedDay } from './published-day.js';
import './board-card.css';

const FULL_STARS = 5;

/** One published order: what it was, what came of it, and what the resident says about it. */
export function BoardCard({ item, now }: { item: BoardItem; now: Date }) {
  const kind = item.kind === null ? null : ORDER_KIND_NAMES[item.kind];
  const about = [kind, item.category, item.area].filter((part) => part !== null).join(' · ');
  const day = item.publishedAt === null ? '' : publishedDay(item.publishedAt, now);
  return (
    <View className="board-card" {...role('listitem')}>
      {about === '' ? null : <View className="board-card__about">{about}</View>}
      <View className="board-card__title">{item.title}</View>
      {item.text === null ? null : <View className="board-card__text">{item.text}</View>}
      {item.result === null ? null : <View className="board-card__result">{`结果：${item.result}`}</View>}
      <View className="board-card__foot">
        {item.lamp === null ? <Verdict item={item} /> : <WishLamp lamp={item.lamp} />}
        <Text className="board-card__day">{day}</Text>
      </View>
    </View>
  );
}

/** Only the resident's word lights the lamp; a claimed wish is still dark. */
const LAMP_WORDS: Record<Lamp, string> = {
  waiting: '等一位党员来点亮',
  claimed: '已有党员认领',
  lit: '心愿灯亮了',
};

function WishLamp({ lamp }: { lamp: Lamp }) {
  return (
    <View className="board-card__verdict">
      <View className={`board-card__lamp board-card__lamp--${lamp}`} aria-hidden="true" />
      <Text>{LAMP_WORDS[lamp]}</Text>
    </View>
  );
}

function Verdict({ item: { solved, stars } }: { item: BoardItem }) {
  if (solved === null) return <Text className="board-card__verdict board-card__verdict--waiting">等居民评价</Text>;
  return (
    <View className="board-card__verdict">
      <Text className={solved ? 'board-card__solved' : 'board-card__unsolved'}>
        {solved ? '居民说：解决了' : '居民说：还没解决'}
      </Text>
      {stars === null ? null : (
        <Text className="board-card__stars" aria-label={`评 ${stars} 星，满分 ${FULL_STARS} 星`} {...role('img')}>
          {'★'.repeat(stars) + '☆'.repeat(FULL_STARS - stars)}
        </Text>
      )}
    </View>
  );
}
