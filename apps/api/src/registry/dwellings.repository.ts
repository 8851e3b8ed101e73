import { Injectable } from '@nestjs/common';
import { Conditions, withinPath } from '../platform/database/conditions.js';
import { Database, type Sql } from '../platform/database/database.js';

export interface DwellingRow {
  readonly id: string;
  readonly areaId: string;
  readonly areaPath: string;
  readonly room: string;
}

/** Where the last page of a list ended: it goes by place, then room. */
export type DwellingCursor = readonly [areaPath: string, room: string, id: string];

const DWELLING = 'd.id, d.area_id AS "areaId", d.area_path AS "areaPath", d.room';

@Injectable()
export class DwellingsRepository {
  constructor(private readonly database: Database) {}

  byId(cityId: number, id: string): Promise<DwellingRow | null> {
    return this.database.first(`SELECT ${DWELLING} FROM dwellings d WHERE d.city_id = $1 AND d.id = $2`, [cityId, id]);
  }

  within(
    cityId: number,
    areaPath: string,
    room: string | undefined,
    after: DwellingCursor | null,
    limit: number,
  ): Promise<DwellingRow[]> {
    const where = new Conditions()
      .add('d.city_id = ?', cityId)
      .add(withinPath('d.area_path'), areaPath)
      .addIf('starts_with(d.room, ?)', room);
    if (after) {
      const [path, lastRoom, id] = after.map((part) => where.placeholder(part));
      const most = where.placeholder(limit);
      return this.database.rows(
        `SELECT ${DWELLING} FROM dwellings d WHERE ${where.sql} AND (d.area_path, d.room, d.id) > (${path}, ${lastRoom}, ${id}::uuid)
          ORDER BY d.area_path, d.room, d.id LIMIT ${most}`,
        where.values,
      );
    }
    const most = where.placeholder(limit);
    return this.database.rows(
      `SELECT ${DWELLING} FROM dwellings d WHERE ${where.sql} ORDER BY d.area_path, d.room, d.id LIMIT ${most}`,
      where.values,
    );
  }

  /** Adds a room to an area, or finds the one that is there. The area's row is held, so that it cannot move meanwhile. */
  async add(cityId: number, id: string, areaId: string, room: string, by: string): Promise<DwellingRow | null> {
    await this.database.rows(
      `WITH place AS (SELECT city_id, id, path FROM areas WHERE city_id = $1 AND id = $3 FOR SHARE)
       INSERT INTO dwellings (city_id, id, area_id, area_path, room, created_by)
       SELECT city_id, $2, id, path, $4, $5 FROM place ON CONFLICT (city_id, area_id, room) DO NOTHING`,
      [cityId, id, areaId, room, by],
    );
    return this.database.first(
      `SELECT ${DWELLING} FROM dwellings d WHERE d.city_id = $1 AND d.area_id = $2 AND d.room = $3`,
      [cityId, areaId, room],
    );
  }

  /** Rooms that are there already are left as they are. Answers with how many were new. */
  async addMany(sql: Sql, cityId: number, dwellings: readonly DwellingRow[], by: string): Promise<number> {
    if (dwellings.length === 0) return 0;
    return sql.count(
      `INSERT INTO dwellings (city_id, id, area_id, area_path, room, created_by)
       SELECT $1, n.*, $6 FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) AS n
       ON CONFLICT (city_id, area_id, room) DO NOTHING`,
      [
        cityId,
        dwellings.map(({ id }) => id),
        dwellings.map(({ areaId }) => areaId),
        dwellings.map(({ areaPath }) => areaPath),
        dwellings.map(({ room }) => room),
        by,
      ],
    );
  }

  /** Deletes a dwelling nobody was ever registered at; 0 when somebody was. */
  remove(cityId: number, id: string): Promise<number> {
    return this.database.count(
      `DELETE FROM dwellings d WHERE d.city_id = $1 AND d.id = $2
          AND NOT EXISTS (SELECT 1 FROM residencies r WHERE r.city_id = d.city_id AND r.dwelling_id = d.id)`,
      [cityId, id],
    );
  }
}
