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
import { AreaChangesRepository } from '../apps/api/dist/organisation/area-changes.repository.js';
import { AreaReferencesRepository } from '../apps/api/dist/organisation/area-references.repository.js';
import { AreasRepository } from '../apps/api/dist/organisation/areas.repository.js';
import { AreasService } from '../apps/api/dist/organisation/areas.service.js';
import { withinPath } from '../apps/api/dist/platform/database/conditions.js';
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

/** 100 × 100 hexagon-like grids that overlap a little at their corners. */
const drawGrids = (database, { city_id, path }) =>
  database.rows(
    `INSERT INTO areas (city_id, id, code, name, level, path, polygon, source)
     SELECT $1, uuidv7(), 'X' || n, 'X' || n, 'grid', $2 || '/999999999999/X' || n,
            polygon(6, circle(point(119.005 + (n % 100) * 0.01, 31.005 + (n / 100) * 0.01), 0.006)), 'bench'
       FROM generate_series(0, 9999) AS n`,
    [city_id, path],
  );

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
  const areas = new AreasService(database, repository, new AreaReferencesRepository(), new AreaChangesRepository());
  const pick = (where, limit) =>
    database.rows(`SELECT city_id, path FROM areas WHERE ${where} ORDER BY md5(path) LIMIT ${limit}`);
  const any = await pick('true', SAMPLE);
  const [largest] = await database.rows(
    `SELECT city_id, min(path) AS path, count(*)::int AS n FROM areas GROUP BY 1 ORDER BY 3 DESC LIMIT 1`,
  );
  const ancestors = ({ city_id, path }) => areas.ancestors(city_id, path);
  const subtree = ({ city_id, path }) => areas.subtree(city_id, path);
  const page = ({ city_id, path }) => repository.list(city_id, { withinPath: path }, 100);
  for (const node of any.slice(0, 200)) await Promise.all([ancestors(node), subtree(node), page(node)]);
  const tell = async (what, nodes, work) => console.log(what.padEnd(34), await times(nodes, work));
  await tell('ancestors of any node', any, ancestors);
  await tell('subtree of any node, all of it', any, subtree);
  for (const level of ['subdistrict', 'district', 'city']) {
    const nodes = await pick(`level = '${level}'`, 400);
    await tell(`subtree of a ${level}, a page of 100`, nodes, page);
    await tell(`subtree of a ${level}, all of it`, nodes, subtree);
  }
  await tell(`largest city, all ${largest.n} areas`, Array(50).fill(largest), subtree);
  const [plan] = await database.rows(
    `EXPLAIN (ANALYZE, FORMAT JSON) SELECT id FROM areas WHERE city_id = ${largest.city_id} AND ${withinPath('path', `'${largest.path}'`)}`,
  );
  console.log('the same inside PostgreSQL'.padEnd(34), `${plan['QUERY PLAN'][0]['Execution Time'].toFixed(2)} ms`);
  await drawGrids(database, largest);
  const points = Array.from({ length: SAMPLE }, () => [119 + Math.random(), 31 + Math.random()]);
  await tell('grid of a point, 10,000 borders', points, ([lng, lat]) => areas.areaAtPoint(largest.city_id, lng, lat));
  await dataSource.destroy();
} finally {
  await postgres.stop();
}
