import type { AreaLevel, AreaPath } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { withinPath } from '../platform/database/conditions.js';
import type { Sql } from '../platform/database/database.js';

export interface NewArea {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: AreaLevel;
  readonly parentId: string | null;
  readonly path: AreaPath;
  readonly polygon: string | null;
  readonly households: number | null;
  readonly source: string;
}

/** Where an area was and will be; everything below it follows. */
export interface Relocation {
  readonly from: { readonly path: AreaPath; readonly code: string };
  readonly to: { readonly path: AreaPath; readonly code: string };
}

/**
 * The new form of a path below a relocated area ($2 old path, $3 new path, $4 old code, $5 new code). Codes below it that
 * begin with its old code (320402003 › 320402003012, G01 › G01-E02) begin with the new one afterwards.
 */
const relocated = (column: string): string =>
  `$3::text || replace(substr(${column}, length($2::text) + 1), '/' || $4::text, '/' || $5::text)`;

const valuesOf = (cityId: number, { from, to }: Relocation): unknown[] => [
  cityId,
  from.path,
  to.path,
  from.code,
  to.code,
];

/** Writes to the area tree. Its shape changes under a lock per city: who hangs something below an area holds it shared. */
@Injectable()
export class AreaChangesRepository {
  async lockTree(sql: Sql, cityId: number, how: 'shared' | 'alone'): Promise<void> {
    await sql.rows(`SELECT pg_advisory_xact_lock${how === 'shared' ? '_shared' : ''}(hashtext('areas'), $1)`, [cityId]);
  }

  /** Areas whose path exists already are left as they are. Answers with how many were new. */
  async insert(sql: Sql, cityId: number, areas: readonly NewArea[]): Promise<number> {
    if (areas.length === 0) return 0;
    return sql.count(
      `INSERT INTO areas (city_id, id, code, name, level, parent_id, path, polygon, households, source)
       SELECT $1, id, code, name, level, parent_id, path, polygon::polygon, households, source
         FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::text[], $9::int[], $10::text[])
              AS new (id, code, name, level, parent_id, path, polygon, households, source)
       ON CONFLICT (city_id, path) DO NOTHING`,
      [
        cityId,
        areas.map(({ id }) => id),
        areas.map(({ code }) => code),
        areas.map(({ name }) => name),
        areas.map(({ level }) => level),
        areas.map(({ parentId }) => parentId),
        areas.map(({ path }) => path),
        areas.map(({ polygon }) => polygon),
        areas.map(({ households }) => households),
        areas.map(({ source }) => source),
      ],
    );
  }

  async updateMany(
    sql: Sql,
    cityId: number,
    areas: readonly Pick<NewArea, 'id' | 'name' | 'polygon' | 'households'>[],
  ): Promise<void> {
    if (areas.length === 0) return;
    await sql.rows(
      `UPDATE areas a
          SET name = n.name, polygon = n.polygon::polygon, households = n.households, version = version + 1, updated_at = now()
         FROM unnest($2::uuid[], $3::text[], $4::text[], $5::int[]) AS n (id, name, polygon, households)
        WHERE a.city_id = $1 AND a.id = n.id`,
      [
        cityId,
        areas.map(({ id }) => id),
        areas.map(({ name }) => name),
        areas.map(({ polygon }) => polygon),
        areas.map(({ households }) => households),
      ],
    );
  }

  /** The longest code below an area, in characters. */
  async longestCode(sql: Sql, cityId: number, path: AreaPath): Promise<number> {
    const row = await sql.first<{ longest: number }>(
      `SELECT max(length(code)) AS longest FROM areas WHERE city_id = $1 AND ${withinPath('path', '$2')}`,
      [cityId, path],
    );
    return row?.longest ?? 0;
  }

  async relocate(sql: Sql, cityId: number, relocation: Relocation, parentId: string | null): Promise<void> {
    await sql.rows(
      `UPDATE areas SET
         path = ${relocated('path')},
         code = CASE WHEN starts_with(code, $4) THEN $5 || substr(code, length($4) + 1) ELSE code END,
         parent_id = CASE WHEN path = $2 THEN $6::uuid ELSE parent_id END,
         version = version + 1, updated_at = now()
       WHERE city_id = $1 AND ${withinPath('path', '$2')}`,
      [...valuesOf(cityId, relocation), parentId],
    );
  }

  /** Rewrites the copies of paths that other tables keep; `table` and `column` are names from the program. */
  relocateCopies(sql: Sql, cityId: number, relocation: Relocation, table: string, column: string): Promise<number> {
    return sql.count(
      `UPDATE ${table} SET ${column} = ${relocated(column)} WHERE city_id = $1 AND ${withinPath(column, '$2')}`,
      valuesOf(cityId, relocation),
    );
  }

  async isKept(sql: Sql, cityId: number, path: AreaPath, table: string, column: string): Promise<boolean> {
    const row = await sql.first(`SELECT 1 FROM ${table} WHERE city_id = $1 AND ${withinPath(column, '$2')} LIMIT 1`, [
      cityId,
      path,
    ]);
    return row !== null;
  }

  /** @throws a foreign-key error while anything still refers to the area. */
  async remove(sql: Sql, cityId: number, id: string): Promise<void> {
    await sql.rows('DELETE FROM areas WHERE city_id = $1 AND id = $2', [cityId, id]);
  }

  /** Persons whose rights a change below this path may move. */
  async postHolders(sql: Sql, cityId: number, path: AreaPath): Promise<string[]> {
    const rows = await sql.rows<{ person_id: string }>(
      `SELECT DISTINCT person_id FROM posts
        WHERE city_id = $1 AND ${withinPath('area_path', '$2')} AND (valid_to IS NULL OR valid_to > now())`,
      [cityId, path],
    );
    return rows.map(({ person_id }) => person_id);
  }
}
