import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { nextId } from '../platform/ids.js';

/** What a list of orders does not show but a table of them should. */
export interface ExportDetails {
  readonly id: string;
  readonly address: string | null;
  readonly anonymous: boolean;
  readonly reporter_name: string | null;
  readonly accepted_at: Date | null;
  readonly done_at: Date | null;
  readonly published_at: Date | null;
  readonly closed_at: Date | null;
  readonly solved: boolean | null;
  readonly stars: number | null;
  readonly reopen_count: number;
}

export interface ExportStart {
  readonly cityId: number;
  readonly personId: string;
  readonly postId: string;
  readonly format: 'xlsx' | 'csv';
  readonly filters: object;
}

@Injectable()
export class ExportsRepository {
  constructor(private readonly database: Database) {}

  details(cityId: number, ids: readonly string[]): Promise<ExportDetails[]> {
    return this.database.rows<ExportDetails>(
      `SELECT o.id, o.address, o.anonymous, o.accepted_at, o.done_at, o.published_at, o.closed_at, o.solved, o.stars, o.reopen_count,
              (SELECT p.name FROM persons p WHERE p.city_id = o.city_id AND p.id = o.reporter_id) AS reporter_name
         FROM orders o WHERE o.city_id = $1 AND o.id = ANY($2::uuid[])`,
      [cityId, ids],
    );
  }

  async begin({ cityId, personId, postId, format, filters }: ExportStart): Promise<string> {
    const id = nextId();
    await this.database.rows(
      `INSERT INTO order_exports (city_id, id, person_id, post_id, format, filters) VALUES ($1, $2, $3, $4, $5, $6)`,
      [cityId, id, personId, postId, format, JSON.stringify(filters)],
    );
    return id;
  }

  async finish(cityId: number, id: string, rows: number): Promise<void> {
    await this.database.rows('UPDATE order_exports SET rows = $3, finished_at = now() WHERE city_id = $1 AND id = $2', [
      cityId,
      id,
      rows,
    ]);
  }
}
