import { boardsOf, lampOf, publicArea } from '@linshao/domain';
import type { PublicationRow, StepRow } from './publications.repository.js';
import type { SourceArea, SourceEvent, SourceOrder } from './sources.repository.js';
import { tellsInOwnWords } from './step-copies.js';

export interface CategoryNames {
  readonly name: string;
  readonly codes: readonly string[];
}

const WORK: ReadonlySet<string> = new Set(['order.claimed', 'order.started', 'order.done']);

/** The facts of an order as the public may read them. */
export function publicationOf(
  cityId: number,
  order: SourceOrder,
  events: readonly SourceEvent[],
  steps: readonly StepRow[],
  above: readonly SourceArea[],
  category: CategoryNames,
): Omit<PublicationRow, 'version'> {
  const boards = boardsOf({ ...order, parentId: order.parent_id });
  const onResults = boards.includes('results');
  const area = publicArea(above) ?? { path: String(cityId), name: '' };
  const last = (type: SourceEvent['type']): SourceEvent | undefined => events.findLast((event) => event.type === type);
  const told = events.findLast(tellsInOwnWords);
  const published = last('order.published');
  return {
    city_id: cityId,
    order_id: order.id,
    number: order.number,
    kind: order.kind,
    category: order.category,
    category_name: category.name,
    category_codes: category.codes,
    area_path: area.path,
    area_name: area.name,
    state: order.state,
    lamp: lampOf({ ...order, assigneeId: order.assignee_id }),
    result_at: onResults ? order.published_at : null,
    wish_at: boards.includes('wishes') ? (order.accepted_at ?? order.submitted_at) : null,
    result_step: onResults ? ((told && told === published ? told : last('order.done'))?.id ?? null) : null,
    comment_step: order.rated_at === null ? null : (last('order.rated')?.id ?? null),
    solved: order.solved,
    stars: order.stars,
    handler: handlerOf(order, events, steps),
    photo_ids: onResults ? photosOf(order, last('order.done')) : [],
  };
}

/** Evidence of the work, and what the resident sent unless they asked not to be known: a picture of a home tells whose it is. */
const photosOf = (order: SourceOrder, done: SourceEvent | undefined): string[] => [
  ...new Set([...(order.anonymous ? [] : order.photo_ids), ...(done?.photo_ids ?? [])]),
];

/** Whoever took it on, as their own step names them: what was left out there stays out here. */
function handlerOf(
  { assignee_id: assigneeId, unit_name: unit }: SourceOrder,
  events: readonly SourceEvent[],
  steps: readonly StepRow[],
): string | null {
  if (assigneeId === null) return unit;
  const work = events.findLast(({ type, actor_id }) => WORK.has(type) && actor_id === assigneeId);
  return steps.find(({ id }) => id === work?.id)?.actor ?? unit;
}
