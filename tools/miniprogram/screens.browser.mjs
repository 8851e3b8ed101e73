// Every screen at three widths, in the elder view and before axe, with its sheets; and the way through them by keyboard alone.
// Needs CHROMIUM_PATH; PRODUCT_URL and SCREENS_DIR as in story.browser.mjs.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { callAs } from '../testing/api-caller.mjs';
import { faultsOf, front, overflowOf } from '../testing/browser.mjs';
import { dialog, open, phones, press, pressMore, sees, STAMP } from '../testing/phones.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** Name, path, whose phone, and what is pressed first. @type {[string, string, string, ((page: Page) => Promise<unknown>)?][]} */
const SCREENS = [
  ['home', 'pages/home/index', '刘淑珍'],
  ['hall', 'pages/hall/index', '王建平'],
  ['owed', 'pages/hall/index', '刘淑珍', (page) => front(page).getByRole('tab', { name: '督办墙' }).click()],
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
  ['inbox-choosing', 'features/desk/pages/inbox', '陆海燕', (page) => press(page, '选几张一起受理')],
  ['duty', 'features/desk/pages/duty', '陆海燕'],
  [
    'handovers',
    'features/desk/pages/duty',
    '陆海燕',
    (page) => front(page).getByRole('tab', { name: '交接班' }).click(),
  ],
  ['shifts', 'features/desk/pages/shifts', '顾永泉'],
  ['swap', 'features/desk/pages/shifts', '顾永泉', (page) => press(page, '找人换班')],
  [
    'roster',
    'features/desk/pages/shifts',
    '陆海燕',
    (page) => front(page).getByRole('tab', { name: '值班表' }).click(),
  ],
  ['residents', 'features/profile/pages/residents', '陆海燕'],
  ['supervision', 'features/desk/pages/supervision', '陆海燕'],
  [
    'supervision-answer',
    'features/desk/pages/supervision',
    '陆海燕',
    (page) => front(page).getByRole('button', { name: '答复' }).first().click(),
  ],
  ['objections', 'features/desk/pages/objections', '钱志清'],
  ['escalated', 'features/desk/pages/escalated', '钱志清'],
  ['supervisor-home', 'pages/home/index', '钱志清'],
  ['unit', 'features/desk/pages/unit', '汤志强'],
  ['unit-order', 'features/orders/pages/order?id={sent}', '汤志强'],
  ['object', 'features/orders/pages/order?id={sent}', '汤志强', (page) => press(page, '提出异议')],
  ['extend', 'features/orders/pages/order?id={accepted}', '钱志清', (page) => press(page, '延长全程时限')],
  ['figures', 'features/desk/pages/figures', '陆海燕'],
  [
    'dispatch',
    'features/orders/pages/order?id={accepted}',
    '陆海燕',
    async (page) => {
      await press(page, '派单');
      await dialog(page).getByRole('radio', { name: '党员', exact: true }).click();
      await dialog(page).getByText('手上').first().waitFor();
    },
  ],
  [
    'dispatch-unit',
    'features/orders/pages/order?id={accepted}',
    '陆海燕',
    async (page) => {
      await press(page, '派单');
      await dialog(page).getByRole('radio', { name: '部门、单位' }).click();
      await dialog(page).getByRole('radio').nth(6).waitFor();
    },
  ],
  ['merge', 'features/orders/pages/order?id={accepted}', '陆海燕', (page) => pressMore(page, '合并')],
  ['supervise', 'features/orders/pages/order?id={accepted}', '钱志清', (page) => press(page, '开督办单')],
];

describe('the screens', async () => {
  /** @type {Awaited<ReturnType<typeof phones>>} */
  let demo;
  let accepted = '';
  let sent = '';

  before(async () => {
    demo = await phones();
    const asResident = await callAs(demo.url, 'resident');
    const asDispatcher = await callAs(demo.url, 'dispatcher');
    for (const floor of ['五楼', '六楼', '七楼']) {
      const order = { kind: 'problem', category: 'corridor-light', title: `${floor}灯管坏了${STAMP}`, description: '' };
      accepted = (await asResident('/orders', order)).id;
    }
    await asDispatcher(`/orders/${accepted}/accept`, {});
    const order = { kind: 'problem', category: 'corridor-light', title: `八楼堆物${STAMP}`, description: '' };
    sent = (await asResident('/orders', order)).id;
    await asDispatcher(`/orders/${sent}/accept`, {});
    const { items } = await asDispatcher(`/units?q=${encodeURIComponent('执法局')}`);
    await asDispatcher(`/orders/${sent}/dispatch`, { unitId: items[0].id });
  });
  after(() => demo?.close());

  for (const [view, width] of /** @type {const} */ ([
    ['normal', 375],
    ['elder', 375],
    ['normal', 430],
    ['elder', 320],
  ])) {
    it(`fit ${width} px in the ${view} view, and axe finds nothing`, async () => {
      /** @type {Map<string, Page>} */
      const phonesOf = new Map();
      const faults = [];
      for (const [name, path, person, first] of SCREENS) {
        const page = phonesOf.get(person) ?? (await demo.phoneOf(person, { viewport: { width, height: 812 } }));
        if (!phonesOf.has(person) && view === 'elder')
          await front(page).getByRole('switch', { name: '长辈版' }).click();
        phonesOf.set(person, page);
        await open(page, path.replace('{accepted}', accepted).replace('{sent}', sent));
        await page.waitForLoadState('networkidle');
        await first?.(page);
        await page.waitForLoadState('networkidle');
        await front(page).locator('.skeleton').first().waitFor({ state: 'detached' });
        await demo.picture(page, `${name}-${width}-${view}`);
        const out = await overflowOf(page);
        if (out > 0) faults.push(`${name} sticks out by ${out} px`);
        if (width === 375) faults.push(...(await faultsOf(page)).map((fault) => `${name} ${fault}`));
        await page.keyboard.press('Escape');
      }
      assert.deepEqual(faults, []);
    });
  }

  it('are worked with by keyboard alone, and a dialogue keeps it', async () => {
    const page = await demo.phoneOf('陆海燕');
    await open(page, `features/orders/pages/order?id=${accepted}`);
    await sees(page, '办理经过');
    const opener = front(page).getByRole('button', { name: '派单', exact: true });
    await opener.focus();
    await page.keyboard.press('Enter');
    await dialog(page).waitFor();
    await page.waitForFunction(() => document.activeElement?.closest('[role="dialog"]') !== null);
    const focused = () => page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null);
    for (let presses = 0; presses < 30; presses += 1) {
      assert.ok(await focused(), `after ${presses} presses of Tab the keyboard is beneath the dialogue`);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    assert.ok(await opener.evaluate((button) => button === document.activeElement), 'the keyboard is not back');
  });
});
