import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import type { Statement } from './statement.js';

export interface Sql {
  /** Runs one prepared statement; the plan is cached per connection by the statement's text. */
  rows<T>(statement: Statement): Promise<T[]>;
  rows<T>(text: string, values?: readonly unknown[]): Promise<T[]>;
  /** The first row, or null. */
  first<T>(text: string, values?: readonly unknown[]): Promise<T | null>;
  /** How many rows a statement changed. */
  count(text: string, values?: readonly unknown[]): Promise<number>;
}

export interface Transaction extends Sql {
  /** The same transaction for TypeORM repositories. */
  readonly manager: EntityManager;
}

// A statement's name is its content: the number of different texts in the program is bounded, so is this map.
const names = new Map<string, string>();
function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) names.set(text, (name = createHash('sha1').update(text).digest('base64url')));
  return name;
}

function sqlOn(client: Pick<pg.ClientBase, 'query'>): Sql {
  const run = (text: string, values: readonly unknown[] = []) =>
    client.query<pg.QueryResultRow>({ name: nameOf(text), text, values: values as unknown[] });
  return {
    async rows<T>(statement: Statement | string, values?: readonly unknown[]) {
      const { rows } =
        typeof statement === 'string' ? await run(statement, values) : await run(statement.text, statement.values);
      return rows as T[];
    },
    async first<T>(text: string, values?: readonly unknown[]) {
      return ((await run(text, values)).rows[0] as T | undefined) ?? null;
    },
    async count(text, values) {
      return (await run(text, values)).rowCount ?? 0;
    },
  };
}

/** The door to PostgreSQL: SQL where it is hot or clearer, TypeORM's manager elsewhere, one pool for both. */
@Injectable()
export class Database implements Sql {
  readonly pool: pg.Pool;
  private readonly sql: Sql;

  constructor(@Inject(DataSource) readonly dataSource: DataSource) {
    this.pool = (dataSource.driver as unknown as { master: pg.Pool }).master;
    this.sql = sqlOn(this.pool);
  }

  rows<T>(statement: Statement | string, values?: readonly unknown[]): Promise<T[]> {
    return this.sql.rows<T>(statement as string, values);
  }

  first<T>(text: string, values?: readonly unknown[]): Promise<T | null> {
    return this.sql.first<T>(text, values);
  }

  count(text: string, values?: readonly unknown[]): Promise<number> {
    return this.sql.count(text, values);
  }

  /** Runs `work` in one transaction: committed when it resolves, rolled back when it throws. */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as pg.ClientBase;
      await runner.startTransaction();
      const result = await work({ ...sqlOn(client), manager: runner.manager });
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }
}
