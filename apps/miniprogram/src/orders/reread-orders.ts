import { queryClient } from '../api-client/query-client.js';
import { fetchOrders, type OrderFilter } from './fetch-orders.js';
import { ORDER_LISTS, refreshLists } from './refresh-lists.js';

/** After moves of these orders, or a new one: what is shown of them, of counts and of the desk is read again. */
export function rereadOrders(ids: readonly string[]): void {
  for (const id of ids) void queryClient.invalidateQueries({ queryKey: ['order', id] });
  void queryClient.invalidateQueries({ queryKey: ['desk'] });
  void queryClient.invalidateQueries({
    queryKey: ['orders'],
    predicate: ({ queryKey }) => queryKey[1] !== ORDER_LISTS[1],
  });
  void refreshLists(queryClient, ids, (filter, cursor) => fetchOrders(filter as OrderFilter, cursor));
}
