import type { AreaPath, PostScope, Role } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { Conditions } from '../platform/database/conditions.js';
import { Database, type Sql } from '../platform/database/database.js';

export interface SubstituteRow {
  readonly id: string;
  readonly postId: string;
  readonly personId: string;
  readonly personName: string;
  readonly substitutePostId: string | null;
  readonly from: Date;
  readonly to: Date | null;
  readonly reason: string;
  readonly endedAt: Date | null;
}

/** A post as its substitution needs it, locked. */
export interface StoodInPost {
  readonly id: string;
  readonly personId: string;
  readonly role: Role;
  readonly name: string;
  readonly scopeType: PostScope['type'];
  readonly scopeId: string;
  readonly areaPath: AreaPath;
  readonly from: Date;
  readonly to: Date | null;
}

const SUBSTITUTE = `s.id, s.post_id AS "postId", s.person_id AS "personId", n.name AS "personName",
  s.substitute_post_id AS "substitutePostId", s.valid_from AS "from", s.valid_to AS "to", s.reason, s.ended_at AS "endedAt"`;
const FROM = 'FROM post_substitutes s JOIN persons n ON n.city_id = s.city_id AND n.id = s.person_id';

@Injectable()
export class PostSubstitutesRepository {
  constructor(private readonly database: Database) {}

  byId(
    cityId: number,
    postId: string,
    id: string,
    sql: Sql = this.database,
    lock = false,
  ): Promise<SubstituteRow | null> {
    return sql.first(
      `SELECT ${SUBSTITUTE} ${FROM} WHERE s.city_id = $1 AND s.post_id = $2 AND s.id = $3 ${lock ? 'FOR UPDATE OF s' : ''}`,
      [cityId, postId, id],
    );
  }

  /** One row more than `limit`, the newest first. */
  list(cityId: number, postId: string, afterId: string | undefined, limit: number): Promise<SubstituteRow[]> {
    const where = new Conditions().add('s.city_id = ?', cityId).add('s.post_id = ?', postId).addIf('s.id < ?', afterId);
    const most = where.placeholder(limit + 1);
    return this.database.rows(
      `SELECT ${SUBSTITUTE} ${FROM} WHERE ${where.sql} ORDER BY s.id DESC LIMIT ${most}`,
      where.values,
    );
  }

  post(sql: Sql, cityId: number, id: string, lock = false): Promise<StoodInPost | null> {
    return sql.first(
      `SELECT id, person_id AS "personId", role, name, scope_type AS "scopeType", scope_id AS "scopeId",
              area_path AS "areaPath", valid_from AS "from", valid_to AS "to"
         FROM posts WHERE city_id = $1 AND id = $2 ${lock ? 'FOR UPDATE' : ''}`,
      [cityId, id],
    );
  }

  /** Whether the person works here at all: holds a post that is not over. */
  async isStaff(sql: Sql, cityId: number, personId: string): Promise<boolean> {
    return (
      (await sql.first(
        'SELECT 1 FROM posts WHERE city_id = $1 AND person_id = $2 AND (valid_to IS NULL OR valid_to > now()) LIMIT 1',
        [cityId, personId],
      )) !== null
    );
  }

  /** @throws an exclusion error when the post has another substitute at the same time. */
  async insert(
    sql: Sql,
    cityId: number,
    row: Omit<SubstituteRow, 'personName' | 'endedAt'> & { readonly createdBy: string },
  ): Promise<void> {
    await sql.rows(
      `INSERT INTO post_substitutes (city_id, id, post_id, person_id, substitute_post_id, valid_from, valid_to, reason, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [cityId, row.id, row.postId, row.personId, row.substitutePostId, row.from, row.to, row.reason, row.createdBy],
    );
  }

  async end(sql: Sql, cityId: number, id: string, at: Date): Promise<void> {
    await sql.rows(
      `UPDATE post_substitutes SET valid_to = greatest(valid_from, $3), ended_at = now()
        WHERE city_id = $1 AND id = $2 AND ended_at IS NULL`,
      [cityId, id, at],
    );
  }

  /** Of a person: when others stood in for them, and when they did for others. */
  allOf(cityId: number, personId: string): Promise<object[]> {
    return this.database.rows(
      `SELECT p.name AS 岗位, s.valid_from AS 开始, s.valid_to AS 结束,
              CASE WHEN p.person_id = $2 THEN s.reason END AS 原因, s.person_id = $2 AS 本人代班
         FROM post_substitutes s JOIN posts p ON p.city_id = s.city_id AND p.id = s.post_id
        WHERE s.city_id = $1 AND (s.person_id = $2 OR p.person_id = $2) ORDER BY s.valid_from`,
      [cityId, personId],
    );
  }

  /** Why somebody was away is nobody's business once their account is gone. */
  async forgetReasons(sql: Sql, cityId: number, personId: string): Promise<void> {
    await sql.rows(
      `UPDATE post_substitutes s SET reason = '' FROM posts p
        WHERE s.city_id = $1 AND p.city_id = s.city_id AND p.id = s.post_id AND p.person_id = $2`,
      [cityId, personId],
    );
  }
}
