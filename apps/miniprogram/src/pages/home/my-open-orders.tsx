import { useQuery } from '@tanstack/react-query';
import { api } from '../../api-client/api.js';
import { sentenceOf } from '../../api-client/api-error.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { OpenOrders } from './open-orders.js';
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
  return <OpenOrders orders={data.items} />;
}
