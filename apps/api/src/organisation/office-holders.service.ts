import { type AreaPath, type Incumbency, nearestOffice, type OfficeHolder, type Role, upFrom } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import type { Sql } from '../platform/database/database.js';

/** A role in an area. */
export interface Office {
  readonly role: Role;
  readonly areaPath: AreaPath;
}

interface IncumbencyRow {
  readonly role: Role;
  readonly area_path: AreaPath;
  readonly person_id: string;
  readonly stand_in_id: string | null;
}

/** Finds who holds an office at this moment, by the database's clock. */
@Injectable()
export class OfficeHolders {
  /** One query however many are asked for; in the order of the question. */
  async find(sql: Sql, cityId: number, wanted: readonly Office[]): Promise<readonly OfficeHolder[]> {
    if (wanted.length === 0) return [];
    const offices = new Map<string, Incumbency[]>();
    const paths = new Set(wanted.flatMap(({ areaPath }) => upFrom(areaPath)));
    const roles = new Set(wanted.map(({ role }) => role));
    for (const row of await this.incumbencies(sql, cityId, [...paths], [...roles])) {
      const key = keyOf(row.role, row.area_path);
      const office = offices.get(key) ?? [];
      office.push({ personId: row.person_id, standInId: row.stand_in_id });
      offices.set(key, office);
    }
    const found = new Map<string, OfficeHolder>();
    return wanted.map(({ role, areaPath }) => {
      const key = keyOf(role, areaPath);
      const holder = found.get(key) ?? nearestOffice(areaPath, (path) => offices.get(keyOf(role, path)) ?? []);
      found.set(key, holder);
      return holder;
    });
  }

  /** Who may not sign in any more holds nothing. */
  private incumbencies(
    sql: Sql,
    cityId: number,
    paths: readonly AreaPath[],
    roles: readonly Role[],
  ): Promise<IncumbencyRow[]> {
    return sql.rows(
      `SELECT p.role, p.area_path, p.person_id, s.person_id AS stand_in_id
         FROM posts p
         JOIN persons n ON n.city_id = p.city_id AND n.id = p.person_id AND n.disabled_at IS NULL AND n.erased_at IS NULL
         LEFT JOIN post_substitutes s ON s.city_id = p.city_id AND s.post_id = p.id
          AND s.valid_from <= now() AND (s.valid_to IS NULL OR s.valid_to > now())
        WHERE p.city_id = $1 AND p.area_path = ANY($2::text[]) AND p.role = ANY($3::text[])
          AND p.valid_from <= now() AND (p.valid_to IS NULL OR p.valid_to > now())
        ORDER BY p.person_id, p.id`,
      [cityId, paths, roles],
    );
  }
}

const keyOf = (role: Role, areaPath: AreaPath): string => `${role} ${areaPath}`;
