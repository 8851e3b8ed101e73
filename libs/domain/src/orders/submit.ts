import { activePosts, type Actor } from '../identity/actor.js';
import type { AreaPath } from '../identity/area-path.js';
import type { Post } from '../identity/post.js';
import { accept, refuse, type Decision } from '../kernel/decision.js';
import { DESCRIPTION, TITLE } from './actions.js';
import { signature } from './event-of.js';
import type { OrderFacts } from './facts.js';
import { helpingPost } from './helping.js';
import { checkField } from './inputs.js';
import type { Creation } from './move.js';
import type { NewOrder } from './order.js';
import { ORDER_KIND_NAMES, type OrderKind } from './state.js';

export interface Submission {
  readonly kind: OrderKind;
  readonly category: string;
  readonly title: string;
  readonly description: string;
  readonly areaPath: AreaPath;
  /** The resident the order is for. */
  readonly reporterId: string;
  readonly anonymous?: boolean;
  readonly confidential?: boolean;
  readonly photoIds?: readonly string[];
}

export type SubmitFacts = Pick<OrderFacts, 'now' | 'policy'> & Required<Pick<OrderFacts, 'kinds'>>;

/** A new order by the resident, or on their behalf by somebody who serves their community. */
export function submitOrder(input: Submission, actor: Actor, facts: SubmitFacts): Decision<Creation> {
  const behalf = actingFor(input, actor, facts.now);
  if (behalf === 'nobody' || actor.type === 'system') return refuse('order.on_behalf_not_allowed');
  if (!facts.kinds.includes(input.kind)) {
    return refuse('order.kind_not_in_category', { field: 'category', kindName: ORDER_KIND_NAMES[input.kind] });
  }
  const values = { ...input };
  const refusal = checkField(TITLE, values, 0) ?? checkField(DESCRIPTION, values, 0) ?? photosRefusal(input, facts);
  if (refusal) return refusal;
  return accept({
    order: {
      ...blankOrder(facts.now),
      kind: input.kind,
      category: input.category,
      areaPath: input.areaPath,
      reporterId: input.reporterId,
      createdById: actor.personId,
      anonymous: input.anonymous ?? false,
      confidential: (input.confidential ?? false) || facts.policy.confidentialByDefault,
    },
    events: [
      {
        type: 'order.submitted',
        action: 'submit',
        fromState: null,
        toState: 'submitted',
        words: null,
        public: false,
        data: { onBehalf: behalf !== null },
        ...signature(actor, behalf),
      },
    ],
  });
}

/** Null for one's own matter, the post by which one helps another, or `nobody` without such a post. */
function actingFor(input: Submission, actor: Actor, now: Date): Post | null | 'nobody' {
  if (actor.type === 'person' && actor.personId === input.reporterId) return null;
  return helpingPost(activePosts(actor, now), input.areaPath) ?? 'nobody';
}

function photosRefusal(input: Submission, { policy }: SubmitFacts) {
  const field = { type: 'photos', name: 'photoIds', label: '照片', required: false } as const;
  return checkField(field, { ...input }, policy.maxPhotos);
}

/** What every order starts from. */
export function blankOrder(
  now: Date,
): Omit<NewOrder, 'kind' | 'category' | 'areaPath' | 'reporterId' | 'createdById' | 'anonymous' | 'confidential'> {
  return {
    state: 'submitted',
    version: 1,
    urgency: 'normal',
    assignment: null,
    assigneeId: null,
    stateBefore: null,
    parentId: null,
    openChildren: 0,
    mergedInto: null,
    submittedAt: now,
    repliedAt: null,
    acceptedAt: null,
    rejectedAt: null,
    appealedAt: null,
    doneAt: null,
    publishedAt: null,
    ratedAt: null,
    closedAt: null,
    solved: null,
    stars: null,
    reviewed: false,
    lastUrgedAt: null,
    urgeCount: 0,
    reopenCount: 0,
  };
}
