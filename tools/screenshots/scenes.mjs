import { callAs } from '../testing/api-caller.mjs';
import { front, type } from '../testing/browser.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./camera.mjs').Camera} Camera */

const RESIDENT = '刘淑珍';
const MEMBER = '王建平';
const DUTY = '顾永泉';
const DISPATCHER = '陆海燕';
const SECRETARY = '沈惠芳';
const SUPERVISOR = '钱志清';
const COMMUNITY = '320402003012';
const HALL_SCREEN = { width: 1920, height: 1080 };
const A6 = { width: 420, height: 592 };

const WISH = '想找人陪着下下棋';

/** @param {Page} page @param {string} words */
const sees = (page, words) => front(page).getByText(words).first().waitFor();
/** @param {Page} page @param {string} name */
const press = (page, name) => front(page).getByRole('button', { name, exact: true }).first().click();
/** @param {Page} page */
const sheet = (page) => front(page).getByRole('dialog');
/** Takes an action that asks nothing more. @param {Page} page @param {string} name */
async function act(page, name) {
  await press(page, name);
  await sheet(page).getByRole('button', { name, exact: true }).click();
  await sheet(page).waitFor({ state: 'detached' });
}

/** Scenes in the order they are played; the later ones live on what the earlier ones did. @type {Readonly<Record<string, (studio: Camera) => Promise<void>>>} */
export const SCENES = {
  'a resident looks around': async ({ open, phoneOf, shoot }) => {
    const page = await phoneOf(RESIDENT);
    await open(page, 'pages/home/index');
    await sees(page, '最近晒单');
    await shoot(page, 'home');
    await open(page, 'pages/hall/index');
    await sees(page, '心愿灯');
    await shoot(page, 'wishes');
    await front(page).getByRole('tab', { name: '督办墙' }).click();
    await sees(page, '民生事项');
    await shoot(page, 'owed');
    await open(page, 'features/profile/pages/privacy');
    await sees(page, '取一份完整的资料');
    await shoot(page, 'privacy');
  },

  'she makes a wish': async ({ open, phoneOf, shoot }) => {
    const page = await phoneOf(RESIDENT);
    await open(page, 'features/ordering/pages/new?kind=wish');
    await type(front(page).getByRole('textbox').nth(0), WISH);
    await type(front(page).getByRole('textbox').nth(1), '每周一两次就好，下午在家都有空。');
    await sees(page, '陪伴心愿');
    await shoot(page, 'new-wish');
    await press(page, '许下心愿');
    await sees(page, '已送到社区');
    await shoot(page, 'order-sent');
  },

  'she reports what a neighbour has reported already': async ({ url, open, phoneOf, shoot }) => {
    const page = await phoneOf(RESIDENT);
    await open(page, 'features/ordering/pages/new?kind=problem');
    await type(front(page).getByRole('textbox').nth(0), await knownProblem(url));
    await sees(page, '是不是同一件事？');
    await shoot(page, 'same-matter');
  },

  'she has no network': async ({ open, phoneOf, shoot }) => {
    const page = await phoneOf(RESIDENT);
    await open(page, 'features/ordering/pages/new?kind=problem');
    await type(front(page).getByRole('textbox').nth(0), '7 幢门口垃圾两天没人收了');
    await sees(page, '垃圾清运');
    await page.context().setOffline(true);
    await press(page, '报给社区');
    await sees(page, '在等网络');
    await shoot(page, 'no-network');
    await page.context().setOffline(false);
    await front(page).getByText('在等网络').waitFor({ state: 'detached' });
  },

  'she scans the card at her door': async ({ url, phoneOf, screen, shoot }) => {
    const asDispatcher = await callAs(url, 'dispatcher');
    const grid = (await asDispatcher('/areas?level=grid&limit=1')).items[0];
    const spot = `spot=${encodeURIComponent('3 幢北门')}`;
    const card = await screen(A6);
    await card.setContent(
      `<body style="margin:0">${await asDispatcher(`/areas/${grid.id}/place-code?${spot}`)}</body>`,
    );
    await shoot(card, 'place-code');
    const page = await phoneOf(RESIDENT);
    await page.goto(`${url}/api/places/${grid.id}?${spot}`);
    await front(page).getByRole('radio', { name: '扫码得到' }).waitFor();
    await type(front(page).getByRole('textbox').first(), '单元门关不上了');
    await sees(page, '单元门');
    await shoot(page, 'scanned');
  },

  'her phone speaks larger': async ({ open, phoneOf, shoot }) => {
    const page = await phoneOf(RESIDENT);
    await open(page, 'pages/me/index');
    const elder = front(page).getByRole('switch', { name: '长辈版' });
    await elder.click();
    await open(page, 'pages/home/index');
    await sees(page, '许个心愿');
    await shoot(page, 'elder');
    await open(page, 'pages/me/index');
    await elder.click();
  },

  'the duty officer answers': async ({ open, phoneOf, shoot }) => {
    const page = await phoneOf(DUTY);
    await open(page, 'features/desk/pages/duty');
    await sees(page, WISH);
    await shoot(page, 'duty');
    const card = front(page).locator('.card').filter({ hasText: WISH }).first();
    await card.getByRole('button', { name: '回复', exact: true }).click();
    await type(sheet(page).getByRole('textbox'), '收到您的心愿了，这就在党员里找会下棋的，有人接了马上告诉您。');
    await shoot(page, 'reply');
    await sheet(page).getByRole('button', { name: '回复', exact: true }).click();
    await sheet(page).waitFor({ state: 'detached' });
    await front(page).getByRole('tab', { name: '交接班' }).click();
    await type(front(page).getByRole('textbox'), '下棋的心愿已经回复，请看看晚上有没有人接；7 幢的垃圾还没回复。');
    await shoot(page, 'handover');
  },

  'the dispatcher dispatches': async ({ open, phoneOf, shoot }) => {
    const page = await phoneOf(DISPATCHER);
    await open(page, 'pages/home/index');
    await sees(page, '我的工作台');
    await shoot(page, 'desk');
    await open(page, 'features/desk/pages/inbox');
    await sees(page, WISH);
    await shoot(page, 'inbox');
    await front(page).getByRole('button', { name: WISH }).first().click();
    await sees(page, '办理经过');
    await act(page, '受理');
    await sees(page, '社区已受理，正在安排人');
    await press(page, '派单');
    await front(page).getByRole('radio', { name: '党员', exact: true }).click();
    await sees(page, '手上');
    await shoot(page, 'dispatch');
    await front(page).getByRole('radio', { name: '接单大厅' }).click();
    await sheet(page).getByRole('button', { name: '派单', exact: true }).click();
    await sees(page, '已放进接单大厅');
  },

  'a member claims, works and says what was done': async ({ open, phoneOf, shoot }) => {
    const page = await phoneOf(MEMBER);
    await open(page, 'pages/hall/index');
    await front(page).getByRole('radio', { name: '最新派出' }).click();
    await sees(page, WISH);
    await shoot(page, 'hall');
    await front(page).getByRole('button', { name: WISH }).first().click();
    await sees(page, '已放进接单大厅');
    await act(page, '接单');
    await sees(page, `${MEMBER}已接单`);
    await act(page, '开始办理');
    await sees(page, `${MEMBER}正在办理`);
    await press(page, '办理完成');
    await type(sheet(page).getByRole('textbox').first(), '每周三下午去家里陪老人下棋，第一盘老人赢了。');
    await shoot(page, 'done');
    await sheet(page).getByRole('button', { name: '办理完成', exact: true }).click();
    await sees(page, '已办好');
    await open(page, 'features/claims/pages/mine');
    await front(page).getByRole('tab', { name: '办好的' }).click();
    await sees(page, WISH);
    await shoot(page, 'my-claims');
  },

  'the result is published, and the resident has the last word': async ({ open, phoneOf, shoot }) => {
    const dispatcher = await phoneOf(DISPATCHER);
    await dispatcher.reload();
    await sees(dispatcher, '等社区晒单');
    await press(dispatcher, '晒单');
    await shoot(dispatcher, 'publish');
    await sheet(dispatcher).getByRole('button', { name: '晒单', exact: true }).click();
    await sees(dispatcher, '结果已晒出');
    const page = await phoneOf(RESIDENT);
    await open(page, 'features/orders/pages/mine');
    await front(page).getByRole('button', { name: WISH }).first().click();
    await press(page, '评价');
    await sheet(page).getByRole('radio', { name: '解决了', exact: true }).click();
    await sheet(page).getByRole('radio', { name: '5 星' }).click();
    await shoot(page, 'rate');
    await sheet(page).getByRole('button', { name: '评价', exact: true }).click();
    await sees(page, '居民说：解决了');
    await shoot(page, 'rated');
  },

  'the sub-district asks, the community answers': async ({ open, phoneOf, shoot }) => {
    const secretary = await phoneOf(SECRETARY);
    await open(secretary, 'features/desk/pages/supervision');
    await sees(secretary, '为什么超时');
    await press(secretary, '答复');
    await type(sheet(secretary).getByRole('textbox'), '当时值班员临时送医，没有及时补排。替班已经排好，师傅今天上门。');
    await shoot(secretary, 'answer');
    await sheet(secretary).getByRole('button', { name: '答复', exact: true }).click();
    await sheet(secretary).waitFor({ state: 'detached' });
    const page = await phoneOf(SUPERVISOR);
    await open(page, 'features/desk/pages/supervision');
    await front(page).getByRole('tab', { name: '待销号' }).click();
    await sees(page, '替班已经排好');
    await shoot(page, 'supervision');
    await open(page, 'features/desk/pages/figures');
    await sees(page, '比一比');
    await shoot(page, 'figures');
  },

  'the screen in the hall': async ({ open, screen, shoot }) => {
    const page = await screen(HALL_SCREEN);
    await open(page, `features/wall/pages/wall?area=${COMMUNITY}`);
    await sees(page, '实时');
    await shoot(page, 'wall');
  },
};

/** The title of a problem that is offered to whoever reports it again. @param {string} url */
async function knownProblem(url) {
  const asDispatcher = await callAs(url, 'dispatcher');
  const asResident = await callAs(url, 'resident');
  /** @type {{ items: { title: string }[] }} */
  const { items } = await asDispatcher('/orders?kind=problem&status=accepted,dispatched,claimed,in_progress&limit=50');
  for (const { title } of items) {
    const similar = await asResident(`/orders/similar?title=${encodeURIComponent(title)}`);
    if (similar.length > 0) return title;
  }
  throw new Error('no problem of the demo is under way');
}
