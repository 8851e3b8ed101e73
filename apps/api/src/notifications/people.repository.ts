import { Injectable } from '@nestjs/common';
import type { Assignment, PlacedPost, Role, SwitchedOff } from '@linshao/domain';
import type { Sql } from '../platform/database/database.js';

/** By which ways a person can be told. */
export interface Reach {
  readonly id: string;
  readonly off: readonly SwitchedOff[];
  readonly has_phone: boolean;
  readonly has_wechat: boolean;
  /** Templates of which a consent is open. */
  readonly consents: readonly string[];
}

export interface OrderNow {
  readonly id: string;
  readonly number: string;
  readonly category: string;
  readonly area_path: string;
  readonly reporter_id: string;
  readonly created_by_id: string;
  readonly confidential: boolean;
  readonly parent_id: string | null;
  readonly assignment: Assignment | null;
  readonly assignee_id: string | null;
}

const IN_OFFICE = 'valid_from <= now() AND (valid_to IS NULL OR valid_to > now())';

/** Finds people by how they stand to orders. */
@Injectable()
export class PeopleRepository {
  followers(sql: Sql, cityId: number, orderIds: readonly string[]): Promise<{ order_id: string; person_id: string }[]> {
    return sql.rows(
      'SELECT order_id, person_id FROM order_followers WHERE city_id = $1 AND order_id = ANY($2::uuid[]) ORDER BY since, person_id',
      [cityId, orderIds],
    );
  }

  contactsOf(sql: Sql, cityId: number, unitIds: readonly string[]): Promise<{ unit_id: string; person_id: string }[]> {
    return sql.rows(
      `SELECT DISTINCT scope_id AS unit_id, person_id FROM posts
        WHERE city_id = $1 AND scope_type = 'unit' AND scope_id = ANY($2::uuid[]) AND role IN ('unit_responder', 'provider')
          AND ${IN_OFFICE} ORDER BY person_id`,
      [cityId, unitIds],
    );
  }

  /** What the people hold now, whatever it allows. */
  async postsOf(
    sql: Sql,
    cityId: number,
    personIds: readonly string[],
  ): Promise<(PlacedPost & { personId: string })[]> {
    const rows = await sql.rows<{ person_id: string; role: Role; area_path: string }>(
      `SELECT DISTINCT person_id, role, area_path FROM posts
        WHERE city_id = $1 AND person_id = ANY($2::uuid[]) AND ${IN_OFFICE}`,
      [cityId, personIds],
    );
    return rows.map(({ person_id: personId, role, area_path: areaPath }) => ({ personId, role, scope: { areaPath } }));
  }

  /** Holders of the offices in any of the areas, given by their exact paths. */
  officesIn(
    sql: Sql,
    cityId: number,
    areaPaths: readonly string[],
  ): Promise<{ area_path: string; role: Role; person_id: string }[]> {
    return sql.rows(
      `SELECT DISTINCT area_path, role, person_id FROM posts
        WHERE city_id = $1 AND area_path = ANY($2::text[]) AND role IN ('dispatcher', 'duty_officer', 'secretary', 'supervisor', 'grid_worker', 'administrator')
          AND ${IN_OFFICE} ORDER BY person_id`,
      [cityId, areaPaths],
    );
  }

  /** How those of the people who still have an account can and want to be reached; who deleted theirs is told nothing more. */
  reach(sql: Sql, cityId: number, personIds: readonly string[]): Promise<Reach[]> {
    return sql.rows(
      `SELECT p.id, coalesce(n.off, '[]') AS off, p.phone_sealed IS NOT NULL AS has_phone,
              EXISTS (SELECT 1 FROM logins l WHERE l.city_id = p.city_id AND l.person_id = p.id
                         AND l.provider = 'wechat' AND l.void_at IS NULL) AS has_wechat,
              array(SELECT DISTINCT c.template FROM message_consents c WHERE c.city_id = p.city_id AND c.person_id = p.id
                       AND c.delivery_id IS NULL AND c.voided_at IS NULL) AS consents
         FROM persons p
         LEFT JOIN notification_preferences n ON n.city_id = p.city_id AND n.person_id = p.id
        WHERE p.city_id = $1 AND p.id = ANY($2::uuid[]) AND p.erased_at IS NULL`,
      [cityId, personIds],
    );
  }

  /** Orders as they are now. */
  async ordersNow(sql: Sql, cityId: number, ids: readonly string[]): Promise<OrderNow[]> {
    const rows = await sql.rows<Omit<OrderNow, 'assignment'> & { type: Assignment['type'] | null; holder: string }>(
      `SELECT id, number, category, area_path, reporter_id, created_by_id, confidential, parent_id, assignee_id,
              assignment_type AS type, assignment_id AS holder
         FROM orders WHERE city_id = $1 AND id = ANY($2::uuid[])`,
      [cityId, ids],
    );
    return rows.map(({ type, holder, ...row }) => ({ ...row, assignment: type && assignmentOf(type, holder) }));
  }

  async areaNames(sql: Sql, cityId: number, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await sql.rows<{ path: string; name: string }>(
      'SELECT path, name FROM areas WHERE city_id = $1 AND path = ANY($2::text[])',
      [cityId, paths],
    );
    return new Map(rows.map(({ path, name }) => [path, name]));
  }
}

function assignmentOf(type: Assignment['type'], id: string): Assignment {
  switch (type) {
    case 'person':
      return { type, personId: id };
    case 'unit':
      return { type, unitId: id };
    case 'pool':
      return { type, pool: 'members' };
  }
}
