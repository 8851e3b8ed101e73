import type { Assignment } from '../orders/order.js';
import type { Point } from '../organisation/point.js';
import type { DemoArea, DemoCommunity, DemoPerson } from './community.js';
import type { Dice } from './dice.js';
import type { Cast } from './cast.js';
import type { OrderStory, StoryReceiver } from './story.js';

const ELDER_BORN_UNTIL = 1962;

/** The people and places of a community, asked for by the part they can play. */
export class Company {
  private readonly areas: ReadonlyMap<string, DemoArea>;
  readonly residents: readonly DemoPerson[];
  private readonly helpers: readonly DemoPerson[];

  constructor(private readonly community: DemoCommunity) {
    this.areas = new Map(community.areas.map((area) => [area.code, area]));
    this.residents = community.people.filter((person) => person.dwelling && person.posts.length === 0);
    this.helpers = this.holding('party_member', 'cadre');
  }

  private holding(...roles: string[]): DemoPerson[] {
    return this.community.people.filter(({ posts }) => posts.some(({ role }) => roles.includes(role)));
  }

  private area(code: string): DemoArea {
    const area = this.areas.get(code);
    if (!area) throw new Error(`No area ${code}`);
    return area;
  }

  /** The resident of this key (or persona, which is the same), if there is one without any post. */
  resident(key: string | undefined): DemoPerson | undefined {
    return this.residents.find((person) => person.key === key);
  }

  /** Where a person lives: the building's and the dwelling's address, and the grid. */
  homeOf(person: DemoPerson): { building: string; dwelling: string; grid: string } {
    const { unit, house, estate } = this.above(person);
    const building = `${estate.name}${house.name}`;
    return { building, dwelling: `${building}${unit.name}${person.dwelling?.room ?? ''}室`, grid: estate.parent };
  }

  placeOf(person: DemoPerson): Point {
    const { house } = this.above(person);
    if (!house.point) throw new Error(`Building ${house.code} has no place`);
    return house.point;
  }

  private above(person: DemoPerson): { unit: DemoArea; house: DemoArea; estate: DemoArea } {
    const unit = this.area(person.dwelling?.unit ?? '');
    const house = this.area(unit.parent);
    return { unit, house, estate: this.area(house.parent) };
  }

  suits(story: OrderStory, person: DemoPerson): boolean {
    if (story.descriptions.some((text) => text.includes('{id}')) && !person.idNumber) return false;
    if (story.reporter === 'elder') return person.bornYear <= ELDER_BORN_UNTIL;
    return story.reporter !== 'tenant' || person.dwelling?.as === 'tenant';
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

  gridWorker(grid: string): string {
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
        return favourite ?? dice.pick(this.helpers).key;
      case 'unit': {
        const unit = this.holding('unit_responder', 'provider');
        return dice.pick(unit.filter(({ posts }) => posts.some((post) => post.unit === to.unitId))).key;
      }
    }
  }
}
