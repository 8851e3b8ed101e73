import { Injectable } from '@nestjs/common';
import type { Playbook } from '@linshao/domain';
import { Conditions } from '../platform/database/conditions.js';
import { Database, type Sql } from '../platform/database/database.js';
import { nextId } from '../platform/ids.js';

export interface PlaybookRow {
  readonly id: string;
  readonly area_path: string;
  readonly version: number;
  readonly created_at: Date;
  /** Of the place as a whole: it goes by what is above it again. */
  readonly removed_at: Date | null;
  readonly data: Playbook;
}

/** A line of a list: everything but the playbook itself. */
export interface PlaybookLine extends Omit<PlaybookRow, 'data'> {
  readonly code: string;
  readonly name: string;
  readonly area_name: string | null;
}

export interface PlaybookFilter {
  readonly areaPath?: string;
  /** Also versions that are not in force. */
  readonly history: boolean;
  readonly after?: { readonly areaPath: string; readonly version: number };
}

const PLAYBOOK = 'id, area_path, version, created_at, removed_at, data';

@Injectable()
export class PlaybooksRepository {
  constructor(private readonly database: Database) {}

  /** The playbook in force at an area: the newest version of the nearest area upwards that has one. */
  inForce(cityId: number, areaPath: string, sql: Sql = this.database): Promise<PlaybookRow | null> {
    return sql.first(
      `SELECT ${PLAYBOOK} FROM playbooks WHERE city_id = $1 AND area_path = ANY($2) AND removed_at IS NULL
        ORDER BY length(area_path) DESC, version DESC LIMIT 1`,
      [cityId, upwards(areaPath)],
    );
  }

  /** The newest version that knows a category, of the nearest area upwards, in force or not. */
  lastWith(cityId: number, areaPath: string, category: string): Promise<PlaybookRow | null> {
    return this.database.first(
      `SELECT ${PLAYBOOK} FROM playbooks WHERE city_id = $1 AND area_path = ANY($2)
          AND jsonb_path_exists(data, '$.categories.** ? (@.code == $code)', jsonb_build_object('code', $3::text))
        ORDER BY length(area_path) DESC, version DESC LIMIT 1`,
      [cityId, upwards(areaPath), category],
    );
  }

  byId(cityId: number, id: string): Promise<PlaybookRow | null> {
    return this.database.first(`SELECT ${PLAYBOOK} FROM playbooks WHERE city_id = $1 AND id = $2`, [cityId, id]);
  }

  /** The newest version an area has of its own, also when it was removed. */
  newestOf(sql: Sql, cityId: number, areaPath: string): Promise<PlaybookRow | null> {
    return sql.first(
      `SELECT ${PLAYBOOK} FROM playbooks WHERE city_id = $1 AND area_path = $2 ORDER BY version DESC LIMIT 1`,
      [cityId, areaPath],
    );
  }

  /** By area, the newest version first; one more than `limit`. */
  list(cityId: number, { areaPath, history, after }: PlaybookFilter, limit: number): Promise<PlaybookLine[]> {
    const where = new Conditions().add('p.city_id = ?', cityId).addIf('p.area_path = ?', areaPath);
    const newest = `p.removed_at IS NULL AND p.version = (
      SELECT max(n.version) FROM playbooks n WHERE n.city_id = p.city_id AND n.area_path = p.area_path)`;
    const from = after
      ? // Areas upwards, versions downwards: the next line is of a later area, or an earlier version of the same.
        `(p.area_path, -p.version) > (${where.placeholder(after.areaPath)}, ${where.placeholder(-after.version)}::int)`
      : 'true';
    return this.database.rows(
      `SELECT p.id, p.area_path, p.version, p.created_at, p.removed_at, p.data->>'code' AS code, p.data->>'name' AS name,
              a.name AS area_name
         FROM playbooks p LEFT JOIN areas a ON a.city_id = p.city_id AND a.path = p.area_path
        WHERE ${where.sql} AND ${history ? 'true' : newest} AND ${from}
        ORDER BY p.area_path, p.version DESC LIMIT ${where.placeholder(limit + 1)}`,
      where.values,
    );
  }

  /** Whoever changes the playbooks of a city does so alone until the transaction ends. */
  async lock(sql: Sql, cityId: number): Promise<void> {
    await sql.rows(`SELECT pg_advisory_xact_lock(hashtext('playbooks'), $1)`, [cityId]);
  }

  async add(
    sql: Sql,
    cityId: number,
    areaPath: string,
    playbook: Playbook,
    createdBy: string | null = null,
  ): Promise<void> {
    await sql.rows(
      `INSERT INTO playbooks (city_id, id, area_path, version, data, created_by)
       SELECT $1::int, $2::uuid, $3::text, coalesce(max(version), 0) + 1, $4::jsonb, $5::uuid
         FROM playbooks WHERE city_id = $1 AND area_path = $3`,
      [cityId, nextId(), areaPath, JSON.stringify(playbook), createdBy],
    );
  }

  /** The versions stay: orders were promised by them. */
  async remove(sql: Sql, cityId: number, areaPath: string): Promise<number> {
    return sql.count(
      'UPDATE playbooks SET removed_at = now() WHERE city_id = $1 AND area_path = $2 AND removed_at IS NULL',
      [cityId, areaPath],
    );
  }
}

/** The area and those above it. */
const upwards = (areaPath: string): string[] => {
  const codes = areaPath.split('/');
  return codes.map((_, i) => codes.slice(0, i + 1).join('/'));
};
