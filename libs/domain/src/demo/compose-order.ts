import type { OrderState } from '../orders/state.js';
import type { Company } from './company.js';
import type { Dice } from './dice.js';
import type { Part } from './scenes.js';
import type { ScriptedOrder } from './script.js';
import type { Timeline } from './timeline.js';

/** Reports are made somewhere around the building, not at its middle: up to about six metres off. */
const OFF_BY = 60e-6;

/** Puts the reporter's own house, phone and number into the story's words. */
export function composeOrder(
  key: string,
  part: Part,
  line: Timeline,
  endsAs: OrderState,
  company: Company,
  dice: Dice,
): ScriptedOrder {
  const { story, cast, telling } = part;
  const { reporter } = cast;
  const { building, dwelling } = company.homeOf(reporter);
  const point = company.placeOf(reporter);
  const variant = (variants: readonly string[]): string => variants[telling % variants.length] ?? '';
  const off = (): number => (dice.next() - 0.5) * 2 * OFF_BY;
  const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
  return {
    key,
    story: story.key,
    kind: story.kind,
    category: story.category,
    title: variant(story.titles),
    description: variant(story.descriptions)
      .replaceAll('{dwelling}', dwelling)
      .replaceAll('{building}', building)
      .replaceAll('{phone}', reporter.phone)
      .replaceAll('{id}', reporter.idNumber ?? ''),
    area: cast.grid,
    address: { dwelling, building, grid: `${building}附近` }[story.place],
    point: { lng: round(point.lng + off()), lat: round(point.lat + off()) },
    reporter: reporter.key,
    createdBy: cast.createdBy,
    anonymous: story.anonymous ?? false,
    submittedAt: line.start,
    commands: line.commands,
    endsAs,
  };
}
