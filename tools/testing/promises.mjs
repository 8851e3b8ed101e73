// Promises for tests that break things: orders with a reply that is due, and what must be true of them afterwards.
import assert from 'node:assert/strict';

/** @typedef {import('pg').Client} Client */

/**
 * Orders whose first reply is due `seconds` from now, by the database's clock; in the past if negative. Written as the API
 * writes them, in one statement.
 * @param {Client} database
 * @param {{ count: number, seconds: number, spread?: number }} how `spread`: over this many seconds
 * @returns {Promise<string[]>} the ids of the promises
 */
export async function promiseReplies(database, { count, seconds, spread = 1 }) {
  const { rows } = await database.query(
    `WITH like_this AS (SELECT * FROM orders WHERE parent_id IS NULL AND reporter_id IS NOT NULL ORDER BY id LIMIT 1),
          known AS (SELECT playbook_id FROM deadlines WHERE kind = 'reply' LIMIT 1),
     o AS (
       INSERT INTO orders (city_id, id, number, kind, category, state, version, title, description, area_path, community_code, subdistrict_code,
                           reporter_id, created_by_id, anonymous, confidential, submitted_at, due_at)
       SELECT city_id, uuidv7(), 'F-' || uuidv7(), 'problem', category, 'submitted', 1, '门口路灯不亮', '', area_path, community_code,
              subdistrict_code, reporter_id, reporter_id, false, false, due - interval '1 hour', due
         FROM like_this CROSS JOIN generate_series(0, $1::int - 1) g
         CROSS JOIN LATERAL (SELECT date_trunc('second', now()) + make_interval(secs => $2::int + g % $3::int) AS due) d
       RETURNING *)
     INSERT INTO deadlines (city_id, id, subject_type, subject_id, order_id, kind, area_path, category, playbook_id, state, time_limit,
                            started_at, due_at, provisional, why, reminders, reminded, wake_at)
     SELECT o.city_id, uuidv7(), 'order', o.id, o.id, 'reply', o.area_path, o.category, known.playbook_id, 'running',
            '{"amount":60,"unit":"minutes","clock":"natural"}', o.submitted_at, o.due_at, false, '自提交起60分钟（自然时间）',
            '{0.5,0.8333333333333334}', 2, o.due_at
       FROM o CROSS JOIN known RETURNING id`,
    [count, seconds, spread],
  );
  return rows.map(({ id }) => id);
}

/** Lets the answers to about a third of the escalations be due, so that they climb on. @param {Client} database */
export async function hurryRungs(database) {
  await database.query(
    `UPDATE deadlines SET started_at = now() - interval '1 day', due_at = date_trunc('second', now()), wake_at = date_trunc('second', now())
      WHERE kind IN ('rung', 'answer') AND state = 'running' AND wake_at > now() AND random() < 0.33
        AND root_id IN (SELECT d.id FROM deadlines d JOIN orders o ON o.city_id = d.city_id AND o.id = d.order_id WHERE o.number LIKE 'F-%')`,
  );
}

/** Waits until these have fired. @param {Client} database @param {readonly string[]} ids @param {number} milliseconds */
export async function fired(database, ids, milliseconds) {
  const running = `SELECT count(*)::int AS n FROM deadlines WHERE id = ANY($1) AND state = 'running'`;
  await none(database, running, [ids], milliseconds);
}

/** Waits until all that is due has fired and all news is told. @param {Client} database @param {number} milliseconds */
export async function settled(database, milliseconds) {
  const waiting = `SELECT (SELECT count(*) FROM deadlines WHERE wake_at <= now())::int + (SELECT count(*) FROM outbox WHERE handled_at IS NULL)::int AS n`;
  await none(database, waiting, [], milliseconds);
}

/** @param {Client} database @param {string} counting @param {readonly unknown[]} values @param {number} milliseconds */
async function none(database, counting, values, milliseconds) {
  const end = Date.now() + milliseconds;
  for (;;) {
    const { n } = (await database.query(counting, [...values])).rows[0];
    if (n === 0) return;
    assert.ok(Date.now() < end, `${n} still wait`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const OURS = `d.order_id IN (SELECT id FROM orders WHERE number LIKE 'F-%')`;
/** What must be empty once everything has settled. @type {Readonly<Record<string, string>>} */
const NEVER = {
  'news that could not be handled': 'SELECT * FROM outbox_failures',
  'a promise that passed and was not missed': `SELECT d.id FROM deadlines d WHERE ${OURS} AND d.due_at <= now() - interval '1 second' AND d.state <> 'missed' AND d.kind IN ('reply', 'rung')`,
  'a promise missed before its time': `SELECT d.id FROM deadlines d WHERE ${OURS} AND d.state = 'missed' AND d.ended_at < d.due_at`,
  'a miss that is not in the history exactly once': `SELECT d.id FROM deadlines d WHERE ${OURS} AND d.kind = 'reply' AND d.state = 'missed'
     AND (SELECT count(*) FROM order_events e WHERE e.city_id = d.city_id AND e.order_id = d.order_id AND e.type = 'deadline.missed' AND e.data->>'kind' = 'reply') <> 1`,
  'a miss that did not climb': `SELECT d.id FROM deadlines d WHERE ${OURS} AND d.kind = 'reply' AND d.state = 'missed'
     AND NOT EXISTS (SELECT FROM escalations e WHERE e.city_id = d.city_id AND e.deadline_id = d.id AND e.rung = 1)`,
  'an escalation that is not in the history exactly once': `SELECT e.id FROM escalations e JOIN deadlines d ON d.city_id = e.city_id AND d.id = e.deadline_id
     WHERE ${OURS} AND (SELECT count(*) FROM order_events h WHERE h.city_id = e.city_id AND h.order_id = e.order_id AND h.type = 'deadline.escalated' AND h.data->>'rung' = e.rung::text AND h.data->>'kind' = e.kind) <> 1`,
  'an escalation without the deadline of its rung': `SELECT e.id FROM escalations e JOIN deadlines d ON d.city_id = e.city_id AND d.id = e.deadline_id
     WHERE ${OURS} AND (SELECT count(*) FROM deadlines r WHERE r.city_id = e.city_id AND r.root_id = e.deadline_id AND r.kind = 'rung' AND r.rung = e.rung) <> 1`,
  'an escalation to the supervisors without one supervision order': `SELECT e.id FROM escalations e JOIN deadlines d ON d.city_id = e.city_id AND d.id = e.deadline_id
     WHERE ${OURS} AND e.role = 'supervisor'
       AND (SELECT count(*) FROM supervision_orders s WHERE s.city_id = e.city_id AND s.deadline_id = e.deadline_id AND s.rung = e.rung) <> 1`,
  'a note that is not sealed in the ledger exactly once': `SELECT h.type, h.id, h.at FROM order_events h JOIN orders d ON d.city_id = h.city_id AND d.id = h.order_id
     WHERE d.number LIKE 'F-%' AND (SELECT count(*) FROM ledger_entries l WHERE l.city_id = h.city_id AND l.event_id = h.id) <> 1`,
  'news told to one person twice': `SELECT n.event_id FROM notifications n GROUP BY n.city_id, n.event_id, n.person_id, n.channel HAVING count(*) > 1`,
};

/** Zero lost, zero doubled. @param {Client} database */
export async function nothingLostNothingTwice(database) {
  for (const [what, query] of Object.entries(NEVER)) {
    const { rows } = await database.query(query);
    assert.deepEqual(rows.slice(0, 5), [], what);
  }
}
