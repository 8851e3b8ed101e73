import type { Assignment, MatterState, OrderState, TemplateStep, WallPromise } from '@linshao/domain';
import { WALL_PROMISES } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { withinPath } from '../platform/database/conditions.js';
import { Database, type Sql } from '../platform/database/database.js';

export interface MatterOnWall {
  readonly number: string;
  readonly template_name: string;
  readonly area_path: string;
  readonly state: MatterState;
  readonly step: number;
  readonly steps: readonly TemplateStep[];
  readonly due_at: Date;
  readonly overdue: boolean;
  readonly total: number;
  readonly total_overdue: number;
  readonly total_waiting: number;
}

export interface OrderOnWall {
  readonly number: string;
  readonly category: string;
  readonly area_path: string;
  readonly state: OrderState;
  readonly kind: WallPromise;
  readonly due_at: Date;
  readonly overdue: boolean;
  readonly assignment_type: Assignment['type'] | null;
  readonly unit_name: string | null;
  readonly claimed: boolean;
  readonly rung_role: string | null;
  readonly rung_path: string | null;
  readonly title: string | null;
  readonly total_overdue: number;
  readonly total_at_risk: number;
}

export interface SupervisionOnWall {
  readonly number: string;
  readonly order_number: string;
  readonly issued_role: string;
  readonly issued_area_path: string;
  readonly area_path: string;
  readonly due_at: Date | null;
  readonly overdue: boolean;
  readonly total: number;
  readonly total_overdue: number;
}

const MOST_MATTERS = 50;
const MOST_ORDERS = 50;
const MOST_SUPERVISION = 20;

const LISTED = (kinds: readonly string[]): string => kinds.map((kind) => `'${kind}'`).join(', ');
/** States in which something is still promised; the index of a community's or sub-district's orders takes them one by one. */
const OWING = LISTED([
  'submitted',
  'accepted',
  'dispatched',
  'claimed',
  'in_progress',
  'returned',
  'suspended',
  'reopened',
]);
/** The work is done; only a resident nobody has answered is still owed something. */
const DONE = LISTED(['done', 'published', 'rated']);
/** Reminded once, or in the last fifth of its time. */
const AT_RISK = `(d.reminded > 0 OR d.due_at - now() <= (d.due_at - d.started_at) / 5)`;
const OVERDUE = `(d.state = 'missed' OR (d.state = 'running' AND d.due_at <= now()))`;

/** An area's orders by the column that its level has an index for. */
function ordersOf(path: string): { readonly column: string; readonly code: string } {
  const code = path.slice(path.lastIndexOf('/') + 1);
  return { column: code.length === 12 ? 'community_code' : 'subdistrict_code', code };
}

/** What a wall is made of. No query here reads a person, a resident's words or a place below the community. */
@Injectable()
export class WallRepository {
  constructor(private readonly database: Database) {}

  matters(cityId: number, path: string): Promise<MatterOnWall[]> {
    return this.database.rows<MatterOnWall>(
      `SELECT m.number, m.template_name, m.area_path, m.state, m.step, m.steps, d.due_at, ${OVERDUE} AS overdue,
              (count(*) OVER ())::int AS total, (count(*) FILTER (WHERE ${OVERDUE}) OVER ())::int AS total_overdue,
              (count(*) FILTER (WHERE m.state = 'suspended') OVER ())::int AS total_waiting
         FROM matters m JOIN deadlines d ON d.city_id = m.city_id AND d.id = m.deadline_id
        WHERE m.city_id = $1 AND ${withinPath('m.area_path', '$2')} AND m.state IN ('running', 'suspended')
        ORDER BY ${OVERDUE} DESC, m.state, d.due_at, m.number LIMIT ${MOST_MATTERS}`,
      [cityId, path],
    );
  }

  /** One row per order: the promise that is owed for the longest, or due next. Child tasks show as their order. */
  orders(cityId: number, path: string): Promise<OrderOnWall[]> {
    const { column, code } = ordersOf(path);
    return this.database.rows<OrderOnWall>(
      `SELECT o.number, o.category, o.area_path, o.state, d.kind, d.due_at, d.overdue, o.assignment_type,
              (SELECT u.name FROM units u WHERE o.assignment_type = 'unit' AND u.city_id = o.city_id AND u.id = o.assignment_id) AS unit_name,
              o.assignee_id IS NOT NULL AS claimed, e.role AS rung_role, e.area_path AS rung_path,
              (SELECT s.title FROM publications p JOIN publication_steps s
                   ON s.city_id = p.city_id AND s.order_id = p.order_id AND s.id = p.order_id AND s.moderation = 'passed'
                WHERE p.city_id = o.city_id AND p.order_id = o.id AND (p.result_at IS NOT NULL OR p.wish_at IS NOT NULL)) AS title,
              (count(*) FILTER (WHERE d.overdue) OVER ())::int AS total_overdue,
              (count(*) FILTER (WHERE NOT d.overdue) OVER ())::int AS total_at_risk
         FROM orders o
         CROSS JOIN LATERAL (
           SELECT d.id, d.kind, d.due_at, ${OVERDUE} AS overdue FROM deadlines d
            WHERE d.city_id = o.city_id AND d.order_id = o.id AND d.subject_type = 'order' AND d.kind IN (${LISTED(WALL_PROMISES)})
              AND d.settled_at IS NULL AND d.state IN ('running', 'missed') AND (${OVERDUE} OR ${AT_RISK})
            ORDER BY d.due_at, d.id LIMIT 1
         ) d
         LEFT JOIN LATERAL (
           SELECT e.role, e.area_path FROM escalations e
            WHERE e.city_id = o.city_id AND e.order_id = o.id AND e.deadline_id = d.id ORDER BY e.rung DESC LIMIT 1
         ) e ON true
        WHERE o.city_id = $1 AND o.${column} = $2 AND o.state IN (${OWING}, ${DONE})
          AND (o.state NOT IN (${DONE}) OR o.replied_at IS NULL) AND NOT o.confidential AND o.parent_id IS NULL
        ORDER BY d.overdue DESC, d.due_at, o.number LIMIT ${MOST_ORDERS}`,
      [cityId, code],
    );
  }

  supervision(cityId: number, path: string): Promise<SupervisionOnWall[]> {
    return this.database.rows<SupervisionOnWall>(
      `SELECT s.number, o.number AS order_number, s.issued_role, s.issued_area_path, s.area_path, d.due_at, coalesce(${OVERDUE}, false) AS overdue,
              (count(*) OVER ())::int AS total, (count(*) FILTER (WHERE ${OVERDUE}) OVER ())::int AS total_overdue
         FROM supervision_orders s
         JOIN orders o ON o.city_id = s.city_id AND o.id = s.order_id AND NOT o.confidential
         LEFT JOIN LATERAL (
           SELECT d.state, d.due_at FROM deadlines d
            WHERE d.city_id = s.city_id AND d.subject_id = s.id AND d.subject_type = 'supervision_order' AND d.kind = 'answer' AND d.settled_at IS NULL
            ORDER BY d.id DESC LIMIT 1
         ) d ON true
        WHERE s.city_id = $1 AND ${withinPath('s.area_path', '$2')} AND s.state = 'open'
        ORDER BY d.due_at NULLS LAST, s.number LIMIT ${MOST_SUPERVISION}`,
      [cityId, path],
    );
  }

  /**
   * Today's first replies and today's reply promises.
   * @param since an id no order of the last days is below: ids carry their time, so that old orders are not even looked at
   */
  async replies(
    cityId: number,
    path: string,
    today: Date,
    since: string,
  ): Promise<{ readonly count: number; readonly kept: number; readonly sample: number }> {
    const { column, code } = ordersOf(path);
    const row = await this.database.first<{ count: number; kept: number; sample: number }>(
      `SELECT (count(*) FILTER (WHERE o.replied_at >= $3))::int AS count,
              (count(*) FILTER (WHERE d.state = 'met' AND d.ended_at >= $3))::int AS kept,
              (count(*) FILTER (WHERE d.state IN ('met', 'missed') AND d.ended_at >= $3))::int AS sample
         FROM orders o
         LEFT JOIN deadlines d ON d.city_id = o.city_id AND d.order_id = o.id AND d.subject_type = 'order' AND d.kind = 'reply'
        WHERE o.city_id = $1 AND o.${column} = $2 AND o.id >= $4::uuid AND NOT o.confidential AND o.parent_id IS NULL`,
      [cityId, code, today, since],
    );
    return row ?? { count: 0, kept: 0, sample: 0 };
  }

  /** Wishes whose residents said they came true; where only a review visit heard it, when the wish was closed. */
  async lamps(
    cityId: number,
    path: string,
    today: Date,
    month: Date,
  ): Promise<{ readonly today: number; readonly month: number }> {
    const row = await this.database.first<{ today: number; month: number }>(
      `SELECT (count(*) FILTER (WHERE coalesce(rated_at, closed_at) >= $3))::int AS today,
              (count(*) FILTER (WHERE coalesce(rated_at, closed_at) >= $4))::int AS month
         FROM orders WHERE city_id = $1 AND ${withinPath('area_path', '$2')} AND kind = 'wish' AND solved AND NOT confidential`,
      [cityId, path, today, month],
    );
    return row ?? { today: 0, month: 0 };
  }

  async areaNames(cityId: number, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.rows<{ path: string; name: string }>(
      'SELECT path, name FROM areas WHERE city_id = $1 AND path = ANY($2::text[])',
      [cityId, paths],
    );
    return new Map(rows.map(({ path, name }) => [path, name]));
  }

  /** The newest change in each of these areas; 0 where nothing ever happened. */
  async versions(cityId: number, paths: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.rows<{ path: string; version: number }>(
      `SELECT w.path, (SELECT coalesce(max(v.version), 0) FROM wall_versions v WHERE v.city_id = $1 AND ${withinPath('v.area_path', 'w.path')})::float8 AS version
         FROM unnest($2::text[]) AS w (path)`,
      [cityId, paths],
    );
    return new Map(rows.map(({ path, version }) => [path, version]));
  }

  async placesOfOrders(sql: Sql, cityId: number, orderIds: readonly string[]): Promise<string[]> {
    const rows = await sql.rows<{ area_path: string }>(
      'SELECT DISTINCT area_path FROM orders WHERE city_id = $1 AND id = ANY($2::uuid[])',
      [cityId, orderIds],
    );
    return rows.map(({ area_path }) => area_path);
  }

  async change(sql: Sql, cityId: number, paths: readonly string[]): Promise<void> {
    await sql.rows(
      `INSERT INTO wall_versions (city_id, area_path, version)
       SELECT $1, path, nextval('wall_version_numbers') FROM unnest($2::text[]) AS w (path)
       ON CONFLICT (city_id, area_path) DO UPDATE SET version = excluded.version`,
      [cityId, [...paths].sort()],
    );
  }
}
