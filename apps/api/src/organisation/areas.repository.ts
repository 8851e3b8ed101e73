import { ancestorsOf, type AreaLevel, type AreaPath } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { Conditions, containsWords, withinPath } from '../platform/database/conditions.js';
import { Database, type Sql } from '../platform/database/database.js';
import { AREA, OFFICIAL } from './area-columns.js';
import type { Area, AreaInList, AreaRow } from './area.js';

export interface AreaFilter {
  readonly parentId?: string | null;
  readonly withinPath?: AreaPath;
  readonly level?: AreaLevel;
  readonly code?: string;
  /** A part of the name, or the beginning of the code. */
  readonly words?: string;
  readonly afterPath?: AreaPath;
}

/** Either kind of code; PostgreSQL joins the two indexes for this. */
const hasCode = (placeholder: string): string =>
  `(a.code = ${placeholder} AND ${OFFICIAL} OR a.code = ${placeholder} AND NOT (${OFFICIAL}))`;

const IN_LIST = `${AREA}, a.version,
  EXISTS (SELECT 1 FROM areas c WHERE c.city_id = a.city_id AND c.parent_id = a.id) AS "hasChildren"`;

@Injectable()
export class AreasRepository {
  constructor(private readonly database: Database) {}

  byId(cityId: number, id: string, sql: Sql = this.database): Promise<Area | null> {
    return sql.first(`SELECT ${AREA} FROM areas a WHERE city_id = $1 AND id = $2`, [cityId, id]);
  }

  byPath(cityId: number, path: AreaPath, sql: Sql = this.database): Promise<Area | null> {
    return sql.first(`SELECT ${AREA} FROM areas a WHERE city_id = $1 AND path = $2`, [cityId, path]);
  }

  /**
   * At most two: enough to know that a code is not the only one.
   * @param community whose own code it is; null: any, or an official one.
   */
  byCode(cityId: number, code: string, community: string | null): Promise<Area[]> {
    return this.database.rows(
      `SELECT ${AREA} FROM areas a
        WHERE city_id = $1 AND ${hasCode('$2')} AND ($3::text IS NULL OR substring(path FROM '/([0-9]{12})/') = $3) LIMIT 2`,
      [cityId, code, community],
    );
  }

  /** `&&` is what finds the index; `@>` alone would read every border of the city. */
  atPoint(cityId: number, lng: number, lat: number): Promise<Area | null> {
    return this.database.first(
      `SELECT ${AREA} FROM areas a
        WHERE city_id = $1 AND polygon && polygon(box(point($2, $3), point($2, $3))) AND polygon @> point($2, $3)
        ORDER BY area(path(polygon)), path LIMIT 1`,
      [cityId, lng, lat],
    );
  }

  subtree(cityId: number, path: AreaPath): Promise<Area[]> {
    return this.database.rows(
      `SELECT ${AREA} FROM areas a WHERE city_id = $1 AND ${withinPath('path', '$2')} ORDER BY path`,
      [cityId, path],
    );
  }

  ancestors(sql: Sql, cityId: number, path: AreaPath): Promise<Area[]> {
    return sql.rows(`SELECT ${AREA} FROM areas a WHERE city_id = $1 AND path = ANY($2::text[]) ORDER BY path`, [
      cityId,
      ancestorsOf(path),
    ]);
  }

  /** One row more than `limit`, in the order of the paths. */
  list(cityId: number, filter: AreaFilter, limit: number): Promise<AreaInList[]> {
    const where = new Conditions()
      .add('a.city_id = ?', cityId)
      .addIf('a.parent_id = ?', filter.parentId)
      .addIf(withinPath('a.path'), filter.withinPath)
      .addIf('a.level = ?', filter.level)
      .addIf(hasCode('?'), filter.code)
      .addIf(`(${containsWords('a.name')} OR starts_with(a.code, ?))`, filter.words)
      .addIf('a.path > ?', filter.afterPath);
    const roots = filter.parentId === null ? 'AND a.parent_id IS NULL' : '';
    const most = where.placeholder(limit + 1);
    return this.database.rows(
      `SELECT ${IN_LIST} FROM areas a WHERE ${where.sql} ${roots} ORDER BY a.path LIMIT ${most}`,
      where.values,
    );
  }

  /** @param lock keeps others from changing the row until the transaction ends. */
  full(sql: Sql, cityId: number, id: string, lock = false): Promise<AreaRow | null> {
    return sql.first(
      `SELECT ${IN_LIST}, a.polygon::text AS polygon, a.source FROM areas a
        WHERE city_id = $1 AND id = $2 ${lock ? 'FOR UPDATE OF a' : ''}`,
      [cityId, id],
    );
  }

  /** Names and borders of areas of the same level below the same parent whose boxes meet this one's. */
  neighbours(sql: Sql, cityId: number, id: string): Promise<{ name: string; polygon: string }[]> {
    return sql.rows(
      `SELECT b.name, b.polygon::text AS polygon
         FROM areas a JOIN areas b ON b.city_id = a.city_id AND b.polygon && a.polygon AND b.level = a.level AND b.id <> a.id
        WHERE a.city_id = $1 AND a.id = $2 ORDER BY b.path LIMIT 20`,
      [cityId, id],
    );
  }
}
