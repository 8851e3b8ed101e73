import { Injectable } from '@nestjs/common';
import type { Sql } from '../platform/database/database.js';

/** What a deleted account is called wherever something still refers to it. */
const ERASED_NAME = '已注销用户';

@Injectable()
export class ErasureRepository {
  /** Takes everything personal from a person's own rows; the row itself stays for what refers to it. */
  async scrub(sql: Sql, cityId: number, personId: string): Promise<void> {
    const values = [cityId, personId];
    await sql.rows(
      `UPDATE persons SET name = '${ERASED_NAME}', phone_sealed = NULL, phone_lookup = NULL, phone_verified_at = NULL,
              id_number_sealed = NULL, id_number_lookup = NULL, erased_at = now(), version = version + 1
        WHERE city_id = $1 AND id = $2`,
      values,
    );
    for (const table of ['logins', 'passwords', 'person_areas']) {
      await sql.rows(`DELETE FROM ${table} WHERE city_id = $1 AND person_id = $2`, values);
    }
  }

  /** Posts held now or appointed for later. */
  async holdsPosts(sql: Sql, cityId: number, personId: string): Promise<boolean> {
    const row = await sql.first(
      'SELECT 1 FROM posts WHERE city_id = $1 AND person_id = $2 AND (valid_to IS NULL OR valid_to > now()) LIMIT 1',
      [cityId, personId],
    );
    return row !== null;
  }
}
