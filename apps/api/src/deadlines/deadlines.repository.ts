import { Injectable } from '@nestjs/common';
import type { Urgency } from '@linshao/domain';
import { Database, type Sql } from '../platform/database/database.js';
import { oneStatement } from '../platform/database/statement.js';
import { insertDeadlines, updateDeadlines } from './deadline-parts.js';
import type { DeadlineRow } from './deadline-row.js';

/** What was done to a date, kept beside it. */
export interface DeadlineChange {
  readonly id: string;
  readonly deadline_id: string;
  readonly what: 'extended' | 'replanned';
  readonly due_before: Date;
  readonly due_after: Date;
  readonly reason: string | null;
  readonly actor_id: string | null;
  readonly post_id: string | null;
  readonly post_name: string | null;
}

/** Whose dates are planned anew. */
interface Replannable {
  readonly areaPath: string;
  readonly category: string | null;
}

const OF_STEPS = `d.subject_type = 'order' AND d.kind <> 'rung'`;
const OVERDUE = `(d.state = 'running' AND d.due_at <= now())`;

/** Queries for deadlines. What fires is found in firing.repository.ts. */
@Injectable()
export class DeadlinesRepository {
  constructor(private readonly database: Database) {}

  /** Those of the order itself, oldest first; a handful. */
  ofOrder(cityId: number, orderId: string, sql: Sql = this.database): Promise<DeadlineRow[]> {
    return sql.rows<DeadlineRow>(
      `SELECT * FROM deadlines WHERE city_id = $1 AND order_id = $2 AND subject_type = 'order' ORDER BY id`,
      [cityId, orderId],
    );
  }

  /** Everything with a clock about an order, supervision and objections included. */
  aboutOrder(cityId: number, orderId: string): Promise<DeadlineRow[]> {
    return this.database.rows<DeadlineRow>(
      'SELECT * FROM deadlines WHERE city_id = $1 AND order_id = $2 ORDER BY started_at, id LIMIT 500',
      [cityId, orderId],
    );
  }

  async byId(cityId: number, id: string): Promise<DeadlineRow | null> {
    return this.database.first<DeadlineRow>('SELECT * FROM deadlines WHERE city_id = $1 AND id = $2', [cityId, id]);
  }

  lock(tx: Sql, cityId: number, id: string): Promise<DeadlineRow | null> {
    return tx.first<DeadlineRow>('SELECT * FROM deadlines WHERE city_id = $1 AND id = $2 FOR UPDATE', [cityId, id]);
  }

  /** Unsettled ones of a subject, locked. */
  unsettledOf(tx: Sql, cityId: number, subjectId: string, kinds: readonly string[]): Promise<DeadlineRow[]> {
    return tx.rows<DeadlineRow>(
      `SELECT * FROM deadlines WHERE city_id = $1 AND (order_id = $2 OR (subject_type <> 'order' AND subject_id = $2))
          AND subject_id = $2 AND (kind = ANY($3) OR of_kind = ANY($3)) AND settled_at IS NULL ORDER BY id FOR UPDATE`,
      [cityId, subjectId, kinds],
    );
  }

  async insert(sql: Sql, rows: readonly object[]): Promise<void> {
    if (rows.length === 0) return;
    const { text, values } = insertDeadlines('started', rows);
    await sql.rows(text, values);
  }

  /** @throws a statement error for which `isOvertaken` holds when one of them was changed meanwhile. */
  async update(
    sql: Sql,
    cityId: number,
    changes: readonly (object & { readonly id: string; readonly version: number })[],
  ): Promise<void> {
    if (changes.length === 0) return;
    await sql.rows(
      oneStatement('answer', [
        updateDeadlines('changed', cityId, changes),
        { as: 'answer', text: 'SELECT 1 AS done', values: [] },
      ]),
    );
  }

  /**
   * Running and paused ones of the orders in an area, whose id comes after the given one; what is overdue is left as it is,
   * also while no worker has looked. Locked with their orders, and without waiting: only those nobody else is at.
   * @param category of the orders; null: all @param provisional only those that reach into an unannounced year
   */
  toReplan(
    tx: Sql,
    cityId: number,
    wanted: Replannable & { provisional: boolean; after: string; limit: number },
    lock: boolean,
  ): Promise<
    (DeadlineRow & { order_number: string | null; order_category: string | null; order_urgency: Urgency | null })[]
  > {
    const { areaPath, category, provisional, after, limit } = wanted;
    return tx.rows(
      `SELECT d.*, o.number AS order_number, o.category AS order_category, o.urgency AS order_urgency
         FROM deadlines d ${provisional ? 'LEFT JOIN' : 'JOIN'} orders o ON o.city_id = d.city_id AND o.id = d.order_id
        WHERE d.city_id = $1 AND d.id > $2 AND d.ended_at IS NULL AND ${provisional ? 'd.provisional' : OF_STEPS} AND NOT ${OVERDUE}
          AND (d.area_path = $3 OR starts_with(d.area_path, $3 || '/')) AND ($4::text IS NULL OR o.category = $4)
        ORDER BY d.id LIMIT $5 ${lock ? `FOR UPDATE OF ${provisional ? 'd' : 'd, o'} SKIP LOCKED` : ''}`,
      [cityId, after, areaPath, category, limit],
    );
  }

  /** How many there are whose time is up, counted up to the limit. */
  async overdue(sql: Sql, cityId: number, { areaPath, category }: Replannable, limit: number): Promise<number> {
    const row = await sql.first<{ n: number }>(
      `SELECT count(*)::int AS n FROM (
         SELECT 1 FROM deadlines d JOIN orders o ON o.city_id = d.city_id AND o.id = d.order_id
          WHERE d.city_id = $1 AND d.wake_at <= now() AND ${OVERDUE} AND ${OF_STEPS}
            AND (d.area_path = $2 OR starts_with(d.area_path, $2 || '/')) AND ($3::text IS NULL OR o.category = $3) LIMIT $4) late`,
      [cityId, areaPath, category, limit],
    );
    return row?.n ?? 0;
  }

  async remember(sql: Sql, cityId: number, changes: readonly DeadlineChange[]): Promise<void> {
    await sql.rows(
      `INSERT INTO deadline_changes (city_id, id, deadline_id, what, due_before, due_after, reason, actor_id, post_id, post_name)
       SELECT $1, id, deadline_id, what, due_before, due_after, reason, actor_id, post_id, post_name
         FROM jsonb_populate_recordset(null::deadline_changes, $2::jsonb)`,
      [cityId, JSON.stringify(changes)],
    );
  }

  /** Of the orders of a person those that were extended, locked. */
  extendedFor(tx: Sql, cityId: number, reporterId: string): Promise<DeadlineRow[]> {
    return tx.rows<DeadlineRow>(
      `SELECT d.* FROM orders o JOIN deadlines d ON d.city_id = o.city_id AND d.order_id = o.id
        WHERE o.city_id = $1 AND o.reporter_id = $2 AND d.adjustments @> '[{"type": "extension"}]' ORDER BY d.id FOR UPDATE OF d`,
      [cityId, reporterId],
    );
  }

  /** Only words: the date, and with it everything a worker under way knows, stays as it is. */
  async eraseReasons(
    tx: Sql,
    cityId: number,
    { id, adjustments, why }: { readonly id: string; readonly adjustments: readonly object[]; readonly why: string },
  ): Promise<void> {
    await tx.rows(
      `WITH erased AS (
         UPDATE deadline_changes SET reason = NULL WHERE city_id = $1 AND deadline_id = $2 AND what = 'extended'
       )
       UPDATE deadlines SET adjustments = $3, why = $4, version = version + 1 WHERE city_id = $1 AND id = $2`,
      [cityId, id, JSON.stringify(adjustments), why],
    );
  }

  /** When the orders are judged overdue, after something else than a step of theirs moved a date. The mirror of `nearestDue`. */
  async keepDueOf(sql: Sql, cityId: number, orderIds: readonly string[]): Promise<void> {
    await sql.rows(
      `UPDATE orders o SET due_at = n.due_at
         FROM (SELECT i.id, (SELECT min(d.due_at) FROM deadlines d
                 WHERE d.city_id = $1 AND d.order_id = i.id AND d.subject_type = 'order' AND d.settled_at IS NULL
                   AND d.state <> 'paused' AND d.kind IN ('reply', 'accept', 'claim', 'finish', 'total')) AS due_at
                 FROM unnest($2::uuid[]) AS i (id)) n
        WHERE o.city_id = $1 AND o.id = n.id AND o.due_at IS DISTINCT FROM n.due_at`,
      [cityId, orderIds],
    );
  }

  /** Keeps everybody else from moving the order until the transaction ends; orders are locked before their deadlines. */
  async lockOrder(tx: Sql, cityId: number, orderId: string): Promise<void> {
    await tx.rows('SELECT FROM orders WHERE city_id = $1 AND id = $2 FOR UPDATE', [cityId, orderId]);
  }
}
