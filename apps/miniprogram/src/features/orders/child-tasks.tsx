import { useQuery } from '@tanstack/react-query';
import { api } from '../../api-client/api.js';
import { sentenceOf } from '../../api-client/api-error.js';
import { OrderCard, OrderSummary } from '../../orders/order-card.js';
import { open } from '../../orders/open-page.js';
import { useOrder, type Order } from '../../orders/queries.js';
import { Card } from '../../ui/card.js';
import { NavRow } from '../../ui/nav-row.js';
import { Notice } from '../../ui/notice.js';
import { Section } from '../../ui/section.js';
import { Stack } from '../../ui/stack.js';
import { childrenWords } from './children-words.js';

/** 分办单: how each share of this order stands; or, of a share, the order it belongs to. */
export function ChildTasks({ order }: { order: Order }) {
  if (order.parentId !== null) return <ParentOrder id={order.parentId} />;
  return order.visibility === 'full' ? <Shares order={order} /> : null;
}

function Shares({ order }: { order: Order }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['order', order.id, 'children'],
    queryFn: () => api.get('/api/orders/{id}/children', { path: { id: order.id } }),
  });
  if (data === undefined) {
    if (error === null) return null;
    return (
      <Notice tone="alarm" text={sentenceOf(error)} action={{ label: '再试一次', onPress: () => void refetch() }} />
    );
  }
  if (data.length === 0) return null;
  return (
    <Section title="分办单" hint={childrenWords(data)}>
      <Stack gap={3}>
        {data.map((task) =>
          task.opens ? (
            <OrderCard key={task.id} order={task} />
          ) : (
            <Card key={task.id}>
              <OrderSummary order={task} />
            </Card>
          ),
        )}
      </Stack>
    </Section>
  );
}

function ParentOrder({ id }: { id: string }) {
  const { data, error } = useOrder(id);
  if (data === undefined) {
    return error === null ? null : <Notice tone="plain" text="这是一张分办单，整件事由牵头的负责。" />;
  }
  return (
    <NavRow
      icon="git-merge"
      label={`主单：${data.title}`}
      hint={`这是它的一张分办单 · 主单${data.stateName}`}
      onPress={() => open.order(id)}
    />
  );
}
