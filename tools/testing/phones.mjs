import { browser, front, type } from './browser.mjs';
import { MANY_LOGINS, product } from './product.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** A photo that is one, and small. */
const SMALL_PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAFklEQVR42mPQy4siCTGMahjVMHw1AACdGPYBRExbPAAAAABJRU5ErkJggg==',
  'base64',
);

/** Marks what this run makes, so that it is found again among everything else. */
export const STAMP = String(Date.now()).slice(-6);

/** Phones of the demo's people: on the product PRODUCT_URL names, or on one of their own. */
export async function phones() {
  const running = process.env.PRODUCT_URL ? null : await ownProduct();
  const chrome = await browser(process.env.PRODUCT_URL ?? running?.url ?? '');
  return {
    ...chrome,
    /** A phone on which somebody of the demo has signed in by the switch on "me". @param {string} name @param {object} [options] */
    async phoneOf(name, options = {}) {
      const page = await chrome.phone(options);
      await open(page, 'pages/me/index');
      await front(page)
        .getByRole('radio', { name: new RegExp(`^${name}`) })
        .click();
      await sees(page, '退出登录');
      return page;
    },
    async close() {
      await chrome.close();
      await running?.stop();
    },
  };
}

async function ownProduct() {
  const { url, start, remove } = await product(MANY_LOGINS);
  const { child, ended } = await start();
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      remove();
    },
  };
}

/** @param {Page} page @param {string} path */
export async function open(page, path) {
  await page.goto(`/#/${path}`);
  // The page before it is in front until the new one has come to rest.
  await page
    .locator(`.taro_page_stationed[id^="/${path.split('?')[0]}?"]:visible`)
    .last()
    .waitFor();
  // What index.html drew of the home page stays until the app's own shows as much.
  await page.locator('.first-screen').waitFor({ state: 'detached' });
}

/** @param {Page} page @param {string} words */
export const sees = (page, words) => front(page).getByText(words).first().waitFor();

/** @param {Page} page */
export const dialog = (page) => front(page).getByRole('dialog');

/** @param {Page} page @param {string} name */
export const press = (page, name) => front(page).getByRole('button', { name, exact: true }).first().click();

/** Presses the last button of the dialogue in front, and waits until it has closed. @param {Page} page @param {string} name */
export async function confirm(page, name) {
  await dialog(page).getByRole('button', { name, exact: true }).click();
  await dialog(page).waitFor({ state: 'detached' });
}

/** Takes an action that asks nothing more. @param {Page} page @param {string} name */
export async function act(page, name) {
  await press(page, name);
  await confirm(page, name);
}

/** Chooses an action that stands behind "more". @param {Page} page @param {string} name */
export async function pressMore(page, name) {
  await press(page, '更多');
  await dialog(page).getByRole('button', { name, exact: true }).click();
}

/** Adds a photo by the browser's own dialogue. @param {Page} page @param {import('playwright-core').Locator} within */
export async function addPhoto(page, within) {
  const chooser = page.waitForEvent('filechooser');
  await within.getByRole('button', { name: '添加照片' }).click();
  await (await chooser).setFiles({ name: 'photo.png', mimeType: 'image/png', buffer: SMALL_PNG });
}

/** Begins an order. @param {Page} page @param {string} kind @param {string} title */
export async function write(page, kind, title) {
  await open(page, `features/ordering/pages/new?kind=${kind}`);
  await type(front(page).getByRole('textbox').first(), title);
}
