import type { AreaLevel, OfficialArea } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../platform/database/database.js';

export interface KnownArea {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly source: string;
}

const OFFICIAL_LEVELS: readonly AreaLevel[] = ['city', 'district', 'subdistrict', 'community'];

/** The part of the tree that the state publishes, read and written a city at a time. */
@Injectable()
export class OfficialAreasRepository {
  constructor(private readonly database: Database) {}

  ofCity(sql: Sql, cityId: number): Promise<KnownArea[]> {
    return sql.rows('SELECT id, path, name, source FROM areas WHERE city_id = $1 AND level = ANY($2::text[])', [
      cityId,
      OFFICIAL_LEVELS,
    ]);
  }

  async saveCity(sql: Sql, cityId: number, { name, province }: OfficialArea): Promise<void> {
    const provinceCode = `${Math.floor(cityId / 10_000)}0000`;
    await sql.rows('INSERT INTO provinces (code, name) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      provinceCode,
      province ?? name,
    ]);
    await sql.rows(
      `INSERT INTO cities (city_id, name, province_code) VALUES ($1, $2, $3)
       ON CONFLICT (city_id) DO UPDATE SET name = excluded.name WHERE cities.name <> excluded.name`,
      [cityId, name, provinceCode],
    );
  }

  async rename(sql: Sql, cityId: number, areas: readonly KnownArea[]): Promise<void> {
    await sql.rows(
      `UPDATE areas a SET name = n.name, source = n.source, version = version + 1, updated_at = now()
         FROM unnest($2::uuid[], $3::text[], $4::text[]) AS n (id, name, source)
        WHERE a.city_id = $1 AND a.id = n.id`,
      [cityId, areas.map(({ id }) => id), areas.map(({ name }) => name), areas.map(({ source }) => source)],
    );
  }

  /** After a large load the planner must know the new sizes, or the first look-ups read whole tables. */
  async refreshStatistics(): Promise<void> {
    await this.database.rows('ANALYZE areas');
  }
}
