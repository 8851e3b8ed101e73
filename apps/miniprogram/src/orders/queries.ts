import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../api-client/api.js';
import { useSession } from '../session/use-session.js';
import { fetchOrders, type OrderFilter } from './fetch-orders.js';
import { ORDER_LISTS } from './refresh-lists.js';

export type Order = Schemas['OrderView'];
export type OrderItem = Schemas['OrderItem'];

/** A list of orders, page by page. */
export function useOrders(filter: OrderFilter) {
  const { signedIn } = useSession();
  return useInfiniteQuery({
    queryKey: [...ORDER_LISTS, filter],
    queryFn: ({ pageParam }) => fetchOrders(filter, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled: signedIn,
  });
}

export function useOrder(id: string) {
  const { signedIn } = useSession();
  return useQuery({
    queryKey: ['order', id],
    queryFn: () => api.get('/api/orders/{id}', { path: { id } }),
    enabled: signedIn && id !== '',
  });
}

export function useTimeline(id: string) {
  const { signedIn } = useSession();
  return useQuery({
    queryKey: ['order', id, 'timeline'],
    queryFn: () => api.get('/api/orders/{id}/timeline', { path: { id } }),
    enabled: signedIn && id !== '',
  });
}

export function useActions(id: string) {
  const { signedIn } = useSession();
  return useQuery({
    queryKey: ['order', id, 'actions'],
    queryFn: () => api.get('/api/orders/{id}/actions', { path: { id } }),
    enabled: signedIn && id !== '',
  });
}
