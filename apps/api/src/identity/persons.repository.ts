import type { Places } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { Conditions, withinPath } from '../platform/database/conditions.js';
import { Database, type Sql } from '../platform/database/database.js';
import type { NamedStatement } from '../platform/database/statement.js';
import type { Sealed } from './person-seals.service.js';

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly phoneSealed: string | null;
  readonly phoneLookup: string | null;
  readonly phoneVerified: boolean;
  readonly idNumberSealed: string | null;
  readonly disabled: boolean;
  readonly invented: boolean;
  readonly version: number;
  readonly areas: readonly { id: string; name: string; path: string }[];
  /** Paths of the areas of the posts held now or appointed for later. */
  readonly postPaths: readonly string[];
}

export interface PersonChange {
  readonly name: string;
  readonly phone: Sealed | null | undefined;
  readonly idNumber: Sealed | null | undefined;
}

const PERSON = `p.id, p.name, p.phone_sealed AS "phoneSealed", p.phone_lookup AS "phoneLookup",
  p.phone_verified_at IS NOT NULL AS "phoneVerified", p.id_number_sealed AS "idNumberSealed",
  p.disabled_at IS NOT NULL AS disabled, p.invented, p.version,
  coalesce((SELECT json_agg(json_build_object('id', a.id, 'name', a.name, 'path', a.path) ORDER BY h.reason = 'resident' DESC, a.path)
              FROM person_areas h JOIN areas a ON a.city_id = h.city_id AND a.id = h.area_id
             WHERE h.city_id = p.city_id AND h.person_id = p.id), '[]') AS areas,
  ARRAY(SELECT o.area_path FROM posts o WHERE o.city_id = p.city_id AND o.person_id = p.id
           AND (o.valid_to IS NULL OR o.valid_to > now())) AS "postPaths"`;

export const placesOf = ({ areas, postPaths }: PersonRow): Places => ({
  areas: areas.map(({ path }) => path),
  posts: postPaths,
});

/** Persons as rows. Erased ones are not found any more. */
@Injectable()
export class PersonsRepository {
  constructor(private readonly database: Database) {}

  byId(cityId: number, id: string, sql: Sql = this.database): Promise<PersonRow | null> {
    return sql.first(`SELECT ${PERSON} FROM persons p WHERE p.city_id = $1 AND p.id = $2 AND p.erased_at IS NULL`, [
      cityId,
      id,
    ]);
  }

  /** Everybody with this phone or ID number: a family may share a phone. */
  byLookup(cityId: number, field: 'phone' | 'idNumber', lookup: string): Promise<PersonRow[]> {
    const column = field === 'phone' ? 'phone_lookup' : 'id_number_lookup';
    return this.database.rows(
      `SELECT ${PERSON} FROM persons p WHERE p.city_id = $1 AND p.${column} = $2 AND p.erased_at IS NULL ORDER BY p.id LIMIT 20`,
      [cityId, lookup],
    );
  }

  /** Persons who belong to the area or anywhere below it, newest first. */
  within(
    cityId: number,
    areaPath: string,
    q: string | undefined,
    before: string | undefined,
    limit: number,
  ): Promise<PersonRow[]> {
    const where = new Conditions()
      .add('p.city_id = ? AND p.erased_at IS NULL', cityId)
      .addIf('strpos(p.name, ?) > 0', q)
      .addIf('p.id < ?', before)
      .add(
        `p.id IN (SELECT h.person_id FROM areas a JOIN person_areas h ON h.city_id = a.city_id AND h.area_id = a.id
                   WHERE a.city_id = p.city_id AND ${withinPath('a.path')})`,
        areaPath,
      );
    const most = where.placeholder(limit);
    return this.database.rows(
      `SELECT ${PERSON} FROM persons p WHERE ${where.sql} ORDER BY p.id DESC LIMIT ${most}`,
      where.values,
    );
  }

  async areaPath(cityId: number, areaId: string): Promise<string | null> {
    const row = await this.database.first<{ path: string }>('SELECT path FROM areas WHERE city_id = $1 AND id = $2', [
      cityId,
      areaId,
    ]);
    return row?.path ?? null;
  }

  /** The parts of one statement that registers a person in an area; `person` decides. */
  register(cityId: number, id: string, person: PersonChange, areaId: string, by: string): NamedStatement[] {
    const { name, phone, idNumber } = person;
    return [
      {
        as: 'person',
        text: `INSERT INTO persons (city_id, id, name, phone_sealed, phone_lookup, id_number_sealed, id_number_lookup, created_by)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
        values: [
          cityId,
          id,
          name,
          phone?.sealed ?? null,
          phone?.lookup ?? null,
          idNumber?.sealed ?? null,
          idNumber?.lookup ?? null,
          by,
        ],
      },
      {
        as: 'place',
        text: `INSERT INTO person_areas (city_id, person_id, area_id, reason) SELECT $1::int, id, $2::uuid, 'registered' FROM person`,
        values: [cityId, areaId],
      },
    ];
  }

  /** Writes what is given (undefined: as it was, null: none) if the entry is still the one the change was made from. */
  update(cityId: number, id: string, version: number, { name, phone, idNumber }: PersonChange): Promise<number> {
    return this.database.count(
      `UPDATE persons SET name = $4, version = version + 1,
              phone_sealed = CASE WHEN $5 THEN $6 ELSE phone_sealed END, phone_lookup = CASE WHEN $5 THEN $7 ELSE phone_lookup END,
              id_number_sealed = CASE WHEN $8 THEN $9 ELSE id_number_sealed END, id_number_lookup = CASE WHEN $8 THEN $10 ELSE id_number_lookup END
        WHERE city_id = $1 AND id = $2 AND version = $3 AND erased_at IS NULL`,
      [
        cityId,
        id,
        version,
        name,
        phone !== undefined,
        phone?.sealed ?? null,
        phone?.lookup ?? null,
        idNumber !== undefined,
        idNumber?.sealed ?? null,
        idNumber?.lookup ?? null,
      ],
    );
  }

  async setDisabled(cityId: number, id: string, disabled: boolean): Promise<void> {
    await this.database.rows(
      `UPDATE persons SET disabled_at = CASE WHEN $3 THEN coalesce(disabled_at, now()) END, version = version + 1
        WHERE city_id = $1 AND id = $2 AND (disabled_at IS NOT NULL) <> $3`,
      [cityId, id, disabled],
    );
  }
}
