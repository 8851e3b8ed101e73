// Runs one of the API's command line programs: node tools/cli.mjs <path in apps/api/src without .cli.ts> [arguments].
// Without DATABASE_URL it works on the database of `npm start`, which is started for it when it is not running.
import { spawn } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './launcher/build.mjs';
import { nodeIsRecent } from './node-version.mjs';
import { startPostgres } from './postgres.mjs';
import { explain } from './problem.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** @param {string} program @param {readonly string[]} args */
async function run(program, args) {
  await build(ROOT, ['run', 'api:build'], { say: () => undefined });
  const dataDir = resolve(ROOT, process.env.DATA_DIR || '.data');
  const own = process.env.DATABASE_URL ? null : await startPostgres({ dir: join(dataDir, 'postgres') });
  const env = own
    ? { ...process.env, DATABASE_URL: own.url, DATA_DIR: dataDir, DEMO_MODE: process.env.DEMO_MODE || 'true' }
    : process.env;
  const child = spawn(process.execPath, [join(ROOT, 'apps/api/dist', `${program}.cli.js`), ...args], {
    stdio: 'inherit',
    env,
  });
  process.exitCode = await new Promise((done, fail) => {
    child.once('exit', (code) => done(code ?? 1));
    child.once('error', fail);
  });
  // A server that others use is left running.
  if (own && !own.adopted) await own.stop();
}

const [, , program = '', ...args] = process.argv;
if (nodeIsRecent()) {
  run(program, args).catch((error) => {
    explain(error);
    process.exitCode = 1;
  });
}
