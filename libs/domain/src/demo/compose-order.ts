import type { OrderState } from '../orders/state.js';
import type { Point } from '../organisation/point.js';
import type { Company } from './company.js';
import type { Dice } from './dice.js';
import type { Part } from './scenes.js';
import type { ScriptedOrder } from './script.js';
import type { Timeline } from './timeline.js';

interface Place {
  /** Code of the grid. */
  readonly area: string;
  readonly building: string;
  readonly address: string;
  readonly point: Point;
}

const NEARBY = '附近';

export function placeOf({ story, cast }: Part, company: Company): Place {
  const { building, dwelling, point } = company.homeOf(cast.reporter);
  const address = { dwelling, building, grid: `${building}${NEARBY}` }[story.place];
  return { area: cast.grid, building, address, point };
}

/** Where somebody else reported the same matter before. */
export function placeOfTwin({ area, address, point }: ScriptedOrder): Place {
  return { area, building: address.replace(NEARBY, ''), address, point };
}

/** Reports are made somewhere around the building, not at its middle: up to about six metres off. */
const OFF_BY = 60e-6;

/** Puts the reporter's own house, phone and number into the story's words. */
export function composeOrder(
  key: string,
  { story, cast, telling }: Part,
  line: Timeline,
  endsAs: OrderState,
  { area, building, address, point }: Place,
  dice: Dice,
): ScriptedOrder {
  const { reporter } = cast;
  const off = (degrees: number): number => Math.round((degrees + (dice.next() - 0.5) * 2 * OFF_BY) * 1e6) / 1e6;
  return {
    key,
    story: story.key,
    kind: story.kind,
    category: story.category,
    title: telling.title,
    description: telling.description
      .replaceAll('{dwelling}', address)
      .replaceAll('{building}', building)
      .replaceAll('{phone}', reporter.phone)
      .replaceAll('{id}', reporter.idNumber ?? ''),
    area,
    address,
    point: { lng: off(point.lng), lat: off(point.lat) },
    reporter: reporter.key,
    createdBy: cast.createdBy,
    anonymous: story.anonymous ?? false,
    submittedAt: line.start,
    commands: line.commands,
    endsAs,
  };
}
