// The pieces every measurement needs: a durable PostgreSQL of its own, one api process as it runs in production but for
// demo mode (its accounts) and lifted rate limits, and a way in.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../../tools/postgres.mjs';

const MAIN = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));
// For a look inside: BENCH_NODE_ARGS='--cpu-prof --cpu-prof-dir=/tmp/profile'
const NODE_ARGS = process.env.BENCH_NODE_ARGS?.split(' ') ?? [];

/** @param {{ settings?: Record<string, string> }} [options] */
export async function benchPostgres(options = {}) {
  const base = mkdtempSync(join(tmpdir(), 'linshao-bench-'));
  const postgres = await startPostgres({
    dir: join(base, 'postgres'),
    settings: { max_connections: '300', shared_buffers: '512MB', ...options.settings },
  });
  return {
    ...postgres,
    dataDir: join(base, 'data'),
    stop: async () => {
      await postgres.stop();
      rmSync(base, { recursive: true, force: true });
    },
  };
}

/**
 * One api process; `stop` resolves when it is gone.
 * @param port below 32768: above, somebody's outgoing connection may have it, even the very one that asks whether it answers
 */
export async function benchApi(postgres, port, env = {}) {
  const child = spawn(process.execPath, [...NODE_ARGS, MAIN], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'development',
      DEMO_MODE: 'true',
      THROTTLE_DISABLED: 'true',
      LOG_LEVEL: 'warn',
      WITH_WORKER: 'false',
      DATABASE_URL: postgres.url,
      DATA_DIR: postgres.dataDir,
      PORT: String(port),
      HOST: '127.0.0.1',
      ...env,
    },
  });
  const url = `http://127.0.0.1:${port}`;
  const started = performance.now();
  while (
    !(await fetch(`${url}/api/health/ready`).then(
      (r) => r.ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null) throw new Error(`the api ended with ${child.exitCode}`);
    if (performance.now() - started > 120_000) throw new Error('the api did not become ready');
    await sleep(100);
  }
  return {
    url,
    pid: child.pid,
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

export async function signIn(url, persona) {
  const answer = await fetch(`${url}/api/auth/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  });
  if (!answer.ok) throw new Error(`sign in ${persona}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()).accessToken;
}

/** CPU milliseconds a process has used, user and system (Linux counts in hundredths of a second). */
export function cpuMs(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

export function rssMb(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}
