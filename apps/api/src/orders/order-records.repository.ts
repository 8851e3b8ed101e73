import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../platform/database/database.js';

const ERASED_TITLE = '（已按本人要求删除）';

@Injectable()
export class OrderRecordsRepository {
  constructor(private readonly database: Database) {}

  async hasAny(sql: Sql, cityId: number, personId: string): Promise<boolean> {
    const row = await sql.first<{ any: boolean }>(
      `SELECT EXISTS (SELECT FROM orders WHERE city_id = $1 AND reporter_id = $2)
           OR EXISTS (SELECT FROM order_followers WHERE city_id = $1 AND person_id = $2) AS any`,
      [cityId, personId],
    );
    return row?.any ?? false;
  }

  reportedBy(cityId: number, personId: string): Promise<readonly object[]> {
    return this.database.rows<object>(
      `SELECT number, kind, category, title, description, address, lng, lat, anonymous, confidential, state,
              submitted_at AS "submittedAt", solved, stars
         FROM orders WHERE city_id = $1 AND reporter_id = $2 AND parent_id IS NULL ORDER BY id LIMIT 10000`,
      [cityId, personId],
    );
  }

  async scrub(sql: Sql, cityId: number, personId: string): Promise<void> {
    await sql.rows(
      `UPDATE orders SET title = $3, description = '', address = NULL, lng = NULL, lat = NULL, photo_ids = '{}', anonymous = true
        WHERE city_id = $1 AND reporter_id = $2`,
      [cityId, personId, ERASED_TITLE],
    );
    await sql.rows('DELETE FROM order_followers WHERE city_id = $1 AND person_id = $2', [cityId, personId]);
  }
}
