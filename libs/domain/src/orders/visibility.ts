import type { Actor } from '../identity/actor.js';
import type { Order } from './order.js';
import { relationsTo, type Relation, type RelationFacts, type Relations } from './relations.js';
import type { OrderState } from './state.js';

/**
 * - `full`: everything, as far as masking lets it through;
 * - `pool`: title, redacted text and area of an order one may claim;
 * - `public`: what stands on a board: redacted, no person;
 * - `none`: as if it did not exist.
 */
export type Visibility = 'none' | 'public' | 'pool' | 'full';

const FULL: readonly Relation[] = [
  'system',
  'reporter',
  'creator',
  'assignee',
  'addressee',
  'unit',
  'community',
  'dispatcher',
  'secretary',
  'supervisor',
  'regulator',
  'administrator',
];
/** Who may know the name behind an anonymous order. */
const KNOWS_ANONYMOUS: readonly Relation[] = ['system', 'reporter', 'creator', 'dispatcher', 'secretary', 'supervisor'];

const RESULTS: ReadonlySet<OrderState> = new Set<OrderState>(['published', 'rated', 'closed']);
/** Accepted by a person, so its words were looked at, and not ended otherwise. */
const UNDER_WAY: ReadonlySet<OrderState> = new Set<OrderState>([
  'accepted',
  'dispatched',
  'claimed',
  'in_progress',
  'done',
  'returned',
  'reopened',
]);

/** What decides where an order may be read without logging in. */
export type PublicFacts = Pick<Order, 'kind' | 'state' | 'confidential' | 'parentId'>;

/** The boards anybody may read without logging in: results 晒单 and the wish wall 微心愿墙 (C2). */
export function boardsOf(order: PublicFacts): readonly ('results' | 'wishes')[] {
  if (order.confidential || order.parentId !== null) return [];
  const published = RESULTS.has(order.state);
  const onWall = order.kind === 'wish' && (published || UNDER_WAY.has(order.state));
  return [...(published ? (['results'] as const) : []), ...(onWall ? (['wishes'] as const) : [])];
}

export function visibility(order: Order, actor: Actor, facts: RelationFacts): Visibility {
  return visibilityOf(order, relationsTo(order, actor, facts));
}

export function visibilityOf(order: Order, relations: Relations): Visibility {
  if (FULL.some((relation) => relations.has(relation))) return 'full';
  if (order.state === 'dispatched' && relations.has('pool')) return 'pool';
  if (relations.has('follower') || boardsOf(order).length > 0) return 'public';
  return isNearbyMatter(order) ? 'public' : 'none';
}

/** Accepted problems are shown to neighbours, so that they say "me too" instead of reporting them again (C3). */
function isNearbyMatter(order: Order): boolean {
  return order.kind === 'problem' && !order.confidential && order.parentId === null && UNDER_WAY.has(order.state);
}

/** Whether the actor may know who reported: of an anonymous order only those who must call back do. */
export function mayKnowReporter(order: Order, actor: Actor, facts: RelationFacts): boolean {
  const relations = relationsTo(order, actor, facts);
  if (order.anonymous) return KNOWS_ANONYMOUS.some((relation) => relations.has(relation));
  return visibilityOf(order, relations) === 'full';
}
