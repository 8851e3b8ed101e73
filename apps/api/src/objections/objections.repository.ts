import { Injectable } from '@nestjs/common';
import type { Objection, ObjectionState, OrderState, TimeLimit } from '@linshao/domain';
import { Conditions, withinPath } from '../platform/database/conditions.js';
import { Database, type Sql } from '../platform/database/database.js';

/** A row of `objections` with what it shows of its order, its unit and its deadline. */
export interface ObjectionRow {
  readonly id: string;
  readonly order_id: string;
  readonly unit_id: string;
  readonly area_path: string;
  readonly reason_code: string;
  readonly reason_name: string;
  readonly words: string;
  readonly state: ObjectionState;
  readonly raised_by: string;
  readonly raised_post: string;
  readonly raised_at: Date;
  readonly ruler_ids: readonly string[];
  readonly ruled_post: string | null;
  readonly ruled_at: Date | null;
  readonly ruling_words: string | null;
  readonly voided_at: Date | null;
  readonly order_number: string;
  readonly order_state: OrderState;
  readonly unit_name: string | null;
  readonly area_name: string | null;
  readonly due_at: Date | null;
  readonly why: string | null;
}

export interface NewObjection {
  readonly id: string;
  readonly orderId: string;
  readonly unitId: string;
  readonly areaPath: string;
  readonly reasonCode: string;
  readonly reasonName: string;
  readonly words: string;
  readonly raisedBy: string;
  readonly raisedPost: string;
  readonly raisedAt: Date;
  readonly rulerIds: readonly string[];
}

export interface ObjectionFilters {
  /** Areas of the caller's offices … */
  readonly areas: readonly string[];
  /** … and the units they answer for. */
  readonly units: readonly string[];
  readonly state?: ObjectionState | undefined;
  readonly orderId?: string | undefined;
  readonly before?: string | undefined;
}

const COLUMNS = `j.*, o.number AS order_number, o.state AS order_state,
  (SELECT u.name FROM units u WHERE u.city_id = j.city_id AND u.id = j.unit_id) AS unit_name,
  (SELECT a.name FROM areas a WHERE a.city_id = j.city_id AND a.path = j.area_path) AS area_name, d.due_at, d.why`;
const FROM = `FROM objections j JOIN orders o ON o.city_id = j.city_id AND o.id = j.order_id
  LEFT JOIN LATERAL (
    SELECT d.due_at, d.why FROM deadlines d
     WHERE d.city_id = j.city_id AND d.subject_id = j.id AND d.subject_type <> 'order' AND d.kind = 'ruling' ORDER BY d.id DESC LIMIT 1
  ) d ON true`;

@Injectable()
export class ObjectionsRepository {
  constructor(private readonly database: Database) {}

  byId(cityId: number, id: string, sql: Sql = this.database): Promise<ObjectionRow | null> {
    return sql.first(`SELECT ${COLUMNS} ${FROM} WHERE j.city_id = $1 AND j.id = $2`, [cityId, id]);
  }

  /** Waits for whoever rules right now. Lock the order first. */
  async lock(tx: Sql, cityId: number, id: string): Promise<ObjectionRow | null> {
    await tx.rows('SELECT 1 FROM objections WHERE city_id = $1 AND id = $2 FOR UPDATE', [cityId, id]);
    return this.byId(cityId, id, tx);
  }

  /** Newest first. The page is found in the indexes, each area and unit for itself, before anything else is read. */
  async list(
    cityId: number,
    { areas, units, state, orderId, before }: ObjectionFilters,
    limit: number,
  ): Promise<ObjectionRow[]> {
    if (areas.length + units.length === 0) return [];
    const where = new Conditions().add('j.city_id = ?', cityId);
    where.addIf('j.state = ?', state).addIf('j.order_id = ?', orderId).addIf('j.id < ?', before);
    const most = where.placeholder(limit);
    const own = [
      ...areas.map((path) => withinPath('j.area_path', where.placeholder(path))),
      ...units.map((unit) => `j.unit_id = ${where.placeholder(unit)}`),
    ];
    const branches = own.map(
      (condition) =>
        `(SELECT j.id FROM objections j WHERE ${where.sql} AND ${condition} ORDER BY j.id DESC LIMIT ${most})`,
    );
    return this.database.rows(
      `WITH page AS (SELECT DISTINCT id FROM (${branches.join(' UNION ALL ')}) u ORDER BY id DESC LIMIT ${most})
       SELECT ${COLUMNS} ${FROM} WHERE j.city_id = $1 AND j.id IN (SELECT id FROM page) ORDER BY j.id DESC`,
      where.values,
    );
  }

  /** When the order must be claimed; null where no clock runs any more. */
  async claimDue(tx: Sql, cityId: number, orderId: string): Promise<Date | null> {
    const row = await tx.first<{ due_at: Date }>(
      `SELECT due_at FROM deadlines WHERE city_id = $1 AND order_id = $2 AND subject_type = 'order' AND kind = 'claim'
          AND settled_at IS NULL ORDER BY id DESC LIMIT 1`,
      [cityId, orderId],
    );
    return row?.due_at ?? null;
  }

  /** What the unit was promised when the order was last sent. */
  lastClaim(
    tx: Sql,
    cityId: number,
    orderId: string,
  ): Promise<{ time_limit: TimeLimit; playbook_id: string | null; reminders: number[] } | null> {
    return tx.first(
      `SELECT time_limit, playbook_id, reminders FROM deadlines
        WHERE city_id = $1 AND order_id = $2 AND subject_type = 'order' AND kind = 'claim' ORDER BY id DESC LIMIT 1`,
      [cityId, orderId],
    );
  }

  async hasObjected(tx: Sql, cityId: number, orderId: string, unitId: string): Promise<boolean> {
    const row = await tx.first('SELECT 1 FROM objections WHERE city_id = $1 AND order_id = $2 AND unit_id = $3', [
      cityId,
      orderId,
      unitId,
    ]);
    return row !== null;
  }

  async insert(tx: Sql, cityId: number, objection: NewObjection): Promise<void> {
    const { id, orderId, unitId, areaPath, reasonCode, reasonName, words } = objection;
    const { raisedBy, raisedPost, raisedAt, rulerIds } = objection;
    await tx.rows(
      `INSERT INTO objections (city_id, id, order_id, unit_id, area_path, reason_code, reason_name, words, raised_by, raised_post, raised_at, ruler_ids)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [cityId, id, orderId, unitId, areaPath, reasonCode, reasonName, words, raisedBy, raisedPost, raisedAt, rulerIds],
    );
  }

  async rule(
    tx: Sql,
    cityId: number,
    id: string,
    ruling: { state: 'upheld' | 'overruled'; words: string; personId: string; postName: string; at: Date },
  ): Promise<void> {
    const { state, words, personId, postName, at } = ruling;
    await tx.rows(
      `UPDATE objections SET state = $3, ruling_words = $4, ruled_by = $5, ruled_post = $6, ruled_at = $7
        WHERE city_id = $1 AND id = $2`,
      [cityId, id, state, words, personId, postName, at],
    );
  }

  /** Those nobody has ruled on, of these orders. */
  raised(tx: Sql, cityId: number, orderIds: readonly string[]): Promise<(Objection & { rulerIds: string[] })[]> {
    return tx.rows(
      `SELECT id, order_id AS "orderId", unit_id AS "unitId", area_path AS "areaPath", state, raised_by AS "raisedById", ruler_ids AS "rulerIds"
         FROM objections WHERE city_id = $1 AND order_id = ANY($2::uuid[]) AND state = 'raised'`,
      [cityId, orderIds],
    );
  }

  async void(tx: Sql, cityId: number, id: string, at: Date): Promise<boolean> {
    const voided = await tx.count(
      `UPDATE objections SET state = 'void', voided_at = $3 WHERE city_id = $1 AND id = $2 AND state = 'raised'`,
      [cityId, id, at],
    );
    return voided > 0;
  }

  /** Words may tell of the person who reported; they go with the order's own (PIPL art. 47). */
  async eraseWords(tx: Sql, cityId: number, personIds: readonly string[]): Promise<void> {
    await tx.rows(
      `UPDATE objections j SET words = '', ruling_words = NULL FROM orders o
        WHERE j.city_id = $1 AND o.city_id = j.city_id AND o.id = j.order_id AND o.reporter_id = ANY($2::uuid[])`,
      [cityId, personIds],
    );
  }
}

/** The rules' view of a row. */
export const toObjection = (row: ObjectionRow): Objection => ({
  id: row.id,
  orderId: row.order_id,
  unitId: row.unit_id,
  areaPath: row.area_path,
  state: row.state,
  raisedById: row.raised_by,
});
