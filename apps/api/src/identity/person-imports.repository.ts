import type { Places } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import type { Sql } from '../platform/database/database.js';
import type { Sealed } from './person-seals.service.js';

export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly phoneLookup: string | null;
  readonly phoneVerified: boolean;
  readonly idNumberLookup: string | null;
  readonly disabled: boolean;
  readonly places: Places;
}

export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly phone: Sealed;
  readonly idNumber: Sealed | null;
  readonly areaId: string;
}

/** Persons many at once, as sheets bring them. */
@Injectable()
export class PersonImportsRepository {
  /** Everybody with one of these phones or ID numbers. */
  known(sql: Sql, cityId: number, phones: readonly string[], idNumbers: readonly string[]): Promise<KnownPerson[]> {
    return sql.rows(
      `SELECT p.id, p.name, p.phone_lookup AS "phoneLookup", p.phone_verified_at IS NOT NULL AS "phoneVerified",
              p.id_number_lookup AS "idNumberLookup", p.disabled_at IS NOT NULL AS disabled,
              json_build_object(
                'areas', ARRAY(SELECT a.path FROM person_areas h JOIN areas a ON a.city_id = h.city_id AND a.id = h.area_id
                                WHERE h.city_id = p.city_id AND h.person_id = p.id),
                'posts', ARRAY(SELECT o.area_path FROM posts o WHERE o.city_id = p.city_id AND o.person_id = p.id
                                  AND (o.valid_to IS NULL OR o.valid_to > now()))) AS places
         FROM persons p
        WHERE p.city_id = $1 AND p.erased_at IS NULL
          AND (p.phone_lookup = ANY($2::text[]) OR p.id_number_lookup = ANY($3::text[])) ORDER BY p.id`,
      [cityId, phones, idNumbers],
    );
  }

  async insert(sql: Sql, cityId: number, persons: readonly NewPerson[], by: string): Promise<void> {
    if (persons.length === 0) return;
    const ids = persons.map(({ id }) => id);
    await sql.rows(
      `INSERT INTO persons (city_id, id, name, phone_sealed, phone_lookup, id_number_sealed, id_number_lookup, created_by)
       SELECT $1, n.*, $8 FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[]) AS n`,
      [
        cityId,
        ids,
        persons.map(({ name }) => name),
        persons.map(({ phone }) => phone.sealed),
        persons.map(({ phone }) => phone.lookup),
        persons.map(({ idNumber }) => idNumber?.sealed ?? null),
        persons.map(({ idNumber }) => idNumber?.lookup ?? null),
        by,
      ],
    );
    await sql.rows(
      `INSERT INTO person_areas (city_id, person_id, area_id, reason)
       SELECT $1, n.*, 'registered' FROM unnest($2::uuid[], $3::uuid[]) AS n`,
      [cityId, ids, persons.map(({ areaId }) => areaId)],
    );
  }

  async addIdNumber(sql: Sql, cityId: number, id: string, { sealed, lookup }: Sealed): Promise<void> {
    await sql.rows(
      `UPDATE persons SET id_number_sealed = $3, id_number_lookup = $4, version = version + 1 WHERE city_id = $1 AND id = $2`,
      [cityId, id, sealed, lookup],
    );
  }
}
