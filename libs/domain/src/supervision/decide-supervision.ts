import type { Actor } from '../identity/actor.js';
import { postOver } from '../identity/person-rights.js';
import type { Post } from '../identity/post.js';
import { accept, refuse, type Decision, type Refusal } from '../kernel/decision.js';
import type { ActionField } from '../orders/actions.js';
import { checkField } from '../orders/inputs.js';
import {
  ANSWERING_ROLES,
  SUPERVISION_ACTION_NAMES,
  SUPERVISION_STATE_NAMES,
  type SupervisionAction,
  type SupervisionCommand,
  type SupervisionOrder,
  type SupervisionState,
} from './supervision-order.js';

type Side = 'answering' | 'issuing';

/** One cell of the table: where an action leads, and whose it is. */
interface Rule {
  readonly to: SupervisionState;
  readonly by: Side;
}

/** State × action → rule. Voiding is the system's alone, see `voidsSupervision`. */
export const SUPERVISION_LIFECYCLE: Readonly<
  Record<SupervisionState, Readonly<Partial<Record<SupervisionAction, Rule>>>>
> = {
  open: { answer: { to: 'answered', by: 'answering' } },
  answered: { close: { to: 'closed', by: 'issuing' }, return: { to: 'open', by: 'issuing' } },
  closed: {},
  void: {},
};

const SIDE: Readonly<Record<SupervisionAction, Side>> = { answer: 'answering', close: 'issuing', return: 'issuing' };

type Words = Extract<ActionField, { readonly type: 'text' }>;

const words = (label: string, min: number, required = true): Words => ({
  type: 'text',
  name: 'text',
  label,
  min,
  max: 2000,
  required,
});

/** An answer says what happened and what is done about it: a nod is not enough. */
export const SUPERVISION_WORDS: Readonly<Record<SupervisionAction | 'open', Words>> = {
  open: words('督办要求', 5),
  answer: words('督办答复', 10),
  close: words('销号意见', 0, false),
  return: words('退回原因', 5),
};

export interface SupervisionMove {
  readonly state: SupervisionState;
  readonly words: string | null;
  readonly post: Post;
}

/** Offices over the community see its supervision orders; a sector's regulator those that are not confidential. */
export function seesSupervision(
  { areaPath, confidential }: Pick<SupervisionOrder, 'areaPath' | 'confidential'>,
  actor: Actor,
  now: Date,
): boolean {
  const offices = [...ANSWERING_ROLES, 'supervisor', ...(confidential ? [] : (['regulator'] as const))] as const;
  return postOver(actor, offices, areaPath, now) !== null;
}

/** One step of a supervision order. Refusals come in the order that tells a stranger least. */
export function decideSupervision(
  order: SupervisionOrder,
  command: SupervisionCommand,
  actor: Actor,
  now: Date,
): Decision<SupervisionMove> {
  const { action } = command;
  const actionName = SUPERVISION_ACTION_NAMES[action];
  if (!seesSupervision(order, actor, now)) return refuse('supervision.not_visible');
  const post =
    SIDE[action] === 'answering'
      ? postOver(actor, ANSWERING_ROLES, order.areaPath, now)
      : postOver(actor, [order.issuedRole], order.issuedAreaPath, now);
  if (!post || actor.type !== 'person') return refuse('supervision.not_allowed', { actionName });
  const rule = SUPERVISION_LIFECYCLE[order.state][action];
  if (!rule)
    return refuse('supervision.illegal_move', {
      state: order.state,
      stateName: SUPERVISION_STATE_NAMES[order.state],
      actionName,
    });
  // One person may hold both offices for a while (代班); the answer still needs somebody else's eyes.
  if (rule.by === 'issuing' && actor.personId === order.answeredById) return refuse('supervision.own_answer');
  const refusal = checkSupervisionWords(action, command.text);
  if (refusal) return refusal;
  return accept({ state: rule.to, words: command.text?.trim() || null, post });
}

/** The words of a step, or of the opening by hand. */
export function checkSupervisionWords(step: SupervisionAction | 'open', text: string | undefined): Refusal | null {
  return checkField(SUPERVISION_WORDS[step], { text }, 0);
}
