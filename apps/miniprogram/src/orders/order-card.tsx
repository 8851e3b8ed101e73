import { ORDER_KIND_NAMES } from '@linshao/domain';
import { Text, View } from '@tarojs/components';
import { Card } from '../ui/card.js';
import { DueWords } from '../ui/due-words.js';
import { Icon } from '../ui/icon.js';
import { Row } from '../ui/stack.js';
import { Tag } from '../ui/tag.js';
import { KIND_ICONS, OPEN_STATES, stateTone, whatNow } from './order-words.js';
import { open } from './open-page.js';
import type { OrderItem } from './queries.js';
import './order-card.css';

const OPEN: ReadonlySet<string> = new Set(OPEN_STATES);

/** One order in a list; pressed, it opens. */
export function OrderCard({ order }: { order: OrderItem }) {
  return (
    <Card onPress={() => open.order(order.id)}>
      <OrderSummary order={order} />
    </Card>
  );
}

/** What it is, how it stands, and how long the promise still runs. */
export function OrderSummary({ order }: { order: OrderItem }) {
  const { tone, icon } = stateTone(order.state);
  return (
    <View className="order-card">
      <View className="order-card__head">
        <View className="order-card__about">
          <Icon name={KIND_ICONS[order.kind]} size="small" />
          <Text className="order-card__kind">{`${ORDER_KIND_NAMES[order.kind]} · ${order.categoryName}`}</Text>
        </View>
        <Tag text={order.stateName} tone={tone} icon={icon} />
      </View>
      <View className="order-card__title">{order.title}</View>
      <View className="order-card__now">{whatNow(order)}</View>
      {order.dueAt === null || !OPEN.has(order.state) ? null : (
        <Row>
          <DueWords dueAt={order.dueAt} short />
        </Row>
      )}
    </View>
  );
}
