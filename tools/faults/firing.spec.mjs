// Workers die between any two steps of a firing, queues are lost, servers restart, a machine's clock jumps. Whatever happens,
// every promise that passed is missed once, climbs once and is told once. On Redis if REDIS_URL is set, else on PostgreSQL.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { build } from '../launcher/build.mjs';
import { eventually } from '../processes.mjs';
import { connect, end, fleet } from '../testing/fleet.mjs';
import { NO_FAKETIME, ownClock } from '../testing/own-clock.mjs';
import { fired, hurryRungs, nothingLostNothingTwice, promiseReplies, settled } from '../testing/promises.mjs';
import { quickWorker } from '../testing/quick-worker.mjs';
import { throwawayRedis } from '../testing/redis.mjs';
import { throwawayPostgres } from '../testing/throwaway-postgres.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Two hundred in the gate, on both backends together; more by hand, see docs/operations.md. */
const KILLS = Number(process.env.KILLS ?? 100);
/** A worker sweeps every half minute: by then it has planned what is due next, and fired what no queue woke. */
const SOON_SECONDS = 35;
const NEXT_SWEEP_MS = 45_000;

/** @type {string} */
let folder;
/** @type {Awaited<ReturnType<typeof throwawayPostgres>>} */
let postgres;
/** Two, so that one can be broken while the other is needed. @type {NonNullable<Awaited<ReturnType<typeof throwawayRedis>>>[]} */
let redis = [];
/** @type {ReturnType<typeof fleet>} */
let workers;

/** @param {string} name of a database of its own, made from the demo's @param {string} [redisUrl] */
function place(name, redisUrl = redis[0]?.url ?? '') {
  const url = new URL(postgres.url);
  url.pathname = `/${name}`;
  return { databaseUrl: url.href, redisUrl, queuePrefix: `{${name}}` };
}

before(async () => {
  await build(ROOT, ['run', 'api:build'], { say: () => undefined });
  folder = mkdtempSync(join(tmpdir(), 'linshao-firing-'));
  chmodSync(folder, 0o755);
  workers = fleet({ folder, quick: await quickWorker(ROOT, folder) });
  postgres = await throwawayPostgres();
  if (process.env.REDIS_URL) {
    const own = await Promise.all([throwawayRedis(), throwawayRedis()]);
    redis = own.filter((each) => each !== null);
    assert.equal(redis.length, 2, 'redis-server is needed: apt-get install redis-server');
  }
  const demo = place(new URL(postgres.url).pathname.slice(1));
  await workers.loadDemo(demo);
  const database = await connect(postgres.url);
  const worker = await workers.readyWorker(demo);
  await settled(database, 240_000);
  await end(worker);
  await database.end();
  const admin = await connect(postgres.adminUrl);
  for (const name of ['kills', 'together', 'lost', 'ahead', 'behind', 'restarted'])
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${new URL(postgres.url).pathname.slice(1)}`);
  await admin.end();
});

after(async () => {
  await workers?.killAll();
  for (const each of redis) each.stop();
  await postgres?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

// Side by side, each on a database of its own: the kills need the processors, the others wait for a sweep.
describe('promises come through', { concurrency: true }, () => {
  test(`${KILLS} kills -9 at random points of firings lose nothing and double nothing`, async () => {
    const here = place('kills');
    const database = await connect(here.databaseUrl);
    let midway = 0;
    /** One worker's life: work waits for it, it begins, it is killed. */
    const life = async () => {
      // Long due, due now, and due in a moment: what is prepared ahead of its second is killed too.
      await promiseReplies(database, { count: 20, seconds: -26, spread: 31 });
      await hurryRungs(database);
      const name = `life-${randomUUID().slice(0, 8)}`;
      const worker = workers.worker(here, { PGAPPNAME: name, LOG_LEVEL: 'silent' });
      const count = async (/** @type {string} */ condition) =>
        (await database.query(`SELECT 1 FROM pg_stat_activity WHERE application_name = $1 AND ${condition}`, [name]))
          .rows.length;
      const isAtIt = async () => worker.exitCode !== null || (await count(`query ~ 'deadlines|outbox'`)) > 0;
      assert.ok(await eventually(isAtIt, 120_000, 5), 'a worker never began');
      assert.equal(worker.exitCode, null, 'a worker ended at its start');
      await sleep(Math.random() * 350);
      midway += Number((await count('xact_start IS NOT NULL')) > 0);
      await end(worker, 'SIGKILL');
    };
    // Two at a time: the living work on what the dying leave.
    let left = KILLS;
    const chain = async () => {
      while (left-- > 0) await life();
    };
    await Promise.all([chain(), chain()]);
    assert.ok(midway > KILLS / 20, `only ${midway} of ${KILLS} died in the middle of something`);
    const last = workers.worker(here);
    await settled(database, 180_000);
    await end(last);
    await nothingLostNothingTwice(database);
    await database.end();
  });

  test('a worker with another one that wakes at the same second', async () => {
    const here = place('together');
    const database = await connect(here.databaseUrl);
    const both = await Promise.all([workers.readyWorker(here), workers.readyWorker(here)]);
    const ids = await promiseReplies(database, { count: 300, seconds: SOON_SECONDS });
    await fired(database, ids, SOON_SECONDS * 1_000 + NEXT_SWEEP_MS);
    await settled(database, 60_000);
    await Promise.all(both.map((each) => end(each)));
    await nothingLostNothingTwice(database);
    await database.end();
  });

  test('a queue that loses everything while wake-ups wait in it, its server killed', async () => {
    const own = redis[1];
    const here = place('lost', own?.url);
    const database = await connect(here.databaseUrl);
    const worker = await workers.readyWorker(here);
    const ids = await promiseReplies(database, { count: 50, seconds: SOON_SECONDS });
    const waiting = own
      ? () => delayedOnRedis(own.url)
      : () => database.query(`SELECT 1 FROM bullmq.job WHERE id LIKE 'wake-%'`).then(({ rows }) => rows.length);
    assert.ok(await eventually(async () => (await waiting()) > 0, SOON_SECONDS * 1_000), 'no wake-up was planned');
    if (own) await own.restart();
    else await database.query('DELETE FROM bullmq.job');
    assert.equal(await waiting(), 0);
    await fired(database, ids, SOON_SECONDS * 1_000 + NEXT_SWEEP_MS);
    await settled(database, 60_000);
    assert.equal(worker.exitCode, null, 'the worker died of it');
    await end(worker);
    await nothingLostNothingTwice(database);
    await database.end();
  });

  for (const [name, jump] of [
    ['ahead', '+1d'],
    ['behind', '-1d'],
  ]) {
    test(
      `a worker’s machine’s clock jumping by ${jump}: the database’s time is the judge`,
      { skip: NO_FAKETIME },
      async () => {
        const here = place(String(name));
        const database = await connect(here.databaseUrl);
        const clock = ownClock(folder, String(name));
        const worker = await workers.readyWorker(here, clock.env);
        clock.set(String(jump));
        const ids = await promiseReplies(database, { count: 50, seconds: SOON_SECONDS });
        const later = await promiseReplies(database, { count: 50, seconds: 3_600 });
        await fired(database, ids, SOON_SECONDS * 1_000 + NEXT_SWEEP_MS);
        const early = await database.query(`SELECT id FROM deadlines WHERE id = ANY($1) AND state <> 'running'`, [
          later,
        ]);
        assert.deepEqual(early.rows, [], 'fired before its time');
        await settled(database, 60_000);
        await end(worker);
        await nothingLostNothingTwice(database);
        await database.end();
      },
    );
  }
});

test('a worker comes through a restart of PostgreSQL', async () => {
  const here = place('restarted');
  const worker = await workers.readyWorker(here);
  await postgres.restart();
  const database = await connect(here.databaseUrl);
  const ids = await promiseReplies(database, { count: 50, seconds: 1 });
  await fired(database, ids, NEXT_SWEEP_MS);
  await settled(database, 60_000);
  assert.equal(worker.exitCode, null, 'the worker died of it');
  await end(worker);
  await nothingLostNothingTwice(database);
  await database.end();
});

/** How many wake-ups wait. @param {string} url */
async function delayedOnRedis(url) {
  const client = new Redis(url);
  try {
    const keys = await client.keys('*deadlines-wake:delayed');
    const counts = await Promise.all(keys.map((key) => client.zcard(key)));
    return counts.reduce((sum, count) => sum + count, 0);
  } finally {
    client.disconnect();
  }
}
