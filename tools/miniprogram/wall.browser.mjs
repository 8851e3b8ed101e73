// The wall on the hall's screen, 1920 × 1080, live. Needs CHROMIUM_PATH; PRODUCT_URL and SCREENS_DIR as in story.browser.mjs.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { callAs } from '../testing/api-caller.mjs';
import { faultsOf, front, overflowOf } from '../testing/browser.mjs';
import { open, phones, sees, STAMP } from '../testing/phones.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** What is read from five metres on a screen of 1920 px. */
const SMALLEST_PX = 28;

describe('the wall', async () => {
  /** @type {Awaited<ReturnType<typeof phones>>} */
  let demo;
  /** @type {Page} */
  let page;

  before(async () => {
    demo = await phones();
    page = await demo.phone({ viewport: { width: 1920, height: 1080 } });
  });
  after(() => demo?.close());

  /** @param {string} name */
  const sum = (name) => front(page).locator('.wall__sum').filter({ hasText: name }).locator('.wall__value');

  it('shows everything on one screen, large enough for five metres', async () => {
    await open(page, 'features/wall/pages/wall?area=320402003012');
    await sees(page, '实时');
    await demo.picture(page, 'wall-1920');
    assert.equal(await overflowOf(page), 0);
    assert.deepEqual(await faultsOf(page), []);
    const sizes = await front(page).evaluate((wall) => {
      const texts = document.createTreeWalker(wall, NodeFilter.SHOW_TEXT);
      const found = [];
      while (texts.nextNode()) {
        const { parentElement } = texts.currentNode;
        if (parentElement) found.push(Math.round(parseFloat(getComputedStyle(parentElement).fontSize)));
      }
      return found;
    });
    assert.ok(sizes.length > 20, 'little stands on it');
    assert.ok(Math.min(...sizes) >= SMALLEST_PX, `text of ${Math.min(...sizes)} px`);
    const below = await front(page)
      .locator('.wall__list')
      .evaluateAll((lists) => lists.map((list) => list.scrollHeight - list.clientHeight));
    assert.deepEqual(
      below,
      below.map(() => 0),
    );
  });

  it('tells what has just happened without being asked', async () => {
    const before = Number(await sum('今天已回复').textContent());
    const asResident = await callAs(demo.url, 'resident');
    const { id } = await asResident('/orders', {
      kind: 'problem',
      category: 'corridor-light',
      title: `楼道灯闪个不停${STAMP}`,
      description: '',
    });
    await (
      await callAs(demo.url, 'duty')
    )(`/orders/${id}/reply`, { text: '电工下午上门，请稍等' });
    await sum('今天已回复')
      .getByText(String(before + 1), { exact: true })
      .waitFor();
  });

  it('says so when it is cut off, and goes on by itself', async () => {
    const cut = await demo.phone({ viewport: { width: 1920, height: 1080 } });
    await cut.route('**/api/wall/stream*', (route) => route.abort());
    await open(cut, 'features/wall/pages/wall?area=320402003012');
    await sees(cut, '连接断开');
    await demo.picture(cut, 'wall-cut-off');
    await cut.unroute('**/api/wall/stream*');
    await sees(cut, '实时');
  });

  it('says what is wrong with an area that has no wall', async () => {
    const lost = await demo.phone({ viewport: { width: 1920, height: 1080 } });
    await open(lost, 'features/wall/pages/wall?area=999999');
    await front(lost).getByRole('alert').waitFor();
    await demo.picture(lost, 'wall-unknown-area');
  });
});
