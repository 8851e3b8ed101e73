import type { Actor } from '../identity/actor.js';
import type { Post, PostScope } from '../identity/post.js';
import type { Role } from '../identity/role.js';

/** The moment most tests happen at: Sunday 2026-11-22 21:40 in Shanghai. */
export const NOW = new Date('2026-11-22T21:40:00+08:00');
export const COMMUNITY = '320400/320402/320402003/320402003012';
export const GRID = `${COMMUNITY}/G01`;
export const STREET = '320400/320402/320402003';

export function minutesAfter(start: Date, minutes: number): Date {
  return new Date(start.getTime() + minutes * 60_000);
}

export function post(role: Role, areaPath = COMMUNITY, changes: Partial<Post> = {}): Post {
  return {
    id: `post-${role}`,
    role,
    name: role,
    scope: { type: 'area', areaId: areaPath, areaPath },
    from: new Date('2026-01-01T00:00:00+08:00'),
    to: null,
    ...changes,
  };
}

export function unitScope(unitId: string, areaPath = COMMUNITY): PostScope {
  return { type: 'unit', unitId, areaPath };
}

export function person(personId: string, ...posts: Post[]): Actor {
  return { type: 'person', personId, posts };
}

export const SYSTEM: Actor = { type: 'system', name: 'sweep' };
