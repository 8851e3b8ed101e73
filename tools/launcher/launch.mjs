import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../postgres.mjs';
import { Problem, explain } from '../problem.mjs';
import { startApi } from './api-process.mjs';
import { build } from './build.mjs';
import { takeOver } from './instance.mjs';
import { checkFolders, checkPort } from './preflight.mjs';
import { stopRequest } from './stop-request.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const say = (/** @type {string} */ line) => console.log(line);

/** Brings everything up, waits for Ctrl-C, takes everything down. Sets the exit code: 0 after a stop that was asked for. */
export async function launch() {
  /** @type {(() => unknown)[]} what to undo, last first */
  const undo = [];
  /** @type {(() => void)[]} what to end without ceremony */
  const force = [];
  const stop = stopRequest(() => force.forEach((end) => end()));
  try {
    const dataDir = resolve(ROOT, process.env.DATA_DIR || '.data');
    const port = Number(process.env.PORT || 3000);
    checkFolders(ROOT, dataDir);
    const instance = await takeOver(dataDir, port, say);
    undo.unshift(instance.release);
    await checkPort(process.env.HOST || '127.0.0.1', port);

    say('Building what changed (the first time takes a minute or two) … 正在构建，首次需一两分钟…');
    // The pages' switch between the demo's people stands in demo builds only.
    process.env.LINSHAO_DEMO = process.env.DEMO_MODE || 'true';
    await build(ROOT, ['run-many', '-t', 'build'], { say, signal: stop });
    stop.throwIfAborted();

    let databaseUrl = process.env.DATABASE_URL;
    if (!databaseUrl) {
      say('Starting PostgreSQL … 正在启动数据库…');
      const postgres = await startPostgres({ dir: join(dataDir, 'postgres'), say });
      undo.unshift(postgres.stop);
      force.push(postgres.dismiss);
      if (postgres.adopted) say('  It was still running from an earlier start. 沿用上次仍在运行的数据库。');
      databaseUrl = postgres.url;
    }
    stop.throwIfAborted();

    say('Starting the API … 正在启动服务…');
    const api = startApi(ROOT, {
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      PORT: String(port),
      DEMO_MODE: process.env.DEMO_MODE || 'true',
      WITH_WORKER: process.env.WITH_WORKER || 'true',
      H5_DIR: process.env.H5_DIR || join(ROOT, 'apps/miniprogram/dist/h5'),
    });
    force.push(api.kill);
    instance.serving(api.pid);
    await untilStopped(api, stop);
  } catch (error) {
    if (!stop.aborted) {
      explain(error);
      process.exitCode = 1;
    }
  }
  for (const step of undo) {
    try {
      await step();
    } catch (error) {
      explain(error);
      process.exitCode = 1;
    }
  }
  if (stop.aborted) say('Stopped. 已停止。');
}

/** @param {ReturnType<typeof startApi>} api @param {AbortSignal} stop */
async function untilStopped(api, stop) {
  const asked = new Promise((done) => stop.addEventListener('abort', done, { once: true }));
  await Promise.race([api.ended, asked]);
  if (stop.aborted) return api.stop();
  const { code, signal } = await api.ended;
  throw new Problem(
    `The API ended by itself (${signal ?? `code ${code}`}); its last words are above.`,
    '服务自行退出，原因见上。',
  );
}
