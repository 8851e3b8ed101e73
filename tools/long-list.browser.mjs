/// <reference lib="dom" />
// A list of a thousand orders in a browser, from its first to its last: few nodes, nothing lost, keyboard and axe. Needs CHROMIUM_PATH.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { eventually } from './processes.mjs';
import { callAs } from './testing/api-caller.mjs';
import { browser, faultsOf, front, overflowOf } from './testing/browser.mjs';
import { manyOrders } from './testing/many-orders.mjs';
import { product } from './testing/product.mjs';

/** @typedef {import('playwright-core').Page} Page */

const ORDERS = 1000;
/** What is on the screen and a margin around it. */
const MOST_CARDS = 50;
const STEP = 1_400;

describe('a list of a thousand orders', async () => {
  /** @type {Awaited<ReturnType<typeof browser>>} */
  let chrome;
  /** @type {string[]} */
  let titles = [];
  let stop = async () => undefined;

  before(async () => {
    const { url, dataDir } = await running();
    chrome = await browser(url);
    /** @type {{ id: string }} */
    const { id } = await (await callAs(url, 'resident'))('/me');
    titles = await manyOrders(dataDir, id, ORDERS);
  });
  after(async () => {
    await chrome?.close();
    await stop();
  });

  /** One of its own, since a thousand orders are in everybody's way; or the one that PRODUCT_URL and PRODUCT_DATA_DIR name. */
  async function running() {
    const { PRODUCT_URL: known, PRODUCT_DATA_DIR: knownDir } = process.env;
    if (known && knownDir) return { url: known, dataDir: knownDir };
    const { url, dataDir, start, remove } = await product();
    const { child, ended } = await start();
    stop = async () => {
      child.kill('SIGTERM');
      await ended;
      remove();
    };
    return { url, dataDir };
  }

  /** @param {Page} page @param {string} path */
  const open = async (page, path) => {
    await page.goto(`${chrome.url}/#/${path}`);
    await front(page).waitFor();
  };
  /**
   * The resident's phone, on the list of the orders; the hall, with lists of its own, lies beneath.
   * @param {{ elder?: boolean } & import('playwright-core').BrowserContextOptions} [options]
   */
  async function phone({ elder = false, ...options } = {}) {
    const page = await chrome.phone(options);
    await open(page, 'pages/me/index');
    await front(page)
      .getByRole('radio', { name: /^刘淑珍/ })
      .click();
    await front(page).getByText('退出登录').waitFor();
    if (elder) await front(page).getByRole('switch', { name: '长辈版' }).click();
    await open(page, 'pages/hall/index');
    await front(page).getByRole('list').first().waitFor();
    await open(page, 'features/orders/pages/mine');
    await front(page).locator('.order-card').first().waitFor();
    return page;
  }

  /** Counts at every frame from now on. @param {Page} page */
  const watch = (page) =>
    page.evaluate(() => {
      const kept = /** @type {{ most?: number }} */ (/** @type {unknown} */ (window));
      kept.most = 0;
      const count = () => {
        kept.most = Math.max(
          kept.most ?? 0,
          document.querySelectorAll('.taro_page:not([style*="none"]) .order-card').length,
        );
        requestAnimationFrame(count);
      };
      count();
    });
  /** @param {Page} page @returns {Promise<number>} */
  const most = (page) => page.evaluate(() => /** @type {any} */ (window).most);
  /** @param {Page} page */
  const shownTitles = (page) => front(page).locator('.order-card__title').allTextContents();
  /** Whether the middle of the screen shows a card, or only the room of one. @param {Page} page */
  const filled = (page) =>
    page.evaluate(() =>
      [0.3, 0.5, 0.7].some((part) =>
        document.elementFromPoint(innerWidth / 2, innerHeight * part)?.closest('.paged-list__item'),
      ),
    );
  /** How high the list is; scrolls it there first, if a place is named. @param {Page} page @param {number} [to] */
  const heightAt = (page, to) =>
    front(page).evaluate((element, top) => {
      /** @type {Element} */
      let box = element;
      // Taro lets the page scroll, or what it lies in.
      while (
        box.parentElement &&
        !(box.scrollHeight > box.clientHeight && getComputedStyle(box).overflowY !== 'visible')
      ) {
        box = box.parentElement;
      }
      if (top !== undefined) box.scrollTop = top;
      return box.scrollHeight;
    }, to);

  /** Where the list begins, above the screen once one has scrolled. @param {Page} page */
  const topOf = (page) =>
    front(page)
      .locator('.paged-list')
      .evaluate((list) => list.getBoundingClientRect().top);
  /** Whether no part of the list on the screen is only the room of its entries. @param {Page} page */
  const drawn = (page) =>
    front(page)
      .locator('.paged-list')
      .evaluate((list) =>
        [...(list.firstElementChild?.children ?? [])].every((part) => {
          const { top, bottom } = part.getBoundingClientRect();
          return bottom <= 0 || top >= innerHeight || part.childElementCount > 0;
        }),
      );

  /** Scrolls down to the end, and says what was read on the way. @param {Page} page */
  async function toTheEnd(page) {
    const read = new Set(await shownTitles(page));
    const end = front(page).getByText('就这些了');
    await page.mouse.move(150, 400);
    for (let step = 0; step < 400 && !(await end.isVisible()); step += 1) {
      const from = await topOf(page);
      await page.mouse.wheel(0, STEP);
      // A slow machine draws later than it scrolls. Where the next entries are still being read, nothing moves.
      let last = NaN;
      const atRest = async () => {
        const top = await topOf(page);
        const still = top === last;
        last = top;
        return still && top < from && (await drawn(page));
      };
      await eventually(atRest, 2_000, 100);
      for (const title of await shownTitles(page)) read.add(title);
    }
    await end.waitFor();
    return read;
  }

  it('is read to its end with the nodes of a few pages, and not one order is left out', async () => {
    const page = await phone();
    await watch(page);
    const read = await toTheEnd(page);
    assert.deepEqual(
      titles.filter((title) => !read.has(title)),
      [],
    );
    assert.ok((await most(page)) <= MOST_CARDS, `${await most(page)} cards at once`);
    await chrome.picture(page, 'long-list-end');
    assert.deepEqual(await faultsOf(page), []);

    const height = await heightAt(page);
    assert.ok(height > ORDERS * 60, `the list is ${height} px high`);
    for (const to of [height / 2, height / 4, 0]) {
      await heightAt(page, to);
      await wait(600);
      assert.ok(await filled(page), `nothing at ${to} px`);
    }
    assert.equal((await shownTitles(page))[0], titles[0]);
    const again = await heightAt(page);
    assert.ok(Math.abs(again - height) < height / 100, `${height} px became ${again} px`);
    assert.ok((await most(page)) <= MOST_CARDS, `${await most(page)} cards at once`);

    await open(page, 'pages/home/index');
    await open(page, 'features/orders/pages/mine');
    await front(page).locator('.order-card').first().waitFor();
    await wait(1_000);
    assert.ok((await most(page)) <= MOST_CARDS, `${await most(page)} cards when it is opened again`);
  });

  it('leaves the keyboard where it is, and moves it on from card to card', async () => {
    const page = await phone();
    await toTheEnd(page);
    await heightAt(page, 0);
    await wait(600);
    const cards = front(page).locator('.paged-list__item button');
    await cards.nth(3).focus();
    await page.mouse.move(150, 400);
    for (let step = 0; step < 8; step += 1) {
      await page.mouse.wheel(0, STEP);
      await wait(200);
    }
    const focused = () => page.evaluate(() => document.activeElement?.querySelector('.order-card__title')?.textContent);
    assert.equal(await focused(), titles[3]);
    await page.keyboard.press('Tab');
    assert.equal(await focused(), titles[4]);
    // What lay beyond the screen is drawn again.
    await wait(500);
    for (let index = 5; index < 30; index += 1) {
      await page.keyboard.press('Tab');
      await wait(100);
      assert.equal(await focused(), titles[index]);
    }
  });

  for (const [width, elder] of /** @type {const} */ ([
    [320, true],
    [430, false],
  ])) {
    it(`is as bounded at ${width} px${elder ? ' in the elder view' : ''}`, async () => {
      const page = await phone({ viewport: { width, height: 812 }, elder });
      await watch(page);
      await page.mouse.move(150, 400);
      for (let step = 0; step < 40; step += 1) {
        await page.mouse.wheel(0, STEP);
        await wait(200);
      }
      assert.ok(await filled(page));
      assert.ok((await most(page)) <= MOST_CARDS, `${await most(page)} cards at once`);
      assert.equal(await overflowOf(page), 0);
      assert.deepEqual(await faultsOf(page), []);
      await chrome.picture(page, `long-list-${width}`);
    });
  }
});
