/**
 * The compiled WeChat package against a product that runs in demo mode: `node scripts/weapp-story.mjs http://127.0.0.1:3000`.
 * A resident signs in through the stand-in WeChat and wishes for something, a member claims and does it, the resident rates it.
 */
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createHost } from './weapp-host.mjs';

const ROOT = fileURLToPath(new URL('../dist/weapp', import.meta.url));
const MOST_BYTES = 64_000;
const [, , product] = process.argv;
const stamp = String(Date.now()).slice(-6);
const WISH = `想找人陪我下棋${stamp}`;

/** The package names the address it was built for; here its requests go to the product. */
async function answer(asked, { method, data, header }) {
  const { pathname, search } = new URL(asked);
  const body = method === 'GET' || data === undefined ? {} : { body: JSON.stringify(data) };
  const response = await fetch(product + pathname + search, {
    method,
    headers: { 'content-type': 'application/json', ...header },
    ...body,
  });
  const text = await response.text();
  return { statusCode: response.status, data: text === '' ? null : JSON.parse(text) };
}

async function ask(path, body, token) {
  const { statusCode, data } = await answer(`${product}/api${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    data: body,
    header: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
  assert.ok(statusCode < 300, `${path}: ${statusCode} ${JSON.stringify(data)}`);
  return data;
}

function phone(own = {}) {
  return createHost(ROOT, { answer, own: { showToast: ({ success }) => success?.({}), ...own } });
}

async function demoPhone(persona) {
  const host = phone();
  const { accessToken, refreshToken } = await ask('/auth/demo', { persona });
  host.storage.set('linshao.tokens', JSON.stringify({ accessToken, refreshToken }));
  host.launch();
  return host;
}

/** Presses a button as soon as it is there, the second one of its name where that stands in a sheet over the page. */
async function press(page, words, which = 1) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (page.offers(words) >= which) return page.tap(words);
    await wait(100);
  }
  throw new Error(`nothing to press says ${words}: ${page.text()}`);
}

/** Waits until whatever page is in front says this: the one that was pressed on may have given its place away. */
async function shows(host, words) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (host.page().text().includes(words)) return;
    await wait(100);
  }
  throw new Error(`nothing says ${words}: ${host.page().text()}`);
}

const dispatcher = (await ask('/auth/demo', { persona: 'dispatcher' })).accessToken;
const [grid] = (await ask('/areas?level=grid&limit=1', undefined, dispatcher)).items;
const scans = [
  'https://example.cn/menu',
  `https://example.cn/api/places/${grid.id}?spot=${encodeURIComponent('3 幢北门')}`,
];
const resident = phone({
  login: ({ success }) => success({ code: `weapp${stamp}.${Date.now()}` }),
  scanCode: ({ success }) => success({ result: scans.shift() }),
});
resident.launch();
const me = await resident.open('pages/me/index');
await press(me, '微信一键登录');
await me.says('退出登录');
await me.says('绑定手机号');
await me.givePhone(`139${stamp}00.${Date.now()}`);
await me.says('139****');
assert.ok(!me.text().includes('绑定手机号'), 'asks once more for what it has');

const form = await resident.open('features/ordering/pages/new?kind=wish');
await form.says('您有什么心愿');
await form.type(0, WISH);
await form.says('陪伴心愿');
await form.says('其他地方');
await press(form, '扫地点码');
await form.says('这不是地点码');
await press(form, '扫地点码');
await form.says(grid.name);
assert.ok(!form.text().includes('这不是地点码'), 'forgets the code that was none');
await press(form, '许下心愿');
await shows(resident, '社区已收到');

const { items } = await ask(`/orders?status=submitted&q=${stamp}`, undefined, dispatcher);
assert.equal(items.length, 1, 'one order was made');
const [{ id }] = items;
const made = await ask(`/orders/${id}`, undefined, dispatcher);
assert.deepEqual([made.area.name, made.address], [grid.name, '3 幢北门']);
await ask(`/orders/${id}/accept`, {}, dispatcher);
await ask(`/orders/${id}/dispatch`, { pool: 'members' }, dispatcher);

const member = await demoPhone('member');
const hall = await member.open('pages/hall/index');
await press(hall, '最新派出');
await hall.says(WISH);
const order = await member.open(`features/orders/pages/order?id=${id}`);
for (const [action, then] of [
  ['接单', '已接单'],
  ['开始办理', '正在办理'],
]) {
  await press(order, action);
  await press(order, action, 2);
  await order.says(then);
}
await press(order, '办理完成');
await order.says('办理结果');
await order.type(0, '每周三下午来陪老人下棋');
await press(order, '办理完成', 2);
await order.says('已办好');
await ask(`/orders/${id}/publish`, {}, dispatcher);

// Later, the app has been closed meanwhile: what it knew is read anew.
const later = phone();
later.storage.set('linshao.tokens', resident.storage.get('linshao.tokens'));
later.launch();
const done = await later.open(`features/orders/pages/order?id=${id}`);
await done.says('结果已晒出');
await press(done, '评价');
await press(done, '解决了');
await press(done, '☆');
await press(done, '评价', 2);
await done.says('居民说：解决了');

for (const page of [me, form, hall, order, done]) {
  const most = Math.max(...page.sent);
  assert.ok(most <= MOST_BYTES, `${most} bytes in one setData of ${page.instance.route}`);
}
console.log('signed in, posted, claimed, done and rated in the package for WeChat');
