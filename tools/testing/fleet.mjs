import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { eventually, freePort } from '../processes.mjs';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

const MAIN = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));
const WORKER = fileURLToPath(new URL('../../apps/api/dist/worker.js', import.meta.url));

/** A database and the queue its workers wait at. @typedef {{ databaseUrl: string, redisUrl: string, queuePrefix: string }} Place */

/**
 * Processes of the product on databases of a test's own, which are there to be killed.
 * @param {{ folder: string, quick?: { file: string, env: Readonly<Record<string, string>> } }} parts `quick`: a worker in one file
 */
export function fleet({ folder, quick }) {
  /** @type {Set<ChildProcess>} */
  const alive = new Set();

  /** @param {readonly string[]} args @param {Place} place @param {Readonly<Record<string, string>>} env */
  function launch(args, { databaseUrl, redisUrl, queuePrefix }, env) {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        NODE_ENV: 'test',
        DEMO_MODE: 'true',
        LOG_LEVEL: 'info',
        DATABASE_URL: databaseUrl,
        REDIS_URL: redisUrl,
        QUEUE_PREFIX: queuePrefix,
        DATA_DIR: join(folder, 'data'),
        ...env,
      },
    });
    alive.add(child);
    child.once('exit', () => alive.delete(child));
    return child;
  }

  /** An API without a worker that answers. @param {Place} place @param {Readonly<Record<string, string>>} [env] */
  async function api(place, env = {}) {
    const url = `http://127.0.0.1:${await freePort()}`;
    const child = launch([MAIN], place, { WITH_WORKER: 'false', PORT: new URL(url).port, HOST: '127.0.0.1', ...env });
    const live = () =>
      fetch(`${url}/api/health/live`).then(
        ({ ok }) => ok,
        () => false,
      );
    const settled = await eventually(() => child.exitCode !== null || live(), 300_000);
    assert.ok(settled && child.exitCode === null, 'an API did not come up');
    return { child, url };
  }

  /** @param {Place} place @param {Readonly<Record<string, string>>} [env] */
  const worker = (place, env = {}) => launch([quick?.file ?? WORKER], place, { ...quick?.env, ...env });

  return {
    api,
    worker,

    /** A worker that has said it works. @param {Place} place @param {Readonly<Record<string, string>>} [env] */
    async readyWorker(place, env = {}) {
      const child = worker(place, env);
      let said = '';
      child.stdout?.on('data', (chunk) => (said += chunk));
      await eventually(() => said.includes('"working"') || child.exitCode !== null, 120_000);
      assert.equal(child.exitCode, null, 'a worker did not come up');
      return child;
    },

    /** Brings the demo community into a database. @param {Place} place */
    async loadDemo(place) {
      const { child } = await api(place);
      await end(child);
    },

    killAll: () => Promise.all([...alive].map((child) => end(child, 'SIGKILL'))),
  };
}

/** @param {ChildProcess} child @param {NodeJS.Signals} [signal] */
export async function end(child, signal = 'SIGTERM') {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

/** A client that outlives a restart of the server as a broken one, not as a crash. @param {string} url */
export async function connect(url) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
