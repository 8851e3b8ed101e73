import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem, explain } from '../problem.mjs';
import { findChromium } from './chromium.mjs';
import { MANY_LOGINS, product } from './product.mjs';
import { redisForTests } from './redis.mjs';
import { runJest, runNode } from './runners.mjs';
import { closingLine, sum } from './tally.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What is run a second time with Redis in PostgreSQL's place: all that queues, wakes or is told after a commit. */
const ON_QUEUES = 'platform/(queue|events)/|[.]jobs[.]|/(notifications|deadlines)/|story';

/**
 * Runs every suite, says what had to be left out and how to get it, and ends with the closing line. Sets the exit code.
 * With TEST_COMPLETE=true (the gate) anything left out is a failure.
 */
export async function runTests() {
  const complete = process.env.TEST_COMPLETE === 'true';
  /** @type {import('./tally.mjs').Tally[]} */
  const tallies = [];
  const leaveOut = (/** @type {string} */ what, /** @type {string} */ how) => {
    console.log(`left out: ${what} (${how})`);
    if (complete) tallies.push({ passed: 0, failed: 1, skipped: 0 });
  };
  try {
    if (!existsSync(join(ROOT, 'node_modules'))) {
      throw new Problem('The packages are not installed yet. Run "npm ci" first.', '依赖尚未安装，请先运行 npm ci。');
    }
    for (const config of jestConfigs()) {
      title(dirname(config));
      tallies.push(await runJest(ROOT, config));
    }
    title('tools');
    tallies.push(await runNode(ROOT, specsOf('tools', '.spec.mjs'), { env: { REDIS_URL: '' } }));

    const redis = await redisForTests();
    if (redis) {
      title('queues once more, on Redis');
      const env = { TEST_REDIS_URL: redis.url, REDIS_URL: redis.url };
      tallies.push(await runJest(ROOT, 'apps/api/jest.config.cjs', { only: ON_QUEUES, env }));
      tallies.push(await runNode(ROOT, specsOf('tools/faults', '.spec.mjs'), { env }));
      redis.stop();
    } else {
      leaveOut('queues on Redis', 'install redis-server, e.g. apt-get install redis-server, or set REDIS_URL');
    }

    const chromium = findChromium();
    if (chromium) {
      title('the whole product in Chromium');
      tallies.push(await inBrowser(chromium));
    } else {
      leaveOut('pages in a browser', 'install Chromium, e.g. apt-get install chromium, or set CHROMIUM_PATH');
    }
  } catch (error) {
    explain(error);
    tallies.push({ passed: 0, failed: 1, skipped: 0 });
  }
  const total = sum(tallies);
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
  console.log(`\n${closingLine(total)}`);
}

/** All pages on one product: each file finds again what it made itself. @param {string} chromium */
async function inBrowser(chromium) {
  const { url, start, remove } = await product(MANY_LOGINS);
  const { child, ended } = await start();
  try {
    const env = { CHROMIUM_PATH: chromium, PRODUCT_URL: url };
    return await runNode(ROOT, specsOf('tools', '.browser.mjs'), { oneByOne: true, env });
  } finally {
    child.kill('SIGTERM');
    await ended;
    remove();
  }
}

/** @param {string} name */
const title = (name) => console.log(`\n── ${name} ──`);

/** Every project that has tests, the quick ones first. */
function jestConfigs() {
  const projects = ['libs', 'apps'].flatMap((group) =>
    readdirSync(join(ROOT, group)).map((name) => `${group}/${name}`),
  );
  const configs = projects
    .map((project) => `${project}/jest.config.cjs`)
    .filter((path) => existsSync(join(ROOT, path)));
  return configs.sort((a, b) => Number(a.includes('/api/')) - Number(b.includes('/api/')));
}

/** @param {string} folder @param {string} suffix */
function specsOf(folder, suffix) {
  const entries = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(suffix));
  return files.map((entry) => relative(ROOT, join(entry.parentPath, entry.name))).sort();
}
