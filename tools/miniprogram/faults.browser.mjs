// What goes wrong on a phone: two quick taps, no network, a login that runs out, a refused location, a photo that does not arrive.
// Needs CHROMIUM_PATH; PRODUCT_URL and SCREENS_DIR as in story.browser.mjs.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { callAs } from '../testing/api-caller.mjs';
import { front } from '../testing/browser.mjs';
import { addPhoto, phones, press, sees, STAMP, write } from '../testing/phones.mjs';

describe('a phone on which something goes wrong', async () => {
  /** @type {Awaited<ReturnType<typeof phones>>} */
  let demo;

  before(async () => {
    demo = await phones();
  });
  after(() => demo?.close());

  /** @param {string} title @returns {Promise<number>} how many orders of this title the person has */
  async function ordersCalled(title) {
    const asResident = await callAs(demo.url, 'resident');
    /** @type {{ items: { title: string }[] }} */
    const { items } = await asResident('/orders?mine=true&limit=50');
    return items.filter((order) => order.title === title).length;
  }

  it('makes one order of a double tap on a slow network', async () => {
    const page = await demo.phoneOf('刘淑珍');
    const title = `路灯不亮${STAMP}`;
    let asked = 0;
    await page.route('**/api/orders', async (route) => {
      asked += route.request().method() === 'POST' ? 1 : 0;
      await new Promise((done) => setTimeout(done, 1_500));
      await route.continue();
    });
    await write(page, 'problem', title);
    const button = front(page).getByRole('button', { name: '报给社区' });
    await button.waitFor();
    await button.evaluate((/** @type {HTMLElement} */ node) => (node.click(), node.click()));
    await sees(page, '已送到社区');
    assert.equal(asked, 1);
    assert.equal(await ordersCalled(title), 1);
  });

  it('keeps an order that met no network and sends it once when the network is back', async () => {
    const page = await demo.phoneOf('刘淑珍');
    const title = `垃圾没人收${STAMP}`;
    await write(page, 'problem', title);
    await sees(page, '垃圾清运');
    await page.context().setOffline(true);
    await press(page, '报给社区');
    await sees(page, '在等网络');
    await demo.picture(page, 'offline-waiting');
    await page.context().setOffline(false);
    await front(page).getByText('在等网络').waitFor({ state: 'detached' });
    assert.equal(await ordersCalled(title), 1);
  });

  it('keeps what was typed when the page is closed', async () => {
    const page = await demo.phoneOf('刘淑珍');
    await write(page, 'service', `想有人陪诊${STAMP}`);
    await sees(page, '就医陪诊');
    await page.reload();
    await front(page).getByRole('textbox').first().waitFor();
    assert.equal(await front(page).getByRole('textbox').first().inputValue(), `想有人陪诊${STAMP}`);
  });

  it('keeps the form when the login runs out in the middle, and sends it after signing in again', async () => {
    const page = await demo.phoneOf('刘淑珍');
    const title = `井盖没了${STAMP}`;
    await write(page, 'problem', title);
    await sees(page, '井盖缺失');
    await page.route('**/api/**', (route) =>
      route.fulfill({
        status: 401,
        contentType: 'application/problem+json',
        body: '{"code":"auth.expired","title":"登录已过期"}',
      }),
    );
    await press(page, '报给社区');
    await sees(page, '您填的内容都还在');
    await demo.picture(page, 'expired-login');
    await page.unroute('**/api/**');
    await press(page, '重新登录');
    await front(page)
      .getByRole('radio', { name: /^刘淑珍/ })
      .click();
    await front(page).getByRole('dialog').waitFor({ state: 'detached' });
    assert.equal(await front(page).getByRole('textbox').first().inputValue(), title);
    await press(page, '报给社区');
    await sees(page, '已送到社区');
    assert.equal(await ordersCalled(title), 1);
  });

  it('shows another way when the location is refused', async () => {
    const page = await demo.phoneOf('刘淑珍', { permissions: [] });
    await write(page, 'problem', '路面有个坑');
    await front(page).getByRole('radio', { name: '我现在的位置' }).click();
    await sees(page, '在下面写清楚地点');
    await demo.picture(page, 'location-refused');
  });

  it('tries a photo again that did not arrive', async () => {
    const page = await demo.phoneOf('刘淑珍');
    await write(page, 'problem', '墙皮掉了');
    await page.route('**/api/files', (route) => route.abort());
    await addPhoto(page, front(page));
    await sees(page, '照片没有传上去');
    await demo.picture(page, 'upload-failed');
    await page.unroute('**/api/files');
    await press(page, '重新上传');
    await front(page).getByText('重新上传').waitFor({ state: 'detached' });
    await front(page).getByText('照片没有传上去').waitFor({ state: 'detached' });
  });
});
