import type { Role } from '../identity/role.js';
import { assertNever } from '../kernel/assert-never.js';
import type { Order } from '../orders/order.js';
import { AUDIENCE, type Step, TOLD_RELATIONS, type ToldRelation } from './audience.js';
import { type HandOver, type Holders, holdersAfter } from './holders.js';
import type { TemplateId } from './templates.js';

/** One step of one order with everything that decides who hears of it. */
export interface News {
  readonly event: HandOver;
  readonly order: Pick<Order, 'reporterId' | 'createdById' | 'confidential' | 'parentId'>;
  /** With whom the order was before the step. */
  readonly before: Holders;
}

/** Finds the people behind a relation; the caller has loaded them. */
export interface People {
  readonly followers: readonly string[];
  /** Who has the parent order. */
  readonly leaderId: string | null;
  /** Who answers for a unit. */
  unit(unitId: string): readonly string[];
  /** Who holds the office over the order's area. */
  office(role: Extract<Role, 'dispatcher' | 'duty_officer' | 'secretary'>): readonly string[];
  /** Whether somebody helps residents at the order's place now: what they wrote down for another is theirs only so long. */
  helps(personId: string): boolean;
}

export interface Told {
  readonly personId: string;
  readonly template: TemplateId;
  readonly relation: ToldRelation;
  /** Which order the message names: of a child task its leader knows the parent. */
  readonly about: 'order' | 'parent';
}

/** Outside the circle that may see a confidential order. */
export const NOT_IN_CONFIDENCE: ReadonlySet<string> = new Set<ToldRelation>(['creator', 'follower', 'duty_officer']);
/** To the resident a child task is a detail of their own order. */
export const NOT_OF_CHILDREN: ReadonlySet<string> = new Set<ToldRelation>(['reporter', 'creator', 'follower']);

/** One message per person and step, in the most specific of their relations; none to who took the step. */
export function whoIsTold(news: News, people: People): readonly Told[] {
  const after = holdersAfter(news.before, news.event);
  const step = stepOf(news, after);
  if (step === null) return [];
  const told = new Map<string, Told>();
  for (const relation of TOLD_RELATIONS) {
    const template = AUDIENCE[step][relation];
    if (!template || (news.order.confidential && NOT_IN_CONFIDENCE.has(relation))) continue;
    if (news.order.parentId !== null && NOT_OF_CHILDREN.has(relation)) continue;
    for (const personId of behind(relation, news, after, people)) {
      if (personId === news.event.actorId || told.has(personId)) continue;
      told.set(personId, { personId, template, relation, about: relation === 'leader' ? 'parent' : 'order' });
    }
  }
  return [...told.values()];
}

/** What a piece of news is in the table; null for what concerns only who did it. */
export const stepTold = (news: News): Step | null => stepOf(news, holdersAfter(news.before, news.event));

function stepOf({ event, order }: News, after: Holders): Step | null {
  switch (event.action) {
    case 'submit':
      return order.parentId === null ? 'submitted' : 'task_given';
    case 'edit':
    case 'follow':
    case 'unfollow':
      return null;
    case 'accept':
      return 'accepted';
    case 'reject':
      return 'rejected';
    case 'appeal':
      return 'appealed';
    case 'reply':
      return 'replied';
    case 'dispatch':
    case 'split':
      return 'dispatched';
    case 'claim':
      return 'claimed';
    case 'return':
      return event.fromState === 'done' ? 'sent_back' : 'returned';
    case 'start':
      return 'started';
    case 'suspend':
      return event.data['waitingFor'] === 'resident' ? 'waits_for_resident' : 'suspended';
    case 'resume':
      return 'resumed';
    case 'done':
      return order.parentId === null ? 'done' : 'task_done';
    case 'publish':
      return 'published';
    case 'rate':
      return event.data['solved'] === false ? 'rated_unsolved' : 'rated_solved';
    case 'reopen':
      return 'reopened';
    case 'review':
      return event.toState === 'reopened' ? 'reviewed_unsolved' : 'reviewed_solved';
    case 'close':
      return 'closed';
    case 'withdraw':
      return order.parentId === null ? 'withdrawn' : 'task_withdrawn';
    case 'merge':
      return 'merged';
    case 'unmerge':
      return 'unmerged';
    case 'urge':
      return 'urged';
    case 'remark':
      return after.assignment === null ? 'remarked_unassigned' : 'remarked';
    default:
      return assertNever(event.action);
  }
}

function behind(relation: ToldRelation, news: News, after: Holders, people: People): readonly string[] {
  switch (relation) {
    case 'assignee':
      return known(after.assigneeId);
    case 'addressee':
      return after.assignment?.type === 'person' ? [after.assignment.personId] : [];
    case 'unit':
      return after.assignment?.type === 'unit' ? people.unit(after.assignment.unitId) : [];
    case 'former':
      return holding(news.before, people).filter((personId) => !holding(after, people).includes(personId));
    case 'leader':
      return known(people.leaderId);
    case 'reporter':
      return [news.order.reporterId];
    case 'creator':
      return [news.order.createdById].filter((personId) => people.helps(personId));
    case 'follower':
      return people.followers;
    case 'dispatcher':
    case 'duty_officer':
    case 'secretary':
      return people.office(relation);
    default:
      return assertNever(relation);
  }
}

const known = (personId: string | null): readonly string[] => (personId === null ? [] : [personId]);

/** Who has the order in hand: the assignee, else whom it was sent to. */
function holding({ assignment, assigneeId }: Holders, people: People): readonly string[] {
  if (assigneeId !== null) return [assigneeId];
  if (assignment?.type === 'person') return [assignment.personId];
  return assignment?.type === 'unit' ? people.unit(assignment.unitId) : [];
}
