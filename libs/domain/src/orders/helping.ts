import { activePosts, reaches, type Actor } from '../identity/actor.js';
import { communityOf, type AreaPath } from '../identity/area-path.js';
import type { PlacedPost } from '../identity/post.js';
import type { Role } from '../identity/role.js';

/** Posts whose holders may write down a resident's matter for them (C2, C5). */
const MAY_HELP: ReadonlySet<Role> = new Set<Role>([
  'party_member',
  'cadre',
  'grid_worker',
  'duty_officer',
  'dispatcher',
  'secretary',
]);

/** The post by which somebody writes down a matter for a resident of the place. */
export function helpingPost<P extends PlacedPost>(posts: readonly P[], areaPath: AreaPath): P | null {
  return posts.find((post) => MAY_HELP.has(post.role) && reaches(post, areaPath)) ?? null;
}

/** Where somebody helps residents: a helper's post reaches the whole community. The mirror of `helpingPost` for lists. */
export function helpingAreas(actor: Actor, now: Date): readonly AreaPath[] {
  const areas = activePosts(actor, now)
    .filter(({ role }) => MAY_HELP.has(role))
    .map(({ scope }) => communityOf(scope.areaPath) ?? scope.areaPath);
  return [...new Set(areas)];
}
