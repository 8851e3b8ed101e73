import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const SOURCES = ['apps', 'libs', 'package.json', 'package-lock.json', 'nx.json', 'tsconfig.base.json'];
const RESULTS = ['libs/domain/dist/index.js', 'apps/api/dist/main.js', 'apps/miniprogram/dist/h5/index.html'];
const NOT_SOURCES = new Set(['node_modules', 'dist', 'coverage']);

/**
 * Remembers that a build was made of what is there now. Nx knows the same, but takes three seconds of processor time to
 * say so; looking at names, sizes and times of the files takes a few hundredths.
 * @param {string} root the repository
 * @param {readonly string[]} args of the build
 */
export function buildStamp(root, args) {
  const file = join(root, '.nx', `built-${createHash('sha256').update(args.join(' ')).digest('hex').slice(0, 12)}`);
  // Taken before the build, so that a file edited meanwhile is not passed over.
  const sources = fingerprint(root, SOURCES);
  const whole = () => `${sources} ${fingerprint(root, RESULTS)}`;
  return {
    fresh: () => contentOf(file) === whole(),
    write() {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, whole());
    },
  };
}

/** @param {string} root @param {readonly string[]} paths */
function fingerprint(root, paths) {
  const hash = createHash('sha256').update(`${process.env.LINSHAO_API_ORIGIN} ${process.env.LINSHAO_DEMO}`);
  const visit = (/** @type {string} */ path) => {
    const status = statSync(path, { throwIfNoEntry: false });
    if (status?.isDirectory()) {
      for (const name of readdirSync(path).sort()) if (!NOT_SOURCES.has(name)) visit(join(path, name));
    } else {
      hash.update(`${path}\0${status?.size}\0${status?.mtimeMs}\0`);
    }
  };
  for (const path of paths) visit(join(root, path));
  return hash.digest('hex');
}

/** @param {string} file */
function contentOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
