/// <reference lib="dom" />
// A code that hangs at a place: printed by a dispatcher, opened by a resident's camera, and the order knows where it is.
// Needs CHROMIUM_PATH; PRODUCT_URL and SCREENS_DIR as in story.browser.mjs.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { callAs } from '../testing/api-caller.mjs';
import { faultsOf, front, overflowOf, type } from '../testing/browser.mjs';
import { phones, press, sees, STAMP } from '../testing/phones.mjs';

/** @typedef {import('playwright-core').Page} Page */

const NOWHERE = '0192f3a4-5b6c-7d8e-9f01-23456789abcd';

describe('a code at a place', async () => {
  /** @type {Awaited<ReturnType<typeof phones>>} */
  let demo;
  /** @type {{ id: string, name: string, path: string }} */
  let grid;

  before(async () => {
    demo = await phones();
    const asDispatcher = await callAs(demo.url, 'dispatcher');
    grid = (await asDispatcher('/areas?level=grid&limit=1')).items[0];
  });
  after(() => demo?.close());

  /** @param {Page} page @param {string} path */
  async function scanned(page, path) {
    await page.goto(`${demo.url}/api/places/${path}`);
    await front(page).waitFor();
  }
  /** @param {Page} page @param {string} name of the picture */
  async function sound(page, name) {
    await demo.picture(page, name);
    assert.equal(await overflowOf(page), 0, `${name} sticks out`);
    assert.deepEqual(await faultsOf(page), [], name);
  }

  for (const view of ['normal', 'elder']) {
    it(`fills in where it is, and the order is made there, in the ${view} view`, async () => {
      const page = await demo.phoneOf('刘淑珍', { viewport: { width: 320, height: 720 } });
      if (view === 'elder') await front(page).getByRole('switch', { name: '长辈版' }).click();
      const title = `单元门关不上${view}${STAMP}`;
      await scanned(page, `${grid.id}?spot=${encodeURIComponent('3 幢北门')}&from=camera`);
      const place = front(page).getByRole('radio', { name: new RegExp(`${grid.name}\\s*扫码得到`) });
      await place.waitFor();
      assert.match((await place.textContent()) ?? '', new RegExp(`^富强新村社区居委会 ${grid.name}`));
      assert.equal(await place.getAttribute('aria-checked'), 'true');
      await type(front(page).getByRole('textbox').first(), title);
      await sees(page, '单元门');
      await sound(page, `place-code-${view}`);
      await press(page, '报给社区');
      await sees(page, '已送到社区');
      const asResident = await callAs(demo.url, 'resident');
      /** @type {{ items: { id: string, title: string }[] }} */
      const { items } = await asResident('/orders?mine=true&limit=20');
      const order = await asResident(`/orders/${items.find((each) => each.title === title)?.id}`);
      assert.deepEqual([order.area.name, order.address], [grid.name, '3 幢北门']);
    });
  }

  it('waits for whoever has to sign in first', async () => {
    const page = await demo.phone();
    await scanned(page, grid.id);
    await sees(page, '请先登录');
    await front(page)
      .getByRole('radio', { name: /^刘淑珍/ })
      .click();
    await front(page)
      .getByRole('radio', { name: /扫码得到/ })
      .waitFor();
  });

  it('that leads nowhere says so and leaves every other way', async () => {
    const page = await demo.phoneOf('刘淑珍');
    await scanned(page, NOWHERE);
    await sees(page, '没能读到这个码的地点');
    await sound(page, 'place-code-nowhere');
    assert.equal(await front(page).getByRole('radio', { name: '我家' }).getAttribute('aria-checked'), 'true');
    assert.equal(await front(page).getByRole('radio', { name: '扫' }).count(), 0);
  });

  it('is printed on a card', async () => {
    const page = await demo.phone({ viewport: { width: 420, height: 592 } });
    const asDispatcher = await callAs(demo.url, 'dispatcher');
    const card = await asDispatcher(`/areas/${grid.id}/place-code?spot=${encodeURIComponent('3 幢北门')}`);
    await page.setContent(`<body style="margin:0">${card}</body>`);
    for (const words of ['有事扫一扫', grid.name, '3 幢北门'])
      await page.locator('svg text', { hasText: words }).waitFor();
    await demo.picture(page, 'place-code-card');
  });
});
