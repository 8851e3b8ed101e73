import type { Schemas } from '../../api-client/api.js';
import type { Order } from '../../orders/queries.js';

interface Candidate {
  readonly id: string;
  readonly name: string;
  /** Holds their post in the very grid of the order. */
  readonly near: boolean;
}

/** Whom an order can be sent to, each once: those of its own grid first. Never whoever reported it. */
export function candidatesOf(
  posts: readonly Pick<Schemas['PostDto'], 'person' | 'areaPath' | 'current'>[],
  order: { readonly area: Pick<Order['area'], 'path'>; readonly reporter: Order['reporter'] },
): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  for (const { person, areaPath, current } of posts) {
    if (!current || person.id === order.reporter?.id) continue;
    const near = areaPath === order.area.path;
    if (near || !found.has(person.id)) found.set(person.id, { ...person, near });
  }
  return [...found.values()].sort((a, b) => Number(b.near) - Number(a.near));
}
