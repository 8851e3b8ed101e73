// The clock of one API's machine is a day off, from the start and suddenly: its promises go by the database's all the same.
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from '../launcher/build.mjs';
import { eventually } from '../processes.mjs';
import { callAs } from '../testing/api-caller.mjs';
import { connect, end, fleet } from '../testing/fleet.mjs';
import { NO_FAKETIME, ownClock } from '../testing/own-clock.mjs';
import { throwawayPostgres } from '../testing/throwaway-postgres.mjs';

const RESIDENT = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"persona":"resident"}' };
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** @type {string} */
let folder;
/** @type {Awaited<ReturnType<typeof throwawayPostgres>>} */
let postgres;
/** @type {ReturnType<typeof fleet>} */
let programs;

before(async () => {
  await build(ROOT, ['run', 'api:build'], { say: () => undefined });
  folder = mkdtempSync(join(tmpdir(), 'linshao-clock-'));
  chmodSync(folder, 0o755);
  programs = fleet({ folder });
  postgres = await throwawayPostgres();
});

after(async () => {
  await programs?.killAll();
  await postgres?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

test(
  'an API whose machine is a day off begins, meets and misses promises by the database’s time',
  { skip: NO_FAKETIME },
  async () => {
    const here = { databaseUrl: postgres.url, redisUrl: '', queuePrefix: '{clock}' };
    await programs.loadDemo(here);
    const database = await connect(here.databaseUrl);
    const clock = ownClock(folder, 'clock', '+1d');
    const { child, url } = await programs.api(here, { ...clock.env, THROTTLE_DISABLED: 'true' });
    const offset = async () => Number(/^linshao_clock_offset_seconds (.+)$/m.exec(await textOf(`${url}/metrics`))?.[1]);
    /** @type {string[]} */
    const made = [];
    // Wrong from the start, then jumping by two days while it serves.
    for (const [jump, ahead] of /** @type {const} */ ([
      ['+1d', -86_400],
      ['-1d', 86_400],
    ])) {
      clock.set(jump);
      assert.ok(
        await eventually(async () => Math.abs((await offset()) - ahead) < 1, 10_000),
        'the jump was not noticed',
      );
      const { id } = await (
        await callAs(url, 'resident')
      )('/orders', { kind: 'problem', category: 'corridor-light', title: '楼道灯不亮', description: '看不清台阶' });
      // Who is on duty is on duty for a shift: a day off it would be somebody else.
      const duty = await callAs(url, 'duty');
      await duty(`/orders/${id}/reply`, { text: '电工师傅已经出发，今晚修好。' });
      const { rows } = await database.query(
        `SELECT kind, state, abs(extract(epoch FROM now() - started_at)) < 60 AS begun, abs(extract(epoch FROM now() - fulfilled_at)) < 60 AS came
         FROM deadlines WHERE order_id = $1 AND kind IN ('reply', 'total') ORDER BY kind`,
        [id],
      );
      assert.deepEqual(rows, [
        { kind: 'reply', state: 'met', begun: true, came: true },
        { kind: 'total', state: 'running', begun: true, came: null },
      ]);
      /** @type {{ type: string, at: string }[]} */
      const timeline = await duty(`/orders/${id}/timeline`);
      assert.deepEqual(
        timeline.map(({ type }) => type),
        ['order.submitted', 'order.replied'],
      );
      made.push(id);
      const { accessToken } = await (await fetch(`${url}/api/auth/demo`, RESIDENT)).json();
      assertNow(JSON.parse(Buffer.from(accessToken.split('.')[1], 'base64url').toString()).iat * 1_000, 'a login');
      assertNow(Number.parseInt(id.replace('-', '').slice(0, 12), 16), 'the id of an order');
      for (const { at, type } of timeline) assertNow(Date.parse(at), type);
    }
    // What is told two days "before" the order was made is not lost.
    const resident = await callAs(url, 'resident');
    await resident(`/orders/${made[0]}/remark`, { text: '谢谢，已经看到师傅了。' });
    assert.equal((await resident(`/orders/${made[0]}/timeline`)).at(-1).type, 'order.remarked');
    await end(child);
    await database.end();
  },
);

/** Whatever a machine's clock says, what it makes tells the time of the database. @param {number} milliseconds @param {string} what */
const assertNow = (milliseconds, what) =>
  assert.ok(Math.abs(Date.now() - milliseconds) < 60_000, `${what} tells ${new Date(milliseconds).toISOString()}`);

/** @param {string} address */
const textOf = async (address) => (await fetch(address)).text();
