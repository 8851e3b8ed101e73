// The whole country's areas: how long they take to load, in how much memory, and how fast any of them is found again.
// node bench/areas-country.mjs [file of `npm run areas:extract -- --all`]        needs: npm run build
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { clearInterval, setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../apps/api/dist/migrations/index.js';
import { AreasRepository } from '../apps/api/dist/organisation/areas.repository.js';
import { AreasService } from '../apps/api/dist/organisation/areas.service.js';
import { dataSourceOptions } from '../apps/api/dist/platform/database/data-source.js';
import { Database } from '../apps/api/dist/platform/database/database.js';
import { benchPostgres } from './lib/stack.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const CLI = at('../apps/api/dist/organisation/load-areas.cli.js');
const SAMPLE = 5_000;

function countryFile() {
  const [given] = process.argv.slice(2);
  if (given) return given;
  const file = at('../.data/areas/country.jsonl');
  if (!existsSync(file))
    execFileSync(process.execPath, [at('../tools-data/areas/extract.mjs'), '--all', '--out', file]);
  return file;
}

/** Runs the loader as an operator would; its memory is what the kernel saw at most. */
async function load(databaseUrl, file) {
  const began = performance.now();
  const child = spawn(process.execPath, [CLI, file], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  let mb = 0;
  const watch = setInterval(() => {
    try {
      mb = Math.max(
        mb,
        Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
      );
    } catch {
      // It has just ended, or this is not Linux.
    }
  }, 100);
  const [code] = await once(child, 'close');
  clearInterval(watch);
  if (code !== 0) throw new Error(`the loader ended with ${code}`);
  return { seconds: (performance.now() - began) / 1000, mb: Math.round(mb), said: said.trim().split('\n').at(-1) };
}

async function times(nodes, work) {
  const all = [];
  for (const node of nodes) {
    const began = performance.now();
    await work(node);
    all.push(performance.now() - began);
  }
  all.sort((a, b) => a - b);
  const pick = (share) => all[Math.min(all.length - 1, Math.floor(all.length * share))].toFixed(2);
  return `p50 ${pick(0.5)} ms  p99 ${pick(0.99)} ms  max ${pick(1)} ms  (${nodes.length} nodes)`;
}

const file = countryFile();
const postgres = await benchPostgres();
try {
  for (const run of ['first load', 'same file again']) {
    const { seconds, mb, said } = await load(postgres.url, file);
    console.log(`${run.padEnd(34)}${seconds.toFixed(1)} s  ${mb} MB at most\n  ${said}`);
  }
  const dataSource = await new DataSource(dataSourceOptions(postgres.url, 2, MIGRATIONS)).initialize();
  const database = new Database(dataSource);
  const repository = new AreasRepository(database);
  const areas = new AreasService(database, repository);
  const pick = (where, limit) =>
    database.rows(`SELECT city_id, path FROM areas WHERE ${where} ORDER BY md5(path) LIMIT ${limit}`);
  const any = await pick('true', SAMPLE);
  const ofLevel = (level) => pick(`level = '${level}'`, 400);
  const cities = await ofLevel('city');
  const largest = await database.rows(
    'SELECT city_id, min(path) AS path, count(*) AS n FROM areas GROUP BY 1 ORDER BY 3 DESC LIMIT 1',
  );
  for (const { city_id, path } of any.slice(0, 50)) await areas.subtree(city_id, path);
  const subtree = ({ city_id, path }) => areas.subtree(city_id, path);
  console.log(
    'ancestors of any node'.padEnd(34),
    await times(any, ({ city_id, path }) => areas.ancestors(city_id, path)),
  );
  console.log('subtree of any node'.padEnd(34), await times(any, subtree));
  for (const level of ['subdistrict', 'district']) {
    console.log(`subtree of a ${level}`.padEnd(34), await times(await ofLevel(level), subtree));
  }
  console.log('subtree of a city, all rows'.padEnd(34), await times(cities, subtree));
  console.log(`largest city, all ${largest[0].n} rows`.padEnd(34), await times(Array(20).fill(largest[0]), subtree));
  await dataSource.destroy();
} finally {
  await postgres.stop();
}
