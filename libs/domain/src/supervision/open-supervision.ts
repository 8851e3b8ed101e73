import type { Actor } from '../identity/actor.js';
import { communityOf, type AreaPath } from '../identity/area-path.js';
import { postOver } from '../identity/person-rights.js';
import type { Post } from '../identity/post.js';
import type { Role } from '../identity/role.js';
import { accept, refuse, type Decision } from '../kernel/decision.js';
import type { Order } from '../orders/order.js';
import type { OrderState } from '../orders/state.js';
import { visibility } from '../orders/visibility.js';
import type { TimeLimit } from '../time/time-limit.js';
import { checkSupervisionWords } from './decide-supervision.js';
import type { IssuingRole } from './supervision-order.js';

/** For a supervision order opened by hand; on the ladder the rung says how long. */
export const DEFAULT_ANSWER_WITHIN: TimeLimit = { amount: 1, unit: 'workdays', clock: 'working' };

/** The question went with the order: there is no matter any more that somebody was late with. */
const VOIDING: ReadonlySet<OrderState> = new Set<OrderState>(['withdrawn', 'merged']);

/** Done late is still late: only an order withdrawn or merged takes an unanswered supervision order with it. */
export const voidsSupervision = (state: OrderState): boolean => VOIDING.has(state);

/** The community that is asked about an order. */
export const askedArea = (areaPath: AreaPath): AreaPath => communityOf(areaPath) ?? areaPath;

/**
 * The office in whose name a rung's supervision order goes out, or null for a rung that cannot issue one (a secretary
 * would be asking themselves). A regulator is outside the circle of a confidential order: the supervisor asks instead.
 */
export function issuingRole(rung: Role, { confidential }: Pick<Order, 'confidential'>): IssuingRole | null {
  if (rung === 'regulator') return confidential ? 'supervisor' : 'regulator';
  return rung === 'supervisor' ? rung : null;
}

/** A supervisor opens one by hand, without waiting for a clock. */
export function openSupervision(
  order: Order,
  text: string,
  actor: Actor,
  now: Date,
): Decision<{ post: Post; words: string }> {
  const post = postOver(actor, ['supervisor'], order.areaPath, now);
  if (visibility(order, actor, { now }) === 'none') return refuse('order.not_visible');
  if (!post || actor.type !== 'person') return refuse('order.not_allowed', { actionName: '督办' });
  if (actor.personId === order.reporterId) return refuse('order.own_matter', { actionName: '督办' });
  if (voidsSupervision(order.state) || order.state === 'closed') return refuse('supervision.order_ended');
  const refusal = checkSupervisionWords('open', text);
  if (refusal) return refusal;
  return accept({ post, words: text.trim() });
}
