/// <reference lib="dom" />
// The whole story in a browser: a wish, its member, the result, the stars; and what goes wrong on the way. Needs CHROMIUM_PATH.
// PRODUCT_URL plays it on a product that runs already; SCREENS_DIR keeps a picture of every screen.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { run } from './processes.mjs';
import { callAs } from './testing/api-caller.mjs';
import { browser, faultsOf, front, overflowOf } from './testing/browser.mjs';
import { product } from './testing/product.mjs';

/** @typedef {import('playwright-core').Page} Page */

const MINIPROGRAM = new URL('../apps/miniprogram/', import.meta.url);
const WEAPP = fileURLToPath(new URL('dist/weapp/app.js', MINIPROGRAM));
const WEAPP_STORY = fileURLToPath(new URL('scripts/weapp-story.mjs', MINIPROGRAM));
const STAMP = String(Date.now()).slice(-6);
const WISH = `想找人陪我下棋${STAMP}`;
const SMALL_PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAFklEQVR42mPQy4siCTGMahjVMHw1AACdGPYBRExbPAAAAABJRU5ErkJggg==',
  'base64',
);

describe('the mini-program in a browser', async () => {
  /** @type {Awaited<ReturnType<typeof browser>>} */
  let chrome;
  /** @type {() => Promise<void>} */
  let stop = async () => undefined;

  before(async () => {
    const url = process.env.PRODUCT_URL ?? (await started());
    chrome = await browser(url);
  });
  after(async () => {
    await chrome?.close();
    await stop();
  });

  async function started() {
    const { url, start, remove } = await product();
    const running = await start();
    stop = async () => {
      running.child.kill('SIGTERM');
      await running.ended;
      remove();
    };
    return url;
  }

  /** @param {Page} page @param {string} path */
  const open = async (page, path) => {
    await page.goto(`${chrome.url}/#/${path}`);
    await front(page).waitFor();
  };
  /** @param {Page} page @param {string} name */
  const press = (page, name) => front(page).getByRole('button', { name, exact: true }).first().click();
  /** Takes an action that asks nothing more. @param {Page} page @param {string} name */
  const act = async (page, name) => {
    await press(page, name);
    await front(page).getByRole('dialog').getByRole('button', { name, exact: true }).click();
  };
  /** @param {Page} page @param {string} words */
  const sees = (page, words) => front(page).getByText(words).first().waitFor();

  /** A phone on which somebody of the demo has signed in by the switch on "me". @param {string} name @param {object} [options] */
  async function phoneOf(name, options = {}) {
    const page = await chrome.phone(options);
    await open(page, 'pages/me/index');
    await front(page)
      .getByRole('radio', { name: new RegExp(`^${name}`) })
      .click();
    await sees(page, '退出登录');
    return page;
  }

  /** @param {Page} page @param {string} kind @param {string} title */
  async function write(page, kind, title) {
    await open(page, `features/ordering/pages/new?kind=${kind}`);
    await front(page).getByRole('textbox').first().fill(title);
  }

  /** @param {string} title @returns {Promise<number>} how many orders of this title the person has */
  async function ordersCalled(title) {
    const asResident = await callAs(chrome.url, 'resident');
    /** @type {{ items: { title: string }[] }} */
    const { items } = await asResident('/orders?mine=true&limit=50');
    return items.filter((order) => order.title === title).length;
  }

  it('plays the story: wish, dispatch, claim, done, published, rated', async () => {
    const resident = await phoneOf('刘淑珍');
    await write(resident, 'wish', WISH);
    await sees(resident, '陪伴心愿');
    await chrome.picture(resident, 'story-1-wish-form');
    await press(resident, '许下心愿');
    await sees(resident, '已送到社区');
    await sees(resident, '社区已收到，等待受理');
    await chrome.picture(resident, 'story-2-wish-sent');

    const dispatcher = await phoneOf('陆海燕');
    await open(dispatcher, 'pages/home/index');
    await sees(dispatcher, '我的工作台');
    await chrome.picture(dispatcher, 'story-3-dispatcher-home');
    await open(dispatcher, 'features/desk/pages/inbox');
    await sees(dispatcher, WISH);
    await chrome.picture(dispatcher, 'story-3-inbox');
    await front(dispatcher).getByRole('button', { name: WISH }).click();
    await sees(dispatcher, '办理经过');
    await act(dispatcher, '受理');
    await sees(dispatcher, '社区已受理，正在安排人');
    await press(dispatcher, '派单');
    await front(dispatcher).getByRole('radio', { name: '党员', exact: true }).click();
    await front(dispatcher).getByText('手上').first().waitFor();
    await chrome.picture(dispatcher, 'story-3-dispatch');
    await front(dispatcher).getByRole('radio', { name: '接单大厅' }).click();
    await front(dispatcher).getByRole('dialog').getByRole('button', { name: '派单', exact: true }).click();
    await sees(dispatcher, '已放进接单大厅');

    const member = await phoneOf('王建平');
    await open(member, 'pages/hall/index');
    await front(member).getByRole('radio', { name: '最新派出' }).click();
    await sees(member, WISH);
    await chrome.picture(member, 'story-3-claim-hall');
    await front(member).getByRole('button', { name: WISH }).click();
    await sees(member, '已放进接单大厅');
    await act(member, '接单');
    await sees(member, '王建平已接单');
    await press(member, '开始办理');
    await chrome.picture(member, 'story-4-start');
    await front(member).getByRole('dialog').getByRole('button', { name: '开始办理' }).click();
    await sees(member, '王建平正在办理');
    await press(member, '办理完成');
    const dialog = front(member).getByRole('dialog');
    await dialog.getByRole('textbox').first().fill('每周三下午来陪老人下棋');
    const chooser = member.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: '添加照片' }).click();
    await (await chooser).setFiles({ name: 'chess.png', mimeType: 'image/png', buffer: SMALL_PNG });
    await dialog.getByRole('img', { name: '照片 1' }).waitFor();
    await chrome.picture(member, 'story-5-done-form');
    await dialog.getByRole('button', { name: '办理完成' }).click();
    await sees(member, '已办好');
    await chrome.picture(member, 'story-6-done');

    await dispatcher.reload();
    await sees(dispatcher, '等社区晒单');
    await act(dispatcher, '晒单');
    await sees(dispatcher, '结果已晒出');
    await chrome.picture(dispatcher, 'story-6-published');
    await resident.reload();
    await press(resident, '评价');
    const rating = front(resident).getByRole('dialog');
    await rating.getByRole('radio', { name: '解决了', exact: true }).click();
    await rating.getByRole('radio', { name: '5 星' }).click();
    await chrome.picture(resident, 'story-7-rate');
    await rating.getByRole('button', { name: '评价' }).click();
    await sees(resident, '居民说：解决了');
    await chrome.picture(resident, 'story-8-rated');
    await open(resident, 'features/public/pages/boards?board=wishes');
    await sees(resident, '心愿灯亮了');
  });

  it('makes one order of a double tap on a slow network', async () => {
    const page = await phoneOf('刘淑珍');
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
    const page = await phoneOf('刘淑珍');
    const title = `垃圾没人收${STAMP}`;
    await write(page, 'problem', title);
    await sees(page, '垃圾清运');
    await page.context().setOffline(true);
    await press(page, '报给社区');
    await sees(page, '在等网络');
    await chrome.picture(page, 'offline-waiting');
    await page.context().setOffline(false);
    await front(page).getByText('在等网络').waitFor({ state: 'detached' });
    assert.equal(await ordersCalled(title), 1);
  });

  it('keeps what was typed when the page is closed', async () => {
    const page = await phoneOf('刘淑珍');
    await write(page, 'service', `想有人陪诊${STAMP}`);
    await sees(page, '就医陪诊');
    await page.reload();
    await front(page).getByRole('textbox').first().waitFor();
    assert.equal(await front(page).getByRole('textbox').first().inputValue(), `想有人陪诊${STAMP}`);
  });

  it('keeps the form when the login runs out in the middle, and sends it after signing in again', async () => {
    const page = await phoneOf('刘淑珍');
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
    await chrome.picture(page, 'expired-login');
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
    const page = await phoneOf('刘淑珍', { permissions: [] });
    await write(page, 'problem', '路面有个坑');
    await front(page).getByRole('radio', { name: '我现在的位置' }).click();
    await sees(page, '在下面写清楚地点');
    await chrome.picture(page, 'location-refused');
  });

  it('tries a photo again that did not arrive', async () => {
    const page = await phoneOf('刘淑珍');
    await write(page, 'problem', '墙皮掉了');
    await page.route('**/api/files', (route) => route.abort());
    const chooser = page.waitForEvent('filechooser');
    await press(page, '添加照片');
    await (await chooser).setFiles({ name: 'wall.png', mimeType: 'image/png', buffer: SMALL_PNG });
    await sees(page, '照片没有传上去');
    await chrome.picture(page, 'upload-failed');
    await page.unroute('**/api/files');
    await press(page, '重新上传');
    await front(page).getByText('重新上传').waitFor({ state: 'detached' });
    await front(page).getByText('照片没有传上去').waitFor({ state: 'detached' });
  });

  it('answers whoever waits, from the duty queue', async () => {
    const page = await phoneOf('顾永泉');
    await open(page, 'features/desk/pages/duty');
    const replies = front(page).getByRole('button', { name: '回复', exact: true });
    await replies.first().waitFor();
    await chrome.picture(page, 'duty-queue');
    const before = await replies.count();
    await replies.first().click();
    const dialog = front(page).getByRole('dialog');
    await dialog.getByRole('textbox').fill('已联系师傅，今天下午上门看看');
    await dialog.getByRole('button', { name: '回复', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await replies.nth(before - 1).waitFor({ state: 'detached' });
    await front(page).getByRole('tab', { name: '交接班' }).click();
    await front(page).getByRole('textbox').fill('师傅下午上门，请跟一下');
    await press(page, '交班');
    await sees(page, '等接班');
    await chrome.picture(page, 'duty-handover');
  });

  it('answers a supervision order as the secretary', async () => {
    const page = await phoneOf('沈惠芳');
    await open(page, 'features/desk/pages/supervision');
    await chrome.picture(page, 'supervision-open');
    await press(page, '答复');
    const words = `已催承办人今天办好${STAMP}`;
    await front(page).getByRole('dialog').getByRole('textbox').fill(words);
    await front(page).getByRole('dialog').getByRole('button', { name: '答复', exact: true }).click();
    await front(page).getByRole('dialog').waitFor({ state: 'detached' });
    await front(page).getByRole('tab', { name: '待销号' }).click();
    await sees(page, words);
  });

  it('shows the wall on a large screen, live', async () => {
    const page = await chrome.phone({ viewport: { width: 1920, height: 1080 } });
    await open(page, 'features/wall/pages/wall?area=320402003012');
    await sees(page, '实时');
    await chrome.picture(page, 'wall-1920');
    assert.equal(await overflowOf(page), 0);
    assert.deepEqual(await faultsOf(page), []);
  });

  it('signs in, posts, claims and rates in the package for WeChat', { skip: !existsSync(WEAPP) }, async () => {
    const { ok, output } = await run(process.execPath, [WEAPP_STORY, chrome.url], { timeout: 120_000 });
    assert.ok(ok, output);
  });

  const SCREENS = [
    ['home', 'pages/home/index', '刘淑珍'],
    ['hall', 'pages/hall/index', '王建平'],
    ['messages', 'pages/messages/index', '刘淑珍'],
    ['me', 'pages/me/index', '刘淑珍'],
    ['new-problem', 'features/ordering/pages/new?kind=problem', '刘淑珍'],
    ['my-orders', 'features/orders/pages/mine', '刘淑珍'],
    ['my-claims', 'features/claims/pages/mine', '王建平'],
    ['results', 'features/public/pages/boards?board=results', '刘淑珍'],
    ['dwelling', 'features/profile/pages/dwelling', '刘淑珍'],
    ['privacy', 'features/profile/pages/privacy', '刘淑珍'],
    ['notifications', 'features/profile/pages/notifications', '刘淑珍'],
    ['dispatcher-home', 'pages/home/index', '陆海燕'],
    ['inbox', 'features/desk/pages/inbox', '陆海燕'],
    ['duty', 'features/desk/pages/duty', '陆海燕'],
    ['supervision', 'features/desk/pages/supervision', '陆海燕'],
    ['figures', 'features/desk/pages/figures', '陆海燕'],
  ];
  for (const [view, width] of /** @type {const} */ ([
    ['normal', 375],
    ['elder', 375],
    ['normal', 430],
    ['elder', 320],
  ])) {
    it(`fits ${width} px in the ${view} view, and axe finds nothing`, async () => {
      /** @type {Map<string, Page>} */
      const phones = new Map();
      const faults = [];
      for (const [name = '', path = '', person = ''] of SCREENS) {
        const page = phones.get(person) ?? (await phoneOf(person, { viewport: { width, height: 812 } }));
        if (!phones.has(person) && view === 'elder') await front(page).getByRole('switch', { name: '长辈版' }).click();
        phones.set(person, page);
        await open(page, path);
        await page.waitForLoadState('networkidle');
        await chrome.picture(page, `${name}-${width}-${view}`);
        const out = await overflowOf(page);
        if (out > 0) faults.push(`${name} sticks out by ${out} px`);
        if (width === 375) faults.push(...(await faultsOf(page)).map((fault) => `${name} ${fault}`));
      }
      assert.deepEqual(faults, []);
    });
  }
});
