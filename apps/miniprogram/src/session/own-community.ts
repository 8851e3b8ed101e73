import { communityOf } from '@linshao/domain';
import type { Schemas } from '../api-client/api.js';

type Me = Schemas['MeDto'];
type Post = Me['posts'][number];

/** The post one works by: the chosen one while one holds it, else the first; null for residents. */
export const postInUse = ({ posts }: Pick<Me, 'posts'>, chosen: string | null): Post | null =>
  posts.find(({ id }) => id === chosen) ?? posts[0] ?? null;

/** Path of the community one belongs to, by home or by post; null for whoever belongs to none. */
export function ownCommunity({ homes, areas }: Pick<Me, 'homes' | 'areas'>, post: Post | null): string | null {
  const home = homes.find(({ state }) => state === 'confirmed');
  const path = home?.areaPath ?? post?.areaPath ?? areas[0]?.path ?? null;
  return path === null ? null : (communityOf(path) ?? path);
}
