import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { Problem } from '../problem.mjs';
import { eventually, findProgram, freePort } from '../processes.mjs';

/**
 * A Redis for tests: a throwaway one of our own where the program is installed, else the one that is named.
 * @returns {Promise<{ url: string, stop: () => void } | null>} null when there is neither
 */
export async function redisForTests() {
  const redis = await throwawayRedis();
  if (redis !== null) return redis;
  const url = process.env.REDIS_URL;
  return url ? { url, stop: () => undefined } : null;
}

/**
 * A Redis that keeps nothing on disk: what it held is gone with it.
 * @returns {Promise<{ url: string, stop: () => void, restart: () => Promise<void> } | null>} null where the program is missing
 */
export async function throwawayRedis() {
  const program = findProgram('redis-server', 'valkey-server');
  if (program === null) return null;
  const port = await freePort();
  let child = await start(program, port);
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () => void child.kill(),
    restart: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      child = await start(program, port);
    },
  };
}

/** @param {string} program @param {number} port */
async function start(program, port) {
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', tmpdir()];
  const child = spawn(program, [...flags, '--maxmemory-policy', 'noeviction'], { stdio: 'ignore' });
  if (!(await eventually(() => answers(port), 10_000))) {
    child.kill();
    throw new Problem(`${program} did not start on port ${port}.`, 'Redis 未能启动。');
  }
  return child;
}

/** @param {number} port */
const answers = (port) =>
  new Promise((/** @type {(yes: boolean) => void} */ resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
