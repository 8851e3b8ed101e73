import { Injectable } from '@nestjs/common';
import type { SwitchedOff } from '@linshao/domain';
import type { Sql } from '../platform/database/database.js';

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

  /** Holders of the offices in any of the areas, given by their exact paths. */
  officesIn(
    sql: Sql,
    cityId: number,
    areaPaths: readonly string[],
  ): Promise<{ area_path: string; role: string; person_id: string }[]> {
    return sql.rows(
      `SELECT DISTINCT area_path, role, person_id FROM posts
        WHERE city_id = $1 AND area_path = ANY($2::text[]) AND role IN ('dispatcher', 'duty_officer', 'secretary')
          AND ${IN_OFFICE} ORDER BY person_id`,
      [cityId, areaPaths],
    );
  }

  /** What those of the people who still have an account do not want; who deleted theirs is told nothing more. */
  wishes(sql: Sql, cityId: number, personIds: readonly string[]): Promise<{ id: string; off: SwitchedOff[] }[]> {
    return sql.rows(
      `SELECT p.id, coalesce(n.off, '[]') AS off FROM persons p
         LEFT JOIN notification_preferences n ON n.city_id = p.city_id AND n.person_id = p.id
        WHERE p.city_id = $1 AND p.id = ANY($2::uuid[]) AND p.erased_at IS NULL`,
      [cityId, personIds],
    );
  }
}
