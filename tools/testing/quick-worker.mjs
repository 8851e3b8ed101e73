import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Reached only by name at run time, or not installed because the product does not use them. `pg` is both: a second copy of it
 * would not know our number parser.
 */
const LEFT_OUT = [
  'pg',
  ...['@nestjs/websockets*', '@nestjs/microservices*', '@nestjs/platform-express', '@fastify/view'],
  ...['class-transformer/storage', '@node-rs/*', 'sharp', '*.node', 'pg-native', 'redis', 'mysql', 'mysql2', 'sqlite3'],
  ...['better-sqlite3', 'mongodb', 'mssql', 'oracledb', 'sql.js', '@sap/*', 'hdb-pool', '@google-cloud/spanner'],
  ...['pg-query-stream', 'react-native-sqlite-storage', 'typeorm-aurora-data-api-driver'],
];

/**
 * Runs the bundle with what V8 compiled in the first worker that ended in peace: a fifth of a worker's start is compiling. What is
 * stale or damaged V8 refuses by itself, and compiles.
 * @param {string} bundle
 */
const starter = (bundle) => `
const { existsSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { Module } = require('node:module');
const { Script } = require('node:vm');
const filename = ${JSON.stringify(bundle)}, cache = filename + '.cache';
const script = new Script(Module.wrap(readFileSync(filename, 'utf8')), {
  filename,
  cachedData: existsSync(cache) ? readFileSync(cache) : undefined,
  importModuleDynamically: (name) => import(name),
});
if (!existsSync(cache)) process.once('SIGTERM', () => {
  const part = cache + '.' + process.pid;
  writeFileSync(part, script.createCachedData());
  renameSync(part, cache);
});
script.runInThisContext().call(exports, exports, require, module, filename, __dirname);
`;

/**
 * The built worker as one file: it starts in a third of the time, so that it can be killed hundreds of times in a minute or
 * two. Same code, same process; only the loading of a few thousand files is spared.
 * @param {string} root the repository, with the api built
 * @param {string} folder where the file goes
 */
export async function quickWorker(root, folder) {
  const outfile = join(folder, 'worker.cjs');
  await build({
    stdin: {
      contents: `import 'reflect-metadata'; import { bootWorker } from './boot.js'; void bootWorker();`,
      resolveDir: join(root, 'apps/api/dist'),
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    keepNames: true,
    external: LEFT_OUT,
    define: { 'import.meta.url': '__here' },
    banner: {
      js: `const __here = require('node:url').pathToFileURL(${JSON.stringify(join(root, 'apps/api/dist/worker.js'))}).href;`,
    },
    logLevel: 'error',
  });
  const file = join(folder, 'start-worker.cjs');
  writeFileSync(file, starter(outfile));
  return { file, env: { NODE_PATH: join(root, 'node_modules') } };
}
