import { activePosts, type Actor } from '../identity/actor.js';
import { postOver } from '../identity/person-rights.js';
import type { Post } from '../identity/post.js';
import { accept, refuse, type Decision } from '../kernel/decision.js';
import type { ActionField } from '../orders/actions.js';
import { checkField } from '../orders/inputs.js';
import type { Order } from '../orders/order.js';
import { servesUnit } from '../orders/relations.js';
import { OBJECTION_STATE_NAMES, objectionStands, type Objection } from './objection.js';

export interface Ruling {
  /** The unit is right: the order goes back to dispatch. Otherwise the unit must claim it. */
  readonly upheld: boolean;
  readonly text: string;
}

export interface Ruled {
  readonly state: 'upheld' | 'overruled';
  readonly words: string;
  readonly post: Post;
}

export const RULING_WORDS: ActionField = {
  type: 'text',
  name: 'text',
  label: '裁定意见',
  min: 5,
  max: 500,
  required: true,
};

/** Who rules (裁定). */
export const RULING_ROLES = ['supervisor'] as const;

/** Offices that see an area's objections. They are all in the circle of a confidential order. */
export const OBJECTION_OFFICES = ['supervisor', 'secretary', 'dispatcher'] as const;

/** The unit keeps seeing what it said, also when the order has gone elsewhere. */
export function seesObjection({ unitId, areaPath }: Objection, actor: Actor, now: Date): boolean {
  return (
    activePosts(actor, now).some((post) => servesUnit(post, unitId)) ||
    postOver(actor, OBJECTION_OFFICES, areaPath, now) !== null
  );
}

/** The supervisor's word on an objection (街道督办裁定), with what follows for the order. */
export function ruleObjection(
  objection: Objection,
  order: Order,
  { upheld, text }: Ruling,
  actor: Actor,
  now: Date,
): Decision<Ruled> {
  if (!seesObjection(objection, actor, now)) return refuse('objection.not_visible');
  const post = postOver(actor, RULING_ROLES, objection.areaPath, now);
  if (!post || actor.type !== 'person') return refuse('objection.not_allowed');
  // Nobody judges between their own unit, or their own matter, and the community.
  const isParty = activePosts(actor, now).some((held) => servesUnit(held, objection.unitId));
  if (isParty || actor.personId === objection.raisedById || actor.personId === order.reporterId)
    return refuse('objection.own');
  if (objection.state === 'void') return refuse('objection.void');
  if (objection.state !== 'raised')
    return refuse('objection.already_ruled', { stateName: OBJECTION_STATE_NAMES[objection.state] });
  if (!objectionStands(objection, order)) return refuse('objection.void');
  if (order.state === 'suspended') return refuse('objection.order_suspended');
  const refusal = checkField(RULING_WORDS, { text }, 0);
  if (refusal) return refusal;
  return accept({ state: upheld ? 'upheld' : 'overruled', words: text.trim(), post });
}
