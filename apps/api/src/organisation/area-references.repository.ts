import { Injectable } from '@nestjs/common';
import type { Sql } from '../platform/database/database.js';
import { AREA, OFFICIAL } from './area-columns.js';
import type { Area } from './area.js';

export interface KnownArea extends Area {
  readonly reference: string;
  readonly polygon: string | null;
}

/** Areas by many references at once, as sheets name them: `320402003012` or, for a community's own, `320402003012/G01`. */
@Injectable()
export class AreaReferencesRepository {
  async find(sql: Sql, cityId: number, references: readonly string[]): Promise<Map<string, KnownArea>> {
    const official = references.filter((reference) => !reference.includes('/'));
    const own = references.filter((reference) => reference.includes('/')).map((reference) => reference.split('/'));
    const rows = await sql.rows<KnownArea>(
      `SELECT a.code AS reference, ${AREA}, a.polygon::text AS polygon FROM areas a
        WHERE a.city_id = $1 AND a.code = ANY($2::text[]) AND ${OFFICIAL}
       UNION ALL
       SELECT o.community || '/' || o.code, ${AREA}, a.polygon::text
         FROM unnest($3::text[], $4::text[]) AS o (community, code)
         JOIN areas a ON a.city_id = $1 AND a.code = o.code AND NOT (${OFFICIAL})
          AND substring(a.path FROM '/([0-9]{12})/') = o.community`,
      [cityId, [...new Set(official)], own.map(([community]) => community), own.map(([, code]) => code)],
    );
    return new Map(rows.map((row) => [row.reference, row]));
  }
}
