// The desk in a browser: hand-over, merging, refusing, calling, giving back, several at once, supervision, figures, one person
// with two posts. Needs CHROMIUM_PATH; PRODUCT_URL and SCREENS_DIR as in story.browser.mjs.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { callAs } from '../testing/api-caller.mjs';
import { faultsOf, front, type } from '../testing/browser.mjs';
import { act, confirm, dialog, open, phones, press, pressMore, sees, STAMP } from '../testing/phones.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {Awaited<ReturnType<typeof callAs>>} Caller */

const COMMUNITY = '320402003012';

describe('the desk', async () => {
  /** @type {Awaited<ReturnType<typeof phones>>} */
  let demo;
  /** @type {Caller} */
  let asResident;
  /** @type {Caller} */
  let asDispatcher;

  before(async () => {
    demo = await phones();
    [asResident, asDispatcher] = await Promise.all([callAs(demo.url, 'resident'), callAs(demo.url, 'dispatcher')]);
  });
  after(() => demo?.close());

  /** @param {string} title @returns {Promise<string>} its id */
  async function submitted(title) {
    const { id } = await asResident('/orders', { kind: 'problem', category: 'corridor-light', title, description: '' });
    return id;
  }
  /** @param {Page} page @param {string} id */
  async function openOrder(page, id) {
    await open(page, `features/orders/pages/order?id=${id}`);
    await sees(page, '办理经过');
  }
  /** @param {Page} page @param {string} name */
  const tab = (page, name) => front(page).getByRole('tab', { name }).click();

  it('hands over from one to the next', async () => {
    await submitted(`三号楼门禁坏了${STAMP}`);
    const leaving = await demo.phoneOf('顾永泉');
    await open(leaving, 'features/desk/pages/duty');
    await tab(leaving, '交接班');
    await press(leaving, '交班');
    await front(leaving).getByRole('alert').first().waitFor();
    await demo.picture(leaving, 'duty-handover-needs-words');
    const words = `门禁师傅下午上门${STAMP}`;
    await type(front(leaving).getByRole('textbox'), words);
    await press(leaving, '交班');
    const left = front(leaving).getByRole('listitem').filter({ hasText: words });
    await left.getByText('等接班').waitFor();
    assert.equal(await left.getByRole('button', { name: '我来接班' }).count(), 0);
    await demo.picture(leaving, 'duty-handover');

    const coming = await demo.phoneOf('陆海燕');
    await open(coming, 'features/desk/pages/duty');
    await tab(coming, '交接班');
    const taken = front(coming).getByRole('listitem').filter({ hasText: words });
    await taken.getByRole('button', { name: '我来接班' }).click();
    await taken.getByText('陆海燕已接班').waitFor();
    await demo.picture(coming, 'duty-taken-over');
  });

  it('merges an order into another one about the same matter', async () => {
    const first = await submitted(`东门路灯整夜不亮${STAMP}`);
    const second = await submitted(`东门的路灯整夜不亮${STAMP}`);
    await asDispatcher(`/orders/${first}/accept`, {});
    const page = await demo.phoneOf('陆海燕');
    await openOrder(page, second);
    await pressMore(page, '合并');
    await press(page, '合并');
    await dialog(page).getByRole('alert').waitFor();
    await dialog(page)
      .getByRole('radio', { name: `东门路灯整夜不亮${STAMP}` })
      .click();
    await demo.picture(page, 'merge');
    await confirm(page, '合并');
    await sees(page, '已并入同一件事的单子');
    await demo.picture(page, 'merged');
    const survivor = await asDispatcher(`/orders/${first}`);
    assert.equal(survivor.state, 'accepted');
  });

  it('refuses an order with a reason, which the resident reads', async () => {
    const id = await submitted(`想让社区修我家电视${STAMP}`);
    const page = await demo.phoneOf('陆海燕');
    await openOrder(page, id);
    await pressMore(page, '不予受理');
    await press(page, '不予受理');
    await dialog(page).getByText('原因至少写').waitFor();
    await type(dialog(page).getByRole('textbox'), '家电维修请联系厂家，电话在社区服务站');
    await demo.picture(page, 'reject');
    await confirm(page, '不予受理');
    await sees(page, '社区没有受理');
    const resident = await demo.phoneOf('刘淑珍');
    await openOrder(resident, id);
    await sees(resident, '家电维修请联系厂家');
    await demo.picture(resident, 'rejected');
  });

  it('calls the resident once it has said what for', async () => {
    const id = await submitted(`楼道扶手松了${STAMP}`);
    const page = await demo.phoneOf('陆海燕');
    await openOrder(page, id);
    await press(page, '联系提出人');
    const sheet = dialog(page);
    await sheet.getByRole('button', { name: '查看联系方式' }).click();
    await sheet.getByText('请选一个原因').waitFor();
    await sheet.getByRole('radio', { name: '核实情况' }).click();
    await sheet.getByRole('button', { name: '查看联系方式' }).click();
    await sheet.getByRole('button', { name: /^打电话 1[0-9]{10}$/ }).waitFor();
    assert.deepEqual(await faultsOf(page), []);
    await demo.picture(page, 'contact');
  });

  it('gives an order back, and it waits for the dispatcher again', async () => {
    const title = `单元门锁卡住${STAMP}`;
    const id = await submitted(title);
    const member = await demo.phoneOf('王建平');
    await asDispatcher(`/orders/${id}/accept`, {});
    await asDispatcher(`/orders/${id}/dispatch`, { pool: 'members' });
    await openOrder(member, id);
    await act(member, '接单');
    await sees(member, '王建平已接单');
    await pressMore(member, '退回');
    await type(dialog(member).getByRole('textbox'), '需要专业锁匠，我办不了');
    await demo.picture(member, 'return');
    await confirm(member, '退回');
    const dispatcher = await demo.phoneOf('陆海燕');
    await open(dispatcher, 'features/desk/pages/inbox');
    await tab(dispatcher, '待派');
    await front(dispatcher).getByRole('button', { name: title }).click();
    await sees(dispatcher, '需要专业锁匠');
    await demo.picture(dispatcher, 'returned');
  });

  it('shows what is late', async () => {
    const page = await demo.phoneOf('沈惠芳');
    await open(page, 'features/desk/pages/inbox');
    await tab(page, '超时');
    await front(page).getByText('已超时').first().waitFor();
    await demo.picture(page, 'overdue');
    const { overdue } = await (await callAs(demo.url, 'secretary'))('/orders/counts');
    await front(page)
      .getByRole('tab', { name: `超时 ${overdue}` })
      .waitFor();
  });

  it('accepts several at once; what cannot be accepted is named', async () => {
    const titles = ['一楼', '二楼', '三楼', '四楼'].map((floor) => `${floor}感应灯坏了${STAMP}`);
    const ids = [];
    for (const title of titles) ids.push(await submitted(title));
    const page = await demo.phoneOf('陆海燕');
    await open(page, 'features/desk/pages/inbox');
    await press(page, '选几张一起受理');
    for (const title of titles.slice(0, 3)) await front(page).getByRole('checkbox', { name: title }).click();
    await demo.picture(page, 'bulk-chosen');
    // One of them goes its own way meanwhile, another one meets a server that is busy.
    await asResident(`/orders/${ids[0]}/withdraw`, {});
    await page.route(`**/api/orders/${ids[2]}/accept`, (route) =>
      route.fulfill({
        status: 409,
        contentType: 'application/problem+json',
        body: '{"code":"order.stale","title":"这张单子刚有变化，请看看再办。"}',
      }),
    );
    await press(page, '受理选中的 3 张');
    await sees(page, `“${titles[0]}”没有受理`);
    await sees(page, `“${titles[2]}”没有受理：这张单子刚有变化`);
    await demo.picture(page, 'bulk-refused');
    const still = front(page).getByRole('checkbox', { name: titles[2] ?? '' });
    assert.equal(await still.getAttribute('aria-checked'), 'true');
    await page.unroute(`**/api/orders/${ids[2]}/accept`);
    await press(page, '受理选中的 1 张');
    await still.waitFor({ state: 'detached' });
    const states = await Promise.all(ids.map(async (id) => (await asDispatcher(`/orders/${id}`)).state));
    assert.deepEqual(states, ['withdrawn', 'accepted', 'accepted', 'submitted']);
  });

  it('is asked by a supervision order, answers, is sent back, answers again, and is done with it', async () => {
    const id = await submitted(`地下室积水三天${STAMP}`);
    const asks = `请说明为何三天未处理${STAMP}`;
    const supervisor = await demo.phoneOf('钱志清');
    await openOrder(supervisor, id);
    await press(supervisor, '开督办单');
    await type(dialog(supervisor).getByRole('textbox'), '快');
    await press(supervisor, '发出督办单');
    await dialog(supervisor).getByText('至少写 5 个字').waitFor();
    await type(dialog(supervisor).getByRole('textbox'), asks);
    await demo.picture(supervisor, 'supervise');
    await confirm(supervisor, '发出督办单');
    await sees(supervisor, '开出督办单');

    const secretary = await demo.phoneOf('沈惠芳');
    await open(secretary, 'features/desk/pages/supervision');
    /** @param {Page} page */
    const card = (page) => front(page).getByRole('listitem').filter({ hasText: asks });
    /** @param {string} words */
    const answer = async (words) => {
      await card(secretary).getByRole('button', { name: '答复' }).click();
      await type(dialog(secretary).getByRole('textbox'), words);
      await demo.picture(secretary, 'supervision-answer');
      await confirm(secretary, '答复');
      await card(secretary).waitFor({ state: 'detached' });
    };
    await card(secretary).waitFor();
    await demo.picture(secretary, 'supervision-open');
    await answer('水泵坏了，已联系维修人员');

    await open(supervisor, 'features/desk/pages/supervision');
    await tab(supervisor, '待销号');
    await card(supervisor).getByText('水泵坏了').waitFor();
    await demo.picture(supervisor, 'supervision-answered');
    await card(supervisor).getByRole('button', { name: '退回补充' }).click();
    await type(dialog(supervisor).getByRole('textbox'), '请写明哪天修好');
    await confirm(supervisor, '退回补充');

    await secretary.reload();
    await card(secretary).getByText('请写明哪天修好').waitFor();
    await answer('水泵坏了，周五前换好新的');
    await supervisor.reload();
    await tab(supervisor, '待销号');
    await card(supervisor).getByRole('button', { name: '销号' }).click();
    await confirm(supervisor, '销号');
    await tab(supervisor, '已销号');
    await card(supervisor).waitFor();
    await demo.picture(supervisor, 'supervision-closed');
  });

  it('shows figures in bars, by place, category and month', async () => {
    const page = await demo.phoneOf('沈惠芳');
    await open(page, 'features/desk/pages/figures');
    await sees(page, '按时回复');
    await demo.picture(page, 'figures');
    const rows = front(page).getByRole('list').last().getByRole('listitem');
    const places = await rows.allTextContents();
    await tab(page, '按月');
    await rows
      .filter({ hasText: /\d{4}.\d{2}|\d月/ })
      .first()
      .waitFor();
    assert.notDeepEqual(await rows.allTextContents(), places);
    await front(page).getByRole('radio', { name: '满意' }).click();
    await rows.filter({ hasText: '%' }).first().waitFor();
    await demo.picture(page, 'figures-by-month');
  });

  it('lets a person with two posts choose by which to work', async () => {
    const asAdmin = await callAs(demo.url, 'admin');
    const { id: personId } = await (await callAs(demo.url, 'member2'))('/me');
    const [community] = (await asAdmin(`/areas?code=${COMMUNITY}`)).items;
    const second = await asAdmin('/posts', {
      personId,
      role: 'duty_officer',
      scope: { type: 'area', id: community.id },
    });
    try {
      const page = await demo.phoneOf('李雪梅');
      await demo.picture(page, 'two-posts');
      await front(page).getByRole('radio', { name: '值班员' }).click();
      await open(page, 'pages/home/index');
      await sees(page, '值班台');
      await demo.picture(page, 'second-post-home');
      await open(page, 'pages/me/index');
      await front(page).getByRole('radio', { name: '党员' }).click();
      await open(page, 'pages/home/index');
      await front(page).getByText('值班台').waitFor({ state: 'detached' });
    } finally {
      await asAdmin(`/posts/${second.id}/end`, {});
    }
  });
});
