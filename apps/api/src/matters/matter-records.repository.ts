import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../platform/database/database.js';
import { nextId } from '../platform/ids.js';

@Injectable()
export class MatterRecordsRepository {
  constructor(private readonly database: Database) {}

  async hasAny(sql: Sql, cityId: number, personId: string): Promise<boolean> {
    return (
      (await sql.first('SELECT 1 FROM matters WHERE city_id = $1 AND applicant_id = $2', [cityId, personId])) !== null
    );
  }

  appliedBy(cityId: number, personId: string): Promise<readonly object[]> {
    return this.database.rows<object>(
      `SELECT number, template_name AS "templateName", title, state, started_at AS "startedAt", ended_at AS "endedAt",
              (SELECT coalesce(jsonb_agg(jsonb_build_object('action', e.action, 'at', e.at, 'words', e.words) ORDER BY e.id), '[]')
                 FROM matter_events e WHERE e.city_id = m.city_id AND e.matter_id = m.id) AS history
         FROM matters m WHERE city_id = $1 AND applicant_id = $2 ORDER BY id LIMIT 1000`,
      [cityId, personId],
    );
  }

  async openOf(tx: Sql, cityId: number, personId: string): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      'SELECT id FROM matters WHERE city_id = $1 AND applicant_id = $2 AND ended_at IS NULL ORDER BY id',
      [cityId, personId],
    );
    return rows.map(({ id }) => id);
  }

  /** Withdrawn by nobody: the history does not name who left. */
  async end(tx: Sql, cityId: number, id: string, now: Date): Promise<void> {
    await tx.rows(
      `WITH before AS (
         SELECT id, state, step, version FROM matters WHERE city_id = $1::int AND id = $2::uuid AND ended_at IS NULL FOR UPDATE
       ), ended AS (
         UPDATE matters m SET state = 'withdrawn', version = m.version + 1, ended_at = $4::timestamptz FROM before
          WHERE m.city_id = $1::int AND m.id = before.id RETURNING m.version
       )
       INSERT INTO matter_events (city_id, id, matter_id, version, action, from_state, to_state, from_step, to_step, at)
       SELECT $1::int, $3::uuid, before.id, ended.version, 'withdraw', before.state, 'withdrawn', before.step, before.step, $4::timestamptz
         FROM before, ended`,
      [cityId, id, nextId(), now],
    );
  }

  async scrub(tx: Sql, cityId: number, personId: string): Promise<void> {
    await tx.rows(
      `UPDATE matter_events SET words = NULL WHERE city_id = $1 AND matter_id IN (SELECT id FROM matters WHERE city_id = $1 AND applicant_id = $2)`,
      [cityId, personId],
    );
    await tx.rows('UPDATE matters SET title = NULL, applicant_id = NULL WHERE city_id = $1 AND applicant_id = $2', [
      cityId,
      personId,
    ]);
  }
}
