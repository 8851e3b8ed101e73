import { Injectable } from '@nestjs/common';
import type { PushChannel, QuietHours } from '@linshao/domain';
import { Database, type Sql } from '../platform/database/database.js';
import type { DeliveryRow, NewDelivery } from './delivery.js';
import type { DeliveryState } from './delivery.entity.js';

/** One receiver on one channel, with something due. */
export interface Receiver {
  readonly city_id: number;
  readonly recipient_id: string;
  readonly channel: PushChannel;
}

const COLUMNS = `city_id, id, channel, recipient_id, event_id, template, relation, text, facts, urgent, area_path, order_id, next_at,
  attempts, created_at`;
// Any constant serves, as long as all our processes use the same one.
const RECEIVER_LOCK = 727100032;
/** Far longer than any lot takes: whoever holds a message that long is dead. */
const DEAD_AFTER = '5 minutes';

@Injectable()
export class DeliveriesRepository {
  constructor(private readonly database: Database) {}

  /** What is there already stays as it is: news told twice is sent once. */
  async add(sql: Sql, deliveries: readonly NewDelivery[]): Promise<void> {
    if (deliveries.length === 0) return;
    await sql.rows(
      `INSERT INTO deliveries (city_id, id, channel, recipient_id, event_id, template, relation, text, facts, urgent, area_path, order_id, next_at, created_at)
       SELECT city_id, id, channel, recipient_id, event_id, template, relation, text, facts, urgent, area_path, order_id, next_at, created_at
         FROM jsonb_populate_recordset(null::deliveries, $1::jsonb)
       ON CONFLICT ON CONSTRAINT deliveries_once DO NOTHING`,
      [JSON.stringify(deliveries)],
    );
  }

  /** What a promise depends on first, however much else waits; then by how long it has been due. */
  receiversDue(now: Date, limit: number): Promise<Receiver[]> {
    const due = (urgent: boolean): string =>
      `(SELECT city_id, recipient_id, channel, urgent, next_at FROM deliveries
         WHERE urgent = ${urgent} AND next_at <= $1 ORDER BY next_at LIMIT 1000)`;
    return this.database.rows<Receiver>(
      `SELECT city_id, recipient_id, channel FROM (${due(true)} UNION ALL ${due(false)}) AS due
        GROUP BY city_id, recipient_id, channel ORDER BY bool_or(urgent) DESC, min(next_at) LIMIT $2`,
      [now, limit],
    );
  }

  /** Until the end of the transaction nobody else sends to this receiver. False: somebody is at it. */
  async hold(tx: Sql, { recipient_id, channel }: Receiver): Promise<boolean> {
    const row = await tx.first<{ held: boolean }>('SELECT pg_try_advisory_xact_lock($1, hashtext($2)) AS held', [
      RECEIVER_LOCK,
      `${channel} ${recipient_id}`,
    ]);
    return row?.held ?? false;
  }

  due(tx: Sql, { city_id, recipient_id, channel }: Receiver, now: Date): Promise<DeliveryRow[]> {
    return tx.rows<DeliveryRow>(
      `SELECT ${COLUMNS} FROM deliveries WHERE city_id = $1 AND recipient_id = $2 AND channel = $3 AND next_at <= $4
        ORDER BY urgent DESC, created_at, id LIMIT 1000 FOR UPDATE SKIP LOCKED`,
      [city_id, recipient_id, channel, now],
    );
  }

  /** When this receiver last got something on the channel, a message under way included. */
  async sentSince(tx: Sql, { city_id, recipient_id, channel }: Receiver, since: Date): Promise<Date[]> {
    const rows = await tx.rows<{ at: Date }>(
      `SELECT coalesce(sent_at, claimed_at) AS at FROM deliveries
        WHERE city_id = $1 AND recipient_id = $2 AND channel = $3 AND state IN ('sent', 'sending')
          AND coalesce(sent_at, claimed_at) > $4`,
      [city_id, recipient_id, channel, since],
    );
    return rows.map(({ at }) => at);
  }

  /** The person's own hours; undefined: they never chose. */
  async quietHours(tx: Sql, { city_id, recipient_id }: Receiver): Promise<QuietHours | null | undefined> {
    const row = await tx.first<{ never_quiet: boolean; quiet_from: number | null; quiet_to: number | null }>(
      'SELECT never_quiet, quiet_from, quiet_to FROM notification_preferences WHERE city_id = $1 AND person_id = $2',
      [city_id, recipient_id],
    );
    if (row?.never_quiet) return null;
    if (!row || row.quiet_from === null || row.quiet_to === null) return undefined;
    return { from: row.quiet_from, to: row.quiet_to };
  }

  async postpone(tx: Sql, cityId: number, ids: readonly string[], until: Date): Promise<void> {
    if (ids.length === 0) return;
    await tx.rows('UPDATE deliveries SET next_at = $3 WHERE city_id = $1 AND id = ANY($2::uuid[])', [
      cityId,
      ids,
      until,
    ]);
  }

  /** Committed before anything is sent: whoever dies after this leaves a trace. */
  async take(tx: Sql, rows: readonly DeliveryRow[], now: Date): Promise<DeliveryRow[]> {
    const [first] = rows;
    if (!first) return [];
    await tx.rows(
      `UPDATE deliveries SET state = 'sending', attempts = attempts + 1, claimed_at = $3, next_at = NULL
        WHERE city_id = $1 AND id = ANY($2::uuid[])`,
      [first.city_id, rows.map(({ id }) => id), now],
    );
    return rows.map((row) => ({ ...row, attempts: row.attempts + 1 }));
  }

  async merge(tx: Sql, rows: readonly DeliveryRow[], digest: NewDelivery): Promise<void> {
    await this.add(tx, [digest]);
    const ids = rows.map(({ id }) => id);
    await tx.rows(
      `UPDATE deliveries SET state = 'merged', digest_id = $3, next_at = NULL WHERE city_id = $1 AND id = ANY($2::uuid[])`,
      [digest.city_id, ids, digest.id],
    );
    // A consent that one of them kept from an earlier try is good for another message.
    await tx.rows(
      'UPDATE message_consents SET delivery_id = NULL WHERE city_id = $1 AND delivery_id = ANY($2::uuid[])',
      [digest.city_id, ids],
    );
  }

  /** False when somebody else has taken it for dead in the meantime and decided. */
  async settle(
    sql: Sql,
    { city_id, id, attempts }: DeliveryRow,
    end: {
      state: DeliveryState;
      error: string | null;
      nextAt?: Date;
      sentAt?: Date;
      uncounted?: boolean;
      again?: boolean;
    },
  ): Promise<boolean> {
    const settled = await sql.count(
      `UPDATE deliveries SET state = $4, error = $5, next_at = $6, sent_at = $7, attempts = attempts - $8::int,
              facts = CASE WHEN $9 THEN facts || '{"again": true}' ELSE facts END
        WHERE city_id = $1 AND id = $2 AND attempts = $3 AND state = 'sending'`,
      [
        city_id,
        id,
        attempts,
        end.state,
        end.error,
        end.nextAt ?? null,
        end.sentAt ?? null,
        end.uncounted ? 1 : 0,
        end.again ?? false,
      ],
    );
    return settled > 0;
  }

  /**
   * What somebody took and never settled. Sent again is only what cannot arrive twice, or what a promise depends on,
   * with a note; everything else is for a person to look at.
   */
  recover(now: Date, dropTwins: readonly string[]): Promise<{ id: string }[]> {
    return this.database.rows(
      `UPDATE deliveries SET
          state = CASE WHEN channel = ANY($2) OR urgent THEN 'failed' ELSE 'unknown' END,
          next_at = CASE WHEN channel = ANY($2) OR urgent THEN $1::timestamptz END,
          facts = CASE WHEN channel <> ALL($2) AND urgent THEN facts || '{"again": true}' ELSE facts END,
          error = '发送中断，不知道是否送达'
        WHERE state = 'sending' AND claimed_at < $1::timestamptz - interval '${DEAD_AFTER}' RETURNING id`,
      [now, dropTwins],
    );
  }

  /** What is over and old. */
  async prune(days: number): Promise<void> {
    await this.database.rows(
      `DELETE FROM deliveries WHERE state IN ('sent', 'merged', 'void', 'dead', 'unknown')
          AND created_at < now() - make_interval(days => $1)`,
      [days],
    );
    await this.database.rows(
      `DELETE FROM message_consents c WHERE c.granted_at < now() - make_interval(days => $1)
          AND (c.voided_at IS NOT NULL OR c.delivery_id IS NOT NULL)
          AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.city_id = c.city_id AND d.id = c.delivery_id)`,
      [days],
    );
  }

  async removeAllOf(sql: Sql, cityId: number, personId: string): Promise<void> {
    await sql.rows('DELETE FROM deliveries WHERE city_id = $1 AND recipient_id = $2', [cityId, personId]);
  }
}
