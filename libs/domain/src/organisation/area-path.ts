import type { AreaPath } from '../identity/area-path.js';
import type { AreaLevel } from './area-level.js';

/** Adds an area's code to the path of the area above it; a city has none above. */
export const areaPath = (parent: AreaPath | null, code: string): AreaPath =>
  parent === null ? code : `${parent}/${code}`;

/** The code of the area itself: the last part of its path. */
export const codeOf = (path: AreaPath): string => path.slice(path.lastIndexOf('/') + 1);

/** The city an area belongs to, as the number every row carries: 320400. */
export const cityIdOf = (path: AreaPath): number => Number(path.split('/', 1)[0]);

/** Paths of all areas above, the city first; empty for a city. */
export function ancestorsOf(path: AreaPath): AreaPath[] {
  const codes = path.split('/');
  return codes.slice(0, -1).map((_, index) => codes.slice(0, index + 1).join('/'));
}

/** A county-level or higher code without its empty places: 320400 → 3204, 110000 → 11, 429004 stays. */
const stem = (code: string): string => code.replace(/^(\d{6})$/, (whole) => whole.replace(/(00)+$/, ''));

const OWN_CODE = /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/;
/** Longest code a community may give an area, in characters. */
export const LONGEST_AREA_CODE = 40;

/**
 * Whether `code` can belong to an area of this level below `parentCode`.
 * Down to the community the codes are the official ones (GB/T 2260 and its statistical extension to 12 digits), and each
 * begins with its parent's. Below it a community has its own: `G01`, `G01-E02`, `G01-E02-B03`; from the second on they
 * begin with the parent's, so that no two areas of a community can share one.
 */
export function isAreaCode(level: AreaLevel, code: string, parentCode: string | null): boolean {
  switch (level) {
    case 'city':
      return parentCode === null && /^[1-9]\d{5}$/.test(code);
    case 'district':
      return /^\d{6}$/.test(code) && extendsParent(code, parentCode);
    case 'subdistrict':
      return /^\d{9}$/.test(code) && extendsParent(code, parentCode);
    case 'community':
      return /^\d{12}$/.test(code) && extendsParent(code, parentCode);
    case 'grid':
    case 'estate':
    case 'building':
    case 'unit':
    case 'micro_grid':
      return isOwnCode(code, parentCode);
  }
}

const extendsParent = (code: string, parentCode: string | null): boolean =>
  parentCode !== null && code !== parentCode && code.startsWith(stem(parentCode));

function isOwnCode(code: string, parentCode: string | null): boolean {
  if (parentCode === null || code.length > LONGEST_AREA_CODE || !OWN_CODE.test(code)) return false;
  const parentIsCommunity = /^\d{12}$/.test(parentCode);
  return parentIsCommunity ? !code.includes('-') : code.startsWith(`${parentCode}-`);
}
