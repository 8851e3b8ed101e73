import type { Actor } from '../identity/actor.js';
import type { AreaPath } from '../identity/area-path.js';
import { postOver } from '../identity/person-rights.js';
import type { Post } from '../identity/post.js';
import type { Role } from '../identity/role.js';
import { accept, type Decision, refuse } from '../kernel/decision.js';

/** Who makes rosters 值班表, within their own areas. They may put themselves on it: a small community's secretary takes turns too. */
export const ROSTER_KEEPERS = [
  'dispatcher',
  'secretary',
  'supervisor',
  'administrator',
] as const satisfies readonly Role[];

/** Who works at the duty desk: sees its roster with names, its queue, its hand-overs. */
export const DUTY_STAFF = ['duty_officer', ...ROSTER_KEEPERS] as const satisfies readonly Role[];

export function mayKeepRoster(actor: Actor, areaPath: AreaPath, now: Date): Decision<Post> {
  const post = postOver(actor, ROSTER_KEEPERS, areaPath, now);
  return post ? accept(post) : refuse('duty.not_keeper');
}

export function mayWorkAtDesk(actor: Actor, areaPath: AreaPath, now: Date): Decision<Post> {
  const post = postOver(actor, DUTY_STAFF, areaPath, now);
  return post ? accept(post) : refuse('duty.not_staff');
}
