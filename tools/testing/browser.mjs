/// <reference lib="dom" />
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { eventually } from '../processes.mjs';
import { findChromium } from './chromium.mjs';

/** Offline, silent and without a sandbox, which root may not have. */
const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update'],
];
const AXE = new URL('../../node_modules/axe-core/axe.min.js', import.meta.url);

/** A phone of our residents' kind. */
const PHONE = { width: 375, height: 812 };

/**
 * A browser to play the product in. Screenshots go to SCREENS_DIR, or nowhere.
 * @param {string} url of the product
 */
export async function browser(url) {
  const path = findChromium();
  if (!path) throw new Error('No Chromium was found: set CHROMIUM_PATH.');
  const chrome = await chromium.launch({ executablePath: path, args: FLAGS });
  const folder = process.env.SCREENS_DIR;
  if (folder) mkdirSync(folder, { recursive: true });

  /** One person's phone: its own storage, its own login. @param {import('playwright-core').BrowserContextOptions} [options] */
  async function phone(options = {}) {
    const context = await chrome.newContext({
      baseURL: url,
      viewport: PHONE,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      ...options,
    });
    context.setDefaultTimeout(20_000);
    return context.newPage();
  }

  /** @param {import('playwright-core').Page} page @param {string} name */
  async function picture(page, name) {
    if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
  }

  return { url, phone, picture, close: () => chrome.close() };
}

/**
 * What the page in front offers; the pages beneath it stay in the document, hidden.
 * @param {import('playwright-core').Page} page
 */
export function front(page) {
  return page.locator('.taro_page:visible').last();
}

/**
 * Types words until they stand there: Taro moves a field once, when it has loaded, and the keyboard drops out of it.
 * @param {import('playwright-core').Locator} field
 * @param {string} words
 */
export async function type(field, words) {
  const stand = async () => {
    await field.fill(words);
    return (await field.inputValue()) === words;
  };
  assert.ok(await eventually(stand, 10_000), `could not type ${words}`);
}

/**
 * What axe finds wrong with a page, one line each.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string[]>}
 */
export async function faultsOf(page) {
  // A page that is left stays beside the next one until it has moved away.
  assert.ok(await eventually(async () => (await page.locator('.taro_page:visible').count()) <= 1, 10_000), 'two pages');
  await page.evaluate(readFileSync(AXE, 'utf8'));
  return page.evaluate(async () => {
    const { axe } = /** @type {{ axe: typeof import('axe-core') }} */ (/** @type {unknown} */ (window));
    // What is half faded in has no contrast yet: everything is looked at as it comes to rest.
    const atRest = new CSSStyleSheet();
    atRest.replaceSync('*, *::before, *::after { transition: none !important; animation: none !important }');
    document.adoptedStyleSheets.push(atRest);
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== atRest);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  });
}

/** How far a page sticks out of its screen sideways (px). @param {import('playwright-core').Page} page */
export function overflowOf(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
