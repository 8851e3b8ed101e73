import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../platform/database/database.js';
import type { DeadlineRow } from './deadline-row.js';

/** A due row with the promise behind it, if it is a rung or an answer. */
export type DueRow = DeadlineRow & {
  readonly root_kind: string | null;
  /** Of the order, where it was read ahead; null: whatever it is by then. */
  readonly order_version: number | null;
  /** The database's time of this transaction: it alone judges. */
  readonly now: Date;
};

/** A whole new row by the names of its columns. */
export type HungRow = Readonly<Record<string, unknown>> & { readonly id: string };

/** What the firing of one deadline writes: its own row as it is from then on, and what hangs on it. */
export interface FiredRow {
  readonly id: string;
  /** That was judged. */
  readonly version: number;
  readonly order_id: string | null;
  readonly order_version: number | null;
  readonly state: string;
  readonly reminded: number;
  readonly wake_at: Date | null;
  readonly ended_at: Date | null;
  readonly settled_at: Date | null;
  readonly escalation: HungRow | null;
  readonly rung: HungRow | null;
  readonly notes: readonly object[];
  readonly news: readonly { readonly id: string; readonly topic: string; readonly payload: object }[];
}

/** The rows themselves as `turn` takes them, as JSON, which takes its time to make. */
export const turnsOf = (fired: readonly FiredRow[]): string =>
  JSON.stringify(fired.map(({ escalation: _e, rung: _r, notes: _notes, news: _news, ...row }) => row));

/** What hangs on them as `hang` takes it: escalations, rungs, notes, news. */
export type Hung = readonly [string, string, string, string];

export const hungOf = (fired: readonly FiredRow[]): Hung => [
  JSON.stringify(fired.flatMap(({ escalation }) => escalation ?? [])),
  JSON.stringify(fired.flatMap(({ rung }) => rung ?? [])),
  JSON.stringify(fired.flatMap(({ notes }) => notes)),
  JSON.stringify(fired.flatMap(({ news }) => news)),
];

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
      `SELECT d.*, r.kind AS root_kind, NULL AS order_version, now() AS now
         FROM (SELECT * FROM deadlines WHERE city_id = $1 AND wake_at <= now() AND id <> ALL($3::uuid[])
                ORDER BY wake_at LIMIT $2 FOR UPDATE SKIP LOCKED) d
         LEFT JOIN deadlines r ON r.city_id = d.city_id AND r.id = d.root_id`,
      [cityId, limit, but],
    );
  }

  /** What wakes within the second that ends there, each seen as at its own moment; promises only, and nothing is locked. */
  endingAt(cityId: number, second: number, limit: number): Promise<DueRow[]> {
    return this.database.rows<DueRow>(
      `SELECT d.*, NULL AS root_kind, o.version AS order_version, d.wake_at AS now
         FROM (SELECT * FROM deadlines
                WHERE city_id = $1 AND wake_at > to_timestamp($2::float8) - interval '1 second' AND wake_at <= to_timestamp($2::float8)
                  AND root_id IS NULL
                ORDER BY wake_at LIMIT $3) d
         LEFT JOIN LATERAL (SELECT version FROM orders WHERE city_id = $1 AND id = d.order_id LIMIT 1) o ON true`,
      [cityId, second, limit],
    );
  }

  /** How far off a second is by the database's clock, in milliseconds. */
  async msUntil(second: number): Promise<number> {
    const row = await this.database.first<{ in_ms: number }>(
      `SELECT (extract(epoch FROM to_timestamp($1::float8) - clock_timestamp()) * 1000)::float8 AS in_ms`,
      [second],
    );
    return row?.in_ms ?? 0;
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

  /**
   * Turns the rows of a batch to what they are from then on. Of each deadline only if it is due, it and its order are still of
   * the version that was judged, and nobody else is at it. Answers with those.
   */
  async turn(tx: Sql, cityId: number, turns: string): Promise<string[]> {
    // JSON, not JSONB: each list is read once, and building a tree of it first costs more than reading. The clock's own time:
    // that of the transaction may have been taken before anything was due.
    const rows = await tx.rows<{ id: string }>(
      `WITH held AS (
         SELECT f.* FROM json_to_recordset($2::json)
             AS f (id uuid, version int, order_id uuid, order_version int, state text, reminded int, wake_at timestamptz,
                   ended_at timestamptz, settled_at timestamptz)
           JOIN deadlines d ON d.city_id = $1 AND d.id = f.id AND d.version = f.version AND d.wake_at <= clock_timestamp()
          WHERE f.order_version IS NULL
             OR f.order_version = (SELECT version FROM orders WHERE city_id = $1 AND id = f.order_id LIMIT 1)
            FOR UPDATE OF d SKIP LOCKED
       ) UPDATE deadlines d SET state = f.state, reminded = f.reminded, wake_at = f.wake_at, ended_at = f.ended_at,
                settled_at = f.settled_at, version = d.version + 1
           FROM held f WHERE d.city_id = $1 AND d.id = f.id
         RETURNING d.id`,
      [cityId, turns],
    );
    return rows.map(({ id }) => id);
  }

  /** Begins the rungs of a batch and writes its escalations, notes and news. @param at of the notes; null: now */
  async hang(tx: Sql, cityId: number, hung: Hung, at: Date | null): Promise<void> {
    await tx.rows(
      `WITH climbed AS (
         INSERT INTO escalations SELECT * FROM json_populate_recordset(null::escalations, $2::json)
       ), begun AS (
         INSERT INTO deadlines SELECT * FROM json_populate_recordset(null::deadlines, $3::json)
       ), noted AS (
         INSERT INTO order_events (city_id, id, order_id, version, community_path, type, from_state, to_state, words, public, data, actor_id, post_id, post_name, at)
         SELECT o.city_id, n.id, o.id, o.version, substring(o.area_path from '^(.*?/[0-9]{12})(?:/|$)'), n.type, o.state, o.state, NULL, false,
                n.data, NULL, NULL, NULL, coalesce($6::timestamptz, date_trunc('milliseconds', now()))
           FROM json_to_recordset($4::json) AS n (id uuid, order_id uuid, type text, data jsonb)
          -- One by one by their key: the planner does not know how few these are, and would read the orders of the whole city.
          CROSS JOIN LATERAL (SELECT * FROM orders WHERE city_id = $1 AND id = n.order_id LIMIT 1) o
       ) INSERT INTO outbox (city_id, id, topic, payload)
         SELECT $1, n.id, n.topic, n.payload FROM json_to_recordset($5::json) AS n (id uuid, topic text, payload jsonb)`,
      [cityId, ...hung, at],
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
