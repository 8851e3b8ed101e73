import type { Database } from '../../platform/database/database.js';

/** Lets time pass for everything with a clock: its past moves back, since the database's own clock cannot be set. */
export async function letPass(database: Database, span: string): Promise<void> {
  await database.rows(
    `UPDATE deadlines SET started_at = started_at - $1::interval, due_at = due_at - $1::interval,
            paused_at = paused_at - $1::interval, wake_at = wake_at - $1::interval`,
    [span],
  );
}
