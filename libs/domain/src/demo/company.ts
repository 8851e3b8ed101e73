import type { Assignment } from '../orders/order.js';
import type { Role } from '../identity/role.js';
import type { Point } from '../organisation/point.js';
import type { DemoArea, DemoCommunity, DemoPerson } from './community.js';
import type { Dice } from './dice.js';
import type { Cast } from './cast.js';
import type { OrderStory, StoryReceiver } from './story.js';

const ELDER_BORN_UNTIL = 1956;
const ADULT_BORN_FROM = 1968;

interface Home {
  readonly building: string;
  readonly dwelling: string;
  readonly grid: string;
  readonly point: Point;
  readonly house: 'tower' | 'walk_up';
}

/** A unit of a walk-up has two dwellings on each of six floors. */
const WALK_UP_DWELLINGS = 12;

/** The people and places of a community, asked for by the part they can play. */
export class Company {
  /** Those without any post: the orders are theirs. */
  readonly residents: readonly DemoPerson[];
  private readonly homes: ReadonlyMap<string, Home>;
  private readonly holders = new Map<Role, DemoPerson[]>();

  constructor({ areas, people }: Pick<DemoCommunity, 'areas' | 'people'>) {
    const byCode = new Map(areas.map((area) => [area.code, area]));
    this.residents = people.filter((person) => person.dwelling && person.posts.length === 0);
    this.homes = new Map(this.residents.map((person) => [person.key, homeOf(person, byCode)]));
    for (const person of people) {
      for (const { role } of person.posts) this.holders.set(role, [...(this.holders.get(role) ?? []), person]);
    }
  }

  /** The resident of this key (a persona's key is its name), if there is one without any post. */
  resident(key: string | undefined): DemoPerson | undefined {
    return this.residents.find((person) => person.key === key);
  }

  homeOf(person: DemoPerson): Home {
    const home = this.homes.get(person.key);
    if (!home) throw new Error(`${person.key} is no resident`);
    return home;
  }

  suits(story: OrderStory, person: DemoPerson): boolean {
    if (story.house !== undefined && story.house !== this.homeOf(person).house) return false;
    if (story.tellings.some(({ description }) => description.includes('{id}')) && !person.idNumber) return false;
    switch (story.reporter) {
      case undefined:
        return true;
      case 'elder':
        return person.bornYear <= ELDER_BORN_UNTIL;
      case 'adult':
        return person.bornYear >= ADULT_BORN_FROM;
      case 'tenant':
        return person.dwelling?.as === 'tenant';
    }
  }

  cast(reporter: DemoPerson, story: OrderStory, dice: Dice): Cast {
    const grid = this.homeOf(reporter).grid;
    const key = (people: readonly DemoPerson[]): string => dice.pick(people).key;
    const gridWorker = this.gridWorker(grid);
    const desk = key(this.holding('dispatcher'));
    return {
      reporter,
      grid,
      createdBy: story.onBehalf ? gridWorker : reporter.key,
      duty: key(this.holding('duty_officer')),
      desk,
      publisher: dice.chance(0.2) ? key(this.holding('secretary')) : desk,
      reviewer: gridWorker,
      neighbours: this.residents.filter((person) => person.key !== reporter.key).map((person) => person.key),
    };
  }

  private holding(...roles: readonly Role[]): readonly DemoPerson[] {
    return roles.flatMap((role) => this.holders.get(role) ?? []);
  }

  private gridWorker(grid: string): string {
    const worker = this.holding('grid_worker').find(({ posts }) => posts.some(({ area }) => area === grid));
    if (!worker) throw new Error(`Nobody works in grid ${grid}`);
    return worker.key;
  }

  assignmentFor(to: StoryReceiver, grid: string): Assignment {
    if (to === 'members' || to === 'desk') return { type: 'pool', pool: 'members' };
    if (to === 'grid_worker') return { type: 'person', personId: this.gridWorker(grid) };
    return 'unit' in to ? { type: 'unit', unitId: to.unit } : { type: 'person', personId: to.person };
  }

  /** Somebody who may claim what was sent there; `favourite` when they may. */
  claimer(to: Assignment, favourite: string | undefined, dice: Dice): string {
    switch (to.type) {
      case 'person':
        return to.personId;
      case 'pool':
        return favourite ?? dice.pick(this.holding('party_member', 'cadre')).key;
      case 'unit': {
        const unit = this.holding('unit_responder', 'provider');
        return dice.pick(unit.filter(({ posts }) => posts.some((post) => post.unit === to.unitId))).key;
      }
    }
  }
}

function homeOf(person: DemoPerson, areas: ReadonlyMap<string, DemoArea>): Home {
  const area = (code: string | undefined): DemoArea => {
    const found = areas.get(code ?? '');
    if (!found) throw new Error(`${person.key} lives in ${code}, which is no area`);
    return found;
  };
  const unit = area(person.dwelling?.unit);
  const house = area(unit.parent);
  const estate = area(house.parent);
  if (!house.point) throw new Error(`Building ${house.code} has no place`);
  const building = `${estate.name}${house.name}`;
  return {
    building,
    dwelling: `${building}${unit.name}${person.dwelling?.room}室`,
    grid: estate.parent,
    point: house.point,
    house: unit.households > WALK_UP_DWELLINGS ? 'tower' : 'walk_up',
  };
}
