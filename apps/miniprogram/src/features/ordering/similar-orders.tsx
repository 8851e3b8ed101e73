import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api, type Schemas } from '../../api-client/api.js';
import { ActionSheet } from '../../orders/action-sheet.js';
import { open } from '../../orders/open-page.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Section } from '../../ui/section.js';
import { Row, Stack } from '../../ui/stack.js';
import { Tag } from '../../ui/tag.js';
import './similar-orders.css';

type Query = NonNullable<Parameters<typeof api.get<'/api/orders/similar'>>[1]>['query'];

const FEWEST_CHARACTERS = 4;

/** While typing: open orders nearby that may be the same matter, so that one says "me too" instead of reporting it again. */
export function SimilarOrders({ query }: { query: Query }) {
  const { data = [] } = useQuery({
    queryKey: ['similar', query],
    queryFn: () => api.get('/api/orders/similar', { query }),
    enabled: [...query.title.trim()].length >= FEWEST_CHARACTERS,
    // Nobody waits for it: a hint that fails is no hint.
    retry: false,
    placeholderData: (before) => before,
  });
  const [follow, setFollow] = useState<string | null>(null);
  if (data.length === 0) return null;
  return (
    <Section title="是不是同一件事？" hint="附近已有这些单子。是的话点“我也遇到了”，进展会一起告诉您。">
      <Stack gap={2}>
        {data.map((order) => (
          <Similar key={order.id} order={order} onFollow={() => setFollow(order.id)} />
        ))}
      </Stack>
      {follow === null ? null : (
        <ActionSheet
          orderId={follow}
          action={{ action: 'follow', label: '我也遇到了', fields: [] }}
          onClose={() => setFollow(null)}
        />
      )}
    </Section>
  );
}

function Similar({ order, onFollow }: { order: Schemas['SimilarOrder']; onFollow: () => void }) {
  return (
    <Card>
      <View className="similar__title">{order.title}</View>
      <Row>
        <Tag text={order.stateName} />
        <View className="similar__why">{order.why}</View>
        {order.followers > 0 ? <View className="similar__why">{`${order.followers} 人也遇到了`}</View> : null}
      </Row>
      <Row>
        <Button label="我也遇到了" icon="users" onPress={onFollow} />
        <Button label="看一看" tone="quiet" onPress={() => open.order(order.id)} />
      </Row>
    </Card>
  );
}
