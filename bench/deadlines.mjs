// Promises firing, effects included: state, history, news, next rung. How late, on either queue; with a million more
// pending; and after the workers stood still.
// node bench/deadlines.mjs [seconds per figure, default 60] [workers, default 1]   REDIS_URL=… for the other backend   needs: npm run build
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { load } from './lib/load.mjs';
import { benchApi, benchPostgres, cpuMs, rssMb, signIn } from './lib/stack.mjs';

const SECONDS = Number(process.argv[2] ?? 60);
const WORKERS = Number(process.argv[3] ?? 1);
const WARM_SECONDS = 30;
const PORT = 23_220;
const MILLION = Number(process.env.PENDING ?? 1_000_000);
const OVERDUE = Number(process.env.OVERDUE ?? 100_000);
const WORKER = fileURLToPath(new URL('../apps/api/dist/worker.js', import.meta.url));
const backend = process.env.REDIS_URL ? 'Redis' : 'PostgreSQL';

const line = (what, figures) =>
  console.log(
    what.padEnd(52),
    Object.entries(figures)
      .map(([k, v]) => `${k} ${v}`)
      .join('  '),
  );

// Commit timestamps say when an effect was really there, not when its transaction began.
const postgres = await benchPostgres({ settings: { track_commit_timestamp: 'on' } });
const api = await benchApi(postgres, PORT);
const database = new pg.Client({ connectionString: postgres.url });
await database.connect();
/** @type {import('node:child_process').ChildProcess[]} */
let workers = [];

const one = async (text, values = []) => (await database.query(text, values)).rows[0];

async function startWorkers() {
  workers = Array.from({ length: WORKERS }, () =>
    spawn(process.execPath, [WORKER], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        NODE_ENV: 'development',
        DEMO_MODE: 'true',
        LOG_LEVEL: 'warn',
        DATABASE_URL: postgres.url,
        DATA_DIR: postgres.dataDir,
      },
    }),
  );
  await sleep(6_000);
}

async function stopWorkers() {
  const gone = workers.map((worker) => once(worker, 'exit'));
  for (const worker of workers) worker.kill('SIGTERM');
  await Promise.all(gone);
  workers = [];
}

const template = await one(
  `SELECT * FROM orders WHERE parent_id IS NULL AND kind = 'problem' AND state = 'submitted' LIMIT 1`,
);
const clock = await one(`SELECT playbook_id, reminders FROM deadlines WHERE kind = 'reply' LIMIT 1`);

/** Orders with a reply that is due, `rate` in each second from `from` on; as many as there are seconds. */
async function promise(rate, seconds, from, tag) {
  await database.query(
    `WITH o AS (
       INSERT INTO orders (city_id, id, number, kind, category, state, version, title, description, area_path, community_code, subdistrict_code,
                           reporter_id, created_by_id, anonymous, confidential, submitted_at, due_at)
       SELECT 320400, uuidv7(), $5 || '-' || g, 'problem', $6, 'submitted', 1, '门口路灯不亮', '', $7, $8, $9, $10, $10, false, false,
              d.due - interval '1 hour', d.due
         FROM generate_series(0, $1::int * $2::int - 1) g
         CROSS JOIN LATERAL (SELECT to_timestamp($3::float8 + g % $2::int) AS due) d
       RETURNING id, due_at)
     INSERT INTO deadlines (city_id, id, subject_type, subject_id, order_id, kind, area_path, category, playbook_id, state, time_limit, started_at,
                            due_at, provisional, why, reminders, reminded, wake_at)
     SELECT 320400, uuidv7(), 'order', id, id, 'reply', $7, $6, $4, 'running', '{"amount":60,"unit":"minutes","clock":"natural"}',
            due_at - interval '1 hour', due_at, false, '自提交起60分钟（自然时间）', '{0.5,0.8333333333333334}', 2, due_at FROM o`,
    [
      rate,
      seconds,
      from,
      clock.playbook_id,
      tag,
      template.category,
      template.area_path,
      template.community_code,
      template.subdistrict_code,
      template.reporter_id,
    ],
  );
}

async function firing(rate, seconds, tag) {
  const { at } = await one(`SELECT extract(epoch FROM date_trunc('second', now()))::float8 AS at`);
  const lead = 8 + WARM_SECONDS + Math.ceil((rate * seconds) / 8_000);
  const from = at + lead;
  const began = performance.now();
  // Measured warm, like everything here: the first seconds of a process are its loading.
  await promise(rate, WARM_SECONDS, from - WARM_SECONDS, `warm-${tag}`);
  await promise(rate, seconds, from, tag);
  await database.query('ANALYZE deadlines');
  const filled = (performance.now() - began) / 1000;
  if (filled > lead - WARM_SECONDS - 2)
    throw new Error(`filling took ${filled.toFixed(1)} s: the first were due before they were there`);
  await startWorkers();
  const pids = workers.map(({ pid }) => pid);
  const cpu = pids.reduce((sum, pid) => sum + cpuMs(pid), 0);
  // Looked at only afterwards: counting would slow what is counted.
  await sleep(Math.max(0, (from + seconds) * 1000 - Date.now()));
  for (;;) {
    const { left } = await one(
      `SELECT count(*)::int AS left FROM deadlines d JOIN orders o ON o.id = d.order_id
        WHERE d.kind = 'reply' AND d.state = 'running' AND o.number LIKE $1`,
      [`${tag}-%`],
    );
    const { over } = await one(`SELECT extract(epoch FROM now()) > $1 AS over`, [from + seconds + 60]);
    if (left === 0 || over) break;
    await sleep(1_000);
  }
  const figures = await one(
    `SELECT count(*)::int AS fired, count(*) FILTER (WHERE late < 0)::int AS early,
            round(percentile_cont(0.5) WITHIN GROUP (ORDER BY late)::numeric) AS p50,
            round(percentile_cont(0.99) WITHIN GROUP (ORDER BY late)::numeric) AS p99, round(max(late)::numeric) AS worst
       FROM (SELECT extract(epoch FROM pg_xact_commit_timestamp(d.xmin) - d.due_at) * 1000 AS late FROM deadlines d
               JOIN orders o ON o.id = d.order_id WHERE d.kind = 'reply' AND d.state = 'missed' AND o.number LIKE $1) l`,
    [`${tag}-%`],
  );
  const { rungs } = await one(
    `SELECT count(*)::int AS rungs FROM escalations e JOIN orders o ON o.id = e.order_id WHERE o.number LIKE $1`,
    [`${tag}-%`],
  );
  const used = pids.reduce((sum, pid) => sum + cpuMs(pid), 0) - cpu;
  line(`${rate} due per second for ${seconds} s`, {
    fired: figures.fired,
    early: figures.early,
    'late ms p50': figures.p50,
    p99: figures.p99,
    worst: figures.worst,
    climbed: rungs,
    'worker CPU ms each': (used / figures.fired).toFixed(2),
  });
  if (figures.fired !== rate * seconds || figures.early !== 0 || rungs !== rate * seconds)
    throw new Error('lost, doubled or early');
  await stopWorkers();
  // What is told afterwards would weigh on the next figure.
  await database.query('UPDATE outbox SET handled_at = now() WHERE handled_at IS NULL');
  await database.query(
    `UPDATE deadlines SET state = 'cancelled', wake_at = NULL, ended_at = now(), settled_at = now() WHERE state = 'running' AND kind = 'rung'`,
  );
}

/** What a big load leaves to do is done, so that it does not weigh on the next figure. */
async function rested() {
  await database.query('VACUUM ANALYZE deadlines, orders');
  await database.query('CHECKPOINT');
}

async function creating(what) {
  const token = await signIn(api.url, 'resident');
  let n = 0;
  const request = {
    method: 'POST',
    path: '/api/orders',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    setupRequest: (r) => ({
      ...r,
      headers: { ...r.headers, 'idempotency-key': `deadlines-${process.pid}-${what.replaceAll(' ', '-')}-${(n += 1)}` },
      body: JSON.stringify({
        kind: 'problem',
        category: template.category,
        title: `路灯不亮 ${n}`,
        description: '看不清台阶。',
      }),
    }),
  };
  const figures = await load({ url: api.url, pid: api.pid, connections: 16, seconds: 10, request, expect: 201 });
  line(`creating orders, ${what}`, {
    '/s': figures.perSecond,
    'p99 ms': figures.p99,
    'CPU ms': figures.cpuMsPerRequest,
  });
}

try {
  line(`queue on ${backend}, ${WORKERS} worker(s)`, {});
  await database.query(
    `UPDATE deadlines SET state = 'cancelled', wake_at = NULL, paused_at = NULL, ended_at = now(), settled_at = now() WHERE ended_at IS NULL`,
  );
  await firing(100, SECONDS, 'slow');
  await firing(1_000, SECONDS, 'fast');

  const loading = performance.now();
  const { at } = await one("SELECT extract(epoch FROM date_trunc('second', now()))::float8 AS at");
  await promise(1, 100_000, at + 86_400, 'later');
  line('100,000 pending loaded', { s: ((performance.now() - loading) / 1000).toFixed(1) });
  await rested();
  await creating('warming up');
  await creating('100,000 pending');
  await database.query(
    `INSERT INTO deadlines (city_id, id, subject_type, subject_id, order_id, kind, area_path, category, playbook_id, state, time_limit, started_at, due_at,
                            provisional, why, reminders, reminded, wake_at)
     SELECT city_id, uuidv7(), subject_type, subject_id, order_id, 'finish', area_path, category, playbook_id, state, time_limit, started_at,
            due_at + make_interval(secs => g * 1000), provisional, why, reminders, reminded, wake_at + make_interval(secs => g * 1000)
       FROM deadlines CROSS JOIN generate_series(1, $1) g WHERE state = 'running' AND wake_at > now() + interval '12 hours'`,
    [Math.max(1, Math.round(MILLION / 100_000))],
  );
  await rested();
  const { pending } = await one(`SELECT count(*)::int AS pending FROM deadlines WHERE wake_at IS NOT NULL`);
  line('pending from here on', { deadlines: pending });
  await creating('a million pending');
  await firing(1_000, SECONDS, 'crowd');

  await promise(OVERDUE, 1, at - 3_600, 'overdue');
  const began = performance.now();
  await startWorkers();
  let behind = OVERDUE;
  while (behind > 0 && performance.now() - began < 300_000) {
    await sleep(500);
    behind = (await one('SELECT count(*)::int AS n FROM deadlines WHERE wake_at <= now()')).n;
  }
  const caughtUp = (performance.now() - began) / 1000;
  const { pushed } = await one(
    "SELECT count(*)::int AS pushed FROM deliveries WHERE created_at > now() - interval '10 minutes'",
  );
  const rss = Math.max(...workers.map(({ pid }) => rssMb(pid)));
  line(`${OVERDUE} overdue caught up, from the start of the workers`, {
    s: caughtUp.toFixed(1),
    left: behind,
    'messages pushed': pushed,
    'worker MB': rss.toFixed(0),
  });
} finally {
  await stopWorkers();
  await database.end();
  await api.stop();
  await postgres.stop();
}
