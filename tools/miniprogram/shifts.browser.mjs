// Shifts and homes in a browser: a swap between two duty officers, a substitute, a registration confirmed and one
// refused. Needs CHROMIUM_PATH; PRODUCT_URL and SCREENS_DIR as in story.browser.mjs.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { callAs } from '../testing/api-caller.mjs';
import { faultsOf, front, type } from '../testing/browser.mjs';
import { confirm, dialog, open, phones, press, sees, STAMP } from '../testing/phones.mjs';

/** @typedef {import('playwright-core').Page} Page */

describe('shifts and homes', async () => {
  /** @type {Awaited<ReturnType<typeof phones>>} */
  let demo;
  /** @type {Page} */
  let asks;

  before(async () => {
    demo = await phones();
    asks = await demo.phoneOf('顾永泉');
  });
  after(() => demo?.close());

  /** @param {Page} page @param {string} name */
  const tab = (page, name) => front(page).getByRole('tab', { name }).click();
  /** @param {Page} page @param {string} text */
  const card = (page, text) => front(page).getByRole('listitem').filter({ hasText: text }).first();

  it('asks a colleague to take a shift; they agree, and it is theirs', async () => {
    await open(asks, 'features/desk/pages/duty');
    await press(asks, '我的班次 什么时候轮到我，找人换班');
    await sees(asks, '现在这一班');
    await demo.picture(asks, 'my-shifts');
    await press(asks, '找人换班');
    await dialog(asks).getByRole('radio', { name: '潘永明' }).waitFor();
    await dialog(asks).getByRole('button', { name: '发出换班请求' }).click();
    await dialog(asks).getByText('请选一位同志').waitFor();
    await dialog(asks).getByRole('radio', { name: '潘永明' }).click();
    await dialog(asks).getByRole('radio', { name: '不用换，只请对方接' }).waitFor();
    await type(dialog(asks).getByRole('textbox'), `孩子家长会${STAMP}`);
    await demo.picture(asks, 'swap-ask');
    assert.deepEqual(await faultsOf(asks), []);
    // Two taps are one question.
    await dialog(asks).getByRole('button', { name: '发出换班请求' }).dblclick();
    await dialog(asks).waitFor({ state: 'detached' });
    await sees(asks, '已请潘永明接，等答复');

    const answers = await demo.phoneOf('潘永明');
    await open(answers, 'features/desk/pages/shifts');
    await tab(answers, '换班 1');
    await card(answers, `孩子家长会${STAMP}`).getByRole('button', { name: '同意换班' }).click();
    await demo.picture(answers, 'swap-accept');
    await confirm(answers, '同意换班');
    await card(answers, `孩子家长会${STAMP}`).getByText('已换好').waitFor();
    await demo.picture(answers, 'swaps');
    const asOfficer = await callAs(demo.url, 'duty2');
    const { items } = await asOfficer('/duty/swaps?limit=1');
    assert.equal(items[0].state, 'accepted');
    /** @type {{ items: { id: string }[] }} */
    const mine = await asOfficer('/duty/shifts?limit=50');
    assert.ok(mine.items.some(({ id }) => id === items[0].shift.id));
  });

  it('takes a question back', async () => {
    await asks.reload();
    await press(asks, '找人换班');
    await dialog(asks).getByRole('radio', { name: '雷跃进' }).click();
    await dialog(asks)
      .getByRole('radio', { name: /\d\d:\d\d/ })
      .first()
      .click();
    await demo.picture(asks, 'swap-in-return');
    await confirm(asks, '发出换班请求');
    await tab(asks, '换班');
    await card(asks, '等答复').getByText('换对方的').waitFor();
    await card(asks, '等答复').getByRole('button', { name: '撤回' }).click();
    await confirm(asks, '撤回');
    await card(asks, '我请雷跃进接').getByText('已撤回').waitFor();
  });

  it('lets whoever keeps the roster name a substitute, and nobody else', async () => {
    await tab(asks, '值班表');
    await front(asks).getByRole('listitem').first().waitFor();
    assert.equal(await front(asks).getByRole('button', { name: '安排替班' }).count(), 0);
    const keeper = await demo.phoneOf('陆海燕');
    await press(keeper, '我的班次');
    await sees(keeper, '近期没有排您的班');
    await tab(keeper, '值班表');
    const last = front(keeper).getByRole('listitem').nth(5);
    await last.getByRole('button', { name: '安排替班' }).click();
    const substitute = dialog(keeper).getByRole('radio').first();
    const name = (await substitute.innerText()).trim();
    await substitute.click();
    await demo.picture(keeper, 'substitute');
    assert.deepEqual(await faultsOf(keeper), []);
    await dialog(keeper).getByRole('button', { name: '替班' }).last().click();
    await dialog(keeper).waitFor({ state: 'detached' });
    await last.getByText(name, { exact: true }).waitFor();
    await demo.picture(keeper, 'roster');
  });

  it('confirms a home, matches an address with a door, and tells the resident why it refuses', async () => {
    const [asKeeper, asOne, asOther] = await Promise.all(
      ['grid1', 'resident2', 'cadre'].map((persona) => callAs(demo.url, persona)),
    );
    if (!asKeeper || !asOne || !asOther) throw new Error('somebody is missing');
    const [unit] = (await asKeeper('/areas?code=G01-E01-B03-U2')).items;
    const [door] = (await asKeeper(`/dwellings?area=${unit.id}&limit=1`)).items;
    const words = `${STAMP}室，和女儿同住`;
    const [told, wrong] = await Promise.all([
      asOne('/residencies', { areaId: unit.id, address: words, relation: 'family' }),
      asOther('/residencies', { dwellingId: door.id, relation: 'tenant' }),
    ]);
    const page = await demo.phoneOf('田勤芳');
    await sees(page, '户等确认');
    await front(page).getByRole('button', { name: '住户登记确认' }).click();
    await card(page, words).getByText('只写了地址，要对上房号').waitFor();
    await demo.picture(page, 'residents');
    assert.deepEqual(await faultsOf(page), []);

    await card(page, words).getByRole('button', { name: '联系本人' }).click();
    await dialog(page).getByRole('button', { name: '查看' }).click();
    await dialog(page).getByText('请选一个原因').waitFor();
    await dialog(page).getByRole('radio', { name: '核实是否住在这里' }).click();
    await dialog(page).getByRole('button', { name: '查看' }).click();
    await dialog(page)
      .getByRole('button', { name: /^打电话 1[0-9]{10}$/ })
      .waitFor();
    await demo.picture(page, 'residents-reveal');
    await page.keyboard.press('Escape');

    await card(page, words).getByRole('button', { name: '确认登记' }).click();
    await dialog(page).getByRole('textbox', { name: '房号' }).waitFor();
    await dialog(page).getByRole('button', { name: '确认登记' }).click();
    await dialog(page).getByText('请选到房号').waitFor();
    await type(dialog(page).getByRole('textbox', { name: '房号' }), STAMP);
    await demo.picture(page, 'residents-confirm');
    await confirm(page, '确认登记');
    await card(page, words).waitFor({ state: 'detached' });

    await card(page, '赵文博').getByRole('button', { name: '不通过' }).click();
    await type(dialog(page).getByRole('textbox'), `这户说不认识${STAMP}`);
    await confirm(page, '不通过');
    await card(page, '赵文博').waitFor({ state: 'detached' });
    await tab(page, '没通过');
    await sees(page, `这户说不认识${STAMP}`);
    const decided = await Promise.all([told, wrong].map(({ id }) => asKeeper(`/residencies/${id}`)));
    assert.deepEqual(
      decided.map(({ state }) => state),
      ['confirmed', 'refused'],
    );
    assert.ok(String(decided[0].address).endsWith(STAMP));
  });
});
