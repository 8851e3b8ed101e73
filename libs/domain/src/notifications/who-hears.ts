import type { Role } from '../identity/role.js';
import { assertNever } from '../kernel/assert-never.js';
import type { Order } from '../orders/order.js';
import type { Holders } from './holders.js';
import { HEARING_RELATIONS, type HearingRelation, NOTICE_AUDIENCE, type NoticeKind } from './notices.js';
import type { TemplateId } from './templates.js';
import { NOT_IN_CONFIDENCE, NOT_OF_CHILDREN } from './who-is-told.js';

export interface Notice {
  readonly kind: NoticeKind;
  /** Whose turn it is, as the news says. */
  readonly holderIds: readonly string[];
  /** The private persons it is about. */
  readonly concernedIds: readonly string[];
  /** Who caused it and needs no telling. */
  readonly actorId: string | null;
  /** The order it is about, as it is now; a notice of the clock is about now. */
  readonly order: (Holders & Pick<Order, 'reporterId' | 'createdById' | 'confidential' | 'parentId'>) | null;
}

/** Finds the people behind posts; the caller has loaded them. */
export interface PostHolders {
  unit(unitId: string): readonly string[];
  /** Over the place of the notice. */
  office(role: Role): readonly string[];
  registrars(): readonly string[];
  /** Whether somebody helps residents at the order's place now, see `People`. */
  helps(personId: string): boolean;
}

export interface Heard {
  readonly personId: string;
  readonly template: TemplateId;
  readonly relation: HearingRelation;
}

/** One message per person and notice, in the most specific of their relations. */
export function whoHears(notice: Notice, people: PostHolders): readonly Heard[] {
  const heard = new Map<string, Heard>();
  for (const relation of HEARING_RELATIONS) {
    const template = NOTICE_AUDIENCE[notice.kind][relation];
    if (!template || isOutside(relation, notice)) continue;
    for (const personId of behind(relation, notice, people)) {
      if (personId === notice.actorId || heard.has(personId)) continue;
      heard.set(personId, { personId, template, relation });
    }
  }
  return [...heard.values()];
}

function isOutside(relation: HearingRelation, { order }: Notice): boolean {
  if (order?.confidential && NOT_IN_CONFIDENCE.has(relation)) return true;
  return order !== null && order.parentId !== null && NOT_OF_CHILDREN.has(relation);
}

function behind(relation: HearingRelation, notice: Notice, people: PostHolders): readonly string[] {
  const { order } = notice;
  switch (relation) {
    case 'holder':
      return notice.holderIds;
    case 'concerned':
      return notice.concernedIds;
    case 'assignee':
      return order?.assigneeId ? [order.assigneeId] : [];
    case 'addressee':
      return order?.assigneeId === null && order.assignment?.type === 'person' ? [order.assignment.personId] : [];
    case 'unit':
      return order?.assignment?.type === 'unit' ? people.unit(order.assignment.unitId) : [];
    case 'reporter':
      return order ? [order.reporterId] : [];
    case 'creator':
      return order && people.helps(order.createdById) ? [order.createdById] : [];
    case 'duty_officer':
    case 'dispatcher':
    case 'secretary':
    case 'supervisor':
    case 'administrator':
      return people.office(relation);
    case 'registrar':
      return people.registrars();
    default:
      return assertNever(relation);
  }
}
