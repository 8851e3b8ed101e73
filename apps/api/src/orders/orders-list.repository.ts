import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { type ItemRow, LIST_NAMES } from './order-names.js';
import type { Branch, Values } from './order-scope.js';

/** `limited`: only the redacted copy may be shown; the reporter's name is there to be redacted. */
export type ListRow = ItemRow & { readonly limited: boolean; readonly reporter_name: string | null };

const COLUMNS = `city_id, id, number, kind, category, state, version, urgency, title, address, area_path, assignment_type, assignment_id, assignee_id,
  submitted_at, replied_at, due_at, urge_count, reporter_id`;

@Injectable()
export class OrdersListRepository {
  constructor(private readonly database: Database) {}

  /**
   * Newest first. Each branch reads at most `limit` rows from its own index before they are put together, so the last
   * page costs what the first one does.
   */
  list(branches: readonly Branch[], filters: string, limit: number, values: Values): Promise<ListRow[]> {
    const most = values.add(limit);
    const parts = branches.map(
      ({ where, limited }) =>
        `(SELECT ${COLUMNS}, ${limited ? 'true' : 'false'} AS limited FROM orders WHERE city_id = $1 AND ${where} ${filters} ORDER BY id DESC LIMIT ${most})`,
    );
    const [only] = parts;
    // Of an order in several branches the one that shows most wins.
    const found =
      parts.length === 1
        ? only
        : `(SELECT DISTINCT ON (id) * FROM (${parts.join(' UNION ALL ')}) u ORDER BY id DESC, limited LIMIT ${most})`;
    return this.database.rows<ListRow>(
      `SELECT o.*, ${LIST_NAMES}, CASE WHEN o.limited THEN (SELECT p.name FROM persons p WHERE p.city_id = o.city_id AND p.id = o.reporter_id) END AS reporter_name
         FROM ${found} o ORDER BY o.id DESC`,
      values.all,
    );
  }

  countByState(
    branches: readonly Branch[],
    filters: string,
    values: Values,
  ): Promise<{ state: string; n: number; overdue: number }[]> {
    const parts = branches.map(
      ({ where }) => `SELECT id, state, due_at FROM orders WHERE city_id = $1 AND ${where} ${filters}`,
    );
    return this.database.rows(
      `SELECT state, count(*)::int AS n, (count(*) FILTER (WHERE due_at <= now()))::int AS overdue FROM (${parts.join(' UNION ')}) u GROUP BY state`,
      values.all,
    );
  }
}
