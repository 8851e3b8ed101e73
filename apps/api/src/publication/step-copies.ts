import { type KnownPersonalData, maskName, redact } from '@linshao/domain';
import { atFirst, type Writer } from './moderation-rules.js';
import type { StepRow } from './publications.repository.js';
import type { SourceEvent, SourceOrder, SourcePerson } from './sources.repository.js';

/** A public step in its original words, before anything is left out. */
export interface StepDraft extends Omit<StepRow, 'moderation' | 'verdict' | 'label' | 'attempts' | 'check_at'> {
  readonly writerId: string | null;
  /** The community's own words stand for these. */
  readonly withheld: boolean;
}

export type PersonOf = (id: string | null) => SourcePerson | undefined;

/** The opening with title and description, then every public event. */
export function draftsOf(
  cityId: number,
  order: SourceOrder,
  events: readonly SourceEvent[],
  personOf: PersonOf,
): readonly StepDraft[] {
  const lastEdit = events.findLast(({ type }) => type === 'order.edited');
  const told = events.findLastIndex(tellsInOwnWords);
  const opening: StepDraft = {
    city_id: cityId,
    order_id: order.id,
    id: order.id,
    type: 'order.submitted',
    to_state: 'submitted',
    at: order.submitted_at,
    actor: order.anonymous ? '匿名居民' : '居民',
    by_resident: true,
    title: order.title,
    words: order.description.trim() || null,
    revision: lastEdit?.id ?? order.id,
    writerId: order.created_by_id,
    withheld: told >= 0,
  };
  const steps = events.flatMap((event, index) =>
    event.public
      ? [{ ...draftOf(cityId, order, event, personOf), withheld: event.type === 'order.done' && index < told }]
      : [],
  );
  return [opening, ...steps];
}

/** 晒单 with a text: that is what the public reads, instead of what the resident and the assignee wrote. */
export const tellsInOwnWords = ({ type, words }: SourceEvent): boolean =>
  type === 'order.published' && Boolean(words?.trim());

function draftOf(
  cityId: number,
  order: SourceOrder,
  event: SourceEvent,
  personOf: PersonOf,
): Omit<StepDraft, 'withheld'> {
  const isResident =
    event.post_name === null && (event.actor_id === order.reporter_id || event.actor_id === order.created_by_id);
  return {
    city_id: cityId,
    order_id: order.id,
    id: event.id,
    type: event.type,
    to_state: event.to_state,
    at: event.at,
    actor: isResident ? (order.anonymous ? '匿名居民' : '居民') : officer(event.post_name, personOf(event.actor_id)),
    by_resident: isResident,
    title: null,
    words: event.words?.trim() || null,
    revision: event.id,
    writerId: event.actor_id,
  };
}

/**
 * The step as it may be kept. Words already copied are only ever redacted further, never taken from the original again:
 * a name erased since then would no longer be known as one. What a person decided stays.
 */
export function stepOf(
  { writerId, withheld, ...draft }: StepDraft,
  existing: StepRow | undefined,
  known: KnownPersonalData,
  personOf: PersonOf,
  now: Date,
): StepRow {
  const kept = existing && existing.revision >= draft.revision ? existing : null;
  const { title, words } = kept ?? draft;
  const isDecided = kept !== null && kept.revision > draft.revision;
  const copy = {
    // A post may be called after somebody.
    actor: redact((kept ?? draft).actor, known),
    title: title && redact(title, known),
    words: withheld && !isDecided ? null : words && redact(words, known),
  };
  const hasWords = Boolean(copy.title ?? copy.words);
  if (kept && hasWords) return { ...kept, ...copy };
  const person = personOf(writerId);
  const writer: Writer = {
    hasOpenId: person?.has_open_id ?? false,
    invented: person?.invented ?? false,
    isResident: draft.by_resident,
  };
  return { ...draft, ...copy, attempts: 0, ...atFirst(writer, draft.id === draft.order_id, hasWords, now) };
}

/** 第一网格党小组党员 王*平: whoever acts by a post is known by it; the name stays masked. */
function officer(postName: string | null, person: SourcePerson | undefined): string {
  if (!person) return postName ?? '系统';
  return [postName, maskName(person.name)].filter(Boolean).join(' ');
}
