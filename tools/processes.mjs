import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { accessSync, constants, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** @typedef {{ uid: number, gid: number }} Account */

/**
 * Runs a program to its end.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {import('node:child_process').ExecFileOptions} [options]
 * @returns {Promise<{ ok: boolean, output: string }>} `output` is everything it printed.
 */
export async function run(file, args, options = {}) {
  try {
    const { stdout, stderr } = await promisify(execFile)(file, args, {
      maxBuffer: 1 << 26,
      ...options,
      encoding: 'utf8',
    });
    return { ok: true, output: stdout + stderr };
  } catch (error) {
    const {
      stdout = '',
      stderr = '',
      message = '',
    } = /** @type {{stdout?: string, stderr?: string, message?: string}} */ (error);
    return { ok: false, output: stdout + stderr || message };
  }
}

/**
 * The command line of a live process, or null when there is none. A zombie is dead: it holds nothing any more.
 * @param {number} pid
 * @returns {string | null}
 */
export function commandOf(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (process.platform === 'linux') {
    try {
      const state = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '')[0];
      return state === 'Z' || state === 'X' ? null : readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return null;
    }
  }
  const listed =
    spawnSync('ps', ['-p', String(pid), '-o', 'state=,command='], { encoding: 'utf8' }).stdout?.trim() ?? '';
  return listed === '' || listed.startsWith('Z') ? null : listed;
}

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Asks again until the answer is yes or the time is over.
 * @param {() => boolean | Promise<boolean>} question
 * @param {number} milliseconds
 * @param {number} [between] milliseconds between two questions
 */
export async function eventually(question, milliseconds, between = 50) {
  const end = Date.now() + milliseconds;
  while (!(await question())) {
    if (Date.now() > end) return false;
    await pause(between);
  }
  return true;
}

/**
 * Below those of outgoing connections: whoever asks again and again whether somebody answers at a port of theirs is one day
 * given that very port to ask from, and answers itself; then nobody else can have it.
 */
const PORTS = { from: 20_000, to: 32_000 };

/** A port nobody on the loopback interface listens on at this moment. */
export async function freePort() {
  for (;;) {
    const port = randomInt(PORTS.from, PORTS.to);
    if (await isFree(port)) return port;
  }
}

/** @param {number} port */
function isFree(port) {
  return new Promise((/** @type {(is: boolean) => void} */ resolve, reject) => {
    const server = createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/**
 * Where a program is on the PATH (and where Debian keeps those of the administrator), or null.
 * @param {readonly string[]} names
 */
export function findProgram(...names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  for (const path of names.flatMap((name) => folders.map((folder) => join(folder, name)))) {
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // not here; the next folder may have it
    }
  }
  return null;
}

/**
 * @param {string} name
 * @returns {Account | null} null when this system has no such user.
 */
export function accountOf(name) {
  try {
    const id = (/** @type {string} */ flag) =>
      Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}
