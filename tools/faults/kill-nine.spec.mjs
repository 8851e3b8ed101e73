// The process is killed with -9 at random moments while people work. Afterwards every order is in the state before or after
// a move, history and outbox agree with it, every promise the API gave is kept, and nothing was done twice.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { build } from '../launcher/build.mjs';
import { eventually, freePort } from '../processes.mjs';
import { throwawayPostgres } from '../testing/throwaway-postgres.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAIN = join(ROOT, 'apps/api/dist/main.js');
const KILLS = Number(process.env.KILLS ?? 12);
const WORKERS = 6;

/** @type {Awaited<ReturnType<typeof throwawayPostgres>>} */
let postgres;
/** @type {pg.Client} */
let database;
/** @type {string} */
let dataDir;
/** @type {string} */
let url;
/** @type {import('node:child_process').ChildProcess} */
let child;

async function start() {
  const started = spawn(process.execPath, [MAIN], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'test',
      DEMO_MODE: 'true',
      WITH_WORKER: 'true',
      THROTTLE_DISABLED: 'true',
      LOG_LEVEL: 'silent',
      DATABASE_URL: postgres.url,
      DATA_DIR: dataDir,
      PORT: new URL(url).port,
      HOST: '127.0.0.1',
    },
  });
  child = started;
  const ready = () =>
    fetch(`${url}/api/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  const settled = await eventually(() => started.exitCode !== null || ready(), 300_000);
  assert.ok(settled && started.exitCode === null, 'the API did not come up');
}

/**
 * Sends a write until somebody answers; the key makes the repetition safe.
 * @param {string | undefined} token
 * @param {string} path
 * @param {object} body
 * @returns {Promise<{ id: string, state: string }>}
 */
async function insist(token, path, body) {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  };
  for (;;) {
    try {
      const answer = await fetch(`${url}/api/orders${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      if (answer.status === 503) throw new Error('not ready');
      const text = await answer.text();
      assert.ok(answer.ok, `${path}: ${answer.status} ${text}`);
      return JSON.parse(text);
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      await sleep(50);
    }
  }
}

before(async () => {
  await build(ROOT, ['run', 'api:build'], { say: () => undefined });
  postgres = await throwawayPostgres();
  dataDir = mkdtempSync(join(tmpdir(), 'linshao-kill-'));
  url = `http://127.0.0.1:${await freePort()}`;
  database = new pg.Client({ connectionString: postgres.url });
  await database.connect();
  await start();
});

after(async () => {
  child?.kill('SIGKILL');
  await database?.end();
  await postgres?.stop();
  if (dataDir) rmSync(dataDir, { recursive: true, force: true });
});

test(`${KILLS} kills lose nothing and double nothing`, async () => {
  const personas = ['resident', 'dispatcher', 'member'];
  /** @type {Record<string, string>} */
  const tokens = Object.fromEntries(
    await Promise.all(
      personas.map(async (persona) => {
        const answer = await fetch(`${url}/api/auth/demo`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ persona }),
        });
        const { accessToken } = /** @type {{ accessToken: string }} */ (await answer.json());
        return [persona, accessToken];
      }),
    ),
  );
  const category = leaves(await (await fetch(`${url}/api/categories`)).json()).find(({ kinds }) =>
    kinds.includes('wish'),
  )?.code;
  const title = `愿望 ${randomUUID()}`;
  /** What the API promised: order id → state it said. */
  const promised = new Map();
  let working = true;
  const work = async () => {
    while (working) {
      const { id } = await insist(tokens.resident, '', { kind: 'wish', category, title, description: '想学用手机' });
      promised.set(id, 'submitted');
      /** @type {[who: string, action: string, body: object][]} */
      const road = [
        ['dispatcher', 'accept', {}],
        ['dispatcher', 'dispatch', { pool: 'members' }],
        ['member', 'claim', {}],
        ['member', 'start', {}],
        ['member', 'done', { summary: '已经教会了' }],
        ['dispatcher', 'publish', {}],
        ['resident', 'rate', { solved: true, stars: 5 }],
      ];
      for (const [who, action, body] of road)
        promised.set(id, (await insist(tokens[who], `/${id}/${action}`, body)).state);
    }
  };
  const people = Promise.all(Array.from({ length: WORKERS }, work));
  for (let kill = 0; kill < KILLS; kill += 1) {
    await sleep(150 + Math.random() * 600);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    await start();
  }
  working = false;
  await people;
  await settle();

  const states = new Map(
    (await database.query('SELECT id, state FROM orders WHERE title = $1', [title])).rows.map((r) => [r.id, r.state]),
  );
  assert.ok(promised.size > KILLS, `too little was done to prove anything: ${promised.size} orders`);
  for (const [id, state] of promised) assert.equal(states.get(id), state, `order ${id}`);
  assert.equal(states.size, promised.size, 'an order exists that nobody was told of');
  await nothing(
    'an order and its history disagree',
    `
    SELECT o.id FROM orders o CROSS JOIN LATERAL (
      SELECT count(*)::int AS n, max(version) AS version, (array_agg(to_state ORDER BY version DESC, id DESC))[1] AS state
        FROM order_events e WHERE e.city_id = o.city_id AND e.order_id = o.id AND e.type LIKE 'order.%') h
     WHERE o.title = '${title}' AND (h.version <> o.version OR h.state <> o.state OR h.n <> o.version)`,
  );
  await nothing(
    'an event without its outbox row, or the other way round',
    `
    SELECT coalesce(e.id::text, x.event) FROM order_events e
      FULL JOIN (SELECT payload->>'eventId' AS event FROM outbox
                  WHERE topic IN ('order.moved', 'order.noted', 'deadline.reminded', 'deadline.missed', 'deadline.escalated')
                    AND payload->>'eventId' IS NOT NULL) x ON x.event = e.id::text
     WHERE e.id IS NULL OR x.event IS NULL`,
  );
  await nothing(
    'an event told twice to one person',
    `SELECT event_id FROM notifications GROUP BY city_id, event_id, person_id, channel HAVING count(*) > 1`,
  );
  await nothing(
    'an event missing in the ledger',
    `SELECT e.id FROM order_events e WHERE NOT EXISTS (SELECT FROM ledger_entries l WHERE l.city_id = e.city_id AND l.event_id = e.id)`,
  );
  await nothing('a subscriber that failed', 'SELECT outbox_id FROM outbox_failures');
});

/** @typedef {{ code: string, kinds: string[], children: Category[] }} Category */
/** @param {unknown} tree @returns {Category[]} */
const leaves = (tree) =>
  /** @type {Category[]} */ (tree).flatMap((node) => (node.children.length > 0 ? leaves(node.children) : [node]));

async function settle() {
  for (let i = 0; i < 300; i += 1) {
    const { rows } = await database.query('SELECT count(*)::int AS n FROM outbox WHERE handled_at IS NULL');
    if (rows[0].n === 0) return;
    await sleep(100);
  }
  assert.fail('the outbox was not emptied');
}

/** @param {string} what @param {string} query */
async function nothing(what, query) {
  const { rows } = await database.query(query);
  assert.deepEqual(rows.slice(0, 5), [], what);
}
