import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

export interface DueFigures {
  /** Whose moment has come and that nobody has fired yet; counted up to COUNTED per city. */
  readonly due: number;
  /** Seconds the oldest of them waits. */
  readonly oldest: number;
}

export interface PendingFigures {
  readonly byKind: ReadonlyMap<string, number>;
  /** More than COUNTED: taken from the index's statistics and a sample. */
  readonly estimated: boolean;
}

export interface OutboxFigures {
  readonly waiting: number;
  readonly oldest: number;
  readonly dead: number;
}

/** Beyond this many rows a figure stops counting: what goes on beyond is an alarm anyway, and a scrape stays short. */
export const COUNTED = 5_000;
const SAMPLED_ROWS = 10_000;

/** The head of each city's line of deadlines: as many looks at the index as there are cities, however many rows there are. */
const HEADS = `
  WITH RECURSIVE heads AS (
    (SELECT city_id, wake_at FROM deadlines WHERE wake_at IS NOT NULL ORDER BY city_id, wake_at LIMIT 1)
    UNION ALL
    SELECT next.city_id, next.wake_at FROM heads, LATERAL (
      SELECT city_id, wake_at FROM deadlines WHERE wake_at IS NOT NULL AND city_id > heads.city_id
       ORDER BY city_id, wake_at LIMIT 1) next
  )`;

// Those that went out (sent, merged) and those without need (void) are history, by the million; these can be acted on.
const OPEN_DELIVERIES = ['queued', 'sending', 'failed', 'dead', 'unknown'];

/** What a scrape asks PostgreSQL: every statement ends after a bounded number of rows of an index. */
@Injectable()
export class FiguresRepository {
  constructor(private readonly database: Database) {}

  async due(): Promise<DueFigures> {
    const row = await this.database.first<DueFigures>(
      `${HEADS}
       SELECT coalesce(sum(late.n), 0)::int AS due,
              greatest(extract(epoch FROM now() - min(heads.wake_at)), 0)::float8 AS oldest
         FROM heads, LATERAL (SELECT count(*) AS n FROM (
           SELECT 1 FROM deadlines WHERE city_id = heads.city_id AND wake_at <= now() LIMIT ${COUNTED}) rows) late`,
    );
    return { due: row?.due ?? 0, oldest: row?.oldest ?? 0 };
  }

  async pending(): Promise<PendingFigures> {
    const counted = await this.database.rows<{ kind: string; n: number }>(
      `${HEADS}
       SELECT kind, count(*)::int AS n FROM (
         SELECT line.kind FROM heads, LATERAL (
           SELECT kind FROM deadlines WHERE city_id = heads.city_id AND wake_at IS NOT NULL ORDER BY wake_at
            LIMIT ${COUNTED + 1}) line
          LIMIT ${COUNTED + 1}) rows GROUP BY kind`,
    );
    const total = counted.reduce((sum, { n }) => sum + n, 0);
    if (total <= COUNTED) return { byKind: new Map(counted.map(({ kind, n }) => [kind, n])), estimated: false };
    return { byKind: await this.estimate(), estimated: true };
  }

  /** As many as autovacuum last saw in the partial index, shared out among the kinds as a few hundred pages of the table are. */
  private async estimate(): Promise<Map<string, number>> {
    const statistics = await this.database.first<{ pending: number; rows: number }>(
      `SELECT greatest(i.reltuples, ${COUNTED})::float8 AS pending, greatest(t.reltuples, 1)::float8 AS rows
         FROM pg_class i, pg_class t
        WHERE i.oid = 'deadlines_waking'::regclass AND t.oid = 'deadlines'::regclass`,
    );
    const { pending = COUNTED, rows = 1 } = statistics ?? {};
    const sample = await this.database.rows<{ kind: string; n: number }>(
      `SELECT kind, count(*)::int AS n FROM deadlines TABLESAMPLE SYSTEM (least(100, 100.0 * ${SAMPLED_ROWS} / $1::float8))
        WHERE wake_at IS NOT NULL GROUP BY kind`,
      [rows],
    );
    const sampled = sample.reduce((sum, { n }) => sum + n, 0);
    return new Map(sample.map(({ kind, n }) => [kind, Math.round((pending * n) / sampled)]));
  }

  async outbox(): Promise<OutboxFigures> {
    const row = await this.database.first<OutboxFigures>(
      `SELECT (SELECT count(*) FROM (SELECT 1 FROM outbox WHERE handled_at IS NULL LIMIT ${COUNTED}) rows)::int AS waiting,
              coalesce(greatest(extract(epoch FROM now() - (
                SELECT at FROM outbox WHERE handled_at IS NULL ORDER BY id LIMIT 1)), 0), 0)::float8 AS oldest,
              (SELECT count(*) FROM (
                SELECT 1 FROM outbox_failures WHERE next_at IS NULL LIMIT ${COUNTED}) rows)::int AS dead`,
    );
    return row ?? { waiting: 0, oldest: 0, dead: 0 };
  }

  /** Questions of a supervisor that wait for their answer; counted up to COUNTED. */
  async openSupervision(): Promise<number> {
    const row = await this.database.first<{ n: number }>(
      `SELECT count(*)::int AS n FROM (SELECT 1 FROM supervision_orders WHERE state = 'open' LIMIT ${COUNTED}) rows`,
    );
    return row?.n ?? 0;
  }

  /** Of the states in which a message still wants something; each counted up to COUNTED per city. */
  async deliveries(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.rows<{ state: string; n: number }>(
      `WITH RECURSIVE cities AS (
         (SELECT city_id FROM deliveries ORDER BY city_id LIMIT 1)
         UNION ALL
         SELECT next.city_id FROM cities, LATERAL (
           SELECT city_id FROM deliveries WHERE city_id > cities.city_id ORDER BY city_id LIMIT 1) next
       )
       SELECT states.state, coalesce(sum(found.n), 0)::int AS n
         FROM unnest($1::text[]) states(state) LEFT JOIN cities ON true
         LEFT JOIN LATERAL (SELECT count(*) AS n FROM (
           SELECT 1 FROM deliveries d WHERE d.city_id = cities.city_id AND d.state = states.state LIMIT ${COUNTED}) rows
         ) found ON true
        GROUP BY states.state`,
      [OPEN_DELIVERIES],
    );
    return new Map(rows.map(({ state, n }) => [state, n]));
  }
}
