import { type AreaPath, GAP_HORIZON_MS, type GapAlarm, type GapLevel } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../platform/database/database.js';
import { BACKED } from './shifts.repository.js';

export interface WatchedRoster {
  readonly cityId: number;
  readonly id: string;
  readonly areaPath: AreaPath;
  /** Since when a gap that is open now is open: the end of the last shift, or the day the roster was made. */
  readonly since: Date;
}

interface ToldAlarm {
  readonly rosterId: string;
  readonly from: Date;
  readonly level: GapLevel;
}

export type NewAlarm = GapAlarm & { readonly rosterId: string };

@Injectable()
export class CoverageRepository {
  constructor(private readonly database: Database) {}

  /** By the database's clock: those of the workers may differ. */
  async now(sql: Sql): Promise<Date> {
    const row = await sql.first<{ now: Date }>(`SELECT date_trunc('milliseconds', now()) AS now`);
    return row?.now ?? new Date();
  }

  /** A batch of rosters in the order of their cities and ids. */
  rosters(
    sql: Sql,
    after: { readonly cityId: number; readonly id: string },
    now: Date,
    limit: number,
  ): Promise<WatchedRoster[]> {
    return sql.rows(
      `SELECT r.city_id AS "cityId", r.id, r.area_path AS "areaPath",
              coalesce((SELECT max(s.ends_at) FROM duty_shifts s
                         WHERE s.city_id = r.city_id AND s.roster_id = r.id AND s.starts_at < $3 AND s.ends_at <= $3),
                       date_trunc('milliseconds', r.created_at)) AS since
         FROM duty_rosters r
        WHERE (r.city_id, r.id) > ($1, $2) AND r.ended_at IS NULL ORDER BY r.city_id, r.id LIMIT $4`,
      [after.cityId, after.id, now, limit],
    );
  }

  /** Alarms about gaps that began at these moments or later. */
  told(sql: Sql, cityId: number, rosters: readonly WatchedRoster[]): Promise<ToldAlarm[]> {
    return sql.rows(
      `SELECT a.roster_id AS "rosterId", a.gap_from AS "from", a.level
         FROM unnest($2::uuid[], $3::timestamptz[]) AS r (id, since)
         JOIN duty_gap_alarms a ON a.city_id = $1 AND a.roster_id = r.id AND a.gap_from >= r.since`,
      [cityId, rosters.map(({ id }) => id), rosters.map(({ since }) => since)],
    );
  }

  /** Answers with those that no other worker has raised. */
  raise(sql: Sql, cityId: number, alarms: readonly NewAlarm[]): Promise<ToldAlarm[]> {
    return sql.rows(
      `INSERT INTO duty_gap_alarms (city_id, roster_id, gap_from, gap_to, level)
       SELECT $1, * FROM unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::text[])
       ON CONFLICT DO NOTHING RETURNING roster_id AS "rosterId", gap_from AS "from", level`,
      [
        cityId,
        alarms.map(({ rosterId }) => rosterId),
        alarms.map(({ from }) => from),
        alarms.map(({ to }) => to),
        alarms.map(({ level }) => level),
      ],
    );
  }

  /** How many rosters have nobody on duty now, and how many within the next week. */
  async gaps(): Promise<{ now: number; week: number }> {
    const row = await this.database.first<{ now: number; week: number }>(
      `WITH covered AS (
         SELECT r.city_id, r.id, (
           SELECT range_agg(tstzrange(s.starts_at, s.ends_at)) FROM duty_shifts s
            WHERE s.city_id = r.city_id AND s.roster_id = r.id AND s.starts_at < now() + $1::interval AND s.ends_at > now()
              AND ${BACKED}) AS spans
           FROM duty_rosters r WHERE r.ended_at IS NULL
       )
       SELECT (count(*) FILTER (WHERE spans IS NULL OR NOT spans @> now()))::int AS now,
              (count(*) FILTER (WHERE spans IS NULL OR NOT spans @> tstzrange(now(), now() + $1::interval)))::int AS week
         FROM covered`,
      [`${GAP_HORIZON_MS / 1000} seconds`],
    );
    return row ?? { now: 0, week: 0 };
  }
}
