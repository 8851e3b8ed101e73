import { spanWords, timeLeftWords } from '@linshao/domain';
import { Text, View } from '@tarojs/components';
import type { Schemas } from '../../api-client/api.js';
import { open } from '../../orders/open-page.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { useNow } from '../../ui/use-now.js';
import './waiting-reply.css';

const MINUTE_MS = 60_000;
const SOON_MINUTES = 15;
const MOST_IN_MINUTES = 180;

/** One who waits: the minutes left large enough to be seen from across the room. */
export function WaitingReply({ item, onReply }: { item: Schemas['DeskItemDto']; onReply: () => void }) {
  const now = useNow();
  const left = new Date(item.dueAt).getTime() - now.getTime();
  const minutes = Math.floor(Math.abs(left) / MINUTE_MS);
  const late = left < 0;
  const tone = late ? 'late' : minutes < SOON_MINUTES ? 'soon' : 'calm';
  return (
    <Card>
      <View className="waiting-reply">
        <View className={`waiting-reply__left waiting-reply__left--${tone}`}>
          {late ? <Text className="waiting-reply__words">已超时</Text> : null}
          {minutes <= MOST_IN_MINUTES ? (
            <>
              <Text className="waiting-reply__minutes">{minutes}</Text>
              <Text className="waiting-reply__words">分钟</Text>
            </>
          ) : (
            <Text className="waiting-reply__words">{late ? spanWords(left) : timeLeftWords(left)}</Text>
          )}
        </View>
        <View className="waiting-reply__about">
          <View className="waiting-reply__title">{item.title}</View>
          <View className="waiting-reply__more">{`${item.categoryName} · ${item.area.name}`}</View>
          <View className="waiting-reply__more">{`单号 ${item.number}`}</View>
          {item.reminders === 0 ? null : <View className="waiting-reply__more">{`已提醒 ${item.reminders} 次`}</View>}
        </View>
      </View>
      <View className="waiting-reply__actions">
        <Button label="看详情" wide onPress={() => open.order(item.id)} />
        <Button label="回复" tone="primary" wide onPress={onReply} />
      </View>
    </Card>
  );
}
