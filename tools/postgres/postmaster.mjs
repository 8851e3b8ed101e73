import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf } from '../processes.mjs';

const FILE = 'postmaster.pid';

/**
 * What the server's lock file says. Its lines are: process, data directory, start time, port, socket folder,
 * address, shared memory, status (see PostgreSQL's pidfile.h).
 * @param {string} dir data directory
 * @returns {{ pid: number, port: number, ready: boolean } | null} null when no server of this directory is alive
 */
export function livePostmaster(dir) {
  let lines;
  try {
    lines = readFileSync(join(dir, FILE), 'utf8').split('\n');
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  // The number may since belong to somebody else: only a server started on this very directory counts.
  const alive = commandOf(pid)?.includes(`-D ${dir} `) ?? false;
  return alive ? { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' } : null;
}

/**
 * Removes what a killed server left behind. Never call it while one is alive.
 * @param {string} dir
 */
export function clearStaleLock(dir) {
  rmSync(join(dir, FILE), { force: true });
}

/**
 * Tells a live server to cut its sessions off and stop; PostgreSQL calls this a fast shutdown.
 * @param {string} dir
 */
export function dismiss(dir) {
  const server = livePostmaster(dir);
  if (server) process.kill(server.pid, 'SIGINT');
}
