/**
 * Looks at what was built: `node scripts/check-build.mjs [h5] [weapp]`. Taro exits 0 even when it built nothing, and
 * WeChat refuses a package only at upload; so missing pages, lost attributes and sizes over budget are found here.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
const KIB = 1024;
/** WeChat itself allows 2 MiB a package; ours are smaller, because people wait for them on old phones. */
const BUDGET = { main: 900 * KIB, sub: 500 * KIB, total: 4096 * KIB, firstLoad: 300_000, tabIcon: 40 * KIB };
const HOME = 'pages/home/index';

const faults = [];
const demand = (holds, fault) => holds || faults.push(fault);

function withinBudget(name, bytes, budget) {
  console.log(`${name.padEnd(32)} ${(bytes / 1000).toFixed(1).padStart(8)} kB of ${(budget / 1000).toFixed(1)} kB`);
  demand(bytes <= budget, `${name} is over its budget by ${bytes - budget} bytes`);
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function checkWeapp(root) {
  const app = JSON.parse(readFileSync(join(root, 'app.json'), 'utf8'));
  const subpackages = app.subPackages ?? [];
  const pages = [...app.pages, ...subpackages.flatMap((sub) => sub.pages.map((page) => posix.join(sub.root, page)))];
  for (const page of pages) {
    for (const kind of ['.js', '.json', '.wxml'])
      demand(existsSync(join(root, page + kind)), `weapp lacks ${page}${kind}`);
  }
  for (const { pagePath, iconPath, selectedIconPath } of app.tabBar.list) {
    demand(app.pages.includes(pagePath), `tab ${pagePath} is not in the main package`);
    for (const icon of [iconPath, selectedIconPath]) {
      const size = statSync(join(root, icon), { throwIfNoEntry: false })?.size ?? Infinity;
      demand(size <= BUDGET.tabIcon, `tab icon ${icon} is missing or larger than 40 KB`);
    }
  }
  demand(app.lazyCodeLoading === 'requiredComponents', 'app.json has lost lazyCodeLoading');
  demand(
    readFileSync(join(root, 'base.wxml'), 'utf8').includes('aria-label'),
    'base.wxml has lost its aria attributes',
  );
  demand(existsSync(join(root, 'project.config.json')), 'weapp lacks project.config.json');
  checkPackages(root, subpackages);
}

function checkPackages(root, subpackages) {
  const sizes = new Map([['main', 0], ...subpackages.map((sub) => [sub.root, 0])]);
  for (const file of filesBelow(root).filter((name) => !/\.(map|LICENSE\.txt)$/.test(name))) {
    const home = subpackages.find((sub) => file.startsWith(join(root, sub.root, '/')))?.root ?? 'main';
    sizes.set(home, sizes.get(home) + statSync(file).size);
  }
  for (const [name, bytes] of sizes) withinBudget(`weapp ${name}`, bytes, name === 'main' ? BUDGET.main : BUDGET.sub);
  withinBudget(
    'weapp total',
    [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0),
    BUDGET.total,
  );
}

function checkH5(root) {
  const html = readFileSync(join(root, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path.slice(1));
  for (const path of named) demand(existsSync(join(root, path)), `index.html names ${path}, which is not there`);
  demand(
    named.some((path) => path.endsWith('.js')),
    'index.html loads no script',
  );

  // The home page is a chunk of its own; which one stands in the entry, behind the page's path.
  const entry = named
    .filter((path) => path.endsWith('.js'))
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n');
  const [, behind = ''] = entry.split(new RegExp(`["']?path["']?:\\s*["']${HOME}["']`));
  const route = behind.slice(0, behind.indexOf('Object.assign'));
  const chunks = [...route.matchAll(/\.e\((\d+)\)/g)].map(([, id]) => id);
  demand(chunks.length > 0, `the H5 entry does not load ${HOME}`);

  const ofHome = ['js', 'css'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => chunks.includes(name.split('.')[0]) && !/\.(br|LICENSE\.txt)$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  const bytes = ['index.html', ...named, ...ofHome]
    .map((path) => gzipSync(readFileSync(join(root, path))).length)
    .reduce((sum, size) => sum + size, 0);
  withinBudget('h5 first load, gzip', bytes, BUDGET.firstLoad);
  for (const file of filesBelow(root)) demand(!/\.(ttf|woff2?|otf)$/.test(file), `h5 ships a font: ${file}`);
}

const CHECKS = { h5: checkH5, weapp: checkWeapp };
const targets = process.argv.slice(2);
for (const target of targets) {
  const root = join(DIST, target);
  const start = join(root, target === 'h5' ? 'index.html' : 'app.json');
  if (existsSync(start)) CHECKS[target](root);
  else faults.push(`${target}: nothing was built (${start} is missing)`);
}
for (const fault of faults) console.error(`✗ ${fault}`);
process.exitCode = faults.length === 0 && targets.length > 0 ? 0 : 1;
