import type { OrderItem } from '../../orders/queries.js';

/** Of one's own orders those that were sent to oneself, not those one reported. */
export function sentTo<Order extends Pick<OrderItem, 'assignment'>>(
  personId: string | null,
  orders: readonly Order[],
): readonly Order[] {
  return orders.filter(({ assignment }) => assignment?.type === 'person' && assignment.id === personId);
}
