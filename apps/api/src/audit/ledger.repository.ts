import { Injectable } from '@nestjs/common';
import { GENESIS, type HistoryType, type OrderState } from '@linshao/domain';
import { Database, type Sql } from '../platform/database/database.js';

/** An event of history as the ledger needs it. */
export interface HistoryRow {
  readonly id: string;
  readonly order_id: string;
  readonly version: number;
  readonly community_path: string | null;
  readonly at: Date;
  readonly type: HistoryType;
  readonly from_state: OrderState | null;
  readonly to_state: OrderState;
  readonly public: boolean;
  readonly words: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly actor_id: string | null;
  readonly post_id: string | null;
  readonly post_name: string | null;
  readonly salt: string | null;
}

export interface EntryRow {
  readonly chain: string;
  readonly sequence: number;
  readonly event_id: string;
  readonly order_id: string;
  readonly version: number;
  readonly at: Date;
  readonly type: HistoryType;
  readonly from_state: OrderState | null;
  readonly to_state: OrderState;
  readonly public: boolean;
  readonly seal: string;
  readonly previous_hash: string;
  readonly hash: string;
}

export interface Head {
  readonly chain: string;
  readonly sequence: number;
  readonly hash: string;
}

const HISTORY =
  'e.id, e.order_id, e.version, e.community_path, e.at, e.type, e.from_state, e.to_state, e.public, e.words, e.data, e.actor_id, e.post_id, e.post_name, e.salt';

@Injectable()
export class LedgerRepository {
  constructor(private readonly database: Database) {}

  /** Those of the events that have no link yet, in the order in which they are to be linked. */
  unsealed(sql: Sql, cityId: number, eventIds: readonly string[]): Promise<HistoryRow[]> {
    return sql.rows<HistoryRow>(
      `SELECT ${HISTORY} FROM order_events e
        WHERE e.city_id = $1 AND e.id = ANY($2::uuid[])
          AND NOT EXISTS (SELECT FROM ledger_entries l WHERE l.city_id = e.city_id AND l.event_id = e.id)
        ORDER BY e.id`,
      [cityId, eventIds],
    );
  }

  /** Locks the heads of the chains, always in the same order, so that two relays wait for each other and never for good. */
  async lockHeads(sql: Sql, cityId: number, chains: readonly string[]): Promise<Head[]> {
    const sorted = [...chains].sort();
    await sql.rows(
      `INSERT INTO ledger_heads (city_id, chain, sequence, hash) SELECT $1, chain, 0, $3 FROM unnest($2::text[]) AS chain ORDER BY chain ON CONFLICT DO NOTHING`,
      [cityId, sorted, GENESIS],
    );
    return sql.rows<Head>(
      'SELECT chain, sequence, hash FROM ledger_heads WHERE city_id = $1 AND chain = ANY($2::text[]) ORDER BY chain FOR UPDATE',
      [cityId, sorted],
    );
  }

  async append(sql: Sql, cityId: number, entries: readonly EntryRow[], heads: readonly Head[]): Promise<void> {
    await sql.rows(
      `INSERT INTO ledger_entries (city_id, chain, sequence, event_id, order_id, version, at, type, from_state, to_state, public, seal, previous_hash, hash)
       SELECT $1, chain, sequence, event_id, order_id, version, at, type, from_state, to_state, public, seal, previous_hash, hash
         FROM jsonb_populate_recordset(null::ledger_entries, $2::jsonb)`,
      [cityId, JSON.stringify(entries)],
    );
    await sql.rows(
      `UPDATE ledger_heads h SET sequence = n.sequence, hash = n.hash
         FROM unnest($2::text[], $3::bigint[], $4::text[]) AS n (chain, sequence, hash) WHERE h.city_id = $1 AND h.chain = n.chain`,
      [cityId, heads.map(({ chain }) => chain), heads.map(({ sequence }) => sequence), heads.map(({ hash }) => hash)],
    );
  }

  heads(cityId: number): Promise<Head[]> {
    return this.database.rows<Head>(
      'SELECT chain, sequence, hash FROM ledger_heads WHERE city_id = $1 ORDER BY chain',
      [cityId],
    );
  }

  /** A page of heads, by chain. @param after chain of the last head of the page before */
  headsAfter(cityId: number, after: string | null, limit: number): Promise<Head[]> {
    return this.database.rows<Head>(
      `SELECT chain, sequence, hash FROM ledger_heads WHERE city_id = $1 AND chain > $2 COLLATE "C" ORDER BY chain LIMIT $3`,
      [cityId, after ?? '', limit],
    );
  }

  headOf(cityId: number, chain: string): Promise<Head | null> {
    return this.database.first<Head>(
      'SELECT chain, sequence, hash FROM ledger_heads WHERE city_id = $1 AND chain = $2',
      [cityId, chain],
    );
  }

  /** A chain whose head was taken away; nobody would walk it. */
  async headless(cityId: number): Promise<string | null> {
    const row = await this.database.first<{ chain: string }>(
      `SELECT l.chain FROM ledger_entries l
        WHERE l.city_id = $1 AND NOT EXISTS (SELECT FROM ledger_heads h WHERE h.city_id = l.city_id AND h.chain = l.chain) LIMIT 1`,
      [cityId],
    );
    return row?.chain ?? null;
  }

  /** Every city with history, also one whose ledger was taken away whole. */
  cities(): Promise<{ city_id: number }[]> {
    return this.database.rows(
      `SELECT city_id FROM ledger_heads UNION SELECT city_id FROM ledger_entries UNION SELECT city_id FROM order_events ORDER BY 1`,
    );
  }

  /** The next links of a chain, each with its event if that still exists. */
  links(
    cityId: number,
    chain: string,
    after: number,
    limit: number,
  ): Promise<(EntryRow & { event: HistoryRow | null })[]> {
    return this.database.rows(
      `SELECT l.*, CASE WHEN e.id IS NULL THEN NULL ELSE to_jsonb(e) END AS event
         FROM ledger_entries l LEFT JOIN order_events e ON e.city_id = l.city_id AND e.id = l.event_id
        WHERE l.city_id = $1 AND l.chain = $2 AND l.sequence > $3 ORDER BY l.sequence LIMIT $4`,
      [cityId, chain, after, limit],
    );
  }

  ordersOf(sql: Sql, cityId: number, reporterIds: readonly string[]): Promise<{ id: string }[]> {
    return sql.rows('SELECT id FROM orders WHERE city_id = $1 AND reporter_id = ANY($2::uuid[])', [
      cityId,
      reporterIds,
    ]);
  }

  eventsOf(sql: Sql, cityId: number, orderIds: readonly string[]): Promise<{ id: string }[]> {
    return sql.rows('SELECT id FROM order_events WHERE city_id = $1 AND order_id = ANY($2::uuid[])', [
      cityId,
      orderIds,
    ]);
  }

  async erase(sql: Sql, cityId: number, orderIds: readonly string[]): Promise<void> {
    await sql.rows(
      `UPDATE order_events SET words = NULL, data = '{}', actor_id = NULL, salt = NULL WHERE city_id = $1 AND order_id = ANY($2::uuid[])`,
      [cityId, orderIds],
    );
  }

  /** Events that should have a link for minutes and have none: the relay stands still, or somebody wrote past it. */
  async overdue(cityId: number): Promise<readonly { id: string; order_id: string }[]> {
    return this.database.rows(
      `SELECT e.id, e.order_id FROM order_events e
        WHERE e.city_id = $1 AND e.id < uuidv7_floor(now() - interval '5 minutes')
          AND NOT EXISTS (SELECT FROM ledger_entries l WHERE l.city_id = e.city_id AND l.event_id = e.id)
        ORDER BY e.id LIMIT 10`,
      [cityId],
    );
  }
}
