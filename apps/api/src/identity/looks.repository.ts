import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../platform/database/database.js';
import { nextId } from '../platform/ids.js';

export interface NewLook {
  readonly cityId: number;
  readonly personIds: readonly string[];
  readonly by: string;
  readonly postId: string | null;
  readonly fields: readonly string[];
  readonly purpose: string;
}

export interface LookRow {
  readonly id: string;
  readonly at: Date;
  readonly byId: string;
  readonly byName: string;
  readonly postName: string | null;
  readonly fields: string[];
  readonly purpose: string;
}

/** Who saw whose personal data. Rows are only ever added. */
@Injectable()
export class LooksRepository {
  constructor(private readonly database: Database) {}

  async add({ cityId, personIds, by, postId, fields, purpose }: NewLook, sql: Sql = this.database): Promise<void> {
    await sql.rows(
      `INSERT INTO personal_data_looks (city_id, id, person_id, looked_by, post_id, fields, purpose)
       SELECT $1, look.id, look.person_id, $4, $5, $6, $7 FROM unnest($2::uuid[], $3::uuid[]) AS look (id, person_id)`,
      [cityId, personIds.map(() => nextId()), personIds, by, postId, fields, purpose],
    );
  }

  /** Newest first. */
  of(cityId: number, personId: string, before: string | null, limit: number): Promise<LookRow[]> {
    return this.database.rows(
      `SELECT k.id, k.at, k.looked_by AS "byId", coalesce(p.name, '') AS "byName", o.name AS "postName", k.fields, k.purpose
         FROM personal_data_looks k
         LEFT JOIN persons p ON p.city_id = k.city_id AND p.id = k.looked_by
         LEFT JOIN posts o ON o.city_id = k.city_id AND o.id = k.post_id
        WHERE k.city_id = $1 AND k.person_id = $2 AND ($3::uuid IS NULL OR k.id < $3)
        ORDER BY k.id DESC LIMIT $4`,
      [cityId, personId, before, limit],
    );
  }
}
