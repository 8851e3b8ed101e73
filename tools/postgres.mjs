// A real PostgreSQL from npm. As a library: startPostgres. By hand: node tools/postgres.mjs start|stop|status [data directory]
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { accountFor, canEnter } from './postgres/account.mjs';
import { binariesFor } from './postgres/binaries.mjs';
import { address, initialise, start, stop } from './postgres/cluster.mjs';
import { ensureDatabase } from './postgres/database.mjs';
import { dismiss, livePostmaster } from './postgres/postmaster.mjs';
import { explain } from './problem.mjs';

/** Where root keeps what another user must reach and a private folder would hide. */
const SHARED = '/var/lib/linshao';
const DATABASE = 'linshao';

/**
 * @typedef {object} Postgres
 * @property {string} url address of the application's database, password included
 * @property {string} adminUrl address of the maintenance database
 * @property {string} dir where the data really is
 * @property {boolean} adopted it was already running
 * @property {() => Promise<void>} stop
 * @property {() => void} dismiss tells it to stop without waiting for the end
 */

/**
 * Starts (or adopts) the server of a data directory and makes sure the application's database exists.
 * @param {{ dir: string, durable?: boolean, port?: number, settings?: Readonly<Record<string, string>>, say?: (line: string) => void }} options
 *   `durable: false` is for throwaway data only: it survives no crash of the machine
 * @returns {Promise<Postgres>}
 * @throws {import('./problem.mjs').Problem} with the sentence for the person
 */
export async function startPostgres({ dir, durable = true, port, settings = {}, say = () => undefined }) {
  const cluster = await clusterAt(resolve(dir), say);
  await initialise(cluster, { durable });
  const haste = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const running = await start(cluster, {
    ...(port ? { port } : {}),
    settings: { ...(durable ? {} : haste), ...settings },
  });
  const adminUrl = address(cluster, running.port, 'postgres');
  await ensureDatabase(adminUrl, DATABASE);
  return {
    url: address(cluster, running.port, DATABASE),
    adminUrl,
    dir: cluster.dir,
    adopted: running.adopted,
    stop: () => stop(cluster),
    dismiss: () => dismiss(cluster.dir),
  };
}

/** @param {string} wanted @param {(line: string) => void} say */
async function clusterAt(wanted, say) {
  const account = accountFor(wanted);
  mkdirSync(dirname(wanted), { recursive: true });
  let dir = join(realpathSync(dirname(wanted)), basename(wanted));
  if (account && !(await canEnter(account, dirname(dir)))) {
    const hidden = dir;
    dir = join(SHARED, createHash('sha256').update(hidden).digest('hex').slice(0, 12));
    mkdirSync(SHARED, { recursive: true });
    chmodSync(SHARED, 0o755); // whatever the umask
    say(`${hidden} lies below a private folder that PostgreSQL's user cannot enter; its data is kept in ${dir}.`);
    say(`数据库用户无法进入该目录，数据改存于 ${dir}。`);
  }
  return { dir, account, binaries: await binariesFor(account, account ? SHARED : dirname(dir)) };
}

/** @param {string} verb @param {string} dir */
async function main(verb, dir) {
  const cluster = await clusterAt(resolve(dir), console.error);
  const server = existsSync(cluster.dir) ? livePostmaster(cluster.dir) : null;
  switch (verb) {
    case 'start':
      return console.log((await startPostgres({ dir })).url);
    case 'stop':
      return stop(cluster);
    case 'status':
      return console.log(server ? address(cluster, server.port, DATABASE) : 'stopped');
    default:
      console.error('Usage: node tools/postgres.mjs start|stop|status [data directory]');
      process.exitCode = 2;
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main(process.argv[2] ?? '', process.argv[3] ?? '.data/postgres').catch((error) => {
    explain(error);
    process.exitCode = 1;
  });
}
