import { Injectable } from '@nestjs/common';
import { Conditions, withinPath } from '../platform/database/conditions.js';
import { Database, type Sql } from '../platform/database/database.js';
import type { NamedStatement } from '../platform/database/statement.js';
import type { Relation, ResidencyState } from './residency.js';

export interface ResidencyRow {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly dwellingId: string | null;
  readonly room: string | null;
  readonly areaId: string;
  readonly areaPath: string;
  readonly addressSealed: string | null;
  readonly relation: Relation;
  readonly state: ResidencyState;
  readonly reason: string | null;
  readonly requestedAt: Date;
  readonly decidedAt: Date | null;
}

export interface NewRequest {
  readonly id: string;
  readonly personId: string;
  readonly dwellingId: string | null;
  readonly areaId: string;
  readonly addressSealed: string | null;
  readonly relation: Relation;
}

const RESIDENCY = `r.id, r.person_id AS "personId", p.name AS "personName", r.dwelling_id AS "dwellingId", d.room,
  r.area_id AS "areaId", r.area_path AS "areaPath", r.address_sealed AS "addressSealed", r.relation, r.state, r.reason,
  r.requested_at AS "requestedAt", r.decided_at AS "decidedAt"`;
const FROM = `FROM residencies r JOIN persons p ON p.city_id = r.city_id AND p.id = r.person_id
  LEFT JOIN dwellings d ON d.city_id = r.city_id AND d.id = r.dwelling_id`;

@Injectable()
export class ResidenciesRepository {
  constructor(private readonly database: Database) {}

  byId(cityId: number, id: string, sql: Sql = this.database): Promise<ResidencyRow | null> {
    return sql.first(`SELECT ${RESIDENCY} ${FROM} WHERE r.city_id = $1 AND r.id = $2`, [cityId, id]);
  }

  /** Waits for whoever decides this one right now. */
  async lock(sql: Sql, cityId: number, id: string): Promise<ResidencyRow | null> {
    await sql.rows('SELECT 1 FROM residencies WHERE city_id = $1 AND id = $2 FOR UPDATE', [cityId, id]);
    return this.byId(cityId, id, sql);
  }

  /** Newest first. */
  ofPerson(cityId: number, personId: string): Promise<ResidencyRow[]> {
    return this.database.rows(
      `SELECT ${RESIDENCY} ${FROM} WHERE r.city_id = $1 AND r.person_id = $2 ORDER BY r.id DESC`,
      [cityId, personId],
    );
  }

  /** What the person has asked for already: this dwelling, or (null) any address without one. */
  open(cityId: number, personId: string, dwellingId: string | null): Promise<ResidencyRow | null> {
    return this.database.first(
      `SELECT ${RESIDENCY} ${FROM} WHERE r.city_id = $1 AND r.person_id = $2 AND r.dwelling_id IS NOT DISTINCT FROM $3
          AND (r.state = 'requested' OR (r.state = 'confirmed' AND r.dwelling_id IS NOT NULL))`,
      [cityId, personId, dwellingId],
    );
  }

  /** In any of these areas, newest first. */
  within(
    cityId: number,
    areaPaths: readonly string[],
    state: ResidencyState | undefined,
    before: string | undefined,
    limit: number,
  ): Promise<ResidencyRow[]> {
    const where = new Conditions()
      .add('r.city_id = ?', cityId)
      .addIf('r.state = ?', state)
      .add(
        `EXISTS (SELECT 1 FROM unnest(?::text[]) AS own (path) WHERE ${withinPath('r.area_path', 'own.path')})`,
        areaPaths,
      )
      .addIf('r.id < ?', before);
    const most = where.placeholder(limit);
    return this.database.rows(
      `SELECT ${RESIDENCY} ${FROM} WHERE ${where.sql} ORDER BY r.id DESC LIMIT ${most}`,
      where.values,
    );
  }

  /** Part `asked`: writes nothing when the same is open already. Holds the area's row, so that it cannot move meanwhile. */
  request(cityId: number, { id, personId, dwellingId, areaId, addressSealed, relation }: NewRequest): NamedStatement[] {
    return [
      {
        as: 'place',
        text: 'SELECT city_id, id, path FROM areas WHERE city_id = $1 AND id = $2 FOR SHARE',
        values: [cityId, areaId],
      },
      {
        as: 'asked',
        text: `INSERT INTO residencies (city_id, id, person_id, dwelling_id, area_id, area_path, address_sealed, relation, state)
               SELECT city_id, $1::uuid, $2::uuid, $3::uuid, id, path, $4, $5, 'requested' FROM place ON CONFLICT DO NOTHING RETURNING id`,
        values: [id, personId, dwellingId, addressSealed, relation],
      },
    ];
  }

  async confirm(
    sql: Sql,
    cityId: number,
    id: string,
    dwelling: { id: string; areaId: string; areaPath: string },
    by: string,
  ): Promise<void> {
    await sql.rows(
      `UPDATE residencies SET state = 'confirmed', dwelling_id = $3, address_sealed = NULL, area_id = $4, area_path = $5, decided_by = $6, decided_at = now()
        WHERE city_id = $1 AND id = $2`,
      [cityId, id, dwelling.id, dwelling.areaId, dwelling.areaPath, by],
    );
  }

  async refuse(sql: Sql, cityId: number, id: string, reason: string, by: string): Promise<void> {
    await sql.rows(
      `UPDATE residencies SET state = 'refused', reason = $3, decided_by = $4, decided_at = now() WHERE city_id = $1 AND id = $2`,
      [cityId, id, reason, by],
    );
  }

  async end(sql: Sql, cityId: number, id: string): Promise<void> {
    await sql.rows(`UPDATE residencies SET state = 'ended', ended_at = now() WHERE city_id = $1 AND id = $2`, [
      cityId,
      id,
    ]);
  }

  /** Whether the person still lives in the area by another registration. */
  async livesIn(sql: Sql, cityId: number, personId: string, areaId: string): Promise<boolean> {
    const row = await sql.first(
      `SELECT 1 FROM residencies WHERE city_id = $1 AND person_id = $2 AND area_id = $3 AND state = 'confirmed' LIMIT 1`,
      [cityId, personId, areaId],
    );
    return row !== null;
  }

  async removeAllOf(sql: Sql, cityId: number, personId: string): Promise<void> {
    await sql.rows('DELETE FROM residencies WHERE city_id = $1 AND person_id = $2', [cityId, personId]);
  }
}
