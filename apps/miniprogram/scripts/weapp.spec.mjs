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

const board = (items) => ({ statusCode: 200, data: { items, nextCursor: null } });
function working(url) {
  if (url.includes('/api/boards/results?')) return board([result]);
  if (url.includes('/api/boards/wishes?')) return board([wish]);
  return { statusCode: 200, data: { status: 'ok' } };
}

function start(answer = working, system = {}) {
  const host = createHost(ROOT, { answer, system });
  host.launch();
  return host;
}

test('home shows the results and the wishes of the API, within the budget of the first screen', async () => {
  const host = start();
  const home = await host.open('pages/home/index');
  for (const words of [
    '服务正常',
    '问题 · 停车秩序 · 富强新村社区',
    '消防通道夜里被占',
    '结果：划了 12 个夜间车位。',
    '居民说：解决了',
    '★★★★☆',
    '想换一只厨房灯',
    '等一位党员来点亮',
  ]) {
    assert.ok(home.text().includes(words), `home does not say ${words}: ${home.text()}`);
  }
  assert.ok(home.sent.length <= MOST_SENT, `${home.sent.length} setData`);
  assert.ok(Math.max(...home.sent) <= MOST_BYTES, `${Math.max(...home.sent)} bytes in one setData`);
  assert.ok(
    host.requests.every((url) => /^https?:\/\//.test(url)),
    'WeChat takes absolute addresses only',
  );
});

test('home stays within the budget with a full page of results', async () => {
  const many = Array.from({ length: 50 }, (_, index) => ({ ...result, number: `261120-${index}` }));
  const home = await start((url) =>
    url.includes('boards') ? { ...board(many), data: { items: many, nextCursor: 'next' } } : working(url),
  ).open('pages/home/index');
  assert.match(home.text(), /先看最近 5 条/);
  assert.ok(Math.max(...home.sent) <= MOST_BYTES, `${Math.max(...home.sent)} bytes in one setData`);
});

test('home says so when nothing is published yet', async () => {
  const home = await start((url) => (url.includes('boards') ? board([]) : working(url))).open('pages/home/index');
  assert.match(home.text(), /还没有晒出来的单子。.*墙上还没有心愿。/);
});

test('home explains a failure and recovers by the button', async () => {
  let online = false;
  const host = start((url) => {
    if (!online) throw new Error('offline');
    return working(url);
  });
  const home = await host.open('pages/home/index');
  assert.match(home.text(), /服务暂时连不上.*网络不通/);
  online = true;
  await home.tap('再试一次');
  assert.ok(home.text().includes('消防通道夜里被占'));
});

test('home repeats the words of a problem document and survives an answer that is none', async () => {
  const home = await start((url) =>
    url.includes('/boards/results')
      ? { statusCode: 503, data: { code: 'service.starting', title: '服务正在启动，请稍等。' } }
      : { statusCode: 200, data: '<html>' },
  ).open('pages/home/index');
  assert.match(home.text(), /服务正在启动，请稍等。/);
  assert.match(home.text(), /没能读懂/);
});

test('the elder view is chosen by one tap, kept on the device and carried to the next page', async () => {
  const host = start();
  const me = await host.open('pages/me/index');
  assert.equal(me.nodes().find((node) => node.cl?.startsWith('page'))?.cl, 'page');
  await me.tap('长辈版');
  assert.ok(me.nodes().some((node) => node.cl === 'page page--elder'));
  assert.ok(me.text().includes('已打开'));
  assert.equal(host.storage.get('linshao.view'), 'elder');
  const hall = await host.open('pages/hall/index');
  assert.ok(hall.nodes().some((node) => node.cl === 'page page--elder'));
});

test('the elder view follows the text size set in WeChat', async () => {
  const me = await start(working, { fontSizeScaleFactor: 1.4 }).open('pages/me/index');
  assert.ok(me.nodes().some((node) => node.cl === 'page page--elder'));
});

test('the hall leads back to the wishes', async () => {
  const host = start();
  const hall = await host.open('pages/hall/index');
  await hall.tap('去首页看心愿');
  assert.equal(host.page().instance.route, 'pages/home/index');
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
  const stars = (await host.open('pages/home/index')).nodes().find((node) => node.cl === 'board-card__stars');
  assert.equal(attributeOf(stars, 'aria-label'), '评 4 星，满分 5 星');
  const toggle = (await host.open('pages/me/index')).nodes().find((node) => node.cl?.includes('toggle-row'));
  assert.equal(attributeOf(toggle, 'aria-role'), 'switch');
  assert.equal(attributeOf(toggle, 'aria-checked'), 'false');
});
