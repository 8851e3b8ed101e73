import type { OrderItem } from '../../orders/queries.js';

export type HallOrder = 'wishes' | 'waiting' | 'newest';

/** A page of the hall in the order one asked for. (Reasons like "fits you" come from the server, when it knows them.) */
export function arrange(items: readonly OrderItem[], by: HallOrder): readonly OrderItem[] {
  const age = (a: OrderItem, b: OrderItem) => a.submittedAt.localeCompare(b.submittedAt);
  switch (by) {
    case 'newest':
      return items;
    case 'waiting':
      return [...items].sort(age);
    case 'wishes':
      return [...items].sort((a, b) => Number(b.kind === 'wish') - Number(a.kind === 'wish') || age(a, b));
  }
}
