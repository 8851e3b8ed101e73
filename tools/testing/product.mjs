import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually, freePort } from '../processes.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** A first start builds everything on whatever machine this is. */
const PATIENCE_MS = 10 * 60_000;

/** For a test with many people: so many logins from one address would look like somebody who guesses passwords. */
export const MANY_LOGINS = { THROTTLE_DISABLED: 'true' };

/**
 * The product as a newcomer gets it from `npm start`, with a data folder of its own.
 * @param {Readonly<Record<string, string>>} [env]
 */
export async function product(env = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'linshao-product-'));
  // Under root the database runs as another user, who must get in.
  chmodSync(dataDir, 0o755);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;

  /** Starts it and waits until it serves. */
  async function start() {
    const began = Date.now();
    const child = spawn(process.execPath, [join(ROOT, 'tools/start.mjs')], {
      cwd: ROOT,
      env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: '', REDIS_URL: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    /** @type {Promise<number | string>} */
    const ended = new Promise((done) => child.once('exit', (code, signal) => done(signal ?? code ?? 1)));
    const serving = await eventually(() => child.exitCode !== null || answers(), PATIENCE_MS);
    if (!serving || child.exitCode !== null) throw new Error(`npm start did not come up:\n${output}`);
    return { child, ended, output: () => output, seconds: (Date.now() - began) / 1000 };
  }

  const answers = () =>
    fetch(`${url}/api/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  return { url, dataDir, start, answers, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
}
