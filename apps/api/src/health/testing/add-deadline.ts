import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../../platform/database/database.js';

interface DeadlineInput {
  readonly cityId?: number;
  readonly kind?: string;
  readonly wakeInSeconds: number;
}

/** A running deadline of nobody's order: what counts here is only when it must be looked at. */
export async function addDeadline(
  database: Database,
  { cityId = 320400, kind = 'reply', wakeInSeconds }: DeadlineInput,
): Promise<string> {
  const id = uuidv7();
  await database.rows(
    `INSERT INTO deadlines (city_id, id, subject_type, subject_id, kind, area_path, state, time_limit, started_at, due_at,
       provisional, why, wake_at)
     VALUES ($1, $2, 'order', $2, $3, '320400', 'running', '{"amount": 1, "unit": "hours", "clock": "natural"}',
       now() - interval '1 day', now() + make_interval(secs => $4), false, 'test', now() + make_interval(secs => $4))`,
    [cityId, id, kind, wakeInSeconds],
  );
  return id;
}
