import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  areaPath,
  type AreaPath,
  type DemoArea,
  type DemoCommunity,
  type DemoPartyOrganisation,
  type DemoPerson,
  type DemoUnit,
  officialAreaReader,
  type OrderStory,
  type Playbook,
} from '@linshao/domain';

const resolve = createRequire(import.meta.url).resolve;
const read = (file: string): string => readFileSync(resolve(`@linshao/domain/playbooks/fuqiang/${file}`), 'utf8');
const json = <T>(file: string): T => JSON.parse(read(file)) as T;

/** The demo community (playbook P7): the real places of 富强新村社区, invented people. */
export interface Fuqiang extends DemoCommunity {
  readonly partyOrganisations: readonly DemoPartyOrganisation[];
  readonly units: readonly DemoUnit[];
  /** Lines of the city's official areas. */
  readonly officialAreas: readonly string[];
  /** Path of every area by its code. */
  readonly paths: ReadonlyMap<string, AreaPath>;
}

export function readFuqiang(): Fuqiang {
  const { areas } = json<{ areas: DemoArea[] }>('places.json');
  const officialAreas = read('areas.jsonl').split('\n');
  return {
    playbook: json<Playbook>('playbook.json'),
    areas,
    ...json<{ partyOrganisations: DemoPartyOrganisation[]; units: DemoUnit[] }>('organisations.json'),
    people: json<{ people: DemoPerson[] }>('people.json').people,
    stories: json<{ stories: OrderStory[] }>('stories.json').stories,
    officialAreas,
    paths: pathsOf(officialAreas, areas),
  };
}

function pathsOf(officialAreas: readonly string[], areas: readonly DemoArea[]): Map<string, AreaPath> {
  const official = officialAreas.map(officialAreaReader()).filter((area) => area !== null);
  const paths = new Map(official.map(({ code, path }) => [code, path]));
  for (const { code, parent } of areas) paths.set(code, areaPath(paths.get(parent) ?? '', code));
  return paths;
}

export function found<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new Error(`the demo data has no ${what}`);
  return value;
}
