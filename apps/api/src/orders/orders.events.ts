import type { OrderAction, OrderState } from '@linshao/domain';
import { defineEvent } from '../platform/events/event.js';

/** One step of an order was committed. Whoever needs more loads it by id: no words and no names travel. */
export interface OrderMoved {
  readonly orderId: string;
  readonly eventId: string;
  readonly action: OrderAction | 'submit';
  readonly from: OrderState | null;
  readonly to: OrderState;
  readonly version: number;
}

export const orderMoved = defineEvent<OrderMoved>('order.moved');
