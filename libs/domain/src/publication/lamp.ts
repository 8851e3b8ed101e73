import type { Order } from '../orders/order.js';

/** The wish lamp 愿望灯 (C2): waiting for somebody, taken on by somebody, lit. */
export const LAMPS = ['waiting', 'claimed', 'lit'] as const;
export type Lamp = (typeof LAMPS)[number];

/** Only the resident's word lights it, given in a rating or to a review visit: neither claiming nor calling it done does. */
export function lampOf({ kind, solved, assigneeId }: Pick<Order, 'kind' | 'solved' | 'assigneeId'>): Lamp | null {
  if (kind !== 'wish') return null;
  if (solved === true) return 'lit';
  return assigneeId === null ? 'waiting' : 'claimed';
}
