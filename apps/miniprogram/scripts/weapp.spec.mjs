/** The compiled WeChat package, started in scripts/weapp-host.mjs: `node --test scripts/weapp.spec.mjs` after a build. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createHost } from './weapp-host.mjs';

const ROOT = fileURLToPath(new URL('../dist/weapp', import.meta.url));
/** Budgets of the first screen: at most three setData, none above 64 KB. */
const MOST_SENT = 3;
const MOST_BYTES = 64_000;

const result = {
  number: '261120-000007',
  kind: 'problem',
  category: 'parking',
  categoryName: '停车秩序',
  title: '消防通道夜里被占',
  text: '夜里进不了消防车。',
  result: '划了 12 个夜间车位。',
  area: { path: '/320400/320402/320402003012', name: '富强新村社区' },
  publishedAt: '2026-11-20T09:00:00+08:00',
  solved: true,
  stars: 4,
  lamp: null,
};
const wish = {
  ...result,
  number: '261120-000008',
  kind: 'wish',
  title: '想换一只厨房灯',
  solved: null,
  stars: null,
  lamp: 'waiting',
};

const ok = (data) => ({ statusCode: 200, data });
const board = (items, nextCursor = null) => ok({ items, nextCursor });
function working(url) {
  if (url.includes('/api/boards/results?')) return board([result]);
  if (url.includes('/api/boards/wishes?')) return board([wish]);
  return ok({ status: 'ok' });
}

function start(answer = working, options = {}) {
  const host = createHost(ROOT, { answer, ...options });
  host.launch();
  return host;
}

function withinBudget(page, most = Infinity) {
  assert.ok(page.sent.length <= most, `${page.sent.length} setData: ${page.sent}`);
  assert.ok(Math.max(...page.sent) <= MOST_BYTES, `${Math.max(...page.sent)} bytes in one setData`);
}

function saysAll(page, words) {
  for (const each of words) assert.ok(page.text().includes(each), `the page does not say ${each}: ${page.text()}`);
}

test('home offers every kind of order, the results and the wishes, within the budget of the first screen', async () => {
  const host = start();
  const home = await host.open('pages/home/index');
  saysAll(home, ['有事点一单，件件有回音', '许个心愿', '点个服务', '报个问题', '找人代办']);
  saysAll(home, ['问题 · 停车秩序 · 富强新村社区', '消防通道夜里被占', '结果：划了 12 个夜间车位。']);
  saysAll(home, ['居民说：解决了', '★★★★☆', '想换一只厨房灯', '等一位党员来点亮']);
  withinBudget(home, MOST_SENT);
  assert.ok(
    host.requests.every((url) => /^https?:\/\//.test(url)),
    'WeChat takes absolute addresses only',
  );
});

test('home is a glance however much is published', async () => {
  const many = Array.from({ length: 50 }, (_, index) => ({ ...result, number: `261120-${index}` }));
  const host = start((url) => (url.includes('/boards/') ? board(many, 'next') : working(url)));
  const home = await host.open('pages/home/index');
  assert.equal(home.text().split('消防通道夜里被占').length - 1, 6);
  withinBudget(home, MOST_SENT);
  await home.tap('看全部');
  assert.equal(host.page().instance.route, 'features/public/pages/boards');
  assert.match(host.page().text(), /看更早的/);
  withinBudget(host.page());
});

test('home says so when nothing is published yet', async () => {
  const home = await start((url) => (url.includes('/boards/') ? board([]) : working(url))).open('pages/home/index');
  assert.match(home.text(), /还没有晒出来的单子。.*墙上还没有心愿。/);
});

test('home explains a failure and recovers by the button', async () => {
  let online = false;
  const host = start((url) => {
    if (!online) throw new Error('offline');
    return working(url);
  });
  const home = await host.open('pages/home/index');
  assert.match(home.text(), /网络不通，没能连上服务。/);
  online = true;
  await home.tap('再试一次');
  await home.says('想换一只厨房灯');
});

test('home repeats the words of a problem document and survives an answer that is none', async () => {
  const home = await start((url) =>
    url.includes('/boards/results')
      ? { statusCode: 403, data: { code: 'service.closed', title: '服务正在维护，请稍等。' } }
      : ok('<html>'),
  ).open('pages/home/index');
  saysAll(home, ['服务正在维护，请稍等。', '没能读懂']);
});

test('somebody who is not signed in is asked to, where something is their own', async () => {
  const host = start();
  for (const page of ['features/orders/pages/mine', 'features/ordering/pages/new?kind=wish', 'pages/messages/index']) {
    const opened = await host.open(page);
    saysAll(opened, ['请先登录', '微信一键登录']);
  }
  assert.ok((await host.open('pages/me/index')).text().includes('服务正常'));
});

test('the elder view is chosen by one tap, kept on the device and carried to the next page', async () => {
  const host = start();
  const me = await host.open('pages/me/index');
  assert.equal(me.nodes().find((node) => node.cl?.startsWith('page'))?.cl, 'page');
  await me.tap('长辈版');
  assert.ok(me.nodes().some((node) => node.cl === 'page page--elder'));
  assert.equal(host.storage.get('linshao.view'), 'elder');
  const hall = await host.open('pages/hall/index');
  assert.ok(hall.nodes().some((node) => node.cl === 'page page--elder'));
});

test('the elder view follows the text size set in WeChat', async () => {
  const me = await start(working, { system: { fontSizeScaleFactor: 1.4 } }).open('pages/me/index');
  assert.ok(me.nodes().some((node) => node.cl === 'page page--elder'));
});

test('the hall shows the wishes to everybody, and the results one tap away', async () => {
  const hall = await start().open('pages/hall/index');
  saysAll(hall, ['心愿墙', '想换一只厨房灯']);
  await hall.tap('晒单');
  saysAll(hall, ['消防通道夜里被占']);
  withinBudget(hall);
});

test('starts on a phone that tells neither when it is looked at nor when the network goes', async () => {
  const names = ['onAppShow', 'offAppShow', 'onAppHide', 'offAppHide', 'onNetworkStatusChange'];
  const own = Object.fromEntries(names.map((name) => [name, undefined]));
  const home = await start(working, { own }).open('pages/home/index');
  saysAll(home, ['消防通道夜里被占']);
});

test('looking again after a while reads anew', async () => {
  let looked;
  const host = start(working, { own: { onAppShow: (listener) => (looked = listener), onAppHide: () => undefined } });
  await host.open('pages/home/index');
  assert.equal(typeof looked, 'function');
  assert.doesNotThrow(() => looked({ path: '' }));
});

test('roles and labels reach WeChat', async () => {
  const template = readFileSync(`${ROOT}/base.wxml`, 'utf8');
  // Taro gives every component its own short names; the template of the node says which one carries the attribute.
  const attributeOf = (node, attribute) => {
    const [, body = ''] = new RegExp(`<template name="tmpl_0_${node.nn}">(.*?)</template>`, 's').exec(template) ?? [];
    const [, short = ''] = new RegExp(` ${attribute}="{{(?:.*?)i\\.(p\\d+)`).exec(body) ?? [];
    return node[short];
  };
  const host = start();
  const stars = (await host.open('pages/home/index')).nodes().find((node) => node.cl === 'stars');
  assert.equal(attributeOf(stars, 'aria-label'), '评 4 星，满分 5 星');
  const toggle = (await host.open('pages/me/index')).nodes().find((node) => node.cl?.includes('toggle-row'));
  assert.equal(attributeOf(toggle, 'aria-role'), 'switch');
  assert.equal(attributeOf(toggle, 'aria-checked'), 'false');
});
