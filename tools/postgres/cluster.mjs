import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem, problemOfSystem } from '../problem.mjs';
import { eventually, freePort, run } from '../processes.mjs';
import { clearStaleLock, livePostmaster } from './postmaster.mjs';

/**
 * @typedef {import('../processes.mjs').Account} Account
 * @typedef {{ dir: string, binaries: string, account: Account | null }} Cluster
 */

const SUPERUSER = 'postgres';
const PASSWORD_FILE = 'linshao.password';
/** Locale "C" alone would make trigram search blind to Chinese; the default of the system may be SQL_ASCII. */
const LOCALE = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--lc-collate=C',
  '--lc-ctype=C.UTF-8',
];
/** The caller's own PG* variables and locale must not reach the server. */
const ENVIRONMENT = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };

/**
 * @param {Cluster} cluster
 * @param {string} name
 * @param {readonly string[]} args
 */
function command({ binaries, account }, name, args) {
  return run(join(binaries, 'bin', name), args, { ...account, cwd: '/', env: ENVIRONMENT });
}

/**
 * Makes the data directory if it is not there. It appears whole or not at all: an interrupted attempt leaves only
 * a neighbour that the next attempt throws away.
 * @param {Cluster} cluster
 * @param {{ durable: boolean }} options not durable: the disk is never waited for, a crash of the machine may lose all
 */
export async function initialise(cluster, { durable }) {
  const { dir, account } = cluster;
  const found = existsSync(dir) ? readdirSync(dir) : [];
  if (found.includes('PG_VERSION')) return secure(cluster);
  if (found.length > 0) {
    throw new Problem(
      `${dir} is neither empty nor a PostgreSQL data directory. Move it away, or set DATA_DIR to another folder.`,
      `${dir} 不是 PostgreSQL 数据目录，且不为空。请移走它，或用 DATA_DIR 指定其他目录。`,
    );
  }
  const [draft, password] = [`${dir}.new`, `${dir}.password`];
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (account) for (const path of [draft, password]) chownSync(path, account.uid, account.gid);
  const flags = [
    '--auth=scram-sha-256',
    `--pwfile=${password}`,
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ];
  const made = await command(cluster, 'initdb', ['-D', draft, '-U', SUPERUSER, ...LOCALE, ...flags]);
  if (!made.ok) {
    rmSync(draft, { recursive: true, force: true });
    throw failure('could not be set up', made.output);
  }
  renameSync(password, join(draft, PASSWORD_FILE));
  if (existsSync(dir)) rmdirSync(dir);
  renameSync(draft, dir);
}

/** A copied checkout may have lost the owner and the private mode that the server insists on. @param {Cluster} cluster */
async function secure({ dir, account }) {
  const version = readFileSync(join(dir, 'PG_VERSION'), 'utf8').trim();
  if (version !== '18') {
    throw new Problem(
      `${dir} holds data of PostgreSQL ${version}; this project runs 18. Move that folder away to start afresh.`,
      `${dir} 中是 PostgreSQL ${version} 的数据，本项目使用 18。请移走该目录后重新开始。`,
    );
  }
  if (account && statSync(dir).uid !== account.uid) await run('chown', ['-R', `${account.uid}:${account.gid}`, dir]);
  chmodSync(dir, 0o700);
}

/**
 * Starts the server, or adopts the one that outlived its launcher.
 * @param {Cluster} cluster
 * @param {{ port?: number, settings?: Readonly<Record<string, string>> }} options settings as in postgresql.conf
 * @returns {Promise<{ port: number, adopted: boolean }>}
 */
export async function start(cluster, { port, settings = {} }) {
  const { dir } = cluster;
  const survivor = await adopt(dir);
  if (survivor !== null) return { port: survivor, adopted: true };
  clearStaleLock(dir);
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: "''",
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...settings,
  };
  const flags = Object.entries(all).map(([name, value]) => `-c ${name}=${value}`);
  let output = '';
  // A backend of a killed server may hold the shared memory a moment longer, and a free port may be taken meanwhile.
  for (let attempt = 0; attempt < 5; attempt++) {
    const chosen = port ?? (await freePort());
    const log = join(dir, 'server.log');
    rmSync(log, { force: true });
    const options = `-p ${chosen} ${flags.join(' ')}`;
    const started = await command(cluster, 'pg_ctl', ['-D', dir, '-l', log, '-w', '-t', '120', '-o', options, 'start']);
    if (started.ok) return { port: chosen, adopted: false };
    output = started.output + (existsSync(log) ? readFileSync(log, 'utf8').slice(-2000) : '');
    const other = await adopt(dir);
    if (other !== null) return { port: other, adopted: true };
    if (!/in use|could not create any TCP/.test(output)) break;
    await eventually(() => false, 1000);
  }
  throw failure('did not start', output);
}

/** @param {string} dir @returns {Promise<number | null>} the port of a live server once it answers */
async function adopt(dir) {
  const settled = () => {
    const server = livePostmaster(dir);
    return server === null || server.ready;
  };
  await eventually(settled, 120_000);
  return livePostmaster(dir)?.port ?? null;
}

/**
 * Stops the server: sessions are cut off, what was committed is on disk.
 * @param {Cluster} cluster
 */
export async function stop(cluster) {
  if (livePostmaster(cluster.dir) === null) return;
  const stopped = await command(cluster, 'pg_ctl', ['-D', cluster.dir, '-m', 'fast', '-w', '-t', '60', 'stop']);
  if (!stopped.ok && livePostmaster(cluster.dir) !== null) throw failure('did not stop', stopped.output);
}

/** @param {Cluster} cluster @param {number} port @param {string} database */
export function address({ dir }, port, database) {
  const password = readFileSync(join(dir, PASSWORD_FILE), 'utf8').trim();
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}

/** @param {string} what @param {string} output */
function failure(what, output) {
  return (
    problemOfSystem(output) ??
    new Problem(`PostgreSQL ${what}:\n${output.trim()}`, 'PostgreSQL 启动或停止失败，原因见上。')
  );
}
