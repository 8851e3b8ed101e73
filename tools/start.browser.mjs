// What a newcomer sees: npm start, the page in a browser, Ctrl-C, and a second start that remembers. Needs CHROMIUM_PATH.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { run } from './processes.mjs';
import { livePostmaster } from './postgres/postmaster.mjs';
import { product } from './testing/product.mjs';

/** Offline, silent and without a sandbox, which root may not have. */
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];
const QUIET = ['--disable-background-networking', '--disable-component-update', '--virtual-time-budget=20000'];

/** The page as the browser has it after its scripts have run. @param {string} url */
async function rendered(url) {
  const chromium = process.env.CHROMIUM_PATH ?? 'chromium';
  const { ok, output } = await run(chromium, [...FLAGS, ...QUIET, '--dump-dom', url], { timeout: 120_000 });
  assert.ok(ok, output);
  return output;
}

describe('npm start', async () => {
  const { url, dataDir, start, answers, remove } = await product();
  /** @type {Awaited<ReturnType<typeof start>> | undefined} */
  let running;
  const results = async () => {
    const answer = await fetch(`${url}/api/boards/results`);
    return /** @type {{ items: { title: string }[] }} */ (await answer.json()).items;
  };

  after(async () => {
    running?.child.kill('SIGTERM');
    await running?.ended;
    remove();
  });

  it('comes up with a community that has something to show', async () => {
    running = await start();
    assert.ok((await results()).length > 0);
    assert.ok(running.output().includes(new URL(url).port), 'it does not print its address');
  });

  it('shows the published results in a browser', async () => {
    const [first] = await results();
    assert.ok(first);
    const page = await rendered(url);
    assert.ok(page.includes(first.title), `the page does not show "${first.title}":\n${page.slice(0, 2000)}`);
  });

  it('stops cleanly on Ctrl-C and leaves nothing running', async () => {
    running?.child.kill('SIGINT');
    assert.equal(await running?.ended, 0, running?.output());
    assert.equal(await answers(), false);
    assert.equal(livePostmaster(`${dataDir}/postgres`), null);
  });

  it('is back quickly, with everything it knew', async (t) => {
    running = await start();
    t.diagnostic(`second start: ${running.seconds.toFixed(1)} s`);
    assert.ok(running.seconds < 30, `took ${running.seconds} s`);
    assert.ok((await results()).length > 0);
  });

  it('recovers after kill -9', async () => {
    const before = await results();
    running?.child.kill('SIGKILL');
    await running?.ended;
    running = await start();
    assert.deepEqual(await results(), before);
  });
});
