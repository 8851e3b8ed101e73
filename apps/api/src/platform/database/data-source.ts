import { runMigrations } from 'bullmq';
import pg from 'pg';
import type { DataSource, DataSourceOptions, MigrationInterface } from 'typeorm';

// int8 arrives as text by default; counts and sequence numbers here stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export type MigrationClass = new () => MigrationInterface;

export function dataSourceOptions(
  url: string,
  poolSize: number,
  migrations: readonly MigrationClass[],
): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    poolSize,
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    synchronize: false,
    // The driver's own variable, so that an operator can tell one process from another in pg_stat_activity.
    applicationName: process.env.PGAPPNAME ?? 'linshao',
    extra: { statement_timeout: 60_000, idle_in_transaction_session_timeout: 60_000 },
  };
}

// Any constant serves, as long as all our processes use the same one.
const MIGRATION_LOCK = 727100001;

/**
 * Two processes may start at once: the first migrates, the others wait for the lock and find nothing to do. BullMQ's tables
 * are made with ours, whichever backend is in use: every queue then only looks whether they are there.
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await dataSource.runMigrations();
    await runMigrations((await runner.connect()) as pg.PoolClient);
    return done.map(({ name }) => name);
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await runner.release();
  }
}
