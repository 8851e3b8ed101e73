import { Injectable } from '@nestjs/common';
import { Database, type Sql } from './database.js';

/** How far ahead months are made: the worker may stand still this long before rows go to the default partition. */
const MONTHS_AHEAD = 3;
/** Rows of the default partition older than this stay there: a clock was wrong, no worker was away. */
const MONTHS_BACK = 24;

/**
 * The tables partitioned by month of their UUIDv7 ids. PostgreSQL's catalogue is the register: a table that is
 * partitioned so is kept so, and nobody can forget to enter it.
 */
@Injectable()
export class Partitions {
  constructor(private readonly database: Database) {}

  /** Makes the coming months of every table. Safe to run at any time and twice at once. @returns how many were made */
  async makeAhead(): Promise<number> {
    let made = 0;
    for (const table of await this.tables()) {
      made += await this.database.transaction(async (sql) => {
        await impatiently(sql);
        // What making a month locks first. Whoever looked into the default partition before would be locked out by, and lock
        // out, somebody who is making one already. Readers and writers are not held up.
        await sql.rows(`LOCK TABLE ONLY ${table} IN SHARE UPDATE EXCLUSIVE MODE`);
        return (await this.emptyDefault(sql, table)) + (await makeMonths(sql, table, 0));
      });
    }
    return made;
  }

  /**
   * Drops the months of the outbox that ended more than three months ago, as soon as nothing in them waits to be told and
   * no dead letter points into them. @returns the names of the partitions that are gone
   */
  async dropToldMonths(): Promise<string[]> {
    const months = await this.database.rows<{ name: string }>(
      `SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'outbox'::regclass AND c.relname ~ '_[0-9]{4}_[0-9]{2}$'
          AND to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month' <= (now() AT TIME ZONE 'Asia/Shanghai') - interval '3 months'
        ORDER BY 1`,
    );
    const dropped: string[] = [];
    for (const { name } of months) if (await this.dropIfTold(name)) dropped.push(name);
    return dropped;
  }

  private dropIfTold(month: string): Promise<boolean> {
    return this.database.transaction(async (sql) => {
      await impatiently(sql);
      await sql.rows(`LOCK TABLE outbox IN ACCESS EXCLUSIVE MODE`);
      // Both by index: nobody can write to the outbox meanwhile.
      const waits = await sql.first(
        `SELECT 1 WHERE EXISTS (SELECT FROM ${month} WHERE handled_at IS NULL)
            OR EXISTS (SELECT FROM outbox_failures f JOIN ${month} o ON o.city_id = f.city_id AND o.id = f.outbox_id)`,
      );
      if (waits) return false;
      await sql.rows(`ALTER TABLE outbox DETACH PARTITION ${month}`);
      await sql.rows(`DROP TABLE ${month}`);
      return true;
    });
  }

  private async tables(): Promise<string[]> {
    const rows = await this.database.rows<{ name: string }>(
      `SELECT c.relname AS name FROM pg_partitioned_table p JOIN pg_class c ON c.oid = p.partrelid
         JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.partattrs[0]
        WHERE c.relnamespace = 'public'::regnamespace AND p.partnatts = 1 AND a.atttypid = 'uuid'::regtype ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  }

  /** A month cannot be made while the default partition holds rows of it: they move out, into months of their own. */
  private async emptyDefault(sql: Sql, table: string): Promise<number> {
    const spilt = `${table}_default`;
    const range = `id >= uuidv7_floor(now() - make_interval(months => ${MONTHS_BACK})) AND id < uuidv7_floor(now() + make_interval(months => ${MONTHS_AHEAD}))`;
    if (!(await sql.first(`SELECT 1 FROM ${spilt} WHERE ${range} LIMIT 1`))) return 0;
    await sql.rows(`ALTER TABLE ${table} DETACH PARTITION ${spilt}`);
    const made = await makeMonths(sql, table, MONTHS_BACK);
    await sql.rows(
      `WITH moved AS (DELETE FROM ${spilt} WHERE ${range} RETURNING *) INSERT INTO ${table} SELECT * FROM moved`,
    );
    await sql.rows(`ALTER TABLE ${table} ATTACH PARTITION ${spilt} DEFAULT`);
    return made;
  }
}

/** Rather tomorrow than a queue of writers behind a lock that waits for one long transaction. */
async function impatiently(sql: Sql): Promise<void> {
  await sql.rows(`SET LOCAL lock_timeout = '5s'`);
}

async function makeMonths(sql: Sql, table: string, monthsBack: number): Promise<number> {
  const row = await sql.first<{ made: number }>(
    `SELECT ensure_month_partitions($1, now() - make_interval(months => $2), now() + make_interval(months => $3)) AS made`,
    [table, monthsBack, MONTHS_AHEAD],
  );
  return row?.made ?? 0;
}
