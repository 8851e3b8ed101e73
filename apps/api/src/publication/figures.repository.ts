import { Injectable } from '@nestjs/common';
import { Conditions, withinPath } from '../platform/database/conditions.js';
import { Database } from '../platform/database/database.js';
import type { FigureGroup } from './figures.dto.js';

export interface FigureScope {
  readonly cityId: number;
  readonly areaPath: string;
  readonly categories: readonly string[] | null;
  readonly from: Date | null;
  readonly until: Date | null;
}

/** What a category promises and where its figures go. */
export interface CategoryRule {
  readonly code: string;
  /** Null: the promise does not run in natural minutes. */
  readonly reply_minutes: number | null;
  readonly group: string;
  readonly group_name: string;
}

export interface FigureCounts {
  /** Null for the whole. */
  readonly key: string | null;
  readonly orders: number;
  readonly replied: number;
  readonly in_time: number;
  readonly reply_due: number;
  readonly to_handle: number;
  readonly handled: number;
  readonly said: number;
  readonly solved: number;
  readonly rated: number;
  readonly rated_solved: number;
  readonly satisfied: number;
  readonly minutes_to_reply: number | null;
  readonly minutes_to_handle: number | null;
}

const count = (as: string, condition: string): string => `(count(*) FILTER (WHERE ${condition}))::int AS ${as}`;
const medianMinutes = (as: string, column: string): string =>
  `round((percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM o.${column} - o.submitted_at) / 60)
     FILTER (WHERE o.${column} IS NOT NULL))::numeric, 1)::float8 AS ${as}`;
const REPLY_BY = `o.submitted_at + make_interval(secs => c.reply_minutes * 60)`;

@Injectable()
export class FiguresRepository {
  constructor(private readonly database: Database) {}

  /** Categories that occur, each with a place where it does: what it promises is said by the playbook there. */
  categories(scope: FigureScope): Promise<{ category: string; area_path: string }[]> {
    const where = conditions(scope);
    return this.database.rows(
      `SELECT o.category, min(o.area_path) AS area_path FROM orders o WHERE ${where.sql} GROUP BY o.category`,
      where.values,
    );
  }

  /** The whole, and with `by` every group. */
  async counts(
    scope: FigureScope,
    by: FigureGroup | undefined,
    rules: readonly CategoryRule[],
  ): Promise<FigureCounts[]> {
    const where = conditions(scope);
    const key: Record<FigureGroup, string> = {
      // The areas one level below the one asked for; what lies in it directly counts as itself.
      area: `array_to_string((string_to_array(o.area_path, '/'))[1:${scope.areaPath.split('/').length + 1}], '/')`,
      category: 'c."group"',
      month: `to_char(o.submitted_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')`,
      kind: 'o.kind',
    };
    return this.database.rows<FigureCounts>(
      `SELECT ${by ? key[by] : 'NULL'} AS key, count(*)::int AS orders,
              ${count('replied', 'o.replied_at IS NOT NULL')},
              ${count('in_time', `o.replied_at <= ${REPLY_BY}`)},
              ${count('reply_due', `c.reply_minutes IS NOT NULL AND (o.replied_at IS NOT NULL OR ${REPLY_BY} <= now())`)},
              ${count('to_handle', `o.state <> 'rejected'`)}, ${count('handled', `o.done_at IS NOT NULL AND o.state <> 'rejected'`)},
              ${count('said', 'o.solved IS NOT NULL')}, ${count('solved', 'o.solved')},
              ${count('rated', 'o.stars IS NOT NULL')}, ${count('rated_solved', 'o.stars IS NOT NULL AND o.solved')},
              ${count('satisfied', 'o.stars >= 4')},
              ${medianMinutes('minutes_to_reply', 'replied_at')}, ${medianMinutes('minutes_to_handle', 'done_at')}
         FROM orders o JOIN jsonb_to_recordset(${where.placeholder(JSON.stringify(rules))}::jsonb)
              AS c (code text, reply_minutes float8, "group" text) ON c.code = o.category
        WHERE ${where.sql} ${by ? `GROUP BY GROUPING SETS ((), (${key[by]}))` : ''}`,
      where.values,
    );
  }
}

/** Child tasks are shares of an order, merged ones live on in another, withdrawn ones were taken back. */
function conditions({ cityId, areaPath, categories, from, until }: FigureScope): Conditions {
  const [, community] = /\/(\d{12})(?:\/|$)/.exec(areaPath) ?? [];
  return (
    new Conditions()
      .add('o.city_id = ?', cityId)
      .add(`o.parent_id IS NULL AND o.state <> ALL(?::text[])`, ['withdrawn', 'merged'])
      .addIf('o.community_code = ?', community)
      .add(withinPath('o.area_path'), areaPath)
      .addIf('o.category = ANY(?::text[])', categories)
      // An order's id is never older than the order: the range spares what came long before.
      .addIf(`o.submitted_at >= ? AND o.id >= uuidv7_floor(?::timestamptz - interval '1 day')`, from)
      .addIf('o.submitted_at < ?', until)
  );
}
