import { View } from '@tarojs/components';
import type { Schemas } from '../../api-client/api.js';
import { open } from '../../orders/open-page.js';
import { Card } from '../../ui/card.js';
import { DueWords } from '../../ui/due-words.js';
import { Row } from '../../ui/stack.js';
import { Tag } from '../../ui/tag.js';
import { useNow } from '../../ui/use-now.js';
import { toldWords } from './escalation-words.js';
import './supervision-card.css';

/** An order whose missed promise climbed: which, for how long it is owed, and who was told. */
export function EscalationCard({ item }: { item: Schemas['EscalationView'] }) {
  const now = useNow();
  const { order, missedName, dueAt, told } = item;
  return (
    <Card onPress={() => open.order(order.id)}>
      <Row spread>
        <View className="supervision-card__more">{`单号 ${order.number} · ${order.areaName}`}</View>
        <Tag text={order.stateName} tone="plain" />
      </Row>
      <View className="supervision-card__title">{order.title}</View>
      <Row>
        <View>{`${missedName}超时`}</View>
        <DueWords dueAt={dueAt} short />
      </Row>
      <View className="supervision-card__more">{toldWords(item, now)}</View>
      {told.vacant ? <View className="supervision-card__more">该岗位没有人，已报给上一级</View> : null}
    </Card>
  );
}
