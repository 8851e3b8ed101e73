import {
  type Actor,
  decideSupervision,
  ORDER_STATE_NAMES,
  ROLE_NAMES,
  shanghaiIso,
  SUPERVISION_ACTION_NAMES,
  SUPERVISION_STATE_NAMES,
  type SupervisionAction,
  type SupervisionOrder,
} from '@linshao/domain';
import { type SupervisionRow, toSupervision } from './supervision-row.js';
import type { SupervisionSaid, SupervisionView } from './supervision.dto.js';

const ACTIONS = Object.keys(SUPERVISION_ACTION_NAMES) as SupervisionAction[];
/** Long enough for every step: only who and when is asked. */
const ANY_WORDS = '（此处填写具体情况说明）';

export function toView(row: SupervisionRow, actor: Actor, now: Date): SupervisionView {
  const { returned_at: returnedAt, closed_at: closedAt } = row;
  return {
    id: row.id,
    number: row.number,
    order: {
      id: row.order_id,
      number: row.order_number,
      title: row.order_title,
      state: row.order_state,
      stateName: ORDER_STATE_NAMES[row.order_state],
    },
    area: { path: row.area_path, name: row.area_name ?? '' },
    issuedBy: {
      role: row.issued_role,
      roleName: ROLE_NAMES[row.issued_role],
      area: { path: row.issued_area_path, name: row.issued_area_name ?? '' },
    },
    state: row.state,
    stateName: SUPERVISION_STATE_NAMES[row.state],
    missed: row.missed_kind,
    rung: row.rung,
    text: row.words,
    openedAt: shanghaiIso(row.opened_at),
    dueAt: row.due_at && shanghaiIso(row.due_at),
    why: row.why,
    overdue: row.overdue_at !== null,
    round: row.round,
    answer: said(row.answer_words, row.answered_post, row.answered_at),
    returned: closedAt ? null : said(row.verdict_words, row.verdict_post, returnedAt),
    closed: said(row.verdict_words, row.verdict_post, closedAt),
    actions: actionsOf(toSupervision(row), actor, now),
  };
}

const said = (text: string | null, post: string | null, at: Date | null): SupervisionSaid | null =>
  at && { text, post, at: shanghaiIso(at) };

const actionsOf = (order: SupervisionOrder, actor: Actor, now: Date): SupervisionAction[] =>
  ACTIONS.filter((action) => decideSupervision(order, { action, text: ANY_WORDS }, actor, now).ok);
