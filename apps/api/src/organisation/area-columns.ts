/** Columns of an `Area`, with the table named `a`. */
export const AREA = `a.city_id AS "cityId", a.id, a.code, a.name, a.level, a.parent_id AS "parentId", a.path, a.households`;

/**
 * Areas whose codes the state publishes. Theirs and the communities' own codes have a partial index each, so a look-up by
 * code must say which it means.
 */
export const OFFICIAL = `a.level IN ('city', 'district', 'subdistrict', 'community')`;
