import type { AreaPath } from '../identity/area-path.js';
import type { OrderState } from '../orders/state.js';
import type { PublicFacts } from '../orders/visibility.js';
import type { AreaLevel } from '../organisation/area-level.js';

const ENDED_OTHERWISE: ReadonlySet<OrderState> = new Set<OrderState>(['rejected', 'withdrawn', 'merged']);

/**
 * Whether a public copy of the order may exist at all. It is made when the order is: WeChat checks words only while
 * their writer is about. Whether it stands on a board yet is `boardsOf`.
 */
export function mayBecomePublic({ state, confidential, parentId }: PublicFacts): boolean {
  return !confidential && parentId === null && !ENDED_OTHERWISE.has(state);
}

/** A building or anything below it points at a door; a micro-grid may be one single building. */
const PUBLIC_LEVELS: ReadonlySet<AreaLevel> = new Set<AreaLevel>([
  'city',
  'district',
  'subdistrict',
  'community',
  'grid',
  'estate',
]);

interface NamedArea {
  readonly path: AreaPath;
  readonly name: string;
  readonly level: AreaLevel;
}

/** The smallest area around an order that the public may know, named from its community down. */
export function publicArea(above: readonly NamedArea[]): { readonly path: AreaPath; readonly name: string } | null {
  const known = above
    .filter(({ level }) => PUBLIC_LEVELS.has(level))
    .sort((a, b) => a.path.length - b.path.length || (a.path < b.path ? -1 : 1));
  const smallest = known.at(-1);
  if (!smallest) return null;
  const community = known.findIndex(({ level }) => level === 'community');
  const named = community < 0 ? [smallest] : known.slice(community);
  return { path: smallest.path, name: named.map(({ name }) => name).join(' ') };
}
