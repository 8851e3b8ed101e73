import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../platform/database/database.js';
import type { DeadlineRow } from './deadline-row.js';

/** A due row with the promise behind it, if it is a rung or an answer. */
export type DueRow = DeadlineRow & {
  readonly root_kind: string | null;
  /** The database's time of this transaction: it alone judges. */
  readonly now: Date;
};

/** What a batch of firings writes. */
export interface FiredBatch {
  readonly changes: readonly object[];
  readonly rungs: readonly object[];
  readonly escalations: readonly object[];
  readonly notes: readonly object[];
  readonly outbox: readonly { readonly id: string; readonly topic: string; readonly payload: object }[];
}

@Injectable()
export class FiringRepository {
  constructor(private readonly database: Database) {}

  /** The cities in which anything waits, one index probe each. */
  async cities(): Promise<number[]> {
    const rows = await this.database.rows<{ city_id: number }>(`
      WITH RECURSIVE c AS (
        (SELECT city_id FROM deadlines WHERE wake_at IS NOT NULL ORDER BY city_id LIMIT 1)
        UNION ALL
        SELECT (SELECT d.city_id FROM deadlines d WHERE d.wake_at IS NOT NULL AND d.city_id > c.city_id ORDER BY d.city_id LIMIT 1)
          FROM c WHERE c.city_id IS NOT NULL
      ) SELECT city_id FROM c WHERE city_id IS NOT NULL`);
    return rows.map(({ city_id }) => city_id);
  }

  /** The oldest due rows nobody else is at, locked; the database's clock says what is due. @param but left out */
  due(tx: Sql, cityId: number, limit: number, but: readonly string[]): Promise<DueRow[]> {
    return tx.rows<DueRow>(
      `SELECT d.*, r.kind AS root_kind, now() AS now
         FROM (SELECT * FROM deadlines WHERE city_id = $1 AND wake_at <= now() AND id <> ALL($3::uuid[])
                ORDER BY wake_at LIMIT $2 FOR UPDATE SKIP LOCKED) d
         LEFT JOIN deadlines r ON r.city_id = d.city_id AND r.id = d.root_id`,
      [cityId, limit, but],
    );
  }

  /**
   * In how many milliseconds something wakes within the horizon, one entry per second. Relative to the database's clock:
   * what the machine's own clock says is of no account.
   */
  async wakes(cityId: number, horizonSeconds: number): Promise<{ second: number; in_ms: number }[]> {
    return this.database.rows(
      `SELECT extract(epoch FROM s)::bigint::float8 AS second, (extract(epoch FROM s - clock_timestamp()) * 1000)::float8 AS in_ms
         FROM generate_series(date_trunc('second', now()) + interval '1 second', now() + make_interval(secs => $2), interval '1 second') s
        WHERE EXISTS (SELECT FROM deadlines d WHERE d.city_id = $1 AND d.wake_at > s - interval '1 second' AND d.wake_at <= s)`,
      [cityId, horizonSeconds],
    );
  }

  /** All of a batch as one statement: rows changed, rungs begun, escalations, notes, news. Everything in it was locked before. */
  async write(tx: Sql, cityId: number, { changes, rungs, escalations, notes, outbox }: FiredBatch): Promise<void> {
    await tx.rows(
      `WITH changed AS (
         UPDATE deadlines d SET state = c.state, reminded = c.reminded, wake_at = c.wake_at, ended_at = c.ended_at,
                settled_at = c.settled_at, version = d.version + 1
           FROM jsonb_to_recordset($2::jsonb) AS c (id uuid, state text, reminded int, wake_at timestamptz, ended_at timestamptz, settled_at timestamptz)
          WHERE d.city_id = $1 AND d.id = c.id
       ), climbed AS (
         INSERT INTO escalations SELECT e.* FROM jsonb_populate_recordset(null::escalations, $3::jsonb) AS e
       ), begun AS (
         INSERT INTO deadlines SELECT d.* FROM jsonb_populate_recordset(null::deadlines, $4::jsonb) AS d
       ), noted AS (
         INSERT INTO order_events (city_id, id, order_id, version, community_path, type, from_state, to_state, words, public, data, actor_id, post_id, post_name, at)
         SELECT o.city_id, n.id, o.id, o.version, substring(o.area_path from '^(.*?/[0-9]{12})(?:/|$)'), n.type, o.state, o.state, NULL, false,
                n.data, NULL, NULL, NULL, date_trunc('milliseconds', now())
           FROM jsonb_to_recordset($5::jsonb) AS n (id uuid, order_id uuid, type text, data jsonb)
          -- One by one by their key: the planner does not know how few these are, and would read the orders of the whole city.
          CROSS JOIN LATERAL (SELECT * FROM orders WHERE city_id = $1 AND id = n.order_id LIMIT 1) o
       )
       INSERT INTO outbox (city_id, id, topic, payload)
       SELECT $1, x.id, x.topic, x.payload FROM jsonb_to_recordset($6::jsonb) AS x (id uuid, topic text, payload jsonb)`,
      [
        cityId,
        JSON.stringify(changes),
        JSON.stringify(escalations),
        JSON.stringify(rungs),
        JSON.stringify(notes),
        JSON.stringify(outbox),
      ],
    );
  }

  /**
   * Locks the promises behind rungs and answers, so that of two misses of one promise only the first climbs. One that somebody
   * else holds is left out and its turn comes later: waiting for it could be waiting in a circle.
   */
  async lockRoots(tx: Sql, cityId: number, ids: readonly string[]): Promise<ReadonlyMap<string, { settled: boolean }>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.rows<{ id: string; settled: boolean }>(
      `SELECT id, settled_at IS NOT NULL AS settled FROM deadlines
        WHERE city_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE SKIP LOCKED`,
      [cityId, ids],
    );
    return new Map(rows.map(({ id, settled }) => [id, { settled }]));
  }

  /** Escalations that are there already, as `deadline rung`: another miss of the same promise may have climbed first. */
  async climbed(tx: Sql, cityId: number, deadlineIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (deadlineIds.length === 0) return new Set();
    const rows = await tx.rows<{ deadline_id: string; rung: number }>(
      'SELECT deadline_id, rung FROM escalations WHERE city_id = $1 AND deadline_id = ANY($2::uuid[])',
      [cityId, deadlineIds],
    );
    return new Set(rows.map(({ deadline_id, rung }) => `${deadline_id} ${rung}`));
  }

  /** Which of these orders only their circle may know of. */
  async confidential(tx: Sql, cityId: number, orderIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (orderIds.length === 0) return new Set();
    const rows = await tx.rows<{ id: string }>(
      'SELECT id FROM orders WHERE city_id = $1 AND id = ANY($2::uuid[]) AND confidential',
      [cityId, orderIds],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
