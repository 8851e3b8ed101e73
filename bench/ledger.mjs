// The ledger: how fast history is sealed, how long the proof takes, how soon a forgery is named.
// node bench/ledger.mjs [links, default 200000]        needs: npm run build
import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { benchApi, benchPostgres, cpuMs, rssMb } from './lib/stack.mjs';

const LINKS = Number(process.argv[2] ?? 200_000);
const COMMUNITIES = 10;
const PORT = 23_230;
const VERIFY = fileURLToPath(new URL('../apps/api/dist/audit/verify-ledger.cli.js', import.meta.url));

const seconds = (since) => (performance.now() - since) / 1000;
const line = (what, figures) =>
  console.log(
    what.padEnd(34),
    Object.entries(figures)
      .map(([k, v]) => `${k} ${v}`)
      .join('  '),
  );

function verify(url) {
  const began = performance.now();
  return new Promise((done) => {
    execFile(process.execPath, [VERIFY], { env: { ...process.env, DATABASE_URL: url } }, (error, stdout, stderr) =>
      done({ seconds: seconds(began), ok: !error, says: (stdout + stderr).trim() }),
    );
  });
}

const postgres = await benchPostgres();
const database = new pg.Client({ connectionString: postgres.url });
// The api without a worker makes the tables and the demo; then the history is written, then a worker seals it.
await (await benchApi(postgres, PORT)).stop();
await database.connect();
try {
  await database.query(
    `INSERT INTO order_events (city_id, id, order_id, version, community_path, type, from_state, to_state, words, public, data, actor_id, post_id, post_name, at)
     SELECT 320400, uuidv7(), gen_random_uuid(), 1, '320400/320402/320402003/32040200' || (3100 + g % $2::int), 'order.replied', 'accepted', 'accepted',
            '您好，您反映的第' || g || '件事我们已经收到，今天下午安排网格员上门查看，请您留意电话。', true, '{"photoIds": []}',
            gen_random_uuid(), gen_random_uuid(), 'bench', date_trunc('milliseconds', clock_timestamp())
       FROM generate_series(1, $1::int) AS g`,
    [LINKS, COMMUNITIES],
  );
  await database.query(
    `INSERT INTO outbox (city_id, id, topic, payload)
     SELECT city_id, uuidv7(), 'order.moved', jsonb_build_object('orderId', order_id, 'eventId', id, 'action', 'reply', 'from', from_state, 'to', to_state, 'version', version)
       FROM order_events WHERE post_name = 'bench' ORDER BY id`,
  );
  await database.query('ANALYZE');

  const sealed = async () =>
    Number((await database.query('SELECT coalesce(sum(sequence), 0) AS n FROM ledger_heads')).rows[0].n);
  const before = await sealed();
  const worker = await benchApi(postgres, PORT, { WITH_WORKER: 'true' });
  const start = { at: performance.now(), cpu: cpuMs(worker.pid), links: await sealed() };
  while ((await sealed()) - before < LINKS) await sleep(200);
  const took = seconds(start.at);
  const links = before + LINKS - start.links;
  line('sealing what waited', {
    'links/s': Math.round(links / took),
    'CPU ms per link': ((cpuMs(worker.pid) - start.cpu) / links).toFixed(2),
    'RSS MB': Math.round(rssMb(worker.pid)),
  });
  await worker.stop();

  const whole = await verify(postgres.url);
  if (!whole.ok) throw new Error(whole.says);
  line('npm run verify-ledger', { seconds: whole.seconds.toFixed(1), 'links/s': Math.round(LINKS / whole.seconds) });
  console.log(`  ${whole.says}`);

  await database.query(
    `UPDATE order_events SET words = words || '。' WHERE id = (SELECT event_id FROM ledger_entries WHERE chain LIKE '%3109' ORDER BY sequence DESC LIMIT 1)`,
  );
  const forged = await verify(postgres.url);
  if (forged.ok) throw new Error('a forgery went unnoticed');
  line('… after the last word was forged', { seconds: forged.seconds.toFixed(1) });
  console.log(`  ${forged.says}`);
} finally {
  await database.end();
  await postgres.stop();
}
