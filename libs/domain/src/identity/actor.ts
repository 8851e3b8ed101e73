import { communityOf, covers, type AreaPath } from './area-path.js';
import type { PlacedPost, Post } from './post.js';
import type { Role } from './role.js';

/** Who acts: a person with every post they hold, or the system under the name of what woke it. */
export type Actor =
  | { readonly type: 'person'; readonly personId: string; readonly posts: readonly Post[] }
  | { readonly type: 'system'; readonly name: string };

export function activePosts(actor: Actor, now: Date): readonly Post[] {
  if (actor.type === 'system') return [];
  return actor.posts.filter((post) => post.from <= now && (post.to === null || now < post.to));
}

/** The roles the actor holds now over the given area. */
export function rolesOver(actor: Actor, areaPath: AreaPath, now: Date): ReadonlySet<Role> {
  return new Set(
    activePosts(actor, now)
      .filter((post) => covers(post.scope.areaPath, areaPath))
      .map((post) => post.role),
  );
}

/**
 * True when a helper's post reaches an area: it covers it, or both lie in the same community.
 * A party member of grid 2 may light the lamp of a wish in grid 1 next door.
 */
export function reaches(post: Pick<PlacedPost, 'scope'>, areaPath: AreaPath): boolean {
  const community = communityOf(areaPath);
  return (
    covers(post.scope.areaPath, areaPath) || (community !== null && communityOf(post.scope.areaPath) === community)
  );
}
