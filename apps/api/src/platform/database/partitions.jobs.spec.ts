import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { Queues } from '../queue/queues.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import type { Database } from './database.js';
import { PartitionsJobs } from './partitions.jobs.js';
import { Partitions } from './partitions.js';

const CITY = 320400;
const DAY_MS = 24 * 3_600_000;

describe('the upkeep of the database', () => {
  let test: TestApp;
  let database: Database;
  beforeEach(async () => {
    test = await createTestApp();
    database = test.database;
  });
  afterEach(() => test.close());

  const months = async (table: string): Promise<string[]> =>
    (
      await database.rows<{ name: string }>(
        `SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = $1::regclass ORDER BY 1`,
        [table],
      )
    ).map(({ name }) => name);
  const monthName = async (table: string, monthsFromNow: number): Promise<string> =>
    (
      await database.first<{ name: string }>(
        `SELECT $1 || to_char((now() AT TIME ZONE 'Asia/Shanghai') + make_interval(months => $2), '_YYYY_MM') AS name`,
        [table, monthsFromNow],
      )
    )?.name ?? '';
  const partitionOf = async (table: string, id: string): Promise<string | undefined> =>
    (
      await database.first<{ name: string }>(`SELECT tableoid::regclass::text AS name FROM ${table} WHERE id = $1`, [
        id,
      ])
    )?.name;
  const run = () => test.app.get(PartitionsJobs).run();

  const idIn = (daysFromNow: number): string => uuidv7({ msecs: Date.now() + daysFromNow * DAY_MS });
  const tell = async (id: string, handled: boolean): Promise<void> => {
    await database.rows(
      `INSERT INTO outbox (city_id, id, topic, payload, handled_at) VALUES ($1, $2, 'test', '{}', CASE WHEN $3 THEN now() END)`,
      [CITY, id, handled],
    );
  };
  /** A month of the outbox long ago, with one message in it. */
  const oldMonth = async (monthsAgo: number, handled: boolean): Promise<{ name: string; id: string }> => {
    // The middle of that month: which month a last day belongs to differs between zones, and months differ in length.
    const row = await database.first<{ at: Date; name: string }>(
      `SELECT at AT TIME ZONE 'Asia/Shanghai' AS at, to_char(at, '"outbox_"YYYY_MM') AS name
         FROM (SELECT date_trunc('month', now() AT TIME ZONE 'Asia/Shanghai') - make_interval(months => $1) + interval '14 days' AS at) m`,
      [monthsAgo],
    );
    if (!row) throw new Error('no month');
    await database.rows(`SELECT ensure_month_partitions('outbox', $1, $1)`, [row.at]);
    const id = uuidv7({ msecs: row.at.getTime() });
    await tell(id, handled);
    return { name: row.name, id };
  };

  it.each(['outbox', 'order_events'])('keeps the months of %s made three ahead', async (table) => {
    const last = await monthName(table, 3);
    const next = await monthName(table, 2);
    await database.rows(`DROP TABLE ${last}, ${next}`);
    await Promise.all([run(), run()]);
    expect(await months(table)).toEqual(expect.arrayContaining([next, last, `${table}_default`]));
    const before = await months(table);
    await run();
    expect(await months(table)).toEqual(before);
  });

  it('lets somebody who is making a month finish it first', async () => {
    const last = await monthName('outbox', 3);
    await database.rows(`DROP TABLE ${last}`);
    const upkeep = await database.transaction(async (tx) => {
      await tx.rows('LOCK TABLE ONLY outbox IN SHARE UPDATE EXCLUSIVE MODE');
      const waiting = test.app.get(Partitions).makeAhead();
      while (!(await database.first(`SELECT 1 FROM pg_locks WHERE relation = 'outbox'::regclass AND NOT granted`)))
        await pause(10);
      await tx.rows(`SELECT ensure_month_partitions('outbox', now(), now() + interval '3 months')`);
      return { waiting };
    });
    expect(await upkeep.waiting).toBe(0);
    expect(await months('outbox')).toContain(last);
  });

  it('takes rows that had no month out of the default partition', async () => {
    const name = await monthName('outbox', 0);
    await database.rows(`DROP TABLE ${name}`);
    const [today, wrongClock] = [idIn(0), idIn(20_000)];
    await tell(today, false);
    await tell(wrongClock, false);
    expect(await partitionOf('outbox', today)).toBe('outbox_default');
    await run();
    expect(await partitionOf('outbox', today)).toBe(name);
    expect(await partitionOf('outbox', wrongClock)).toBe('outbox_default');
    const last = await monthName('outbox', 3);
    await database.rows(`DROP TABLE ${last}`);
    await run();
    expect(await months('outbox')).toContain(last);
  });

  it('drops a month of the outbox once it is old and told', async () => {
    const told = await oldMonth(5, true);
    const recent = await oldMonth(3, true);
    const waiting = await oldMonth(6, false);
    const failed = await oldMonth(7, true);
    await database.rows(
      `INSERT INTO outbox_failures (city_id, outbox_id, subscriber, attempts, error, next_at) VALUES ($1, $2, 'x', 8, 'no', NULL)`,
      [CITY, failed.id],
    );
    expect(await test.app.get(Partitions).dropToldMonths()).toEqual([told.name]);
    const left = await months('outbox');
    expect(left).not.toContain(told.name);
    expect(left).toEqual(expect.arrayContaining([recent.name, waiting.name, failed.name]));
    expect(await database.first('SELECT to_regclass($1) AS name', [told.name])).toEqual({ name: null });

    await test.drain();
    await database.rows('DELETE FROM outbox_failures');
    expect(await test.app.get(Partitions).dropToldMonths()).toEqual([failed.name, waiting.name].sort());
  });

  it('never drops history', async () => {
    await database.rows(
      `SELECT ensure_month_partitions('order_events', now() - interval '5 years', now() - interval '5 years')`,
    );
    const before = await months('order_events');
    await run();
    expect(await months('order_events')).toEqual(before);
  });

  it('gives way to a long transaction instead of holding up everybody behind it', async () => {
    const { name } = await oldMonth(5, true);
    await database.transaction(async (tx) => {
      await tx.rows('SELECT count(*) FROM outbox');
      const began = performance.now();
      await expect(test.app.get(Partitions).dropToldMonths()).rejects.toThrow(/lock timeout/);
      expect(performance.now() - began).toBeLessThan(10_000);
    });
    expect(await months('outbox')).toContain(name);
  });

  it('forgets keys of repeated requests after two days', async () => {
    for (const age of ['47 hours', '49 hours', '1 year'])
      await database.rows(
        `INSERT INTO idempotency_keys (city_id, person_id, key, request_hash, subject_id, at) VALUES ($1, $2, $3::text, '-', $2, now() - $3::text::interval)`,
        [CITY, randomUUID(), age],
      );
    await run();
    expect(await database.rows('SELECT key FROM idempotency_keys')).toEqual([{ key: '47 hours' }]);
  });
});

describe('the upkeep in a worker', () => {
  it('runs once a day in the whole fleet', async () => {
    const test = await createTestApp({ WITH_WORKER: 'true' });
    const schedules = await test.app.get(Queues).queue('database-upkeep').getJobSchedulers();
    expect(schedules.map(({ every }) => Number(every))).toEqual([DAY_MS]);
    await test.close();
  });
});
