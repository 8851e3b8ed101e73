import { Injectable } from '@nestjs/common';
import { Conditions, withinPath } from '../platform/database/conditions.js';
import { Database } from '../platform/database/database.js';
import type { PublicationRow, StepRow } from './publications.repository.js';

export interface BoardFilter {
  readonly areaPath?: string | undefined;
  readonly kind?: string | undefined;
  readonly category?: string | undefined;
  readonly lamp?: string | undefined;
  readonly after?: readonly (string | number)[] | null;
}

/** A publication with the words that may be shown. */
export type BoardRow = PublicationRow & {
  readonly title: string;
  readonly text: string | null;
  readonly result: string | null;
  readonly comment: string | null;
};

const COMMUNITY = `substring(p.area_path FROM '/([0-9]{12})')`;
const step = (as: string, id: string): string =>
  `publication_steps ${as} ON ${as}.city_id = p.city_id AND ${as}.order_id = p.order_id AND ${as}.id = ${id} AND ${as}.moderation = 'passed'`;

/** Nothing is shown whose title and description did not pass. */
const SHOWN = `FROM publications p JOIN ${step('o', 'p.order_id')}`;
const ROWS = `SELECT p.*, o.title, o.words AS text, r.words AS result, c.words AS comment ${SHOWN}
  LEFT JOIN ${step('r', 'p.result_step')} LEFT JOIN ${step('c', 'p.comment_step')}`;

/** The boards' queries. They know the public copies and nothing else. */
@Injectable()
export class BoardsRepository {
  constructor(private readonly database: Database) {}

  /** Newest first; one row more than `limit`. */
  list(cityId: number, column: 'result_at' | 'wish_at', filter: BoardFilter, limit: number): Promise<BoardRow[]> {
    const where = new Conditions().add('p.city_id = ?', cityId);
    if (filter.areaPath !== undefined) {
      const [, community] = /\/(\d{12})(?:\/|$)/.exec(filter.areaPath) ?? [];
      where.addIf(`${COMMUNITY} = ?`, community).add(withinPath('p.area_path'), filter.areaPath);
    }
    where
      .addIf('p.kind = ?', filter.kind)
      .addIf('? = ANY(p.category_codes)', filter.category)
      .addIf('p.lamp = ?', filter.lamp);
    const after = filter.after?.map((part) => where.placeholder(part));
    const page = after ? `AND (p.${column}, p.number) < (${after[0]}::timestamptz, ${after[1]})` : '';
    return this.database.rows<BoardRow>(
      `${ROWS} WHERE ${where.sql} AND p.${column} IS NOT NULL ${page}
        ORDER BY p.${column} DESC, p.number DESC LIMIT ${where.placeholder(limit + 1)}`,
      where.values,
    );
  }

  byNumber(cityId: number, number: string): Promise<BoardRow | null> {
    return this.database.first<BoardRow>(
      `${ROWS} WHERE p.city_id = $1 AND p.number = $2 AND (p.result_at IS NOT NULL OR p.wish_at IS NOT NULL)`,
      [cityId, number],
    );
  }

  steps(cityId: number, orderId: string): Promise<StepRow[]> {
    return this.database.rows<StepRow>(
      'SELECT * FROM publication_steps WHERE city_id = $1 AND order_id = $2 ORDER BY at, id',
      [cityId, orderId],
    );
  }

  /** Areas with something on a board, in the order of their paths; each costs one step in the index, however much it holds. */
  areas(cityId: number, within: string, limit: number): Promise<{ path: string; name: string }[]> {
    const next = (more: string): string =>
      `SELECT p.area_path, p.area_name FROM publications p
        WHERE p.city_id = $1 AND ${withinPath('p.area_path', '$2')} ${more} AND (p.result_at IS NOT NULL OR p.wish_at IS NOT NULL)
        ORDER BY p.area_path LIMIT 1`;
    return this.database.rows(
      `WITH RECURSIVE found AS (
         (${next('')}) UNION ALL
         SELECT n.area_path, n.area_name FROM found, LATERAL (${next('AND p.area_path > found.area_path')}) n
       ) SELECT area_path AS path, area_name AS name FROM found LIMIT $3`,
      [cityId, within, limit],
    );
  }
}
