/**
 * An area's place in the tree: the codes from the city down, joined by `/`,
 * e.g. `320400/320402/320402003/320402003012/G01`.
 */
export type AreaPath = string;

/** Length of a community's statistical code (统计用区划代码). */
const COMMUNITY_CODE = /^\d{12}$/;

/** True when `other` is the same area or lies inside `areaPath`. `…/G1` does not cover `…/G10`. */
export function covers(areaPath: AreaPath, other: AreaPath): boolean {
  return other === areaPath || other.startsWith(`${areaPath}/`);
}

/** The path cut off at its community, or null for an area above the communities. */
export function communityOf(areaPath: AreaPath): AreaPath | null {
  const codes = areaPath.split('/');
  const at = codes.findIndex((code) => COMMUNITY_CODE.test(code));
  return at < 0 ? null : codes.slice(0, at + 1).join('/');
}
