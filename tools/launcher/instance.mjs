import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../problem.mjs';
import { commandOf, eventually } from '../processes.mjs';

/** @typedef {{ launcher: number, api: number | null, port: number }} Instance */

/** How long an API gets to finish its requests and close its connections. */
const GRACE_MS = 10_000;

/**
 * Makes this process the only launcher of a data directory. What a killed one left running is ended first.
 * @param {string} dataDir
 * @param {number} port
 * @param {(line: string) => void} say
 * @throws {Problem} when another launcher is alive
 */
export async function takeOver(dataDir, port, say) {
  const file = join(dataDir, 'launcher.json');
  const before = read(file);
  if (before && commandOf(before.launcher)?.includes('start.mjs')) {
    throw new Problem(
      `Already running (process ${before.launcher}) on port ${before.port}. Stop it with Ctrl-C there, or with: kill ${before.launcher}`,
      `已经在运行（进程 ${before.launcher}，端口 ${before.port}）。请在那里按 Ctrl-C，或执行 kill ${before.launcher}`,
    );
  }
  if (before?.api) await endOrphan(before.api, before.port, say);
  const write = (/** @type {number | null} */ api) =>
    writeFileSync(file, JSON.stringify({ launcher: process.pid, api, port }));
  write(null);
  return { serving: write, release: () => rmSync(file, { force: true }) };
}

/** @param {number} pid @param {number} port @param {(line: string) => void} say */
async function endOrphan(pid, port, say) {
  const alive = () => commandOf(pid)?.includes(join('api', 'dist', 'main.js')) ?? false;
  if (!alive()) return;
  say(`The API of an earlier start is still there (process ${pid}, port ${port}); ending it. 正在结束上次遗留的进程…`);
  process.kill(pid, 'SIGTERM');
  if (!(await eventually(() => !alive(), GRACE_MS))) process.kill(pid, 'SIGKILL');
  await eventually(() => !alive(), GRACE_MS);
}

/** @param {string} file @returns {Instance | null} */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
