import type { PostScope, Role } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import type { Sql } from '../platform/database/database.js';
import type { NewPost, Place } from './posts.repository.js';

export interface PostSpan {
  readonly personId: string;
  readonly role: Role;
  readonly scopeId: string;
  readonly from: Date;
  readonly to: Date | null;
}

export type PlaceByCode = Place & { readonly id: string };

const TABLES: Readonly<Record<Exclude<PostScope['type'], 'area'>, string>> = {
  unit: 'units',
  party: 'party_organisations',
};

/** Posts many at once, as sheets bring them. */
@Injectable()
export class PostImportsRepository {
  /** Units or party organisations by code. */
  async places(
    sql: Sql,
    cityId: number,
    type: 'unit' | 'party',
    codes: readonly string[],
  ): Promise<Map<string, PlaceByCode>> {
    const rows = await sql.rows<PlaceByCode>(
      `SELECT s.id, s.code, s.name, a.path AS "areaPath"
         FROM ${TABLES[type]} s JOIN areas a ON a.city_id = s.city_id AND a.id = s.area_id
        WHERE s.city_id = $1 AND s.code = ANY($2::text[])`,
      [cityId, codes],
    );
    return new Map(rows.map((row) => [row.code, row]));
  }

  held(sql: Sql, cityId: number, personIds: readonly string[]): Promise<PostSpan[]> {
    return sql.rows(
      `SELECT person_id AS "personId", role, scope_id AS "scopeId", valid_from AS "from", valid_to AS "to"
         FROM posts WHERE city_id = $1 AND person_id = ANY($2::uuid[])`,
      [cityId, personIds],
    );
  }

  async insert(sql: Sql, cityId: number, posts: readonly NewPost[]): Promise<void> {
    if (posts.length === 0) return;
    await sql.rows(
      `INSERT INTO posts (city_id, id, person_id, role, name, scope_type, scope_id, area_path, valid_from, valid_to, created_by)
       SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::uuid[], $8::text[],
                                $9::timestamptz[], $10::timestamptz[], $11::uuid[])`,
      [
        cityId,
        posts.map(({ id }) => id),
        posts.map(({ personId }) => personId),
        posts.map(({ role }) => role),
        posts.map(({ name }) => name),
        posts.map(({ scopeType }) => scopeType),
        posts.map(({ scopeId }) => scopeId),
        posts.map(({ areaPath }) => areaPath),
        posts.map(({ from }) => from),
        posts.map(({ to }) => to),
        posts.map(({ createdBy }) => createdBy),
      ],
    );
  }
}
