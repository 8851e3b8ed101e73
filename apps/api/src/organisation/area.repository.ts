import { ancestorsOf, type AreaPath } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Area } from './area.js';

const AREA = `city_id AS "cityId", id, code, name, level, parent_id AS "parentId", path, households`;

/**
 * Below `path`, the area itself included, as one index range: `0` is the character after `/`, so everything that begins
 * with `path/` lies between the two. `$n` are placeholders of the caller.
 */
export const isWithin = (column: string, placeholder: string): string =>
  `(${column} = ${placeholder} OR (${column} > ${placeholder} || '/' AND ${column} < ${placeholder} || '0'))`;

/** Where areas are found. A city's areas never meet another's. */
@Injectable()
export class AreaRepository {
  constructor(private readonly database: Database) {}

  areaById(cityId: number, id: string): Promise<Area | null> {
    return this.database.first(`SELECT ${AREA} FROM areas WHERE city_id = $1 AND id = $2`, [cityId, id]);
  }

  areaByPath(cityId: number, path: AreaPath): Promise<Area | null> {
    return this.database.first(`SELECT ${AREA} FROM areas WHERE city_id = $1 AND path = $2`, [cityId, path]);
  }

  /**
   * By code. Official codes are unique in the city; below the community each community has its own G01, so such a code
   * counts here only while one single community uses it. To be sure, name the community before it: `320402003012/G01`.
   */
  async areaByCode(cityId: number, code: string): Promise<Area | null> {
    const [own, community] = code.split('/').reverse();
    const found = await this.database.rows<Area>(
      `SELECT ${AREA} FROM areas
        WHERE city_id = $1 AND code = $2 AND ($3::text IS NULL OR path LIKE '%/' || $3 || '/%') LIMIT 2`,
      [cityId, own, community ?? null],
    );
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  /** The smallest area whose border holds the point (GCJ-02 degrees); of two of the same size the one with the smaller code. */
  areaAtPoint(cityId: number, lng: number, lat: number): Promise<Area | null> {
    return this.database.first(
      `SELECT ${AREA} FROM areas
        WHERE city_id = $1 AND polygon && polygon(box(point($2, $3), point($2, $3))) AND polygon @> point($2, $3)
        ORDER BY area(path(polygon)), path LIMIT 1`,
      [cityId, lng, lat],
    );
  }

  /** The area of a path and everything below it, in the order of their paths. */
  subtree(cityId: number, path: AreaPath): Promise<Area[]> {
    return this.database.rows(
      `SELECT ${AREA} FROM areas WHERE city_id = $1 AND ${isWithin('path', '$2')} ORDER BY path`,
      [cityId, path],
    );
  }

  /** The areas above a path, the city first. */
  ancestors(cityId: number, path: AreaPath): Promise<Area[]> {
    return this.database.rows(`SELECT ${AREA} FROM areas WHERE city_id = $1 AND path = ANY($2::text[]) ORDER BY path`, [
      cityId,
      ancestorsOf(path),
    ]);
  }
}
