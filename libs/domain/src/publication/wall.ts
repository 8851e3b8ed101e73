import { communityOf, type AreaPath } from '../identity/area-path.js';
import { ROLE_NAMES, type Role } from '../identity/role.js';
import type { Assignment } from '../orders/order.js';
import type { AreaLevel } from '../organisation/area-level.js';
import type { PromiseKind } from '../deadlines/kinds.js';

/** Promises of an order that stand on a supervision wall 督办墙; the resident's own window to rate is none. */
export const WALL_PROMISES = ['reply', 'accept', 'claim', 'finish', 'total'] as const satisfies readonly PromiseKind[];
export type WallPromise = (typeof WALL_PROMISES)[number];

/**
 * The finest place a wall names. Allowances tell of poverty and age, and a grid is a few hundred households: with the step
 * and the day that is a family. So everything on a wall belongs to a community, or to what is above it.
 */
export const wallPlace = (areaPath: AreaPath): AreaPath => communityOf(areaPath) ?? areaPath;

/** Whose wall there can be: larger areas are counted in figures, not looked at row by row. */
export const hasWall = (level: AreaLevel): boolean => level === 'community' || level === 'subdistrict';

/** Who owes what an order waits for. */
export interface Owing {
  readonly kind: WallPromise;
  readonly assignment: Assignment['type'] | null;
  readonly unitName: string | null;
  /** Somebody claimed it. */
  readonly claimed: boolean;
}

/** The responsible post or unit, never a person. A promise nobody took on is the desk's. */
export function responsibleFor({ kind, assignment, unitName, claimed }: Owing): {
  readonly post: string;
  readonly isUnit: boolean;
} {
  const office = (role: Role): { post: string; isUnit: boolean } => ({ post: ROLE_NAMES[role], isUnit: false });
  switch (kind) {
    case 'reply':
      return office('duty_officer');
    case 'accept':
      return office('dispatcher');
    case 'claim':
    case 'finish':
    case 'total':
      if (assignment === 'unit' && unitName) return { post: unitName, isUnit: true };
      return claimed ? { post: '承办党员', isUnit: false } : office('dispatcher');
  }
}

/** 富强新村社区派单员; what the place's name ends with is not said twice: 富强新村社区书记, 茶山街道督办. */
export function postAt(areaName: string, post: string): string {
  const [first = '', second = ''] = post;
  return areaName.endsWith(first + second) ? areaName + [...post].slice(2).join('') : areaName + post;
}
