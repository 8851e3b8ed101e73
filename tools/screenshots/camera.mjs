/// <reference lib="dom" />
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { browser, front } from '../testing/browser.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {Awaited<ReturnType<typeof camera>>} Camera */

/** Readers load these with the page, and everybody carries them in every clone. */
const MOST_BYTES_EACH = 80_000;
const MOST_BYTES_ALL = 1_500_000;
const WIDE = 1280;
/** Of a large picture, made smaller, more would only be shades at the edges of letters. */
const COLOURS = 16;

/**
 * Phones of the demo's people, and a camera that keeps what they show in a folder.
 * @param {string} url of the product
 * @param {string} folder
 */
export async function camera(url, folder) {
  mkdirSync(folder, { recursive: true });
  const chrome = await browser(url);
  /** @type {Map<string, Promise<Page>>} */
  const phones = new Map();

  /** Opens a screen of the product. @param {Page} page @param {string} path */
  async function open(page, path) {
    await page.goto(`${url}/#/${path}`);
    await front(page).waitFor();
    await page.waitForLoadState('networkidle');
  }

  /** @param {string} name */
  async function unpacked(name) {
    const page = await chrome.phone({ deviceScaleFactor: 2 });
    await open(page, 'pages/me/index');
    await front(page)
      .getByRole('radio', { name: new RegExp(`^${name}`) })
      .click();
    await front(page).getByText('退出登录').first().waitFor();
    return page;
  }

  /** @param {Buffer} picture @param {string} name */
  async function keep(picture, name) {
    const image = sharp(picture);
    const { width = 0 } = await image.metadata();
    const wide = width > WIDE;
    const shown = wide ? image.resize({ width: WIDE }) : image;
    const few = wide ? { colours: COLOURS, dither: 0 } : { quality: 90 };
    writeFileSync(join(folder, `${name}.png`), await shown.png({ palette: true, effort: 10, ...few }).toBuffer());
  }

  /** The phone of somebody of the demo, signed in. @param {string} name */
  function phoneOf(name) {
    const known = phones.get(name) ?? unpacked(name);
    phones.set(name, known);
    return known;
  }

  /** Keeps what a page shows, once it stands still. @param {Page} page @param {string} name */
  async function shoot(page, name) {
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    // What was just done is said for a moment in the middle of the screen.
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.taro__toast')].every((toast) => getComputedStyle(toast).display === 'none'),
    );
    await keep(await page.screenshot({ animations: 'disabled' }), name);
  }

  /** A large screen. @param {{ width: number, height: number }} viewport */
  const screen = (viewport) => chrome.phone({ viewport });

  /** Fails when the pictures have become too heavy. */
  function judge() {
    const sizes = readdirSync(folder).map((name) => ({ name, bytes: statSync(join(folder, name)).size }));
    for (const { name, bytes } of sizes) console.log(`${String(Math.round(bytes / 1000)).padStart(4)} kB  ${name}`);
    const all = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    console.log(`${String(Math.round(all / 1000)).padStart(4)} kB  together`);
    const heavy = sizes.filter(({ bytes }) => bytes > MOST_BYTES_EACH).map(({ name }) => name);
    if (all > MOST_BYTES_ALL) heavy.push('all of them together');
    if (heavy.length > 0) throw new Error(`too heavy: ${heavy.join(', ')}`);
  }

  return { url, open, phoneOf, screen, shoot, judge, close: () => chrome.close() };
}
