import { Injectable } from '@nestjs/common';
import type { OrderState, SupervisionState } from '@linshao/domain';
import { Conditions, withinPath } from '../platform/database/conditions.js';
import { Database, type Sql } from '../platform/database/database.js';
import type { NewSupervision, SupervisionRow } from './supervision-row.js';

/** What opening one asks of an order. */
export interface AskedOrder {
  readonly id: string;
  readonly area_path: string;
  readonly category: string;
  readonly confidential: boolean;
  readonly state: OrderState;
}

/** Where a caller sees supervision orders: everything in an area, or only what is not confidential. */
export interface SeenArea {
  readonly path: string;
  readonly confidential: boolean;
}

export interface SupervisionFilters {
  readonly seen: readonly SeenArea[];
  readonly state?: SupervisionState | undefined;
  readonly overdue?: boolean | undefined;
  readonly orderId?: string | undefined;
  readonly before?: string | undefined;
}

const nameOf = (column: string): string =>
  `(SELECT a.name FROM areas a WHERE a.city_id = s.city_id AND a.path = s.${column})`;
const COLUMNS = `s.*, o.number AS order_number, o.title AS order_title, o.state AS order_state, o.category AS order_category,
  o.confidential, ${nameOf('area_path')} AS area_name, ${nameOf('issued_area_path')} AS issued_area_name, d.due_at, d.why, d.time_limit`;
// Its present deadline: that of the last time an answer was asked for.
const FROM = `FROM supervision_orders s JOIN orders o ON o.city_id = s.city_id AND o.id = s.order_id
  LEFT JOIN LATERAL (
    SELECT d.due_at, d.why, d.time_limit FROM deadlines d
     WHERE d.city_id = s.city_id AND d.subject_id = s.id AND d.subject_type <> 'order' AND d.kind = 'answer' ORDER BY d.id DESC LIMIT 1
  ) d ON true`;
const OPENLY = 'JOIN orders o ON o.city_id = s.city_id AND o.id = s.order_id AND NOT o.confidential';
const NUMBER = `'DB' || to_char(n.opened_at AT TIME ZONE 'Asia/Shanghai', 'YYMMDD-') || lpad((nextval('supervision_numbers') % 1000000)::text, 6, '0')`;

@Injectable()
export class SupervisionRepository {
  constructor(private readonly database: Database) {}

  byId(cityId: number, id: string): Promise<SupervisionRow | null> {
    return this.database.first(`SELECT ${COLUMNS} ${FROM} WHERE s.city_id = $1 AND s.id = $2`, [cityId, id]);
  }

  /** Waits for whoever takes a step with it right now. Its clock first, as a clock that fires does. */
  async lock(tx: Sql, cityId: number, id: string): Promise<SupervisionRow | null> {
    await tx.rows(
      `SELECT 1 FROM deadlines WHERE city_id = $1 AND subject_id = $2 AND subject_type <> 'order' AND settled_at IS NULL FOR UPDATE`,
      [cityId, id],
    );
    await tx.rows('SELECT 1 FROM supervision_orders WHERE city_id = $1 AND id = $2 FOR UPDATE', [cityId, id]);
    return tx.first(`SELECT ${COLUMNS} ${FROM} WHERE s.city_id = $1 AND s.id = $2`, [cityId, id]);
  }

  /** Newest first. The page is found in the index, each of the areas for itself, before anything else is read. */
  async list(
    cityId: number,
    { seen, state, overdue, orderId, before }: SupervisionFilters,
    limit: number,
  ): Promise<SupervisionRow[]> {
    if (seen.length === 0) return [];
    const where = new Conditions()
      .add('s.city_id = ?', cityId)
      .addIf('s.state = ?', state)
      .addIf('(s.overdue_at IS NOT NULL) = ?', overdue)
      .addIf('s.order_id = ?', orderId)
      .addIf('s.id < ?', before);
    const most = where.placeholder(limit);
    const branches = seen.map(({ path, confidential }) => {
      const within = withinPath('s.area_path', where.placeholder(path));
      return `(SELECT s.id FROM supervision_orders s ${confidential ? '' : OPENLY} WHERE ${where.sql} AND ${within} ORDER BY s.id DESC LIMIT ${most})`;
    });
    return this.database.rows(
      `WITH page AS (SELECT DISTINCT id FROM (${branches.join(' UNION ALL ')}) u ORDER BY id DESC LIMIT ${most})
       SELECT ${COLUMNS} ${FROM} WHERE s.city_id = $1 AND s.id IN (SELECT id FROM page) ORDER BY s.id DESC`,
      where.values,
    );
  }

  /** The orders that are asked about, of those that still exist. */
  orders(tx: Sql, cityId: number, ids: readonly string[]): Promise<AskedOrder[]> {
    return tx.rows(
      'SELECT id, area_path, category, confidential, state FROM orders WHERE city_id = $1 AND id = ANY($2::uuid[])',
      [cityId, ids],
    );
  }

  /** One for each missed promise and rung, whoever comes first. Answers with the new ones. */
  insert(tx: Sql, cityId: number, rows: readonly NewSupervision[]): Promise<{ id: string; number: string }[]> {
    return tx.rows(
      `INSERT INTO supervision_orders (city_id, id, number, order_id, deadline_id, rung, missed_kind, area_path, holder_ids,
              issued_role, issued_area_path, issuer_ids, opened_by, words, opened_at)
       SELECT $1, n.id, ${NUMBER}, n.order_id, n.deadline_id, n.rung, n.missed_kind, n.area_path, n.holder_ids,
              n.issued_role, n.issued_area_path, n.issuer_ids, n.opened_by, n.words, n.opened_at
         FROM jsonb_populate_recordset(null::supervision_orders, $2::jsonb) AS n
       ON CONFLICT (city_id, deadline_id, rung) DO NOTHING RETURNING id, number`,
      [cityId, JSON.stringify(rows)],
    );
  }

  /** @param missedAt when its time ran out before, also if no worker has looked at its clock since */
  async answer(tx: Sql, cityId: number, id: string, said: Said, missedAt: Date | null): Promise<void> {
    await tx.rows(
      `UPDATE supervision_orders SET state = 'answered', answer_words = $3, answered_by = $4, answered_post = $5, answered_at = $6,
              overdue_at = coalesce(overdue_at, $7)
        WHERE city_id = $1 AND id = $2`,
      [cityId, id, ...valuesOf(said), missedAt],
    );
  }

  async close(tx: Sql, cityId: number, id: string, said: Said): Promise<void> {
    await tx.rows(
      `UPDATE supervision_orders SET state = 'closed', verdict_words = $3, verdict_by = $4, verdict_post = $5, closed_at = $6
        WHERE city_id = $1 AND id = $2`,
      [cityId, id, ...valuesOf(said)],
    );
  }

  /** Another answer is asked for, of whoever holds the desk now. */
  async askAgain(tx: Sql, cityId: number, id: string, said: Said, holderIds: readonly string[]): Promise<void> {
    await tx.rows(
      `UPDATE supervision_orders SET state = 'open', round = round + 1, overdue_at = NULL, holder_ids = $7,
              verdict_words = $3, verdict_by = $4, verdict_post = $5, returned_at = $6
        WHERE city_id = $1 AND id = $2`,
      [cityId, id, ...valuesOf(said), holderIds],
    );
  }

  /** Of these, those still without an answer are overdue now. Answers with them. */
  markOverdue(
    tx: Sql,
    cityId: number,
    missed: readonly { readonly id: string; readonly at: Date }[],
  ): Promise<{ id: string; order_id: string; holder_ids: string[] }[]> {
    return tx.rows(
      `UPDATE supervision_orders s SET overdue_at = m.at FROM jsonb_to_recordset($2::jsonb) AS m (id uuid, at timestamptz)
        WHERE s.city_id = $1 AND s.id = m.id AND s.state = 'open' AND s.overdue_at IS NULL RETURNING s.id, s.order_id, s.holder_ids`,
      [cityId, JSON.stringify(missed)],
    );
  }

  /** The clocks of the unanswered ones of these orders, before the rows themselves: a clock that fires locks in this order. */
  async lockClocks(tx: Sql, cityId: number, orderIds: readonly string[]): Promise<void> {
    await tx.rows(
      `SELECT 1 FROM supervision_orders s
         JOIN deadlines d ON d.city_id = s.city_id AND d.subject_id = s.id AND d.subject_type <> 'order' AND d.settled_at IS NULL
        WHERE s.city_id = $1 AND s.order_id = ANY($2::uuid[]) AND s.state = 'open' ORDER BY d.id FOR UPDATE OF d`,
      [cityId, orderIds],
    );
  }

  /** The unanswered ones of those orders that took the question along, see `voidsSupervision`. */
  void(
    tx: Sql,
    cityId: number,
    orderIds: readonly string[],
    voiding: readonly OrderState[],
    at: Date,
  ): Promise<{ id: string; order_id: string; holder_ids: string[] }[]> {
    return tx.rows(
      `UPDATE supervision_orders s SET state = 'void', voided_at = $4 FROM orders o
        WHERE s.city_id = $1 AND s.order_id = ANY($2::uuid[]) AND s.state = 'open'
          AND o.city_id = s.city_id AND o.id = s.order_id AND o.state = ANY($3::text[])
      RETURNING s.id, s.order_id, s.holder_ids`,
      [cityId, orderIds, voiding, at],
    );
  }

  /** Words may tell of the person who reported; they go with the order's own (PIPL art. 47). */
  async eraseWords(tx: Sql, cityId: number, personIds: readonly string[]): Promise<void> {
    await tx.rows(
      `UPDATE supervision_orders s SET words = NULL, answer_words = NULL, verdict_words = NULL FROM orders o
        WHERE s.city_id = $1 AND o.city_id = s.city_id AND o.id = s.order_id AND o.reporter_id = ANY($2::uuid[])`,
      [cityId, personIds],
    );
  }
}

/** Somebody's words by a post. */
export interface Said {
  readonly words: string | null;
  readonly personId: string;
  readonly postName: string;
  readonly at: Date;
}

const valuesOf = ({ words, personId, postName, at }: Said): unknown[] => [words, personId, postName, at];
