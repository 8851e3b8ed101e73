/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoArea, DemoCommunity, DemoPartyOrganisation, DemoPerson, DemoUnit } from '../demo/community.js';
import type { DemoVolunteerPost } from '../demo/community.js';
import type { OrderStory } from '../demo/story.js';
import type { AreaPath } from '../identity/area-path.js';
import type { Post, PostScope } from '../identity/post.js';
import { officialAreaReader } from '../organisation/area-file.js';
import { areaPath } from '../organisation/area-path.js';
import type { Playbook } from '../playbook/types.js';

const read = (file: string): string => readFileSync(join(__dirname, '../../playbooks/fuqiang', file), 'utf8');

export interface Fuqiang extends DemoCommunity {
  readonly partyOrganisations: readonly DemoPartyOrganisation[];
  readonly units: readonly DemoUnit[];
  readonly volunteerPosts: readonly DemoVolunteerPost[];
  /** Path of every area by code, the official ones included. */
  readonly paths: ReadonlyMap<string, AreaPath>;
}

export function readFuqiang(): Fuqiang {
  const playbook: Playbook = JSON.parse(read('playbook.json'));
  const { areas }: { areas: DemoArea[] } = JSON.parse(read('places.json'));
  const organisations: { partyOrganisations: DemoPartyOrganisation[]; units: DemoUnit[] } = JSON.parse(
    read('organisations.json'),
  );
  const people: { people: DemoPerson[]; volunteerPosts: DemoVolunteerPost[] } = JSON.parse(read('people.json'));
  const { stories }: { stories: OrderStory[] } = JSON.parse(read('stories.json'));
  return { playbook, areas, ...organisations, ...people, stories, paths: pathsOf(areas) };
}

function pathsOf(areas: readonly DemoArea[]): Map<string, AreaPath> {
  const official = read('areas.jsonl')
    .split('\n')
    .map(officialAreaReader())
    .filter((area) => area !== null);
  const paths = new Map(official.map(({ code, path }) => [code, path]));
  for (const { code, parent } of areas) paths.set(code, areaPath(paths.get(parent) ?? `missing ${parent}`, code));
  return paths;
}

/** A person's posts as the rules know them, held since before the first demo order. */
export function postsOf(person: DemoPerson, community: Fuqiang): Post[] {
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
  { units, partyOrganisations, paths }: Fuqiang,
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
