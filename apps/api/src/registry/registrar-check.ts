import { type AreaPath, type Post, postOver, REGISTRARS } from '@linshao/domain';
import type { Caller } from '../platform/auth/caller.js';
import { Problem } from '../platform/http/problem.js';

/** @throws Problem 403 unless a post of the caller's keeps the register of this area */
export function registrarPost({ actor }: Caller, areaPath: AreaPath, now: Date): Post {
  const post = postOver(actor, REGISTRARS, areaPath, now);
  if (post) return post;
  throw new Problem(403, 'registry.beyond_area', '这里不在您的岗位范围内，请联系所在社区');
}
