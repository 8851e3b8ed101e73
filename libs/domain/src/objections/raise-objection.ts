import { activePosts, type Actor } from '../identity/actor.js';
import type { Post } from '../identity/post.js';
import { accept, refuse, type Decision } from '../kernel/decision.js';
import type { ActionField } from '../orders/actions.js';
import { checkField } from '../orders/inputs.js';
import type { Order } from '../orders/order.js';
import { servesUnit } from '../orders/relations.js';
import { ORDER_STATE_NAMES } from '../orders/state.js';
import { visibility } from '../orders/visibility.js';
import type { DutyReason } from './duty-catalogue.js';

export interface ObjectionRequest {
  readonly reasonCode: string;
  readonly text: string;
}

export interface ObjectionFacts {
  readonly now: Date;
  readonly catalogue: readonly DutyReason[];
  /** When the order must be claimed; null where no clock runs. */
  readonly claimDue: Date | null;
  /** This unit has objected to this order before, whatever became of it. */
  readonly hasObjected: boolean;
}

export interface RaisedObjection {
  readonly unitId: string;
  readonly reason: DutyReason;
  readonly words: string;
  readonly post: Post;
}

export const OBJECTION_WORDS: ActionField = {
  type: 'text',
  name: 'text',
  label: '异议说明',
  min: 5,
  max: 500,
  required: true,
};
const ACTION = { actionName: '提出异议' };

/** Argues an order back instead of claiming it. Refusals come in the order that tells a stranger least. */
export function raiseObjection(
  order: Order,
  request: ObjectionRequest,
  actor: Actor,
  { now, catalogue, claimDue, hasObjected }: ObjectionFacts,
): Decision<RaisedObjection> {
  if (visibility(order, actor, { now }) === 'none') return refuse('order.not_visible');
  const { assignment } = order;
  const unitId = assignment?.type === 'unit' ? assignment.unitId : null;
  const post = activePosts(actor, now).find((held) => unitId !== null && servesUnit(held, unitId));
  if (!post || unitId === null || actor.type !== 'person') return refuse('order.not_allowed', ACTION);
  if (order.state !== 'dispatched')
    return refuse('objection.only_when_dispatched', { stateName: ORDER_STATE_NAMES[order.state] });
  if (actor.personId === order.reporterId) return refuse('order.own_matter', ACTION);
  const reason = catalogue.find(({ code }) => code === request.reasonCode);
  if (!reason) return refuse('objection.unknown_reason', { field: 'reasonCode', reasonCode: request.reasonCode });
  const refusal = checkField(OBJECTION_WORDS, { text: request.text }, 0);
  if (refusal) return refusal;
  if (hasObjected) return refuse('objection.once');
  // 逾期视为接受: who let the time pass can no longer argue.
  if (claimDue !== null && claimDue < now) return refuse('objection.too_late');
  return accept({ unitId, reason, words: request.text.trim(), post });
}
