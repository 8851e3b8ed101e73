import type { OrderAction } from './commands.js';
import type { Relation, Relations } from './relations.js';

/**
 * Action × relation: who may do what, as far as the order's state allows it (see LIFECYCLE).
 * Order matters: of several relations the first listed one is what the person acts by, and its post is recorded.
 * Administrators manage accounts and areas; they have no hand in orders.
 */
export const PERMISSIONS: Readonly<Record<OrderAction, readonly Relation[]>> = {
  edit: ['reporter', 'creator'],
  accept: ['dispatcher', 'duty_officer', 'secretary', 'grid_worker'],
  reject: ['dispatcher', 'secretary'],
  appeal: ['reporter', 'creator'],
  reply: ['duty_officer', 'assignee', 'unit', 'addressee', 'dispatcher', 'grid_worker', 'secretary', 'supervisor'],
  dispatch: ['dispatcher', 'secretary', 'duty_officer', 'system'],
  claim: ['addressee', 'unit', 'pool'],
  return: ['assignee', 'addressee', 'unit', 'dispatcher', 'secretary', 'system'],
  start: ['assignee'],
  suspend: ['assignee', 'dispatcher', 'secretary'],
  resume: ['assignee', 'dispatcher', 'secretary', 'system'],
  done: ['assignee', 'duty_officer', 'dispatcher', 'grid_worker', 'secretary'],
  publish: ['dispatcher', 'secretary'],
  rate: ['reporter'],
  reopen: ['reporter', 'creator'],
  review: ['grid_worker', 'duty_officer', 'dispatcher', 'secretary', 'supervisor'],
  close: ['system', 'dispatcher', 'secretary'],
  withdraw: ['reporter', 'creator', 'system'],
  merge: ['dispatcher', 'secretary'],
  unmerge: ['dispatcher', 'secretary'],
  split: ['dispatcher', 'secretary'],
  urge: ['reporter', 'creator', 'follower'],
  remark: ['assignee', 'unit', 'addressee', 'community', 'supervisor', 'regulator', 'reporter', 'creator'],
  follow: ['anyone'],
  unfollow: ['follower'],
};

/** What nobody may do to an order they reported: the community's side of it. */
export const NOT_BY_REPORTER: ReadonlySet<OrderAction> = new Set<OrderAction>([
  'accept',
  'reject',
  'dispatch',
  'claim',
  'done',
  'publish',
  'review',
  'close',
  'merge',
  'unmerge',
  'split',
]);

/** What nobody may do to work they did themselves: 党员接单 and 组织晒单 are two people's words. */
export const NOT_BY_ASSIGNEE: ReadonlySet<OrderAction> = new Set<OrderAction>(['publish', 'review', 'close']);

/** The relation by which the actor may take the action, or null. `by` narrows the matrix further. */
export function grantedBy(action: OrderAction, relations: Relations, by?: readonly Relation[]): Relation | null {
  return PERMISSIONS[action].find((relation) => relations.has(relation) && (!by || by.includes(relation))) ?? null;
}
