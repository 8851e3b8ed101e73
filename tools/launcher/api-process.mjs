import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The API stops taking requests, ends its jobs and closes its connections within this time, or is cut off. */
const GRACE_MS = 20_000;

/**
 * Runs the built API as a child.
 * @param {string} root the repository
 * @param {Readonly<Record<string, string>>} env added to the environment of this process
 */
export function startApi(root, env) {
  const follow = new URL('./follow-parent.mjs', import.meta.url).href;
  // A group of its own: the terminal's Ctrl-C reaches it through us, once.
  const child = spawn(process.execPath, ['--import', follow, join(root, 'apps/api/dist/main.js')], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
  /** @type {Promise<{ code: number | null, signal: NodeJS.Signals | null }>} */
  const ended = new Promise((resolve, reject) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', reject);
  });
  return {
    pid: child.pid ?? 0,
    ended,
    kill: () => child.kill('SIGKILL'),
    async stop() {
      const last = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
      child.kill('SIGTERM');
      await ended;
      clearTimeout(last);
    },
  };
}
