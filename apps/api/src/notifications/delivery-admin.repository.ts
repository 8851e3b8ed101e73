import { Injectable } from '@nestjs/common';
import { Conditions, withinPath } from '../platform/database/conditions.js';
import { Database } from '../platform/database/database.js';
import type { DeliveryQuery } from './deliveries.dto.js';
import type { DeliveryRow } from './delivery.js';
import type { DeliveryState } from './delivery.entity.js';

export interface WatchedRow extends Pick<
  DeliveryRow,
  'id' | 'channel' | 'template' | 'text' | 'attempts' | 'created_at'
> {
  readonly state: DeliveryState;
  readonly error: string | null;
  readonly next_at: Date | null;
  readonly sent_at: Date | null;
}

const WATCHED = 'id, channel, template, text, state, attempts, error, next_at, sent_at, created_at';

/** Deliveries as whoever keeps the channels going looks at them. */
@Injectable()
export class DeliveryAdminRepository {
  constructor(private readonly database: Database) {}

  /** Newest first; one more than the limit. */
  list(
    cityId: number,
    areaPaths: readonly string[],
    { state, channel, limit }: DeliveryQuery,
    before: string | undefined,
  ): Promise<WatchedRow[]> {
    const where = new Conditions()
      .add('city_id = ?', cityId)
      .add('state = ?', state)
      .addIf('channel = ?', channel)
      .addAny(withinPath('area_path'), areaPaths)
      .addIf('id < ?::uuid', before);
    return this.database.rows(
      `SELECT ${WATCHED} FROM deliveries WHERE ${where.sql} ORDER BY id DESC LIMIT ${where.placeholder(limit + 1)}`,
      where.values,
    );
  }

  async find(cityId: number, areaPaths: readonly string[], id: string): Promise<WatchedRow | null> {
    const where = new Conditions()
      .add('city_id = ?', cityId)
      .add('id = ?::uuid', id)
      .addAny(withinPath('area_path'), areaPaths);
    return this.database.first(`SELECT ${WATCHED} FROM deliveries WHERE ${where.sql}`, where.values);
  }

  /** Null when it is neither dead nor unknown (any more). */
  retry(cityId: number, id: string, now: Date): Promise<WatchedRow | null> {
    return this.database.first(
      `UPDATE deliveries SET state = 'queued', attempts = 0, next_at = $3 WHERE city_id = $1 AND id = $2
          AND state IN ('dead', 'unknown') RETURNING ${WATCHED}`,
      [cityId, id, now],
    );
  }
}
