// The whole story in a browser: a wish, the first answer, its member, the result, the stars, the lamp; and the same in the package
// for WeChat. Needs CHROMIUM_PATH. PRODUCT_URL plays it on a product that runs already; SCREENS_DIR keeps a picture of every screen.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { eventually, run } from '../processes.mjs';
import { front, type } from '../testing/browser.mjs';
import { act, addPhoto, confirm, dialog, open, phones, press, sees, STAMP, write } from '../testing/phones.mjs';

/** @typedef {import('playwright-core').Page} Page */

const MINIPROGRAM = new URL('../../apps/miniprogram/', import.meta.url);
const WEAPP = fileURLToPath(new URL('dist/weapp/app.js', MINIPROGRAM));
const WEAPP_STORY = fileURLToPath(new URL('scripts/weapp-story.mjs', MINIPROGRAM));
const NOT_BUILT = existsSync(WEAPP) ? false : 'the package is not built: npx nx run miniprogram:build-weapp';
const WISH = `想找人陪我下棋${STAMP}`;

describe('the story', async () => {
  /** @type {Awaited<ReturnType<typeof phones>>} */
  let demo;
  /** @type {Page} */
  let resident;
  /** @type {Page} */
  let dispatcher;
  /** @type {Page} */
  let member;

  before(async () => {
    demo = await phones();
  });
  after(() => demo?.close());

  it('a resident makes a wish', async () => {
    resident = await demo.phoneOf('刘淑珍');
    await write(resident, 'wish', WISH);
    await sees(resident, '陪伴心愿');
    await demo.picture(resident, 'story-1-wish-form');
    await press(resident, '许下心愿');
    await sees(resident, '已送到社区');
    await sees(resident, '社区已收到，等待受理');
    await demo.picture(resident, 'story-2-wish-sent');
  });

  it('the duty officer answers on the spot', async () => {
    const duty = await demo.phoneOf('顾永泉');
    await open(duty, 'features/desk/pages/duty');
    const waiting = front(duty).getByRole('listitem').filter({ hasText: WISH });
    await waiting.getByText('分钟').waitFor();
    await demo.picture(duty, 'story-3-duty-queue');
    await waiting.getByRole('button', { name: '回复' }).click();
    await type(dialog(duty).getByRole('textbox'), '收到您的心愿，正在给您找棋友');
    await demo.picture(duty, 'story-3-duty-reply');
    await confirm(duty, '回复');
    await waiting.waitFor({ state: 'detached' });
    await resident.reload();
    await sees(resident, '正在给您找棋友');
    await demo.picture(resident, 'story-3-replied');
  });

  it('the dispatcher accepts it and sends it to a member, whose load is shown', async () => {
    dispatcher = await demo.phoneOf('陆海燕');
    await open(dispatcher, 'pages/home/index');
    await sees(dispatcher, '我的工作台');
    await front(dispatcher).getByRole('button', { name: '派单台' }).click();
    await front(dispatcher).getByRole('button', { name: WISH }).click();
    await sees(dispatcher, '办理经过');
    await demo.picture(dispatcher, 'story-4-submitted');
    await act(dispatcher, '受理');
    await sees(dispatcher, '社区已受理，正在安排人');
    await press(dispatcher, '派单');
    await dialog(dispatcher).getByRole('radio', { name: '党员', exact: true }).click();
    await dialog(dispatcher).getByText('手上').first().waitFor();
    await demo.picture(dispatcher, 'story-4-dispatch');
    const rest = dialog(dispatcher).getByRole('button', { name: /^其余/ });
    if ((await rest.count()) > 0) await rest.click();
    const chosen = dialog(dispatcher).getByRole('radio', { name: /^王建平/ });
    await chosen.getByText('手上').waitFor();
    await chosen.click();
    await demo.picture(dispatcher, 'story-4-dispatch-chosen');
    await confirm(dispatcher, '派单');
    await sees(dispatcher, '已派给王建平，等对方接单');
    await demo.picture(dispatcher, 'story-4-dispatched');
  });

  it('the member claims it, begins, and finishes with a photo', async () => {
    member = await demo.phoneOf('王建平');
    await open(member, 'features/claims/pages/mine');
    await front(member).getByRole('button', { name: WISH }).click();
    await sees(member, '办理经过');
    await act(member, '接单');
    await sees(member, '王建平已接单');
    await press(member, '开始办理');
    await demo.picture(member, 'story-5-start');
    await confirm(member, '开始办理');
    await sees(member, '王建平正在办理');
    await press(member, '办理完成');
    await type(dialog(member).getByRole('textbox').first(), '每周三下午来陪老人下棋');
    await addPhoto(member, dialog(member));
    await dialog(member).getByRole('img', { name: '照片 1' }).waitFor();
    await demo.picture(member, 'story-5-done-form');
    await confirm(member, '办理完成');
    await sees(member, '已办好');
    await demo.picture(member, 'story-5-done');
  });

  it('the dispatcher publishes it, the resident rates it, the lamp is lit', async () => {
    await dispatcher.reload();
    await sees(dispatcher, '等社区晒单');
    await act(dispatcher, '晒单');
    await sees(dispatcher, '结果已晒出');
    await demo.picture(dispatcher, 'story-6-published');
    await resident.reload();
    await press(resident, '评价');
    await dialog(resident).getByRole('radio', { name: '解决了', exact: true }).click();
    await dialog(resident).getByRole('radio', { name: '5 星' }).click();
    await demo.picture(resident, 'story-7-rate');
    await confirm(resident, '评价');
    await sees(resident, '居民说：解决了');
    await demo.picture(resident, 'story-7-rated');
    await open(resident, 'features/public/pages/boards?board=wishes');
    // The wall is a copy that follows within moments: whoever looks sooner looks again.
    const lamp = front(resident).getByRole('button').filter({ hasText: WISH }).getByText('心愿灯亮了');
    const lit = async () => {
      await resident.reload();
      await sees(resident, WISH);
      return lamp.isVisible();
    };
    assert.ok(await eventually(lit, 20_000), 'the lamp is still dark');
    await demo.picture(resident, 'story-8-lamp');
  });

  it('signs in, posts, claims and rates in the package for WeChat', { skip: NOT_BUILT }, async () => {
    const { ok, output } = await run(process.execPath, [WEAPP_STORY, demo.url], { timeout: 120_000 });
    assert.ok(ok, output);
  });
});
