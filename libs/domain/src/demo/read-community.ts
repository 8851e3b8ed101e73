import type { AreaPath } from '../identity/area-path.js';
import { officialAreaReader, type OfficialArea } from '../organisation/area-file.js';
import { areaPath } from '../organisation/area-path.js';
import type { Playbook } from '../playbook/types.js';
import type {
  DemoArea,
  DemoCommunity,
  DemoPartyOrganisation,
  DemoPerson,
  DemoUnit,
  DemoVolunteerPost,
} from './community.js';
import type { ScriptedMatter } from './matter-script.js';
import type { OrderStory } from './story.js';

/** Everything in a demo community's folder of `libs/domain/playbooks`. */
export interface CommunityData extends DemoCommunity {
  /** The city's real tree, parents first. */
  readonly officialAreas: readonly OfficialArea[];
  readonly partyOrganisations: readonly DemoPartyOrganisation[];
  readonly units: readonly DemoUnit[];
  readonly volunteerPosts: readonly DemoVolunteerPost[];
  readonly matters: readonly ScriptedMatter[];
  /** Path of every area by its code, the official ones included. */
  readonly paths: ReadonlyMap<string, AreaPath>;
}

/**
 * Puts a community together from its files; `read` gives a file's text by its name. The files are part of the product
 * and checked by its tests, so they are taken at their word.
 */
export function readCommunity(read: (file: string) => string): CommunityData {
  const json = <T>(file: string): T => JSON.parse(read(file)) as T;
  const officialAreas = read('areas.jsonl')
    .split('\n')
    .map(officialAreaReader())
    .filter((area) => area !== null);
  const { areas } = json<{ areas: DemoArea[] }>('places.json');
  return {
    playbook: json<Playbook>('playbook.json'),
    officialAreas,
    areas,
    ...json<{ partyOrganisations: DemoPartyOrganisation[]; units: DemoUnit[] }>('organisations.json'),
    ...json<{ people: DemoPerson[]; volunteerPosts: DemoVolunteerPost[] }>('people.json'),
    ...json<{ stories: OrderStory[] }>('stories.json'),
    ...json<{ matters: ScriptedMatter[] }>('matters.json'),
    paths: pathsOf(officialAreas, areas),
  };
}

function pathsOf(official: readonly OfficialArea[], areas: readonly DemoArea[]): Map<string, AreaPath> {
  const paths = new Map(official.map(({ code, path }) => [code, path]));
  for (const { code, parent } of areas) {
    const above = paths.get(parent);
    if (above === undefined) throw new Error(`Area ${code} stands before its parent ${parent}, or without one`);
    paths.set(code, areaPath(above, code));
  }
  return paths;
}
