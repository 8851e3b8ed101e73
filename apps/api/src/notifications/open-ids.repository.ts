import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { DeliveryRow } from './delivery.js';

/** By which name WeChat knows a person. */
@Injectable()
export class OpenIdsRepository {
  constructor(private readonly database: Database) {}

  async of({ city_id, recipient_id }: DeliveryRow): Promise<string | null> {
    const row = await this.database.first<{ subject: string }>(
      `SELECT subject FROM logins WHERE city_id = $1 AND person_id = $2 AND provider = 'wechat' AND void_at IS NULL
        ORDER BY created_at DESC LIMIT 1`,
      [city_id, recipient_id],
    );
    return row?.subject ?? null;
  }

  async void(cityId: number, openId: string): Promise<void> {
    await this.database.rows(
      `UPDATE logins SET void_at = now() WHERE city_id = $1 AND provider = 'wechat' AND subject = $2`,
      [cityId, openId],
    );
  }
}
