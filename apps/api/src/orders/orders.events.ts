import type { OrderAction, OrderNoteType, OrderState } from '@linshao/domain';
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

/** Something was noted in an order's history without moving it. */
export interface OrderNoted {
  readonly orderId: string;
  readonly eventId: string;
  readonly type: OrderNoteType;
}

export const orderNoted = defineEvent<OrderNoted>('order.noted');
