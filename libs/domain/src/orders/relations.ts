import { activePosts, reaches, type Actor } from '../identity/actor.js';
import { covers } from '../identity/area-path.js';
import type { Post } from '../identity/post.js';
import type { Role } from '../identity/role.js';
import type { OrderFacts } from './facts.js';
import { helpingPost } from './helping.js';
import type { Order } from './order.js';

/** How an actor stands to one order: personally, through a receiver's post, or through an office over its area. */
export type Relation =
  | 'system'
  | 'reporter'
  | 'creator'
  | 'follower'
  | 'assignee'
  | 'addressee'
  | 'unit'
  | 'pool'
  | 'grid_worker'
  | 'duty_officer'
  | 'dispatcher'
  | 'secretary'
  | 'community'
  | 'supervisor'
  | 'regulator'
  | 'administrator'
  | 'anyone';

/** Each relation the actor has, with the post it comes from (null: as a private person or the system). */
export type Relations = ReadonlyMap<Relation, Post | null>;

/** Offices held over an area; the first four are the community's own. */
const OFFICES = [
  'dispatcher',
  'secretary',
  'duty_officer',
  'grid_worker',
  'supervisor',
  'regulator',
  'administrator',
] as const satisfies readonly Role[];
const COMMUNITY_OFFICES: ReadonlySet<Role> = new Set(['dispatcher', 'secretary', 'duty_officer', 'grid_worker']);
const HELPERS: ReadonlySet<Role> = new Set(['party_member', 'cadre']);
const UNIT_ROLES: ReadonlySet<Role> = new Set(['unit_responder', 'provider']);

/** The only ones who see a confidential order at all. */
const CONFIDENTIAL_CIRCLE: ReadonlySet<Relation> = new Set<Relation>([
  'system',
  'reporter',
  'assignee',
  'addressee',
  'unit',
  'dispatcher',
  'secretary',
  'supervisor',
]);

export type RelationFacts = Pick<OrderFacts, 'now' | 'isFollower'>;

/** Every relation of the actor to the order. In a confidential order the relations outside its circle do not exist. */
export function relationsTo(order: Order, actor: Actor, facts: RelationFacts): Relations {
  if (actor.type === 'system') return new Map([['system', null]]);
  const posts = activePosts(actor, facts.now);
  const found = new Map<Relation, Post | null>([
    ...personal(order, actor.personId, posts, facts.isFollower ?? false),
    ...asReceiver(order, actor.personId, posts),
    ...inOffice(order, posts),
    ['anyone', null],
  ]);
  return order.confidential ? new Map([...found].filter(([relation]) => CONFIDENTIAL_CIRCLE.has(relation))) : found;
}

/**
 * To the resident a child task is a detail of their order: they follow it, but steer only the parent. What somebody wrote down
 * for another is theirs as long as they help residents there: who has left the post has left the matter.
 */
function personal(order: Order, personId: string, posts: readonly Post[], isFollower: boolean): [Relation, null][] {
  const isReporter = order.reporterId === personId;
  const isChild = order.parentId !== null;
  const isCreator = order.createdById === personId && (isReporter || helpingPost(posts, order.areaPath) !== null);
  return [
    ...(isReporter && !isChild ? [['reporter', null] satisfies [Relation, null]] : []),
    ...(isCreator ? [['creator', null] satisfies [Relation, null]] : []),
    ...(isFollower || (isReporter && isChild) ? [['follower', null] satisfies [Relation, null]] : []),
  ];
}

function asReceiver(order: Order, personId: string, posts: readonly Post[]): [Relation, Post | null][] {
  const { assignment } = order;
  const found: [Relation, Post | null][] = [];
  const unitPost = posts.find((post) => assignment?.type === 'unit' && servesUnit(post, assignment.unitId));
  const poolPost = posts.find((post) => HELPERS.has(post.role) && reaches(post, order.areaPath));
  const workPost = unitPost ?? poolPost ?? posts.find((post) => reaches(post, order.areaPath)) ?? null;
  if (order.assigneeId === personId) found.push(['assignee', workPost]);
  if (assignment?.type === 'person' && assignment.personId === personId) found.push(['addressee', workPost]);
  if (unitPost) found.push(['unit', unitPost]);
  if (assignment?.type === 'pool' && poolPost) found.push(['pool', poolPost]);
  return found;
}

export function servesUnit(post: Post, unitId: string): boolean {
  return UNIT_ROLES.has(post.role) && post.scope.type === 'unit' && post.scope.unitId === unitId;
}

function inOffice(order: Order, posts: readonly Post[]): [Relation, Post][] {
  const over = posts.filter((post) => covers(post.scope.areaPath, order.areaPath));
  const offices = OFFICES.flatMap((role): [Relation, Post][] => {
    const post = over.find((candidate) => candidate.role === role);
    return post ? [[role, post]] : [];
  });
  const community = over.find((post) => COMMUNITY_OFFICES.has(post.role));
  return community ? [...offices, ['community', community]] : offices;
}
