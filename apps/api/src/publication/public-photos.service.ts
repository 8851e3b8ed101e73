import { Injectable } from '@nestjs/common';
import { FilesService } from '../files/files.service.js';
import type { Sql } from '../platform/database/database.js';
import { MediaChecksRepository } from './media-checks.repository.js';
import { MediaChecksService } from './media-checks.service.js';

interface Shown {
  readonly order_id: string;
  readonly photo_ids: string[];
}

/** Lets everybody see the photos of a published result, and nobody those of an order that left the board. */
@Injectable()
export class PublicPhotosService {
  constructor(
    private readonly files: FilesService,
    private readonly checks: MediaChecksService,
    private readonly repository: MediaChecksRepository,
  ) {}

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

  /** To be called as soon as an order has photos that may become public. */
  check(tx: Sql, cityId: number, photoIds: readonly string[]): Promise<void> {
    return this.checks.want(tx, cityId, photoIds);
  }

  /** Of these photos those that were refused are shown all the same. Answers with their ids. */
  async overrule(tx: Sql, cityId: number, photoIds: readonly string[]): Promise<string[]> {
    if (photoIds.length === 0) return [];
    const photos = await this.repository.photos(tx, cityId, photoIds);
    const refused = photos.filter(({ moderation }) => moderation === 'refused').map(({ id }) => id);
    for (const id of refused) await this.repository.settle(tx, cityId, id, 'overruled', null);
    await this.files.moderate(tx, cityId, refused, 'passed');
    return refused;
  }

  /** Where WeChat has no say, whoever published the result looked at its pictures; what a check refused stays refused. */
  private async vouch(tx: Sql, cityId: number, photoIds: readonly string[]): Promise<void> {
    if (photoIds.length === 0) return;
    await this.checks.want(tx, cityId, photoIds);
    await this.files.moderate(tx, cityId, await this.repository.leftToPeople(tx, cityId, photoIds), 'passed');
  }
}
