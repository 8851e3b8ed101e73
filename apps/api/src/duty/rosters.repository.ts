import type { AreaPath, Rotation } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { Conditions, withinPath } from '../platform/database/conditions.js';
import { Database, type Sql } from '../platform/database/database.js';

export interface Roster {
  readonly id: string;
  readonly areaId: string;
  readonly areaPath: AreaPath;
  readonly name: string;
  readonly rotation: Rotation | null;
  readonly createdAt: Date;
}

export type RosterInList = Roster & { readonly areaName: string };

const ROSTER = `r.id, r.area_id AS "areaId", r.area_path AS "areaPath", r.name, r.rotation, r.created_at AS "createdAt"`;

@Injectable()
export class RostersRepository {
  constructor(private readonly database: Database) {}

  /** @param lock makes changes of one roster wait for each other. */
  byId(cityId: number, id: string, sql: Sql = this.database, lock = false): Promise<Roster | null> {
    return sql.first(
      `SELECT ${ROSTER} FROM duty_rosters r WHERE r.city_id = $1 AND r.id = $2 AND r.ended_at IS NULL ${lock ? 'FOR UPDATE' : ''}`,
      [cityId, id],
    );
  }

  /** Of exactly these areas. */
  ofAreas(cityId: number, paths: readonly AreaPath[], sql: Sql = this.database): Promise<RosterInList[]> {
    return sql.rows(
      `SELECT ${ROSTER}, a.name AS "areaName" FROM duty_rosters r
         JOIN areas a ON a.city_id = r.city_id AND a.id = r.area_id
        WHERE r.city_id = $1 AND r.area_path = ANY($2::text[]) AND r.ended_at IS NULL`,
      [cityId, paths],
    );
  }

  /** One row more than `limit`, in the order of their areas. */
  within(
    cityId: number,
    paths: readonly AreaPath[],
    afterPath: string | undefined,
    limit: number,
  ): Promise<RosterInList[]> {
    const where = new Conditions()
      .add('r.city_id = ?', cityId)
      .addAny(withinPath('r.area_path'), paths)
      .addIf('r.area_path > ?', afterPath);
    const most = where.placeholder(limit + 1);
    return this.database.rows(
      `SELECT ${ROSTER}, a.name AS "areaName" FROM duty_rosters r
         JOIN areas a ON a.city_id = r.city_id AND a.id = r.area_id
        WHERE ${where.sql} AND r.ended_at IS NULL ORDER BY r.area_path LIMIT ${most}`,
      where.values,
    );
  }

  /** Makes the roster or, where the area has one, gives it this name. Answers with its id. */
  async keep(
    sql: Sql,
    cityId: number,
    roster: Pick<Roster, 'id' | 'areaId' | 'areaPath' | 'name'> & { readonly createdBy: string },
  ): Promise<string> {
    const row = await sql.first<{ id: string }>(
      `INSERT INTO duty_rosters (city_id, id, area_id, area_path, name, created_by) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (city_id, area_id) WHERE ended_at IS NULL DO UPDATE SET name = excluded.name RETURNING id`,
      [cityId, roster.id, roster.areaId, roster.areaPath, roster.name, roster.createdBy],
    );
    return row?.id ?? roster.id;
  }

  async remember(sql: Sql, cityId: number, id: string, rotation: Rotation): Promise<void> {
    await sql.rows('UPDATE duty_rosters SET rotation = $3 WHERE city_id = $1 AND id = $2', [
      cityId,
      id,
      JSON.stringify(rotation),
    ]);
  }

  async end(sql: Sql, cityId: number, id: string): Promise<void> {
    await sql.rows('UPDATE duty_rosters SET ended_at = now() WHERE city_id = $1 AND id = $2', [cityId, id]);
  }
}
