// A department answers (C7) in a browser: an order sent to a unit is argued back, ruled, claimed; its time is lengthened; it is
// shared among units; and what climbed is seen. Needs CHROMIUM_PATH; PRODUCT_URL and SCREENS_DIR as in story.browser.mjs.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { callAs } from '../testing/api-caller.mjs';
import { faultsOf, front, type } from '../testing/browser.mjs';
import { act, confirm, dialog, open, phones, press, sees, STAMP } from '../testing/phones.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {Awaited<ReturnType<typeof callAs>>} Caller */

const UNIT = '茶山街道综合行政执法局';

describe('a department', async () => {
  /** @type {Awaited<ReturnType<typeof phones>>} */
  let demo;
  /** @type {Record<'resident' | 'dispatcher' | 'unit', Caller>} */
  let as;
  /** @type {Record<'dispatcher' | 'unit' | 'supervisor', Page>} */
  let phone;

  before(async () => {
    demo = await phones();
    const [resident, dispatcher, unit] = await Promise.all(
      ['resident', 'dispatcher', 'unit'].map((persona) => callAs(demo.url, persona)),
    );
    assert.ok(resident && dispatcher && unit);
    as = { resident, dispatcher, unit };
    phone = {
      dispatcher: await demo.phoneOf('陆海燕'),
      unit: await demo.phoneOf('汤志强'),
      supervisor: await demo.phoneOf('钱志清'),
    };
  });
  after(() => demo?.close());

  /** @param {string} title @returns {Promise<string>} the id of an accepted order */
  async function accepted(title) {
    const { id } = await as.resident('/orders', {
      kind: 'problem',
      category: 'corridor-light',
      title,
      description: '',
    });
    await as.dispatcher(`/orders/${id}/accept`, {});
    return id;
  }
  /** @param {string} title @returns {Promise<string>} the id of an order that waits for the unit */
  async function sent(title) {
    const id = await accepted(title);
    const { items } = await as.dispatcher(`/units?q=${encodeURIComponent(UNIT)}`);
    await as.dispatcher(`/orders/${id}/dispatch`, { unitId: items[0].id });
    return id;
  }
  /** @param {Page} page @param {string} id */
  async function openOrder(page, id) {
    await open(page, `features/orders/pages/order?id=${id}`);
    await sees(page, '办理经过');
  }
  /** @param {Page} page @param {string} name */
  async function sound(page, name) {
    await page.waitForLoadState('networkidle');
    await demo.picture(page, name);
    assert.deepEqual(await faultsOf(page), [], name);
  }
  /** @param {Page} page @param {string} words */
  const card = (page, words) => front(page).getByRole('listitem').filter({ hasText: words });

  it('is sent an order by the dispatcher, and finds it on its desk', async () => {
    const title = `占道经营没人管${STAMP}`;
    const id = await accepted(title);
    await openOrder(phone.dispatcher, id);
    await press(phone.dispatcher, '派单');
    const sheet = dialog(phone.dispatcher);
    await sheet.getByRole('radio', { name: '部门、单位' }).click();
    await sheet.getByRole('radio').nth(6).waitFor();
    await sheet.getByRole('button', { name: '派单', exact: true }).click();
    await sheet.getByText('请选一个').waitFor();
    await type(sheet.getByRole('textbox', { name: '按名称找单位' }), '执法');
    await sheet.getByRole('radio', { name: UNIT }).click();
    await sound(phone.dispatcher, 'dispatch-unit');
    await confirm(phone.dispatcher, '派单');
    await sees(phone.dispatcher, `已派给${UNIT}`);

    await open(phone.unit, 'pages/home/index');
    await sees(phone.unit, '派给本单位的单子');
    await open(phone.unit, 'features/desk/pages/unit');
    await front(phone.unit).getByRole('button', { name: title }).click();
    await act(phone.unit, '接单');
    await sees(phone.unit, '已接单');
    assert.equal((await as.dispatcher(`/orders/${id}`)).state, 'claimed');
  });

  it('argues an order back, once, and must take it when the supervisor says so', async () => {
    const id = await sent(`楼道里堆了家具${STAMP}`);
    const words = `楼道归物业清理${STAMP}`;
    await openOrder(phone.unit, id);
    await press(phone.unit, '提出异议');
    const sheet = dialog(phone.unit);
    await sheet.getByRole('button', { name: '提出异议', exact: true }).click();
    await sheet.getByText('请选一条理由').waitFor();
    await sheet.getByRole('radio', { name: '非本单位职责' }).click();
    await type(sheet.getByRole('textbox'), words);
    await sound(phone.unit, 'object');
    await confirm(phone.unit, '提出异议');
    await sees(phone.unit, '等街道督办裁定');
    await front(phone.unit)
      .getByText(/前，还剩/)
      .first()
      .waitFor();
    assert.equal(await front(phone.unit).getByRole('button', { name: '提出异议' }).count(), 0);
    await sound(phone.unit, 'objected');

    await open(phone.supervisor, 'features/desk/pages/objections');
    await card(phone.supervisor, words).getByRole('button', { name: '裁定' }).click();
    await press(phone.supervisor, '发出裁定');
    await dialog(phone.supervisor).getByText('请选成立还是不成立').waitFor();
    await dialog(phone.supervisor).getByRole('radio', { name: '异议不成立' }).click();
    await type(dialog(phone.supervisor).getByRole('textbox'), '占用公共通道属执法局职责');
    await sound(phone.supervisor, 'rule');
    await confirm(phone.supervisor, '发出裁定');
    await card(phone.supervisor, words).waitFor({ state: 'detached' });
    await front(phone.supervisor).getByRole('tab', { name: '全部' }).click();
    await card(phone.supervisor, words).getByText('异议不成立').first().waitFor();

    await phone.unit.reload();
    await sees(phone.unit, '占用公共通道属执法局职责');
    assert.equal(await front(phone.unit).getByRole('button', { name: '提出异议' }).count(), 0);
    await act(phone.unit, '接单');
  });

  it('is given more time by the supervisor, who reads the new date first', async () => {
    const id = await sent(`广告牌松动${STAMP}`);
    await as.unit(`/orders/${id}/claim`, {});
    const finish = async () => {
      /** @type {{ items: { kind: string, dueAt: string }[] }} */
      const { items } = await as.dispatcher(`/orders/${id}/deadlines`);
      return Date.parse(items.find(({ kind }) => kind === 'finish')?.dueAt ?? '');
    };
    const before = await finish();
    await openOrder(phone.supervisor, id);
    await press(phone.supervisor, '延长办理时限');
    const sheet = dialog(phone.supervisor);
    await sheet.getByRole('button', { name: '看看新的时限' }).click();
    await sheet.getByText('请选延长多少').waitFor();
    await sheet.getByRole('radio', { name: '2 个工作日' }).click();
    await type(sheet.getByRole('textbox'), '等待配件到货');
    await sheet.getByRole('button', { name: '看看新的时限' }).click();
    await sheet.getByText(/^原定.*前，改到.*前$/).waitFor();
    await sound(phone.supervisor, 'extend');
    await confirm(phone.supervisor, '确认延期');
    await sees(phone.supervisor, '等待配件到货');
    await sound(phone.supervisor, 'extended');
    assert.ok((await finish()) > before);
  });

  it('leads an order that several share, and each share knows where it belongs', async () => {
    const title = `夜市油烟扰民${STAMP}`;
    const id = await accepted(title);
    await openOrder(phone.dispatcher, id);
    await press(phone.dispatcher, '派单');
    const sheet = dialog(phone.dispatcher);
    await sheet.getByRole('radio', { name: '部门、单位' }).click();
    await type(sheet.getByRole('textbox', { name: '按名称找单位' }), '执法');
    await sheet.getByRole('radio', { name: UNIT }).click();
    await sheet.getByRole('button', { name: '要几家一起办，选首接单位' }).click();
    await sheet.getByRole('button', { name: `${UNIT}（换一个）` }).waitFor();
    await type(sheet.getByRole('textbox', { name: '子任务 1：要做什么' }), '查油烟净化器');
    await sheet.getByRole('button', { name: '选人或单位' }).click();
    await sheet.getByRole('radio', { name: '单位' }).click();
    await sheet.getByRole('radiogroup', { name: '谁来办', exact: true }).getByRole('radio').first().click();
    await confirm(phone.dispatcher, '拆分');
    await sees(phone.dispatcher, '还有 1 张没办完');
    await sound(phone.dispatcher, 'shared');
    await front(phone.dispatcher).getByRole('button', { name: '查油烟净化器' }).click();
    await front(phone.dispatcher)
      .getByRole('button', { name: `主单：${title}` })
      .click();
    await sees(phone.dispatcher, '还有 1 张没办完');
    // Whoever leads knows of the share, though it is not theirs to open.
    await openOrder(phone.unit, id);
    await sees(phone.unit, '查油烟净化器');
  });

  it('is not alone: what was missed and climbed is seen by how high it came', async () => {
    const page = phone.supervisor;
    await open(page, 'features/desk/pages/escalated');
    await front(page)
      .getByText(/^第 \d 级：.*告知/)
      .first()
      .waitFor();
    await front(page).getByRole('tab', { name: '到街道' }).click();
    await front(page)
      .getByText(/^第 \d 级：.*告知.*街道督办$|没有升级到这里/)
      .first()
      .waitFor();
    await sound(page, 'escalated');
  });
});
