import { accept, refuse, type Decision } from '../kernel/decision.js';
import { activePosts, type Actor } from './actor.js';
import { covers } from './area-path.js';
import type { Post, PostScope } from './post.js';
import { ROLE_NAMES, ROLES, type Role } from './role.js';

export interface Appointment {
  readonly personId: string;
  readonly role: Role;
  readonly scope: PostScope;
}

/** Who fills which posts. A secretary staffs the community; offices above it are an administrator's to fill. */
const MAY_FILL: Readonly<Partial<Record<Role, ReadonlySet<Role>>>> = {
  administrator: new Set(ROLES),
  secretary: new Set<Role>(['party_member', 'cadre', 'grid_worker', 'duty_officer', 'dispatcher', 'provider']),
};

/**
 * Whether the actor may give (or take) this post, and by which of their own posts. Nobody reaches beyond
 * their own area, and nobody appoints themselves.
 */
export function mayAppoint(actor: Actor, appointment: Appointment, now: Date): Decision<Post | null> {
  if (actor.type === 'system') return accept(null);
  const entitled = activePosts(actor, now).filter((post) => MAY_FILL[post.role]?.has(appointment.role));
  if (entitled.length === 0) return refuse('post.not_allowed', { roleName: ROLE_NAMES[appointment.role] });
  if (actor.personId === appointment.personId) return refuse('post.own');
  const within = entitled.find((post) => covers(post.scope.areaPath, appointment.scope.areaPath));
  return within ? accept(within) : refuse('post.beyond_area');
}
