import type { CommunityData } from '../demo/read-community.js';
import type { DemoPerson } from '../demo/community.js';
import type { AreaPath } from '../identity/area-path.js';
import type { Post, PostScope } from '../identity/post.js';

/** A person's posts as the rules know them, held since before the first demo order. */
export function postsOf(person: DemoPerson, community: CommunityData): Post[] {
  return person.posts.map((post, index) => ({
    id: `${person.key}-${index}`,
    role: post.role,
    name: post.name,
    scope: scopeOf(post, community),
    from: new Date(0),
    to: null,
  }));
}

function scopeOf(
  { area, unit, party }: DemoPerson['posts'][number],
  { units, partyOrganisations, paths }: CommunityData,
): PostScope {
  const pathOf = (code: string | undefined): AreaPath => {
    const path = paths.get(code ?? '');
    if (path === undefined) throw new Error(`No area ${code}`);
    return path;
  };
  if (unit !== undefined) {
    return { type: 'unit', unitId: unit, areaPath: pathOf(units.find(({ code }) => code === unit)?.area) };
  }
  if (party !== undefined) {
    const bound = partyOrganisations.find(({ code }) => code === party)?.area;
    return { type: 'party', partyOrganisationId: party, areaPath: pathOf(bound) };
  }
  return { type: 'area', areaId: area ?? '', areaPath: pathOf(area) };
}
