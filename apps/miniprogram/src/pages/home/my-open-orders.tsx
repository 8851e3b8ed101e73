import { useQuery } from '@tanstack/react-query';
import { api } from '../../api-client/api.js';
import { sentenceOf } from '../../api-client/api-error.js';
import { open } from '../../orders/open-page.js';
import { OrderCard } from '../../orders/order-card.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { Stack } from '../../ui/stack.js';
import { MY_OPEN_ORDERS } from './questions.js';

/** My orders under way, the newest few, with the time left. */
export function MyOpenOrders() {
  const { data, error, refetch } = useQuery({
    queryKey: ['orders', 'open-at-a-glance'],
    queryFn: () => api.get('/api/orders', { query: MY_OPEN_ORDERS }),
  });
  if (data === undefined) {
    if (error === null) return <Skeleton />;
    return (
      <Notice tone="alarm" text={sentenceOf(error)} action={{ label: '再试一次', onPress: () => void refetch() }} />
    );
  }
  return (
    <Stack gap={3}>
      {data.items.length === 0 ? <Notice tone="plain" text="没有在办的单子。有事就在上面点一单。" /> : null}
      {data.items.map((order) => (
        <OrderCard key={order.id} order={order} />
      ))}
      <Button label="我的全部单子" wide onPress={open.myOrders} />
    </Stack>
  );
}
