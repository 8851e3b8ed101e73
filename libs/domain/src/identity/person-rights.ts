import { activePosts, type Actor } from './actor.js';
import { covers, type AreaPath } from './area-path.js';
import type { Post } from './post.js';
import type { Role } from './role.js';

/** Where a person belongs, and where they hold posts now. */
export interface Places {
  readonly areas: readonly AreaPath[];
  readonly posts: readonly AreaPath[];
}

/** Those who keep a community's register of residents. */
export const REGISTRARS = [
  'grid_worker',
  'dispatcher',
  'secretary',
  'administrator',
] as const satisfies readonly Role[];
/** Those whose work needs to know who somebody is. */
export const ACQUAINTED = [...REGISTRARS, 'duty_officer', 'supervisor'] as const satisfies readonly Role[];

/** The caller's post, of one of these roles, that covers the area; the record of what was done names it. */
export function postOver(actor: Actor, roles: readonly Role[], area: AreaPath, now: Date): Post | null {
  return activePosts(actor, now).find((post) => roles.includes(post.role) && covers(post.scope.areaPath, area)) ?? null;
}

/** The post by which the caller may know the person: it covers a place they live, are registered or hold a post in. */
export function postToKnow(actor: Actor, { areas, posts }: Places, now: Date): Post | null {
  return firstPost([...areas, ...posts], (area) => postOver(actor, ACQUAINTED, area, now));
}

/**
 * The post by which the caller may change the person's entry. Whoever holds posts is changed by an administrator
 * over *all* of those: otherwise a grid worker could put their own phone into the secretary's entry and sign in as them.
 */
export function postToCorrect(actor: Actor, places: Places, now: Date): Post | null {
  if (places.posts.length > 0) return postToCommand(actor, places, now);
  return firstPost(places.areas, (area) => postOver(actor, REGISTRARS, area, now));
}

/** The post by which the caller may block the person or hand them a password. */
export function postToCommand(actor: Actor, { areas, posts }: Places, now: Date): Post | null {
  const over = (area: AreaPath): Post | null => postOver(actor, ['administrator'], area, now);
  if (!posts.every(over)) return null;
  return firstPost([...posts, ...areas], over);
}

function firstPost(areas: readonly AreaPath[], find: (area: AreaPath) => Post | null): Post | null {
  for (const area of areas) {
    const post = find(area);
    if (post) return post;
  }
  return null;
}
