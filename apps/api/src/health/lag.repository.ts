import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

/** Seconds that the oldest undone work has waited, by the database's clock; null: none waits. */
export interface Lag {
  readonly deadlines: number | null;
  readonly outbox: number | null;
}

@Injectable()
export class LagRepository {
  constructor(private readonly database: Database) {}

  /** One look at the index of each city's deadlines and one at the outbox's, however much waits. */
  async find(): Promise<Lag> {
    const lag = await this.database.first<Lag>(
      `WITH RECURSIVE next AS (
         (SELECT city_id, wake_at FROM deadlines WHERE wake_at IS NOT NULL ORDER BY city_id, wake_at LIMIT 1)
         UNION ALL
         SELECT d.city_id, d.wake_at FROM next, LATERAL (
           SELECT city_id, wake_at FROM deadlines WHERE wake_at IS NOT NULL AND city_id > next.city_id
            ORDER BY city_id, wake_at LIMIT 1) d
       )
       SELECT extract(epoch FROM now() - (SELECT min(wake_at) FROM next))::float8 AS deadlines,
              extract(epoch FROM now() - (
                SELECT at FROM outbox WHERE handled_at IS NULL ORDER BY id LIMIT 1))::float8 AS outbox`,
    );
    return lag ?? { deadlines: null, outbox: null };
  }
}
