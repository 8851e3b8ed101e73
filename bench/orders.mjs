// Orders under load, against what PostgreSQL itself can do in the same run on the same machine.
// node bench/orders.mjs [seconds per figure, default 10]        needs: npm run build, pgbench
import pg from 'pg';
import { load } from './lib/load.mjs';
import { pgbench } from './lib/pgbench.mjs';
import { benchApi, benchPostgres, rssMb, signIn } from './lib/stack.mjs';

const SECONDS = Number(process.argv[2] ?? 10);
const PORT = 23_210;
const ROWS = 100_000;
const line = (what, figures) =>
  console.log(
    what.padEnd(44),
    Object.entries(figures)
      .map(([k, v]) => `${k} ${v}`)
      .join('  '),
  );

const THREE_INSERTS = `
BEGIN;
INSERT INTO bench_orders (city_id, id, number, title, description, state) VALUES (320400, uuidv7(), '261122-000001', 'title of an order', 'what is the matter, in a few words', 'submitted') RETURNING number;
INSERT INTO bench_events (city_id, id, order_id, type, data) VALUES (320400, uuidv7(), uuidv7(), 'order.submitted', '{}');
INSERT INTO bench_outbox (city_id, id, topic, payload) VALUES (320400, uuidv7(), 'order.moved', '{}');
END;`;

const postgres = await benchPostgres();
const api = await benchApi(postgres, PORT);
const database = new pg.Client({ connectionString: postgres.url });
await database.connect();
try {
  await database.query(`
    CREATE TABLE bench_orders (city_id int, id uuid, number text, title text, description text, state text, PRIMARY KEY (city_id, id));
    CREATE TABLE bench_events (city_id int, id uuid, order_id uuid, type text, data jsonb, PRIMARY KEY (city_id, id));
    CREATE TABLE bench_outbox (city_id int, id uuid, topic text, payload jsonb, PRIMARY KEY (city_id, id));`);
  const resident = await signIn(api.url, 'resident');
  const dispatcher = await signIn(api.url, 'dispatcher');
  const as = (token) => ({ authorization: `Bearer ${token}`, 'content-type': 'application/json' });
  const leaf = (nodes) => nodes.flatMap((n) => (n.children.length > 0 ? leaf(n.children) : [n]));
  const category = leaf(await (await fetch(`${api.url}/api/categories`)).json()).find((c) =>
    c.kinds.includes('problem'),
  ).code;

  let n = 0;
  const create = {
    method: 'POST',
    path: '/api/orders',
    headers: as(resident),
    setupRequest: (request) => ({
      ...request,
      headers: { ...request.headers, 'idempotency-key': `bench-${process.pid}-${(n += 1)}` },
      body: JSON.stringify({
        kind: 'problem',
        category,
        title: `门口路灯不亮 ${n}`,
        description: '昨天晚上起三号楼门口的路灯就不亮了，老人出门看不清台阶。',
      }),
    }),
  };
  await load({ url: api.url, connections: 16, seconds: 3, request: create, expect: 201 });
  for (const connections of [16, 64]) {
    const base = pgbench({ url: postgres.url, script: THREE_INSERTS, connections, seconds: SECONDS });
    const ours = await load({
      url: api.url,
      pid: api.pid,
      connections,
      seconds: SECONDS,
      request: create,
      expect: 201,
    });
    line(`pgbench, three inserts, ${connections} connections`, base);
    line(`create order, ${connections} connections`, {
      ...ours,
      ratio: (ours.perSecond / base.perSecond).toFixed(2),
      'p99 ratio': (ours.p99 / base.p99).toFixed(2),
    });
  }

  await database.query(
    `INSERT INTO orders (city_id, id, number, kind, category, state, version, title, description, area_path, community_code, subdistrict_code, reporter_id, created_by_id, anonymous, confidential, submitted_at)
     SELECT city_id, uuidv7(-make_interval(secs => g)), 'bench-' || g, kind, category, (ARRAY['submitted','accepted','dispatched','done','closed'])[1 + g % 5], 1, title || g, description,
            area_path, community_code, subdistrict_code, reporter_id, created_by_id, false, false, now() - make_interval(secs => g)
       FROM (SELECT * FROM orders WHERE number NOT LIKE 'bench-%' AND community_code IS NOT NULL ORDER BY id DESC LIMIT 1) o, generate_series(1, ${ROWS}) g`,
  );
  await database.query('VACUUM ANALYZE');
  const community = (await database.query(`SELECT community_code FROM orders WHERE number = 'bench-1'`)).rows[0]
    .community_code;
  const get = async (what, path, headers) =>
    line(
      what,
      await load({
        url: api.url,
        pid: api.pid,
        connections: 16,
        seconds: SECONDS,
        request: { method: 'GET', path, headers },
      }),
    );
  const {
    rows: [{ id }],
  } = await database.query(`SELECT id FROM orders WHERE number = 'bench-5000'`);
  await get('get by id', `/api/orders/${id}`, as(dispatcher));
  const list = `/api/orders?area=${community}&status=accepted&limit=20`;
  await get(`list of 20 of ${ROWS}`, list, as(dispatcher));
  const {
    rows: [last],
  } = await database.query(
    `SELECT id FROM orders WHERE city_id = 320400 AND community_code = $1 AND state = 'accepted' ORDER BY id LIMIT 1 OFFSET 25`,
    [community],
  );
  await get(
    'the same, last page',
    `${list}&cursor=${Buffer.from(JSON.stringify([last.id])).toString('base64url')}`,
    as(dispatcher),
  );

  const rss = [];
  let served = 0;
  while (served < 100_000) {
    served += (
      await load({
        url: api.url,
        connections: 64,
        seconds: 10,
        request: { method: 'GET', path: `/api/orders/${id}`, headers: as(dispatcher) },
      })
    ).requests;
    rss.push(Math.round(rssMb(api.pid)));
  }
  line(`memory over ${served} further requests`, { 'RSS MB': rss.join(' ') });
} finally {
  await database.end();
  await api.stop();
  await postgres.stop();
}
