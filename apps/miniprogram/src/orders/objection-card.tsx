import { monthDayTime } from '@linshao/domain';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Schemas } from '../api-client/api.js';
import { useSession } from '../session/use-session.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { DueWords } from '../ui/due-words.js';
import { Row } from '../ui/stack.js';
import { Tag } from '../ui/tag.js';
import { useNow } from '../ui/use-now.js';
import { objectionNow, objectionTone } from './objection-words.js';
import { open } from './open-page.js';
import { RuleSheet } from './rule-sheet.js';
import './objection-card.css';

/** 异议: which unit argues an order back, why, who rules until when, and how it was ruled. */
export function ObjectionCard({
  item,
  onOrderPage = false,
}: {
  item: Schemas['ObjectionView'];
  onOrderPage?: boolean;
}) {
  const { post } = useSession();
  const now = useNow();
  const [ruling, setRuling] = useState(false);
  const mayRule = post?.role === 'supervisor' && item.state === 'raised';
  return (
    <Card>
      <Row spread>
        <View className="objection-card__more">
          {onOrderPage ? `${monthDayTime(new Date(item.raisedAt), now)}提出` : `单号 ${item.order.number}`}
        </View>
        <Tag text={item.stateName} tone={objectionTone(item.state)} />
      </Row>
      <View className="objection-card__title">{`${item.unit.name}：${item.reason.name}`}</View>
      {item.text === '' ? null : <View className="objection-card__said">{item.text}</View>}
      <View>{objectionNow(item)}</View>
      {item.state === 'raised' && item.dueAt !== null ? <DueWords dueAt={item.dueAt} /> : null}
      {item.ruling === null || item.ruling.text === null ? null : (
        <View className="objection-card__said">{`${item.ruling.post ?? '街道督办'}：${item.ruling.text}`}</View>
      )}
      {mayRule || !onOrderPage ? (
        <Row>
          {mayRule ? <Button label="裁定" tone="primary" onPress={() => setRuling(true)} /> : null}
          {onOrderPage ? null : <Button label="看单子" tone="quiet" onPress={() => open.order(item.order.id)} />}
        </Row>
      ) : null}
      {ruling ? <RuleSheet item={item} onClose={() => setRuling(false)} /> : null}
    </Card>
  );
}
