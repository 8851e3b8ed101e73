import { monthDayTime, ORDER_KIND_NAMES } from '@linshao/domain';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { api, type Schemas } from '../../../api-client/api.js';
import { sentenceOf } from '../../../api-client/api-error.js';
import { Verdict, WishLamp } from '../../../boards/verdict.js';
import { stateTone } from '../../../orders/order-words.js';
import { Card } from '../../../ui/card.js';
import { Notice } from '../../../ui/notice.js';
import { Page } from '../../../ui/page.js';
import { Section } from '../../../ui/section.js';
import { Skeleton } from '../../../ui/skeleton.js';
import { Row } from '../../../ui/stack.js';
import { Tag } from '../../../ui/tag.js';
import { Timeline } from '../../../ui/timeline.js';
import { useNow } from '../../../ui/use-now.js';
import './order.css';

/** An order's public page: redacted words and public steps, for anybody with its number. */
export default function BoardOrderPage() {
  const { number = '' } = useRouter().params;
  const { data, error, refetch } = useQuery({
    queryKey: ['board-order', number],
    queryFn: () => api.get('/api/boards/orders/{number}', { path: { number } }),
  });
  if (data !== undefined) return <BoardOrder order={data} />;
  const retry = { label: '再试一次', onPress: () => void refetch() };
  return <Page>{error === null ? <Skeleton /> : <Notice tone="alarm" text={sentenceOf(error)} action={retry} />}</Page>;
}

function BoardOrder({ order }: { order: Schemas['BoardOrder'] }) {
  const now = useNow();
  const { tone, icon } = stateTone(order.state);
  return (
    <Page>
      <Card>
        <Row spread>
          <View className="board-order__about">{`${ORDER_KIND_NAMES[order.kind]} · ${order.categoryName}`}</View>
          <Tag text={order.stateName} tone={tone} icon={icon} />
        </Row>
        <View className="board-order__title">{order.title}</View>
        {order.text === null ? null : <View>{order.text}</View>}
        {order.result === null ? null : <View className="board-order__result">{`结果：${order.result}`}</View>}
        {order.handler === null ? null : <View className="board-order__about">{`承办：${order.handler}`}</View>}
        {order.lamp === null ? null : <WishLamp lamp={order.lamp} />}
        {order.publishedAt === null ? null : <Verdict solved={order.solved} stars={order.stars} />}
        {order.comment === null ? null : <View className="board-order__comment">{`居民评语：${order.comment}`}</View>}
        <View className="board-order__about">{`单号 ${order.number} · ${order.area?.name ?? ''}`}</View>
      </Card>
      <Section title="公开的经过" hint="姓名和地址都已隐去">
        <Timeline
          entries={[...order.steps].reverse().map((step, index) => ({
            id: String(index),
            icon: stateTone(step.state).icon,
            title: step.label,
            by: step.actor,
            at: monthDayTime(new Date(step.at), now),
            words: step.words,
          }))}
        />
      </Section>
    </Page>
  );
}
