/// <reference lib="dom" />
// Where an order is, pointed at on the plan or named, who is near it, and one order for several hands. Needs CHROMIUM_PATH.
// PRODUCT_URL plays it on a product that runs already; SCREENS_DIR keeps a picture of every screen.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { callAs } from './testing/api-caller.mjs';
import { browser, faultsOf, front, overflowOf, type } from './testing/browser.mjs';
import { product } from './testing/product.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ id: string, title: string, state: string, openChildren: number, area: { name: string }, location: { lng: number, lat: number } }} Order */

const STAMP = String(Date.now()).slice(-6);

describe('the place of an order, and sharing it', async () => {
  /** @type {Awaited<ReturnType<typeof browser>>} */
  let chrome;
  let stop = async () => undefined;

  before(async () => {
    chrome = await browser(process.env.PRODUCT_URL ?? (await started()));
  });
  after(async () => {
    await chrome?.close();
    await stop();
  });
  async function started() {
    const { url, start, remove } = await product();
    const { child, ended } = await start();
    stop = async () => {
      child.kill('SIGTERM');
      await ended;
      remove();
    };
    return url;
  }

  /** @param {Page} page @param {string} path */
  const open = async (page, path) => {
    await page.goto(`${chrome.url}/#/${path}`);
    await front(page).waitFor();
  };
  /** @param {string} name @param {{ elder?: boolean } & import('playwright-core').BrowserContextOptions} [options] */
  async function phoneOf(name, { elder = false, ...options } = {}) {
    const page = await chrome.phone(options);
    await open(page, 'pages/me/index');
    await front(page)
      .getByRole('radio', { name: new RegExp(`^${name}`) })
      .click();
    await front(page).getByText('退出登录').waitFor();
    if (elder) await front(page).getByRole('switch', { name: '长辈版' }).click();
    return page;
  }
  /** @param {Page} page @param {string} name of the picture */
  async function sound(page, name) {
    await chrome.picture(page, name);
    assert.equal(await overflowOf(page), 0, `${name} sticks out`);
    assert.deepEqual(await faultsOf(page), [], name);
  }
  /** @param {string} title @returns {Promise<Order>} the order the resident has of this title */
  async function orderCalled(title) {
    const asResident = await callAs(chrome.url, 'resident');
    /** @type {{ items: Order[] }} */
    const { items } = await asResident('/orders?mine=true&limit=20');
    return asResident(`/orders/${items.find((order) => order.title === title)?.id}`);
  }
  /** @param {Page} page @param {string} title */
  async function write(page, title) {
    await open(page, 'features/ordering/pages/new?kind=problem');
    await type(front(page).getByRole('textbox').first(), title);
  }
  /** @param {Page} page */
  async function send(page) {
    await front(page).getByRole('button', { name: '报给社区' }).click();
    await front(page).getByText('已送到社区').waitFor();
  }

  it('takes the place one points at, also when the location was refused', async () => {
    const page = await phoneOf('刘淑珍', { permissions: [] });
    const title = `单元门口路灯不亮${STAMP}`;
    await write(page, title);
    await front(page).getByRole('radio', { name: '我现在的位置' }).click();
    await front(page).getByText('您没有允许定位').waitFor();
    await front(page).getByRole('radio', { name: '在图上点' }).click();
    const map = front(page).getByRole('img', { name: /平面图/ });
    const size = await map.boundingBox();
    assert.ok(size);
    await map.click({ position: { x: 2, y: 2 } });
    await front(page).getByText('网格以外').waitFor();
    await map.click({ position: { x: size.width * 0.35, y: size.height * 0.4 } });
    await front(page)
      .getByText(/^已选：.*网格/)
      .waitFor();
    await map.scrollIntoViewIfNeeded();
    await sound(page, 'map-picked');
    const said = await front(page)
      .getByText(/^已选：/)
      .textContent();
    await send(page);
    const { location, area } = await orderCalled(title);
    assert.ok(location.lng > 119.9 && location.lat > 31.7);
    // The server, which knows the borders, puts it into the same grid as the plan did.
    assert.ok(said?.includes(area.name), `${said} became ${area.name}`);
  });

  it('takes the grid one names by the keyboard, as if one had pointed at it', async () => {
    const page = await phoneOf('刘淑珍');
    const title = `楼道灯不亮${STAMP}`;
    await write(page, title);
    await front(page).getByRole('radio', { name: '在图上点' }).click();
    const grids = front(page).getByRole('radiogroup', { name: '在哪个网格' }).getByRole('radio');
    await grids.nth(2).focus();
    await page.keyboard.press('Enter');
    const name = (await grids.nth(2).textContent()) ?? '';
    await front(page).getByText(`已选：${name}`).waitFor();
    await send(page);
    assert.equal((await orderCalled(title)).area.name, name);
  });

  for (const [width, elder] of /** @type {const} */ ([
    [320, true],
    [430, false],
  ])) {
    it(`shows the plan at ${width} px${elder ? ' in the elder view' : ''}`, async () => {
      const page = await phoneOf('刘淑珍', { viewport: { width, height: 812 }, elder });
      await write(page, '路灯不亮');
      await front(page).getByRole('radio', { name: '在图上点' }).click();
      await front(page)
        .getByRole('img', { name: /平面图/ })
        .scrollIntoViewIfNeeded();
      await sound(page, `map-${width}`);
    });
  }

  it('shows the dispatcher where it is and who is near, and shares it among several', async () => {
    const { id, area } = await orderCalled(`单元门口路灯不亮${STAMP}`);
    const asDispatcher = await callAs(chrome.url, 'dispatcher');
    await asDispatcher(`/orders/${id}/accept`, {});
    const page = await phoneOf('陆海燕', { viewport: { width: 320, height: 812 }, elder: true });
    await open(page, `features/orders/pages/order?id=${id}`);
    await front(page).getByText('在哪里，谁在附近').waitFor();
    await front(page).getByText('同网格').first().waitFor();
    await front(page)
      .getByRole('img', { name: new RegExp(area.name) })
      .scrollIntoViewIfNeeded();
    await sound(page, 'order-place-320-elder');

    const bar = front(page);
    if (await bar.getByRole('button', { name: '更多', exact: true }).isVisible()) {
      await bar.getByRole('button', { name: '更多', exact: true }).click();
    }
    await bar.getByRole('button', { name: '拆分', exact: true }).click();
    const sheet = front(page).getByRole('dialog');
    await sheet.getByRole('button', { name: '拆分', exact: true }).click();
    await sheet.getByText('请选谁来牵头').waitFor();
    await sheet.getByRole('button', { name: '选人或单位' }).first().click();
    await sheet.getByRole('radio').nth(4).waitFor();
    await sound(page, 'split-choose-320-elder');
    await sheet.getByRole('radiogroup', { name: '谁牵头', exact: true }).getByRole('radio').first().click();
    await type(sheet.getByRole('textbox', { name: '子任务 1：要做什么' }), '更换灯泡和开关');
    await sheet.getByRole('button', { name: '选人或单位' }).click();
    await sheet.getByRole('radio', { name: '单位' }).click();
    await sheet.getByRole('radiogroup', { name: '谁来办', exact: true }).getByRole('radio').first().click();
    await sheet.getByRole('button', { name: '再加一件子任务' }).click();
    await type(sheet.getByRole('textbox', { name: '子任务 2：要做什么' }), '夜里去看一看');
    await sheet.getByRole('button', { name: '选人或单位' }).click();
    await sheet.getByRole('radio', { name: '党员', exact: true }).click();
    await sheet.getByRole('radiogroup', { name: '谁来办', exact: true }).getByRole('radio').first().click();
    await sound(page, 'split-filled-320-elder');
    await sheet.getByRole('button', { name: '拆分', exact: true }).click();
    await sheet.waitFor({ state: 'detached' });
    /** @type {Order} */
    const order = await asDispatcher(`/orders/${id}`);
    assert.equal(order.state, 'dispatched');
    assert.equal(order.openChildren, 2);
    /** @type {{ items: Order[] }} */
    const { items } = await asDispatcher('/orders?status=dispatched&limit=20');
    const titles = items.map((child) => child.title);
    assert.ok(titles.includes('更换灯泡和开关') && titles.includes('夜里去看一看'), titles.join());
  });
});
