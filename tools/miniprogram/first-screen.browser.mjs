/// <reference lib="dom" />
// What index.html shows before the app has come: the home page, so that nothing moves and nothing is asked twice.
// Needs CHROMIUM_PATH; PRODUCT_URL and SCREENS_DIR as in story.browser.mjs.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { callAs } from '../testing/api-caller.mjs';
import { faultsOf, front } from '../testing/browser.mjs';
import { confirm, phones, press, sees } from '../testing/phones.mjs';

/** @typedef {import('playwright-core').Page} Page */

const HOME = 'pages/home/index';
const BOARD = '**/api/boards/results?limit=3';

describe('the first screen', async () => {
  /** @type {Awaited<ReturnType<typeof phones>>} */
  let demo;

  before(async () => {
    demo = await phones();
  });
  after(() => demo?.close());

  /** A phone to which the app comes when it is let. @param {Page} page */
  async function withoutApp(page) {
    /** @type {() => void} */
    let letCome = () => undefined;
    const may = new Promise((done) => (letCome = () => done(undefined)));
    await page.route('**/js/app.*', async (route) => {
      await may;
      await route.continue();
    });
    return letCome;
  }

  /** @param {Page} page */
  const shown = (page) => page.locator('.first-screen');

  /** @param {Page} page @param {string} [path] */
  const opened = (page, path = '/') => page.goto(path, { waitUntil: 'commit' });

  /** @param {Page} page */
  async function appInPlace(page) {
    await front(page).locator('.board-card__title').first().waitFor();
    await shown(page).waitFor({ state: 'detached' });
  }

  /** Where everything is that one reads or taps. @param {Page} page @param {string} root */
  const places = (page, root) =>
    page.locator(root).evaluate((node) =>
      [
        ...node.querySelectorAll(
          '[class*="__title"], [class*="__name"], [class*="__hint"], [class*="__text"], button, img',
        ),
      ].map((each) => {
        const { x, y, width, height } = each.getBoundingClientRect();
        return `${each.textContent} ${[x, y, width, height].map((size) => size.toFixed(1)).join(' ')}`;
      }),
    );

  /** @param {Page} page */
  function asking(page) {
    /** @type {string[]} */
    const paths = [];
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      if (pathname.startsWith('/api/')) paths.push(pathname + search);
    });
    return paths;
  }

  for (const view of ['normal', 'elder']) {
    it(`is where the app puts everything a moment later, and accessible, in the ${view} view`, async () => {
      const page = await demo.phone();
      await page.addInitScript(
        (mode) => window.localStorage.setItem('linshao.view', JSON.stringify({ data: mode })),
        view,
      );
      const asked = asking(page);
      const letCome = await withoutApp(page);
      await opened(page);
      await shown(page).locator('.board-card__title').first().waitFor();
      await shown(page).getByText('心愿灯').or(shown(page).getByText('点亮')).first().waitFor();
      assert.deepEqual(await faultsOf(page), []);
      await demo.picture(page, `first-screen-${view}`);
      const early = await places(page, '.first-screen');
      letCome();
      await appInPlace(page);
      await front(page).locator('.verdict__lamp').first().waitFor();
      const late = await places(page, '.taro-tabbar__container');
      assert.ok(early.length > 20);
      assert.deepEqual(late, early);
      assert.deepEqual(asked.sort(), ['/api/boards/results?limit=3', '/api/boards/wishes?limit=3']);
    });
  }

  /**
   * A phone on which a resident has signed in before, kept as the app keeps it.
   * @param {(accessToken: string) => string} [grown] what has become of the token since
   */
  async function residentsPhone(grown = (accessToken) => accessToken) {
    const page = await demo.phone();
    const answer = await fetch(`${demo.url}/api/auth/demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ persona: 'resident' }),
    });
    /** @type {{ accessToken: string, refreshToken: string }} */
    const { accessToken, refreshToken } = await answer.json();
    const data = JSON.stringify({ accessToken: grown(accessToken), refreshToken });
    await page.addInitScript((kept) => {
      if (window.localStorage.getItem('linshao.tokens') === null) window.localStorage.setItem('linshao.tokens', kept);
    }, JSON.stringify({ data }));
    return page;
  }

  it('asks once what a resident who is signed in is shown', async () => {
    const page = await residentsPhone();
    const letCome = await withoutApp(page);
    const asked = asking(page);
    await opened(page);
    await shown(page).getByText('我的单子').waitFor();
    letCome();
    await appInPlace(page);
    await front(page).getByText('刘淑珍，您好').waitFor();
    await front(page).getByText('我的全部单子').waitFor();
    for (const path of [
      '/api/me',
      '/api/orders?',
      '/api/duty/now',
      '/api/inbox/unread',
      '/api/boards/results',
      '/api/boards/wishes',
    ])
      assert.equal(asked.filter((each) => each.startsWith(path)).length, 1, `${path} in ${asked.join(', ')}`);
  });

  for (const [view, width] of /** @type {const} */ ([
    ['normal', 375],
    ['elder', 375],
    ['normal', 320],
  ])) {
    it(`shows a resident their own things before the app has come, at ${width} px in the ${view} view`, async () => {
      const page = await residentsPhone();
      await page.setViewportSize({ width, height: 812 });
      // Else a minute may pass between the two looks, and be counted in "还剩53分钟".
      await page.clock.setFixedTime(new Date());
      await page.addInitScript(
        (mode) => window.localStorage.setItem('linshao.view', JSON.stringify({ data: mode })),
        view,
      );
      const letCome = await withoutApp(page);
      await opened(page);
      await shown(page).getByText('刘淑珍，您好').waitFor();
      await shown(page).locator('.home-banner__duty').waitFor();
      await shown(page).locator('.order-card').first().waitFor();
      await shown(page).locator('.board-card__title').first().waitFor();
      await shown(page).getByText('心愿灯').or(shown(page).getByText('点亮')).first().waitFor();
      assert.deepEqual(await faultsOf(page), []);
      await demo.picture(page, `first-screen-resident-${view}-${width}`);
      const early = await places(page, '.first-screen__page');
      letCome();
      await appInPlace(page);
      await front(page).locator('.verdict__lamp').first().waitFor();
      assert.deepEqual(await places(page, '.taro_page_show'), early);
    });
  }

  it('asks who is on duty in the community the phone remembers without waiting, and shows it once that is known to be right', async () => {
    const page = await residentsPhone();
    const kept = () => page.evaluate(() => window.localStorage.getItem('linshao.community') ?? '');
    await opened(page);
    await front(page).locator('.home-banner__duty').waitFor();
    const community = await kept();
    assert.match(community, /320402003012/);

    /** @type {() => void} */
    let answer = () => undefined;
    const may = new Promise((done) => (answer = () => done(undefined)));
    await page.route('**/api/me', async (route) => {
      await may;
      await route.continue();
    });
    const letCome = await withoutApp(page);
    const asked = asking(page);
    const onDuty = page.waitForResponse((response) => response.url().includes('/api/duty/now'));
    await page.reload({ waitUntil: 'commit' });
    await (await onDuty).finished();
    await shown(page).locator('.order-card').first().waitFor();
    assert.equal(await shown(page).locator('.home-banner__duty').count(), 0);
    answer();
    await shown(page).locator('.home-banner__duty').waitFor();
    letCome();
    await appInPlace(page);
    await front(page).locator('.home-banner__duty').waitFor();
    assert.equal(asked.filter((path) => path.startsWith('/api/duty/now')).length, 1, asked.join(', '));

    await page.evaluate(() =>
      window.localStorage.setItem('linshao.community', JSON.stringify({ data: '320000/320400' })),
    );
    await page.reload({ waitUntil: 'commit' });
    await front(page).locator('.home-banner__duty').waitFor();
    assert.equal(await kept(), community);

    await page.goto('/#/pages/me/index');
    await press(page, '退出登录');
    await confirm(page, '退出登录');
    await sees(page, '登录后才能点单');
    assert.equal(await kept(), JSON.stringify({ data: '' }));
  });

  it('shows nobody’s things where the login is gone when the answers come', async () => {
    const page = await residentsPhone();
    await withoutApp(page);
    /** @type {() => void} */
    let answer = () => undefined;
    const may = new Promise((done) => (answer = () => done(undefined)));
    await page.route(/\/api\/(me|orders)/, async (route) => {
      await may;
      await route.continue();
    });
    const answered = ['/api/me', '/api/orders'].map((path) =>
      page.waitForResponse((response) => response.url().includes(path)),
    );
    await opened(page);
    await shown(page).getByText('我的单子').waitFor();
    await page.evaluate(() => window.localStorage.setItem('linshao.tokens', JSON.stringify({ data: '' })));
    answer();
    for (const response of await Promise.all(answered)) await response.finished();
    await shown(page).locator('.board-card__title').first().waitFor();
    assert.equal(await shown(page).getByText('刘淑珍').count(), 0);
    assert.equal(await shown(page).locator('.order-card').count(), 0);
  });

  it('does not sign out a resident whose login has run out', async () => {
    const page = await residentsPhone((accessToken) => `${accessToken}x`);
    await opened(page);
    await appInPlace(page);
    await front(page).getByText('刘淑珍，您好').waitFor();
  });

  it('opens what is tapped before the app has come', async () => {
    const page = await demo.phone();
    const letCome = await withoutApp(page);
    await opened(page);
    await shown(page).getByRole('button', { name: '报个问题' }).click();
    await shown(page).waitFor({ state: 'detached' });
    letCome();
    await front(page).waitFor();
    assert.match(page.url(), /ordering\/pages\/new\?kind=problem/);
    assert.equal(await front(page).locator('.home-banner').count(), 0);
  });

  it('is not there where another page is opened', async () => {
    const page = await demo.phone();
    const asked = asking(page);
    const letCome = await withoutApp(page);
    await opened(page, '/#/pages/me/index');
    await page.locator('#app').waitFor({ state: 'attached' });
    assert.equal(await shown(page).count(), 0);
    letCome();
    await front(page).waitFor();
    assert.deepEqual(
      asked.filter((path) => path.includes('/boards/')),
      [],
    );
  });

  it('leaves it to the app to say that a board could not be had', async () => {
    const page = await demo.phone();
    await page.route(BOARD, (route) => route.abort());
    const letCome = await withoutApp(page);
    await opened(page, `/#/${HOME}`);
    await shown(page).getByText('最近晒单').waitFor();
    letCome();
    await front(page).getByText('网络不通').waitFor();
    await shown(page).waitFor({ state: 'detached' });
    await page.unroute(BOARD);
    await front(page).getByRole('button', { name: '再试一次' }).first().click();
    await front(page).locator('.board-card__title').first().waitFor();
  });

  it('gives way to the app that comes before the boards', async () => {
    const page = await demo.phone();
    await page.route('**/api/boards/*', () => undefined);
    await opened(page);
    await front(page).getByText('最近晒单').waitFor();
    await shown(page).waitFor({ state: 'detached' });
    assert.equal(await front(page).locator('.skeleton').count(), 2);
  });

  it('shows what the demo has published', async () => {
    const asResident = await callAs(demo.url, 'resident');
    /** @type {{ items: { title: string }[] }} */
    const { items } = await asResident('/boards/results?limit=1');
    const page = await demo.phone();
    await withoutApp(page);
    await opened(page);
    await shown(page)
      .getByText(items[0]?.title ?? 'nothing')
      .first()
      .waitFor();
  });
});
