import { OBJECTION_STATE_NAMES, ORDER_STATE_NAMES, shanghaiIso } from '@linshao/domain';
import type { ObjectionView } from './objections.dto.js';
import type { ObjectionRow } from './objections.repository.js';

/** Of the order only what its timeline's reader knows anyway: the unit keeps seeing its objection after the order went elsewhere. */
export function toView(row: ObjectionRow): ObjectionView {
  return {
    id: row.id,
    order: {
      id: row.order_id,
      number: row.order_number,
      state: row.order_state,
      stateName: ORDER_STATE_NAMES[row.order_state],
    },
    unit: { id: row.unit_id, name: row.unit_name ?? '' },
    area: { path: row.area_path, name: row.area_name ?? '' },
    reason: { code: row.reason_code, name: row.reason_name },
    text: row.words,
    post: row.raised_post,
    state: row.state,
    stateName: OBJECTION_STATE_NAMES[row.state],
    raisedAt: shanghaiIso(row.raised_at),
    dueAt: row.due_at && shanghaiIso(row.due_at),
    why: row.why,
    ruling: row.ruled_at && {
      upheld: row.state === 'upheld',
      text: row.ruling_words,
      post: row.ruled_post,
      at: shanghaiIso(row.ruled_at),
    },
  };
}
