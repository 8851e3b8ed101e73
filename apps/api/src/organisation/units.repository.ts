import type { AreaLevel, AreaPath, UnitKind } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { Conditions, containsWords, withinPath } from '../platform/database/conditions.js';
import { Database, type Sql } from '../platform/database/database.js';

export interface UnitRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly address: string | null;
  readonly version: number;
  readonly areaId: string;
  readonly areaCode: string;
  readonly areaName: string;
  readonly areaLevel: AreaLevel;
  readonly areaPath: AreaPath;
}

export interface UnitFilter {
  readonly withinPath?: AreaPath;
  readonly kind?: UnitKind;
  readonly code?: string;
  readonly words?: string;
  readonly afterCode?: string;
}

export type NewUnit = Pick<UnitRow, 'id' | 'code' | 'name' | 'kind' | 'areaId' | 'address'>;

const UNIT = `u.id, u.code, u.name, u.kind, u.address, u.version, u.area_id AS "areaId",
  a.code AS "areaCode", a.name AS "areaName", a.level AS "areaLevel", a.path AS "areaPath"`;
const FROM = 'FROM units u JOIN areas a ON a.city_id = u.city_id AND a.id = u.area_id';

@Injectable()
export class UnitsRepository {
  constructor(private readonly database: Database) {}

  /** @param lock keeps others from changing the row until the transaction ends. */
  byId(cityId: number, id: string, sql: Sql = this.database, lock = false): Promise<UnitRow | null> {
    return sql.first(`SELECT ${UNIT} ${FROM} WHERE u.city_id = $1 AND u.id = $2 ${lock ? 'FOR UPDATE OF u' : ''}`, [
      cityId,
      id,
    ]);
  }

  /** One row more than `limit`, in the order of the codes. */
  list(cityId: number, filter: UnitFilter, limit: number): Promise<UnitRow[]> {
    const where = new Conditions()
      .add('u.city_id = ?', cityId)
      .addIf(withinPath('a.path'), filter.withinPath)
      .addIf('u.kind = ?', filter.kind)
      .addIf('u.code = ?', filter.code)
      .addIf(containsWords('u.name'), filter.words)
      .addIf('u.code > ?', filter.afterCode);
    const most = where.placeholder(limit + 1);
    return this.database.rows(`SELECT ${UNIT} ${FROM} WHERE ${where.sql} ORDER BY u.code LIMIT ${most}`, where.values);
  }

  async byCodes(sql: Sql, cityId: number, codes: readonly string[]): Promise<Map<string, UnitRow>> {
    const rows = await sql.rows<UnitRow>(`SELECT ${UNIT} ${FROM} WHERE u.city_id = $1 AND u.code = ANY($2::text[])`, [
      cityId,
      codes,
    ]);
    return new Map(rows.map((row) => [row.code, row]));
  }

  async insertMany(sql: Sql, cityId: number, units: readonly NewUnit[]): Promise<void> {
    if (units.length === 0) return;
    await sql.rows(
      `INSERT INTO units (city_id, id, code, name, kind, area_id, address)
       SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::text[])`,
      [
        cityId,
        units.map(({ id }) => id),
        units.map(({ code }) => code),
        units.map(({ name }) => name),
        units.map(({ kind }) => kind),
        units.map(({ areaId }) => areaId),
        units.map(({ address }) => address),
      ],
    );
  }

  async update(sql: Sql, cityId: number, { id, name, kind, areaId, address }: Omit<NewUnit, 'code'>): Promise<void> {
    await sql.rows(
      `UPDATE units SET name = $3, kind = $4, area_id = $5, address = $6, version = version + 1, updated_at = now()
        WHERE city_id = $1 AND id = $2`,
      [cityId, id, name, kind, areaId, address],
    );
  }

  async remove(sql: Sql, cityId: number, id: string): Promise<void> {
    await sql.rows('DELETE FROM units WHERE city_id = $1 AND id = $2', [cityId, id]);
  }
}
