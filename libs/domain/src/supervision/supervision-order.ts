import type { AreaPath } from '../identity/area-path.js';
import type { Role } from '../identity/role.js';

export const SUPERVISION_STATES = ['open', 'answered', 'closed', 'void'] as const;
/** Being overdue is a fact beside the state. `void`: the order it asks about was withdrawn or merged before an answer. */
export type SupervisionState = (typeof SUPERVISION_STATES)[number];

export const SUPERVISION_STATE_NAMES: Readonly<Record<SupervisionState, string>> = {
  open: '待答复',
  answered: '已答复',
  closed: '已销号',
  void: '已失效',
};

export type SupervisionAction = SupervisionCommand['action'];
export type SupervisionCommand =
  | { readonly action: 'answer'; readonly text: string }
  | { readonly action: 'close'; readonly text?: string }
  | { readonly action: 'return'; readonly text: string };

export const SUPERVISION_ACTION_NAMES: Readonly<Record<SupervisionAction, string>> = {
  answer: '答复督办单',
  close: '督办单销号',
  return: '退回补充答复',
};

/** Who may issue one: an office of the ladder above the community. */
export const ISSUING_ROLES = ['supervisor', 'regulator'] as const satisfies readonly Role[];
export type IssuingRole = (typeof ISSUING_ROLES)[number];

/** Who answers for a community. */
export const ANSWERING_ROLES = ['secretary', 'dispatcher'] as const satisfies readonly Role[];

/** A supervision order 督办单: asks a community why a promise was not kept, and is tracked until it is answered (C10). */
export interface SupervisionOrder {
  readonly id: string;
  readonly orderId: string;
  readonly state: SupervisionState;
  /** The community asked. */
  readonly areaPath: AreaPath;
  /** The office that asked, and where it is held. */
  readonly issuedRole: IssuingRole;
  readonly issuedAreaPath: AreaPath;
  /** Of the order it asks about: only its circle may know. */
  readonly confidential: boolean;
  readonly answeredById: string | null;
}
