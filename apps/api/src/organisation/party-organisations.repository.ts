import type { AreaLevel, AreaPath, PartyLevel } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { Conditions, containsWords, withinPath } from '../platform/database/conditions.js';
import { Database, type Sql } from '../platform/database/database.js';

export interface PartyOrganisationRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: PartyLevel;
  readonly parentId: string | null;
  readonly path: string;
  readonly version: number;
  readonly areaId: string;
  readonly areaCode: string;
  readonly areaName: string;
  readonly areaLevel: AreaLevel;
  readonly areaPath: AreaPath;
}

export interface PartyOrganisationFilter {
  readonly parentId?: string;
  readonly withinPath?: AreaPath;
  readonly level?: PartyLevel;
  readonly code?: string;
  readonly words?: string;
  readonly afterPath?: string;
}

export type NewPartyOrganisation = Pick<
  PartyOrganisationRow,
  'id' | 'code' | 'name' | 'level' | 'parentId' | 'path' | 'areaId'
>;

const ORGANISATION = `o.id, o.code, o.name, o.level, o.parent_id AS "parentId", o.path, o.version, o.area_id AS "areaId",
  a.code AS "areaCode", a.name AS "areaName", a.level AS "areaLevel", a.path AS "areaPath"`;
const FROM = 'FROM party_organisations o JOIN areas a ON a.city_id = o.city_id AND a.id = o.area_id';

@Injectable()
export class PartyOrganisationsRepository {
  constructor(private readonly database: Database) {}

  /** @param lock keeps others from changing the row until the transaction ends. */
  byId(cityId: number, id: string, sql: Sql = this.database, lock = false): Promise<PartyOrganisationRow | null> {
    return sql.first(
      `SELECT ${ORGANISATION} ${FROM} WHERE o.city_id = $1 AND o.id = $2 ${lock ? 'FOR UPDATE OF o' : ''}`,
      [cityId, id],
    );
  }

  /** One row more than `limit`, in the order of the paths: each organisation before those below it. */
  list(cityId: number, filter: PartyOrganisationFilter, limit: number): Promise<PartyOrganisationRow[]> {
    const where = new Conditions()
      .add('o.city_id = ?', cityId)
      .addIf('o.parent_id = ?', filter.parentId)
      .addIf(withinPath('a.path'), filter.withinPath)
      .addIf('o.level = ?', filter.level)
      .addIf('o.code = ?', filter.code)
      .addIf(containsWords('o.name'), filter.words)
      .addIf('o.path > ?', filter.afterPath);
    const most = where.placeholder(limit + 1);
    return this.database.rows(
      `SELECT ${ORGANISATION} ${FROM} WHERE ${where.sql} ORDER BY o.path LIMIT ${most}`,
      where.values,
    );
  }

  async byCodes(sql: Sql, cityId: number, codes: readonly string[]): Promise<Map<string, PartyOrganisationRow>> {
    const rows = await sql.rows<PartyOrganisationRow>(
      `SELECT ${ORGANISATION} ${FROM} WHERE o.city_id = $1 AND o.code = ANY($2::text[])`,
      [cityId, codes],
    );
    return new Map(rows.map((row) => [row.code, row]));
  }

  async insertMany(sql: Sql, cityId: number, organisations: readonly NewPartyOrganisation[]): Promise<void> {
    if (organisations.length === 0) return;
    await sql.rows(
      `INSERT INTO party_organisations (city_id, id, code, name, level, parent_id, path, area_id)
       SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::uuid[])`,
      [
        cityId,
        organisations.map(({ id }) => id),
        organisations.map(({ code }) => code),
        organisations.map(({ name }) => name),
        organisations.map(({ level }) => level),
        organisations.map(({ parentId }) => parentId),
        organisations.map(({ path }) => path),
        organisations.map(({ areaId }) => areaId),
      ],
    );
  }

  async update(
    sql: Sql,
    cityId: number,
    { id, name, parentId, areaId }: Pick<NewPartyOrganisation, 'id' | 'name' | 'parentId' | 'areaId'>,
  ): Promise<void> {
    await sql.rows(
      `UPDATE party_organisations SET name = $3, parent_id = $4, area_id = $5, version = version + 1, updated_at = now()
        WHERE city_id = $1 AND id = $2`,
      [cityId, id, name, parentId, areaId],
    );
  }

  async relocate(sql: Sql, cityId: number, from: string, to: string): Promise<void> {
    await sql.rows(
      `UPDATE party_organisations SET path = $3 || substr(path, length($2::text) + 1), updated_at = now()
        WHERE city_id = $1 AND ${withinPath('path', '$2')}`,
      [cityId, from, to],
    );
  }

  async remove(sql: Sql, cityId: number, id: string): Promise<void> {
    await sql.rows('DELETE FROM party_organisations WHERE city_id = $1 AND id = $2', [cityId, id]);
  }
}
