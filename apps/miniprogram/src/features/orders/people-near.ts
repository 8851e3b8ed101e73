import { metresBetween, middleOf, type PlanPoint } from '../../platform/plan.js';
import type { Grid } from '../../orders/use-grids.js';
import type { Schemas } from '../../api-client/api.js';
import type { Order } from '../../orders/queries.js';

export interface PersonNear {
  readonly id: string;
  readonly name: string;
  readonly roleName: string;
  /** Where they serve, as seen from the order. */
  readonly where: string;
}

type Post = Pick<Schemas['PostDto'], 'person' | 'areaPath' | 'current' | 'roleName'>;

/** Half a hundred metres is as exact as the middle of a grid. */
const ROUND_TO = 50;

export const within = (path: string, area: string): boolean => path === area || path.startsWith(`${area}/`);

/** Whom an order is near to, the nearest first, each once: those of its own grid, then by the way to the middle of theirs. */
export function peopleNear(
  posts: readonly Post[],
  grids: readonly Grid[],
  order: { readonly area: Pick<Order['area'], 'path'>; readonly reporter: Order['reporter'] },
  point: PlanPoint,
): readonly PersonNear[] {
  const found = new Map<string, PersonNear & { readonly metres: number }>();
  for (const { person, areaPath, current, roleName } of posts) {
    if (!current || person.id === order.reporter?.id) continue;
    const grid = grids.find(({ path }) => within(areaPath, path));
    // Who serves the whole community is neither near nor far.
    if (grid === undefined) continue;
    const own = within(order.area.path, grid.path);
    const metres = own
      ? 0
      : Math.max(ROUND_TO, Math.round(metresBetween(point, middleOf(grid.border)) / ROUND_TO) * ROUND_TO);
    const known = found.get(person.id);
    if (known !== undefined && known.metres <= metres) continue;
    found.set(person.id, { ...person, roleName, metres, where: own ? '同网格' : `${grid.name}，约 ${metres} 米` });
  }
  return [...found.values()]
    .sort((a, b) => a.metres - b.metres)
    .map(({ id, name, roleName, where }) => ({ id, name, roleName, where }));
}
