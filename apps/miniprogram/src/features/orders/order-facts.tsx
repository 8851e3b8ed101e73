import { monthDayTime, ORDER_KIND_NAMES } from '@linshao/domain';
import { Text, View } from '@tarojs/components';
import { KIND_ICONS } from '../../orders/order-words.js';
import { PhotoRow } from '../../orders/photo-row.js';
import type { Order } from '../../orders/queries.js';
import { Card } from '../../ui/card.js';
import { Icon } from '../../ui/icon.js';
import { useNow } from '../../ui/use-now.js';
import './order-facts.css';

/** What was asked, by whom, where and when. */
export function OrderFacts({ order }: { order: Order }) {
  const now = useNow();
  // The address of a registered home names its area already.
  const named = order.address?.includes(order.area.name) ?? false;
  const place = [named ? null : order.area.name, order.address]
    .filter((part) => part !== null && part !== '')
    .join(' ');
  const secret = order.anonymous ? '匿名' : order.confidential ? '保密' : null;
  return (
    <Card>
      <View className="order-facts__about">
        <Icon name={KIND_ICONS[order.kind]} size="small" />
        <Text className="order-facts__after">
          {[ORDER_KIND_NAMES[order.kind], order.categoryName, secret].filter((part) => part !== null).join(' · ')}
        </Text>
      </View>
      <View className="order-facts__title">{order.title}</View>
      {order.description === '' ? null : <View>{order.description}</View>}
      <PhotoRow ids={order.photoIds} />
      {place === '' ? null : (
        <View className="order-facts__about">
          <Icon name="map-pin" size="small" />
          <Text className="order-facts__after">{place}</Text>
        </View>
      )}
      {order.reporter === null ? null : (
        <View className="order-facts__about">
          <Icon name="user" size="small" />
          <Text className="order-facts__after">{`${order.reporter.name}提出`}</Text>
        </View>
      )}
      <View className="order-facts__about">
        {`单号 ${order.number} · ${monthDayTime(new Date(order.submittedAt), now)}提交`}
      </View>
    </Card>
  );
}
