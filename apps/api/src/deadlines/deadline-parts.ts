import type { NamedStatement } from '../platform/database/statement.js';

/** Columns that a change of the clock writes; see `clockColumns`. */
const CHANGED = [
  'state',
  'time_limit',
  'due_at',
  'paused_at',
  'adjustments',
  'provisional',
  'why',
  'reminded',
  'wake_at',
  'ended_at',
  'fulfilled_at',
  'settled_at',
];
const ASSIGNMENTS = CHANGED.map((column) => `${column} = c.${column}`).join(', ');

/**
 * New deadlines, as a part of the statement that gives rise to them.
 * @param from the part that must have matched; absent: they stand on their own
 */
export function insertDeadlines(as: string, rows: readonly object[], from?: string): NamedStatement {
  return {
    as,
    text: `INSERT INTO deadlines SELECT d.* FROM ${from ? `${from}, ` : ''}jsonb_populate_recordset(null::deadlines, $1::jsonb) AS d`,
    values: [JSON.stringify(rows)],
  };
}

/** Changed deadlines: each must still have the version its change was decided on, or nothing of the statement stays. */
export function updateDeadlines(
  as: string,
  cityId: number,
  changes: readonly (object & { readonly id: string; readonly version: number })[],
  from?: string,
): NamedStatement {
  return {
    as,
    text: `UPDATE deadlines d SET ${ASSIGNMENTS}, version = d.version + 1
             FROM jsonb_populate_recordset(null::deadlines, $2::jsonb) AS c
            WHERE d.city_id = $1::int AND d.id = c.id AND d.version = c.version ${from ? `AND EXISTS (SELECT FROM ${from})` : ''}
           RETURNING d.id`,
    values: [cityId, JSON.stringify(changes)],
    mustTouch: changes.length,
  };
}
