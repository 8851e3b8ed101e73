import type { AreaPath, PostScope, Role } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { Conditions, withinPath } from '../platform/database/conditions.js';
import { Database, type Sql } from '../platform/database/database.js';

export interface PostRow {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly role: Role;
  readonly name: string;
  readonly scopeType: PostScope['type'];
  readonly scopeId: string;
  readonly scopeCode: string;
  readonly scopeName: string;
  readonly areaPath: AreaPath;
  readonly from: Date;
  readonly to: Date | null;
}

export interface PostFilter {
  /** Only posts in one of these areas. */
  readonly within: readonly AreaPath[];
  readonly personId?: string;
  readonly scopeId?: string;
  readonly role?: Role;
  /** Posts that end after this moment; null: ended ones too. */
  readonly endsAfter: Date | null;
  readonly afterId?: string;
}

export interface NewPost {
  readonly id: string;
  readonly personId: string;
  readonly role: Role;
  readonly name: string;
  readonly scopeType: PostScope['type'];
  readonly scopeId: string;
  readonly areaPath: AreaPath;
  readonly from: Date;
  readonly to: Date | null;
  readonly createdBy: string | null;
}

/** Where a post can be: the code and name of an area, unit or party organisation, with the path of its area. */
export interface Place {
  readonly code: string;
  readonly name: string;
  readonly areaPath: AreaPath;
}

const PLACES: Readonly<Record<PostScope['type'], string>> = {
  area: 'SELECT code, name, path AS "areaPath" FROM areas WHERE city_id = $1 AND id = $2',
  unit: `SELECT u.code, u.name, a.path AS "areaPath" FROM units u JOIN areas a ON a.city_id = u.city_id AND a.id = u.area_id
          WHERE u.city_id = $1 AND u.id = $2`,
  party: `SELECT o.code, o.name, a.path AS "areaPath" FROM party_organisations o
            JOIN areas a ON a.city_id = o.city_id AND a.id = o.area_id
           WHERE o.city_id = $1 AND o.id = $2`,
};

const POST = `p.id, p.person_id AS "personId", n.name AS "personName", p.role, p.name, p.scope_type AS "scopeType",
  p.scope_id AS "scopeId", coalesce(a.code, u.code, o.code) AS "scopeCode", coalesce(a.name, u.name, o.name) AS "scopeName",
  p.area_path AS "areaPath", p.valid_from AS "from", p.valid_to AS "to"`;
const FROM = `FROM posts p
  JOIN persons n ON n.city_id = p.city_id AND n.id = p.person_id
  LEFT JOIN areas a ON p.scope_type = 'area' AND a.city_id = p.city_id AND a.id = p.scope_id
  LEFT JOIN units u ON p.scope_type = 'unit' AND u.city_id = p.city_id AND u.id = p.scope_id
  LEFT JOIN party_organisations o ON p.scope_type = 'party' AND o.city_id = p.city_id AND o.id = p.scope_id`;

@Injectable()
export class PostsRepository {
  constructor(private readonly database: Database) {}

  /** @param lock keeps others from changing the row until the transaction ends. */
  byId(cityId: number, id: string, sql: Sql = this.database, lock = false): Promise<PostRow | null> {
    return sql.first(`SELECT ${POST} ${FROM} WHERE p.city_id = $1 AND p.id = $2 ${lock ? 'FOR UPDATE OF p' : ''}`, [
      cityId,
      id,
    ]);
  }

  /** One row more than `limit`, the newest appointment first. */
  list(cityId: number, filter: PostFilter, limit: number): Promise<PostRow[]> {
    const where = new Conditions()
      .add('p.city_id = ?', cityId)
      .addAny(withinPath('p.area_path'), filter.within)
      .addIf('p.person_id = ?', filter.personId)
      .addIf('p.scope_id = ?', filter.scopeId)
      .addIf('p.role = ?', filter.role)
      .addIf('(p.valid_to IS NULL OR p.valid_to > ?)', filter.endsAfter)
      .addIf('p.id < ?', filter.afterId);
    const most = where.placeholder(limit + 1);
    return this.database.rows(
      `SELECT ${POST} ${FROM} WHERE ${where.sql} ORDER BY p.id DESC LIMIT ${most}`,
      where.values,
    );
  }

  place(sql: Sql, cityId: number, type: PostScope['type'], id: string): Promise<Place | null> {
    return sql.first(PLACES[type], [cityId, id]);
  }

  async personExists(sql: Sql, cityId: number, personId: string): Promise<boolean> {
    const row = await sql.first(
      'SELECT 1 FROM persons WHERE city_id = $1 AND id = $2 AND disabled_at IS NULL AND erased_at IS NULL',
      [cityId, personId],
    );
    return row !== null;
  }

  /** @throws an exclusion error when the person holds the same post at the same time. */
  async insert(sql: Sql, cityId: number, post: NewPost): Promise<void> {
    await sql.rows(
      `INSERT INTO posts (city_id, id, person_id, role, name, scope_type, scope_id, area_path, valid_from, valid_to, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        cityId,
        post.id,
        post.personId,
        post.role,
        post.name,
        post.scopeType,
        post.scopeId,
        post.areaPath,
        post.from,
        post.to,
        post.createdBy,
      ],
    );
  }
}
