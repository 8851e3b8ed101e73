import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../platform/database/database.js';
import { nextId } from '../platform/ids.js';
import type { DeliveryRow } from './delivery.js';

interface Owner {
  readonly cityId: number;
  readonly personId: string;
}

/** WeChat keeps no more open either; a client that counts wrong costs nobody anything. */
const MOST_OPEN = 50;
const OPEN = 'delivery_id IS NULL AND voided_at IS NULL';

/** The ledger of consents: each is granted once, spent on one delivery, or void. */
@Injectable()
export class ConsentsRepository {
  constructor(private readonly database: Database) {}

  /** The same tap told again counts once. */
  async grant({ cityId, personId }: Owner, requestId: string, templates: readonly string[]): Promise<void> {
    await this.database.rows(
      `INSERT INTO message_consents (city_id, id, person_id, template, request_id)
       SELECT $1::int, t.id, $2::uuid, t.template, $3::uuid FROM unnest($4::uuid[], $5::text[]) AS t (id, template)
        WHERE (SELECT count(*) FROM message_consents c
                WHERE c.city_id = $1 AND c.person_id = $2 AND c.template = t.template AND ${OPEN}) < ${MOST_OPEN}
       ON CONFLICT ON CONSTRAINT message_consents_once DO NOTHING`,
      [cityId, personId, requestId, templates.map(() => nextId()), templates],
    );
  }

  open({ cityId, personId }: Owner): Promise<{ template: string; count: number }[]> {
    return this.database.rows(
      `SELECT template, count(*)::int AS count FROM message_consents
        WHERE city_id = $1 AND person_id = $2 AND ${OPEN} GROUP BY template`,
      [cityId, personId],
    );
  }

  /** One consent for this delivery: the one it has had since an earlier try, or the oldest open one. False: none is left. */
  async spend({ city_id, id, recipient_id }: DeliveryRow, template: string): Promise<boolean> {
    const kept = await this.database.first('SELECT 1 FROM message_consents WHERE city_id = $1 AND delivery_id = $2', [
      city_id,
      id,
    ]);
    if (kept) return true;
    const spent = await this.database.count(
      `UPDATE message_consents SET delivery_id = $4::uuid WHERE city_id = $1 AND id = (
         SELECT id FROM message_consents WHERE city_id = $1 AND person_id = $2 AND template = $3 AND ${OPEN}
          ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)`,
      [city_id, recipient_id, template, id],
    );
    return spent > 0;
  }

  /** The message did not go out and never will: its consent is good for another one. */
  async release({ city_id, id }: DeliveryRow, sql: Sql = this.database): Promise<void> {
    await sql.rows('UPDATE message_consents SET delivery_id = NULL WHERE city_id = $1 AND delivery_id = $2', [
      city_id,
      id,
    ]);
  }

  async voidAll({ city_id, recipient_id }: DeliveryRow, template: string): Promise<void> {
    await this.database.rows(
      `UPDATE message_consents SET voided_at = now() WHERE city_id = $1 AND person_id = $2 AND template = $3 AND ${OPEN}`,
      [city_id, recipient_id, template],
    );
  }

  async removeAllOf(sql: Sql, cityId: number, personId: string): Promise<void> {
    await sql.rows('DELETE FROM message_consents WHERE city_id = $1 AND person_id = $2', [cityId, personId]);
  }
}
