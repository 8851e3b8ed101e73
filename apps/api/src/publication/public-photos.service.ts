import { Injectable } from '@nestjs/common';
import { FilesService } from '../files/files.service.js';
import type { Sql } from '../platform/database/database.js';

interface Shown {
  readonly order_id: string;
  readonly photo_ids: string[];
}

/** Lets everybody see the photos of a published result, and nobody those of an order that left the board. */
@Injectable()
export class PublicPhotosService {
  constructor(private readonly files: FilesService) {}

  /** @param orderIds orders whose photos may have to be shown or hidden */
  async settle(tx: Sql, cityId: number, orderIds: readonly string[]): Promise<void> {
    if (orderIds.length === 0) return;
    const rows = await tx.rows<Shown>(
      `SELECT p.order_id, p.photo_ids FROM publications p
         JOIN publication_steps s ON s.city_id = p.city_id AND s.order_id = p.order_id AND s.id = p.order_id
        WHERE p.city_id = $1 AND p.order_id = ANY($2::uuid[]) AND p.result_at IS NOT NULL AND s.moderation = 'passed'`,
      [cityId, orderIds],
    );
    const shown = new Map(rows.map((row) => [row.order_id, row.photo_ids]));
    for (const id of orderIds) {
      const photoIds = shown.get(id) ?? [];
      await this.vouch(tx, cityId, photoIds);
      await this.files.publish(tx, cityId, { type: 'order', id }, photoIds);
    }
  }

  /** Whoever published the result looked at its pictures; what a check refused before stays refused. */
  private async vouch(tx: Sql, cityId: number, photoIds: readonly string[]): Promise<void> {
    if (photoIds.length === 0) return;
    const pending = await tx.rows<{ id: string }>(
      `SELECT id FROM files WHERE city_id = $1 AND id = ANY($2::uuid[]) AND moderation = 'pending'`,
      [cityId, photoIds],
    );
    await this.files.moderate(
      tx,
      cityId,
      pending.map(({ id }) => id),
      'passed',
    );
  }
}
