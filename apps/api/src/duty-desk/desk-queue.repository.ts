import type { AreaPath } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { Conditions, withinPath } from '../platform/database/conditions.js';
import { Database, type Sql } from '../platform/database/database.js';

/** Where somebody sits at the desk, and whether they may see confidential matters there. */
export interface DeskArea {
  readonly path: AreaPath;
  readonly confidential: boolean;
}

export interface UnansweredRow {
  readonly orderId: string;
  readonly number: string;
  readonly title: string;
  readonly category: string;
  readonly areaPath: AreaPath;
  readonly areaName: string | null;
  readonly submittedAt: Date;
  readonly dueAt: Date;
  readonly why: string;
  readonly missed: boolean;
  readonly reminders: number;
}

const UNANSWERED = `d.kind = 'reply' AND d.settled_at IS NULL AND d.state IN ('running', 'missed') AND d.subject_type = 'order'`;

@Injectable()
export class DeskQueueRepository {
  constructor(private readonly database: Database) {}

  async now(sql: Sql = this.database): Promise<Date> {
    const row = await sql.first<{ now: Date }>('SELECT now() AS now');
    return row?.now ?? new Date();
  }

  /** Orders waiting for their first reply, the most urgent first; one row more than `limit`. */
  unanswered(
    cityId: number,
    areas: readonly DeskArea[],
    within: AreaPath | null,
    after: { readonly dueAt: string; readonly id: string } | null,
    limit: number,
    sql: Sql = this.database,
  ): Promise<UnansweredRow[]> {
    const { where, values, placeholder } = scope(cityId, areas, within);
    const next = after
      ? `AND (d.due_at, o.id) > (${placeholder(after.dueAt)}::timestamptz, ${placeholder(after.id)}::uuid)`
      : '';
    const most = placeholder(limit + 1);
    return sql.rows(
      `SELECT o.id AS "orderId", o.number, o.title, o.category, o.area_path AS "areaPath", a.name AS "areaName",
              o.submitted_at AS "submittedAt", d.due_at AS "dueAt", d.why, d.state = 'missed' AS missed, d.reminded AS reminders
         FROM deadlines d JOIN orders o ON o.city_id = d.city_id AND o.id = d.order_id
         LEFT JOIN areas a ON a.city_id = o.city_id AND a.path = o.area_path
        WHERE ${where} ${next} ORDER BY d.due_at, o.id LIMIT ${most}`,
      values,
    );
  }

  async count(sql: Sql, cityId: number, areas: readonly DeskArea[], within: AreaPath): Promise<number> {
    const { where, values } = scope(cityId, areas, within);
    const row = await sql.first<{ n: number }>(
      `SELECT count(*)::int AS n FROM deadlines d JOIN orders o ON o.city_id = d.city_id AND o.id = d.order_id WHERE ${where}`,
      values,
    );
    return row?.n ?? 0;
  }
}

function scope(
  cityId: number,
  areas: readonly DeskArea[],
  within: AreaPath | null,
): { where: string; values: unknown[]; placeholder: (value: unknown) => string } {
  const conditions = new Conditions().add('d.city_id = ?', cityId).addAny(
    withinPath('d.area_path'),
    areas.map(({ path }) => path),
  );
  if (within !== null) conditions.add(withinPath('d.area_path'), within);
  const inConfidence = areas
    .filter(({ confidential }) => confidential)
    .map(({ path }) => `(${withinPath('d.area_path', conditions.placeholder(path))})`);
  return {
    where: `${conditions.sql} AND ${UNANSWERED} AND (${['NOT o.confidential', ...inConfidence].join(' OR ')})`,
    values: conditions.values,
    placeholder: (value) => conditions.placeholder(value),
  };
}
