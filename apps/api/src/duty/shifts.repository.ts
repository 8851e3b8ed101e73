import { Injectable } from '@nestjs/common';
import { Conditions } from '../platform/database/conditions.js';
import { Database, type Sql } from '../platform/database/database.js';

export interface ShiftRow {
  readonly id: string;
  readonly rosterId: string;
  readonly personId: string;
  readonly name: string | null;
  readonly from: Date;
  readonly to: Date;
  readonly postId: string | null;
  readonly standInFor: string | null;
}

export type ShiftInList = ShiftRow & {
  readonly personName: string;
  readonly standInForName: string | null;
  /** Whether the person may do what the shift asks of them. */
  readonly backed: boolean;
};

export interface ShiftFilter {
  readonly cityId: number;
  readonly rosterId?: string;
  readonly personId?: string;
  readonly endsAfter: Date;
  readonly beginsBefore: Date | null;
  readonly after: { readonly from: string; readonly id: string } | null;
}

export type NewShift = ShiftRow & { readonly createdBy: string };

const SHIFT = `s.id, s.roster_id AS "rosterId", s.person_id AS "personId", s.name, s.starts_at AS "from", s.ends_at AS "to",
  s.post_id AS "postId", s.stand_in_for AS "standInFor"`;

/**
 * A shift counts while somebody has its rights: whoever was blocked, or lost the post in between, is not on duty, and the
 * gap is told like any other. (`r` is the shift's roster.)
 */
export const BACKED = `EXISTS (
  SELECT 1 FROM posts p JOIN persons n ON n.city_id = p.city_id AND n.id = p.person_id AND n.disabled_at IS NULL
   WHERE p.city_id = s.city_id AND p.person_id = s.person_id AND p.role = 'duty_officer' AND p.area_path = r.area_path
     AND p.valid_from <= s.starts_at AND (p.valid_to IS NULL OR p.valid_to >= s.ends_at))`;

const IN_LIST = `SELECT ${SHIFT}, n.name AS "personName", o.name AS "standInForName", ${BACKED} AS backed
  FROM duty_shifts s JOIN duty_rosters r ON r.city_id = s.city_id AND r.id = s.roster_id
  JOIN persons n ON n.city_id = s.city_id AND n.id = s.person_id
  LEFT JOIN persons o ON o.city_id = s.city_id AND o.id = s.stand_in_for`;

@Injectable()
export class ShiftsRepository {
  constructor(private readonly database: Database) {}

  /** In the order of their ids, locked. */
  byIds(sql: Sql, cityId: number, ids: readonly string[]): Promise<ShiftRow[]> {
    return sql.rows(
      `SELECT ${SHIFT} FROM duty_shifts s WHERE s.city_id = $1 AND s.id = ANY($2::uuid[]) ORDER BY s.id FOR UPDATE OF s`,
      [cityId, ids],
    );
  }

  find(cityId: number, id: string, sql: Sql = this.database): Promise<ShiftRow | null> {
    return sql.first(`SELECT ${SHIFT} FROM duty_shifts s WHERE s.city_id = $1 AND s.id = $2`, [cityId, id]);
  }

  /** That meet the period, in order. */
  meeting(sql: Sql, cityId: number, rosterIds: readonly string[], from: Date, to: Date): Promise<ShiftRow[]> {
    return sql.rows(
      `SELECT ${SHIFT} FROM duty_shifts s
        WHERE s.city_id = $1 AND s.roster_id = ANY($2::uuid[]) AND tstzrange(s.starts_at, s.ends_at) && tstzrange($3, $4)
        ORDER BY s.starts_at`,
      [cityId, rosterIds, from, to],
    );
  }

  /** Shifts of these persons, on any roster, that meet the period. */
  ofPersons(sql: Sql, cityId: number, personIds: readonly string[], from: Date, to: Date): Promise<ShiftRow[]> {
    return sql.rows(
      `SELECT ${SHIFT} FROM duty_shifts s
        WHERE s.city_id = $1 AND s.person_id = ANY($2::uuid[]) AND tstzrange(s.starts_at, s.ends_at) && tstzrange($3, $4)`,
      [cityId, personIds, from, to],
    );
  }

  /** One row more than `limit`, in order. */
  list(filter: ShiftFilter, limit: number, sql: Sql = this.database): Promise<ShiftInList[]> {
    const { after } = filter;
    const where = new Conditions()
      .add('s.city_id = ?', filter.cityId)
      .addIf('s.roster_id = ?', filter.rosterId)
      .addIf('s.person_id = ?', filter.personId)
      .add('s.ends_at > ?', filter.endsAfter)
      .addIf('s.starts_at < ?', filter.beginsBefore);
    const next = after
      ? `AND (s.starts_at, s.id) > (${where.placeholder(after.from)}::timestamptz, ${where.placeholder(after.id)}::uuid)`
      : '';
    const most = where.placeholder(limit + 1);
    return sql.rows(`${IN_LIST} WHERE ${where.sql} ${next} ORDER BY s.starts_at, s.id LIMIT ${most}`, where.values);
  }

  inList(cityId: number, id: string): Promise<ShiftInList | null> {
    return this.database.first(`${IN_LIST} WHERE s.city_id = $1 AND s.id = $2`, [cityId, id]);
  }

  /** Shifts with somebody who may do what they ask, that meet the period. */
  backed(
    cityId: number,
    rosterIds: readonly string[],
    from: Date,
    to: Date,
    sql: Sql = this.database,
  ): Promise<ShiftRow[]> {
    return sql.rows(
      `SELECT ${SHIFT} FROM duty_shifts s JOIN duty_rosters r ON r.city_id = s.city_id AND r.id = s.roster_id
        WHERE s.city_id = $1 AND s.roster_id = ANY($2::uuid[]) AND tstzrange(s.starts_at, s.ends_at) && tstzrange($3, $4)
          AND ${BACKED} ORDER BY s.starts_at`,
      [cityId, rosterIds, from, to],
    );
  }

  /** Of each roster the shift that runs and the next one, as far as somebody may take them. */
  coming(cityId: number, rosterIds: readonly string[], now: Date): Promise<ShiftRow[]> {
    return this.database.rows(
      `SELECT s.* FROM duty_rosters r CROSS JOIN LATERAL (
         SELECT ${SHIFT} FROM duty_shifts s
          WHERE s.city_id = r.city_id AND s.roster_id = r.id AND s.starts_at > $3::timestamptz - interval '3 days'
            AND s.ends_at > $3 AND ${BACKED}
          ORDER BY s.starts_at LIMIT 2) s
        WHERE r.city_id = $1 AND r.id = ANY($2::uuid[])`,
      [cityId, rosterIds, now],
    );
  }

  standingPost(
    cityId: number,
    personId: string,
    areaPath: string,
  ): Promise<{ name: string; from: Date; to: Date | null } | null> {
    return this.database.first(
      `SELECT name, valid_from AS "from", valid_to AS "to" FROM posts
        WHERE city_id = $1 AND person_id = $2 AND role = 'duty_officer' AND area_path = $3
          AND valid_from <= now() AND (valid_to IS NULL OR valid_to > now()) ORDER BY valid_from LIMIT 1`,
      [cityId, personId, areaPath],
    );
  }

  /** Whether the person takes turns on the roster: has a shift on it from a quarter back on. */
  async takesTurns(sql: Sql, cityId: number, rosterId: string, personId: string): Promise<boolean> {
    return (
      (await sql.first(
        `SELECT 1 FROM duty_shifts WHERE city_id = $1 AND roster_id = $2 AND person_id = $3
            AND tstzrange(starts_at, ends_at) && tstzrange(now() - interval '92 days', null) LIMIT 1`,
        [cityId, rosterId, personId],
      )) !== null
    );
  }

  /** Who takes turns on the shift's roster or is one of `others`, but the one whose shift it is; those who are free first. */
  colleagues(
    cityId: number,
    { id, rosterId, personId, from, to }: ShiftRow,
    others: readonly string[],
    limit: number,
  ): Promise<{ id: string; name: string; busy: boolean }[]> {
    return this.database.rows(
      `SELECT n.id, n.name, EXISTS (
                SELECT 1 FROM duty_shifts s WHERE s.city_id = n.city_id AND s.person_id = n.id AND s.id <> $2
                   AND tstzrange(s.starts_at, s.ends_at) && tstzrange($5, $6)) AS busy
         FROM persons n
        WHERE n.city_id = $1 AND n.id <> $4 AND n.disabled_at IS NULL AND n.erased_at IS NULL
          AND n.id IN (SELECT unnest($7::uuid[]) UNION
                       SELECT s.person_id FROM duty_shifts s WHERE s.city_id = $1 AND s.roster_id = $3
                          AND tstzrange(s.starts_at, s.ends_at) && tstzrange(now() - interval '92 days', null))
        ORDER BY busy, n.name, n.id LIMIT $8`,
      [cityId, id, rosterId, personId, from, to, others, limit],
    );
  }

  /** @throws an exclusion error when a shift meets another of the roster or of the person. */
  async insert(sql: Sql, cityId: number, shifts: readonly NewShift[]): Promise<void> {
    if (shifts.length === 0) return;
    await sql.rows(
      `INSERT INTO duty_shifts (city_id, id, roster_id, person_id, name, starts_at, ends_at, post_id, stand_in_for, created_by)
       SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::timestamptz[], $7::timestamptz[],
                                $8::uuid[], $9::uuid[], $10::uuid[])`,
      [
        cityId,
        shifts.map(({ id }) => id),
        shifts.map(({ rosterId }) => rosterId),
        shifts.map(({ personId }) => personId),
        shifts.map(({ name }) => name),
        shifts.map(({ from }) => from),
        shifts.map(({ to }) => to),
        shifts.map(({ postId }) => postId),
        shifts.map(({ standInFor }) => standInFor),
        shifts.map(({ createdBy }) => createdBy),
      ],
    );
  }

  async remove(sql: Sql, cityId: number, ids: readonly string[]): Promise<void> {
    await sql.rows('DELETE FROM duty_shifts WHERE city_id = $1 AND id = ANY($2::uuid[])', [cityId, ids]);
  }

  /** The rest of a shift that runs is somebody else's, or nobody's. */
  async cut(sql: Sql, cityId: number, id: string, at: Date): Promise<void> {
    await sql.rows('UPDATE duty_shifts SET ends_at = $3 WHERE city_id = $1 AND id = $2', [cityId, id, at]);
  }

  async rewrite(sql: Sql, cityId: number, shift: ShiftRow): Promise<void> {
    await sql.rows(
      `UPDATE duty_shifts SET person_id = $3, starts_at = $4, ends_at = $5, post_id = $6, stand_in_for = $7
        WHERE city_id = $1 AND id = $2`,
      [cityId, shift.id, shift.personId, shift.from, shift.to, shift.postId, shift.standInFor],
    );
  }

  anyOf(sql: Sql, cityId: number, personId: string): Promise<object | null> {
    return sql.first('SELECT 1 FROM duty_shifts WHERE city_id = $1 AND person_id = $2 LIMIT 1', [cityId, personId]);
  }

  /** Of a person, for their own copy of their data. */
  allOf(cityId: number, personId: string): Promise<object[]> {
    return this.database.rows(
      `SELECT r.name AS 值班岗位, s.name AS 班次, s.starts_at AS 开始, s.ends_at AS 结束
         FROM duty_shifts s JOIN duty_rosters r ON r.city_id = s.city_id AND r.id = s.roster_id
        WHERE s.city_id = $1 AND s.person_id = $2 ORDER BY s.starts_at`,
      [cityId, personId],
    );
  }
}
