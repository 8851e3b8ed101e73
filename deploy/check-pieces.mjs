// Runs what docker-compose.yml and the Dockerfile describe, without Docker: the same files in an empty folder, the same
// commands and variables, the same nginx configuration, on a real PostgreSQL and Redis. Needs redis-server, nginx and a build.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { eventually, findProgram, freePort, run } from '../tools/processes.mjs';
import { redisForTests } from '../tools/testing/redis.mjs';
import { throwawayPostgres } from '../tools/testing/throwaway-postgres.mjs';
import { serviceOf, variablesOf } from './compose.mjs';
import { environmentOf, stageInto, stageOf } from './dockerfile.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const COMPOSE = join(ROOT, 'docker-compose.yml');
const DOCKERFILE = join(ROOT, 'Dockerfile');

const key = () => randomBytes(32).toString('base64');
/** What an operator would put into .env. */
const FILLED_IN = {
  POSTGRES_PASSWORD: 'pieces',
  PUBLIC_URL: 'https://linshao.example',
  CITY_ID: '320400',
  JWT_SECRET: key(),
  DATA_KEYS: `k1:${key()}`,
  HMAC_KEY: key(),
  WECHAT_APPID: 'wx0123456789abcdef',
  WECHAT_SECRET: randomBytes(16).toString('hex'),
};

const PHOTO_STORE = {
  S3_ENDPOINT: 'https://s3.example',
  S3_BUCKET: 'linshao',
  S3_REGION: 'auto',
  S3_ACCESS_KEY: 'key',
  S3_SECRET_KEY: key(),
};

/** @returns {Promise<(env: Record<string, string | undefined>) => unknown>} the API's own reader of its environment */
async function configReader() {
  const built = pathToFileURL(join(ROOT, 'apps/api/dist/platform/config/config.js')).href;
  return (await import(built)).parseConfig;
}

describe('what docker-compose.yml says', () => {
  it('names only variables that the application reads', async () => {
    const parseConfig = await configReader();
    const known = new Set();
    const { environment } = serviceOf(COMPOSE, 'api', { ...FILLED_IN, ...PHOTO_STORE });
    parseConfig(new Proxy(environment, { get: (env, name) => (known.add(name), Reflect.get(env, name)) }));
    for (const service of ['api', 'worker']) {
      const unknown = Object.keys(serviceOf(COMPOSE, service, FILLED_IN).environment).filter(
        (name) => !known.has(name),
      );
      assert.deepEqual(unknown, [], service);
    }
  });

  it('starts nothing while a secret is missing', () => {
    const { required } = variablesOf(COMPOSE);
    assert.deepEqual(required, Object.keys(FILLED_IN).sort());
    for (const name of required) {
      assert.throws(() => serviceOf(COMPOSE, 'api', { ...FILLED_IN, [name]: '' }), new RegExp(name));
    }
  });

  it('asks for nothing that deploy/env.example does not explain', () => {
    const explained = readFileSync(join(ROOT, 'deploy/env.example'), 'utf8');
    const missing = variablesOf(COMPOSE).all.filter((name) => !new RegExp(`^#?${name}=`, 'm').test(explained));
    assert.deepEqual(missing, []);
  });
});

describe('the pieces together', () => {
  const folder = mkdtempSync(join(tmpdir(), 'linshao-pieces-'));
  const image = join(folder, 'app');
  /** @type {(() => unknown)[]} */
  const undo = [];
  /** @type {Record<string, ReturnType<typeof start>>} */
  const services = {};
  let site = '';

  before(async () => {
    mkdirSync(image);
    const app = stageOf(DOCKERFILE, 'app');
    await stageInto(app, ROOT, image);
    const postgres = await throwawayPostgres();
    undo.unshift(postgres.stop);
    const redis = await redisForTests();
    assert.ok(redis, 'redis-server is not installed');
    undo.unshift(redis.stop);
    const apiPort = await freePort();
    const here = {
      // The only differences from Compose: where its host names lead, and the folder of its volume.
      DATABASE_URL: postgres.url,
      REDIS_URL: redis.url,
      HOST: '127.0.0.1',
      PORT: String(apiPort),
      WORKER_PORT: String(await freePort()),
      DATA_DIR: join(folder, 'data'),
    };
    for (const name of ['api', 'worker']) {
      const { command, environment } = serviceOf(COMPOSE, name, FILLED_IN);
      services[name] = start(command, image, { ...environmentOf(app), ...environment, ...here });
    }
    site = await startNginx(folder, `127.0.0.1:${apiPort}`, undo);
    const ready = () =>
      fetch(`${site}/api/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
    assert.ok(await eventually(ready, 60_000), `not ready; the API said:\n${services.api?.output()}`);
  });

  after(async () => {
    for (const service of Object.values(services)) service.child.kill('SIGKILL');
    for (const step of undo) await step();
    rmSync(folder, { recursive: true, force: true });
  });

  it('serves the pages, unchanging files for a year', async () => {
    const page = await fetch(site);
    assert.equal(page.status, 200);
    assert.equal(page.headers.get('cache-control'), 'no-cache');
    const [script] = /js\/[\w.-]+\.js/.exec(await page.text()) ?? [];
    assert.ok(script, 'the page loads no script');
    const file = await fetch(`${site}/${script}`, { headers: { 'Accept-Encoding': 'gzip' } });
    assert.match(file.headers.get('cache-control') ?? '', /immutable/);
    assert.match(file.headers.get('content-type') ?? '', /javascript/);
    assert.equal(file.headers.get('content-encoding'), 'gzip');
    assert.equal((await fetch(`${site}/js/no-such-file.js`)).status, 404);
  });

  it('passes the API through, errors included', async () => {
    assert.equal((await fetch(`${site}/api/health/ready`)).status, 200);
    const missing = await fetch(`${site}/api/no-such-thing`);
    assert.equal(missing.status, 404);
    assert.match(missing.headers.get('content-type') ?? '', /application\/problem\+json/);
  });

  it('keeps figures and oversized bodies away', async () => {
    assert.equal((await fetch(`${site}/metrics`)).status, 404);
    const body = new Uint8Array(12 * 1024 * 1024);
    const refused = await fetch(`${site}/api/files`, { method: 'POST', body }).then(
      ({ status }) => status,
      () => 413,
    );
    assert.equal(refused, 413);
  });

  it('offers no demo door in production', async () => {
    const door = await fetch(`${site}/api/auth/demo`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ persona: 'admin' }),
    });
    assert.equal(door.status, 404);
  });

  it('keeps its worker alive, and both stop cleanly when told', async () => {
    for (const [name, { child, ended, output }] of Object.entries(services)) {
      assert.equal(child.exitCode, null, `${name} ended early:\n${output()}`);
      child.kill('SIGTERM');
      // Nest closes everything and then ends by the signal it was given.
      assert.ok([0, 'SIGTERM'].includes(await ended), `${name} said:\n${output()}`);
    }
  });
});

/** @param {readonly string[]} command @param {string} cwd @param {Record<string, string>} env */
function start([file = '', ...args], cwd, env) {
  // Nothing of this machine's environment but the way to Node.
  const child = spawn(file, args, { cwd, env: { PATH: process.env.PATH, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
  /** @type {Promise<number | string>} */
  const ended = new Promise((done) => child.once('exit', (code, signal) => done(signal ?? code ?? 1)));
  return { child, ended, output: () => text.slice(-2000) };
}

/** @param {string} folder @param {string} upstream @param {(() => unknown)[]} undo @returns {Promise<string>} its address */
async function startNginx(folder, upstream, undo) {
  const nginx = findProgram('nginx');
  assert.ok(nginx, 'nginx is not installed');
  const port = await freePort();
  const { environment } = serviceOf(COMPOSE, 'web', FILLED_IN);
  const values = {
    ...environmentOf(stageOf(DOCKERFILE, 'web')),
    ...environment,
    WEB_LISTEN: `127.0.0.1:${port}`,
    H5_ROOT: join(ROOT, 'apps/miniprogram/dist/h5'),
    API_UPSTREAM: upstream,
  };
  const template = readFileSync(join(ROOT, 'deploy/nginx.conf.template'), 'utf8');
  const site = Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`\${${name}}`, value), template);
  assert.doesNotMatch(site, /\$\{/, 'the template names a variable that nobody sets');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const main = [
    `pid ${folder}/nginx.pid; error_log ${folder}/nginx.log; daemon off;`,
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    `events {} http { include /etc/nginx/mime.types; access_log off; ${temporary.join(' ')}`,
    `${site} }`,
  ];
  const config = join(folder, 'nginx.conf');
  writeFileSync(config, main.join('\n'));
  const { ok, output } = await run(nginx, ['-t', '-c', config]);
  assert.ok(ok, output);
  const child = spawn(nginx, ['-c', config], { stdio: ['ignore', 'inherit', 'inherit'] });
  undo.unshift(() => child.kill('SIGTERM'));
  return `http://127.0.0.1:${port}`;
}
