import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../platform/database/database.js';
import type { LoginEntity } from './login.entity.js';

export interface SessionRow {
  readonly personId: string;
  readonly generation: number;
  /** Seconds since the last refresh token was made, by the database's clock. */
  readonly sinceRotation: number;
  readonly open: boolean;
}

/** Days a session lives after it was last used, and at most. */
const IDLE_DAYS = 30;
const MOST_DAYS = 180;
/** Days a session is kept after its end. */
const KEPT_DAYS = 180;

@Injectable()
export class SessionRepository {
  constructor(private readonly database: Database) {}

  async start(cityId: number, id: string, personId: string, provider: LoginEntity['provider']): Promise<void> {
    await this.database.rows(
      `INSERT INTO sessions (city_id, id, person_id, provider, expires_at)
       VALUES ($1, $2, $3, $4, now() + make_interval(days => ${IDLE_DAYS}))`,
      [cityId, id, personId, provider],
    );
  }

  /** Moves on from `generation` to the next; null when the session is elsewhere by now or closed. One of two wins. */
  rotate(cityId: number, id: string, generation: number): Promise<{ personId: string } | null> {
    return this.database.first(
      `UPDATE sessions s SET generation = generation + 1, rotated_at = now(),
              expires_at = least(now() + make_interval(days => ${IDLE_DAYS}), s.created_at + make_interval(days => ${MOST_DAYS}))
         FROM persons p
        WHERE s.city_id = $1 AND s.id = $2 AND s.generation = $3 AND s.revoked_at IS NULL AND s.expires_at > now()
          AND p.city_id = s.city_id AND p.id = s.person_id AND p.disabled_at IS NULL AND p.erased_at IS NULL
       RETURNING s.person_id AS "personId"`,
      [cityId, id, generation],
    );
  }

  byId(cityId: number, id: string): Promise<SessionRow | null> {
    return this.database.first(
      `SELECT person_id AS "personId", generation, extract(epoch FROM now() - rotated_at)::float8 AS "sinceRotation",
              revoked_at IS NULL AND expires_at > now() AS open
         FROM sessions WHERE city_id = $1 AND id = $2`,
      [cityId, id],
    );
  }

  revoke(cityId: number, id: string, why: string): Promise<number> {
    return this.database.count(
      'UPDATE sessions SET revoked_at = now(), revoked_why = $3 WHERE city_id = $1 AND id = $2 AND revoked_at IS NULL',
      [cityId, id, why],
    );
  }

  /** @param except a session to leave open, e.g. the one that asks. */
  revokeAll(
    cityId: number,
    personId: string,
    why: string,
    except: string | null = null,
    sql: Sql = this.database,
  ): Promise<number> {
    return sql.count(
      `UPDATE sessions SET revoked_at = now(), revoked_why = $3
        WHERE city_id = $1 AND person_id = $2 AND revoked_at IS NULL AND ($4::uuid IS NULL OR id <> $4)`,
      [cityId, personId, why, except],
    );
  }

  /** Deletes what ended long ago; answers with how many. */
  forgetEnded(): Promise<number> {
    return this.database.count(
      `DELETE FROM sessions WHERE least(revoked_at, expires_at) < now() - make_interval(days => ${KEPT_DAYS})`,
    );
  }
}
