import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { OrderRow } from './order-row.js';

export type CandidateRow = Pick<
  OrderRow,
  | 'id'
  | 'number'
  | 'title'
  | 'description'
  | 'category'
  | 'state'
  | 'area_path'
  | 'address'
  | 'lng'
  | 'lat'
  | 'submitted_at'
> & { readonly reporter_name: string | null; readonly followers: number };

/** Most orders of a community that are open at once; beyond it the newest are looked at. */
const MOST = 300;

@Injectable()
export class DuplicatesRepository {
  constructor(private readonly database: Database) {}

  /**
   * Open orders of a community that a neighbour may know of: problems somebody has accepted, and the caller's own.
   * Confidential ones and wishes of others never: whether they exist is nobody's business.
   */
  openNearby(cityId: number, communityPath: string, personId: string): Promise<CandidateRow[]> {
    return this.database.rows<CandidateRow>(
      `SELECT id, number, title, description, category, state, area_path, address, lng, lat, submitted_at,
              (SELECT p.name FROM persons p WHERE p.city_id = o.city_id AND p.id = o.reporter_id) AS reporter_name,
              (SELECT count(*)::int FROM order_followers f WHERE f.city_id = o.city_id AND f.order_id = o.id) AS followers
         FROM orders o
        WHERE city_id = $1 AND community_code = $2 AND NOT confidential AND parent_id IS NULL
          AND ((kind = 'problem' AND state IN ('accepted', 'dispatched', 'claimed', 'in_progress', 'returned', 'reopened'))
            OR (reporter_id = $3 AND state IN ('submitted', 'accepted', 'dispatched', 'claimed', 'in_progress', 'suspended', 'returned', 'reopened')))
          AND submitted_at > now() - interval '30 days'
        ORDER BY id DESC LIMIT ${MOST}`,
      [cityId, communityPath.split('/').at(-1), personId],
    );
  }
}
