/** Long lists in the compiled WeChat package: `node --test scripts/weapp-lists.spec.mjs` after a build. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createHost } from './weapp-host.mjs';

const ROOT = fileURLToPath(new URL('../dist/weapp', import.meta.url));
const MOST_BYTES = 64_000;
const PAGES = 50;
const PAGE = 20;
const CARD = 100;
const SCREEN = 667;
const MOST_CARDS = 50;
/** Less than the margin the list keeps beyond the screen. */
const BEYOND = 1100;

const entry = (index) => ({
  number: `261120-${String(index).padStart(6, '0')}`,
  kind: 'problem',
  category: 'parking',
  categoryName: '停车秩序',
  title: `第${index}件：消防通道夜里被占`,
  text: '夜里进不了消防车，'.repeat(200),
  result: '划了 12 个夜间车位，'.repeat(200),
  area: { path: '/320400/320402/320402003012', name: '富强新村社区' },
  publishedAt: '2026-11-20T09:00:00+08:00',
  solved: true,
  stars: 4,
  lamp: null,
});

function answer(url) {
  const { pathname, searchParams } = new URL(url);
  if (pathname !== '/api/boards/results') return { statusCode: 200, data: { items: [] } };
  const page = Number(searchParams.get('cursor') ?? 0);
  const items = Array.from({ length: PAGE }, (_, index) => entry(page * PAGE + index));
  return { statusCode: 200, data: { items, nextCursor: page + 1 < PAGES ? String(page + 1) : null } };
}

/** A screen that knows one thing of layout: cards lie below each other, and what is empty keeps its given height. */
function screenOf(page) {
  const screen = { scrollTop: 0 };
  const rectsOf = () => {
    let top = -screen.scrollTop;
    return page()
      .nodes()
      .filter((node) => node.cl?.startsWith('paged-list__chunk-of-'))
      .map((node) => {
        const given = /height:\s*(\d+(?:\.\d+)?)px/.exec(node.st ?? '');
        const height = given ? Number(given[1]) : (node.cn ?? []).length * CARD;
        top += height;
        return { top: top - height, bottom: top, height, empty: given !== null };
      });
  };
  const createSelectorQuery = () => {
    const asked = [];
    const query = {
      selectAll: () => ({
        boundingClientRect: (seen) => {
          asked.push(() => seen(rectsOf()));
          return query;
        },
      }),
      exec: () => setImmediate(() => asked.forEach((each) => each())),
    };
    return query;
  };
  /** Whether the screen, or what lies a little beyond it, shows only the room of something. */
  const emptyNear = () =>
    rectsOf().some(({ top, bottom, empty }) => empty && bottom > -BEYOND && top < SCREEN + BEYOND);
  return { screen, createSelectorQuery, emptyNear };
}

const cardsOf = (page) => page.nodes().filter((node) => node.cl?.split(' ').includes('paged-list__item')).length;

test('a board of a thousand entries scrolls to its end with few nodes and small steps', async () => {
  const { screen, createSelectorQuery, emptyNear } = screenOf(() => host.page());
  const host = createHost(ROOT, { answer, own: { createSelectorQuery } });
  host.launch();
  const page = await host.open('features/public/pages/boards');
  await page.says('第0件');
  assert.ok(page.sent.length <= 3, `${page.sent.length} setData before the first screen stands: ${page.sent}`);

  let mostCards = 0;
  /** Until the list has looked around and drawn, step by step, everything on the screen and a little beyond. */
  async function looked() {
    await host.page().settled();
    for (let tries = 0; tries < 400 && emptyNear(); tries += 1) await wait(25);
    assert.ok(!emptyNear(), 'something on the screen stays empty');
  }
  async function scrollTo(top) {
    screen.scrollTop = top;
    page.instance.onPageScroll({ scrollTop: top });
    await looked();
    mostCards = Math.max(mostCards, cardsOf(page));
  }
  const seen = new Set();
  const read = () => [...page.text().matchAll(/第(\d+)件/g)].forEach(([, index]) => seen.add(Number(index)));
  for (let index = 0; index < PAGES; index += 1) {
    await scrollTo((index + 1) * PAGE * CARD - SCREEN);
    read();
    page.instance.onReachBottom();
    await looked();
    read();
  }
  read();
  await page.says('就这些了');
  assert.equal(seen.size, PAGES * PAGE);
  await scrollTo(0);
  await page.says('第0件');
  assert.ok(mostCards <= MOST_CARDS, `${mostCards} cards at once`);
  assert.ok(Math.max(...page.sent) <= MOST_BYTES, `${Math.max(...page.sent)} bytes in one setData`);

  // Opened again it has everything in memory, and still draws no more than the beginning.
  screen.scrollTop = 0;
  const again = await host.open('features/public/pages/boards');
  await again.says('第0件');
  await looked();
  assert.ok(cardsOf(again) <= MOST_CARDS, `${cardsOf(again)} cards when it is opened again`);
  assert.ok(Math.max(...again.sent) <= MOST_BYTES, `${Math.max(...again.sent)} bytes in one setData`);
});
