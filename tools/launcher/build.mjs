import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Problem } from '../problem.mjs';
import { buildStamp } from './build-stamp.mjs';

/** Nx neither stays behind as a daemon nor asks anything of the network. */
const QUIET = { NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false', FORCE_COLOR: '0' };
const HEARTBEAT_MS = 10_000;

/**
 * Builds what changed since the last time, printing a line for each project that is ready.
 * @param {string} root the repository
 * @param {readonly string[]} args for Nx, such as `run-many -t build`
 * @param {{ say: (line: string) => void, signal?: AbortSignal }} options
 * @throws {Problem} with what the compiler said
 */
export async function build(root, args, { say, signal }) {
  const stamp = buildStamp(root, args);
  if (stamp.fresh()) return say('  nothing changed 无需构建');
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const nx = join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  // A group of its own: Ctrl-C reaches Nx and its compilers through us, once.
  const child = spawn(process.execPath, [nx, ...args, '--output-style=static'], {
    cwd: root,
    env: { ...process.env, ...QUIET },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  const listen = (/** @type {Buffer} */ chunk) => {
    const text = String(chunk);
    output += text;
    for (const [, project, cached] of text.matchAll(/^> nx run ([^:\s]+):\S+( +\[)?/gm)) {
      say(`  ${project}: ${cached ? 'unchanged' : `${seconds()} s`}`);
    }
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const heartbeat = setInterval(() => say(`  … ${seconds()} s`), HEARTBEAT_MS);
  const abort = () => child.pid && process.kill(-child.pid, 'SIGTERM');
  signal?.addEventListener('abort', abort);
  try {
    const code = await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
    if (code !== 0)
      throw new Problem(`${output.trim()}\n\nThe build failed; its messages are above.`, '构建失败，原因见上。');
    stamp.write();
  } finally {
    clearInterval(heartbeat);
    signal?.removeEventListener('abort', abort);
  }
}
