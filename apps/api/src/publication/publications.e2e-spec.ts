import { v7 as uuidv7 } from 'uuid';
import type { TestPerson } from '../identity/testing/sign-in-as.js';
import { COMMUNITY, OTHER_COMMUNITY } from '../orders/testing/order-world.js';
import { StandInWechat } from '../platform/wechat/stand-in/stand-in-wechat.js';
import { WechatIdentityClient } from '../platform/wechat/wechat-identity.client.js';
import { ModerationService } from './moderation.service.js';
import { type BoardWorld, createBoardWorld, TO_PUBLISHED, WISH } from './testing/board-world.js';

let world: BoardWorld;
let dispatcher: TestPerson;

beforeAll(async () => {
  world = await createBoardWorld();
  dispatcher = world.dispatcher;
  const openId = await world.test.app.get(WechatIdentityClient).openIdOf('xiuying.1');
  await world.test.database.rows(
    `INSERT INTO logins (city_id, provider, subject, person_id) VALUES (320400, 'wechat', $1, $2)`,
    [openId, world.resident.personId],
  );
});
afterAll(() => world.test.close());

const sweep = async () => {
  await world.test.drain();
  await world.test.app.get(ModerationService).sweep();
};
/** A wish whose words WeChat refuses. */
async function refusedWish(description = '代开发票，找王秀英，电话13812345678') {
  const order = await world.make({ ...WISH, description }, [['dispatcher', 'accept']]);
  await sweep();
  return order;
}
const list = async (query = '', by = dispatcher) =>
  (await world.test.http().get(`/api/publications?limit=100${query}`).set(by.headers)).body.items as {
    orderId: string;
    steps: { id: string; moderation: string; words: string | null }[];
    version: number;
    [more: string]: unknown;
  }[];
const find = async (orderId: string, query = '') => (await list(query)).find((item) => item.orderId === orderId);
const edit = (orderId: string, body: object, by = dispatcher) =>
  world.test.http().put(`/api/publications/${orderId}`).set(by.headers).send(body);
const overrule = (orderId: string, body: object, by = dispatcher) =>
  world.test.http().post(`/api/publications/${orderId}/overrule`).set(by.headers).send(body);
const decisions = (orderId: string) =>
  world.test.database.rows(
    'SELECT action, person_id, reason FROM publication_decisions WHERE order_id = $1 ORDER BY id',
    [orderId],
  );

describe('refused words', () => {
  it('are shown to the dispatchers of the area, redacted, and to nobody else', async () => {
    const { id, number } = await refusedWish();
    expect(await find(id, '&moderation=refused')).toMatchObject({
      number,
      state: 'accepted',
      title: '想有人陪着下棋',
      text: '代开发票，找〔姓名已隐去〕，电话〔电话已隐去〕',
      steps: [
        { label: '提交', byResident: true, moderation: 'refused', verdict: 'risky', finding: 20006 },
        { label: '受理', moderation: 'passed', verdict: null },
      ],
    });
    expect(await find(id, '&moderation=pending')).toBeUndefined();
    expect(await find(id, '&moderation=passed')).toBeUndefined();
    const elsewhere = await world.withPost('dispatcher', OTHER_COMMUNITY, '冯派单');
    expect(await list('&moderation=refused', elsewhere)).toEqual([]);
    expect((await edit(id, { text: '好' }, elsewhere)).status).toBe(404);
    expect((await overrule(id, { reason: '没有问题' }, elsewhere)).status).toBe(404);
    for (const who of [world.resident, world.member, world.duty]) {
      const { status } = await world.test.http().get('/api/publications').set(who.headers);
      expect(status).toBe(403);
    }
    expect((await world.test.http().get('/api/publications')).status).toBe(401);
  });

  it('may be put otherwise, are redacted and checked again, and then stand on the board', async () => {
    const { id, number } = await refusedWish();
    const before = await find(id);
    const { status, body } = await edit(id, { text: '想找人下棋，联系王秀英 138 1234 5678', version: before?.version });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      text: '想找人下棋，联系〔姓名已隐去〕 〔电话已隐去〕',
      version: Number(before?.version) + 1,
    });
    expect((await world.board(`orders/${number}`)).body).toMatchObject({ text: body.text, title: '想有人陪着下棋' });
    expect(await decisions(id)).toEqual([{ action: 'edited', person_id: dispatcher.personId, reason: null }]);
  });

  it("keep the community's wording whatever happens to the order later", async () => {
    const { id, number } = await refusedWish();
    await edit(id, { title: '找一位棋友', text: '每周一次' });
    await world.walk(id, TO_PUBLISHED.slice(1));
    expect((await world.board(`orders/${number}`)).body).toMatchObject({ title: '找一位棋友', text: '每周一次' });
  });

  it('are checked as the words of whoever put them otherwise', async () => {
    const { id } = await refusedWish();
    const wechat = world.test.app.get(StandInWechat);
    const openId = await world.test.app.get(WechatIdentityClient).openIdOf('zheng.1');
    await world.test.database.rows(
      `INSERT INTO logins (city_id, provider, subject, person_id) VALUES (320400, 'wechat', $1, $2)`,
      [openId, dispatcher.personId],
    );
    const asked = jest.spyOn(wechat.rules, 'answer');
    await edit(id, { text: '还是代开发票' });
    expect(await find(id, '&moderation=pending')).toBeDefined();
    await sweep();
    const bodies = asked.mock.calls.map(([{ body }]) => body?.['openid']).filter(Boolean);
    asked.mockRestore();
    await world.test.database.rows(`DELETE FROM logins WHERE subject = $1`, [openId]);
    expect(bodies).toEqual([openId]);
    expect(await find(id, '&moderation=refused')).toBeDefined();
  });

  it('may be let stand with a reason, which is kept', async () => {
    const { id, number } = await refusedWish('想学会辨认代开发票的骗局');
    expect((await overrule(id, { reason: '好' })).status).toBe(400);
    const { status, body } = await overrule(id, { reason: '是防骗宣传，没有问题' });
    expect([status, body.steps[0].moderation, body.steps[0].verdict]).toEqual([200, 'passed', 'overruled']);
    expect((await world.board(`orders/${number}`)).body.text).toBe('想学会辨认代开发票的骗局');
    expect(await decisions(id)).toEqual([
      { action: 'overruled', person_id: dispatcher.personId, reason: '是防骗宣传，没有问题' },
    ]);
    expect((await overrule(id, { reason: '再来一次吧' })).body.code).toBe('publication.nothing_refused');
  });
});

describe("a resident's later words", () => {
  it('may be left out, not rewritten', async () => {
    const { id, number } = await world.make({}, TO_PUBLISHED);
    await world.walk(id, [['resident', 'rate', { solved: true, stars: 1, comment: '态度不好' }]]);
    await sweep();
    expect((await world.board(`orders/${number}`)).body.comment).toBe('态度不好');
    const step = (await find(id))?.steps.at(-1);
    const rewritten = await edit(id, { steps: [{ id: step?.id, words: '非常满意' }] });
    expect([rewritten.status, rewritten.body.code]).toEqual([422, 'publication.residents_words']);
    expect((await edit(id, { steps: [{ id: step?.id, words: '' }] })).status).toBe(200);
    await world.test.drain();
    expect((await world.board(`orders/${number}`)).body).toMatchObject({ comment: null, stars: 1 });
  });
});

describe('deciding about public words', () => {
  it('is not for whoever asked for the matter', async () => {
    const own = await world.create(dispatcher, { ...WISH, description: '代开发票' });
    await world.test.drain();
    const answer = await edit(own.id, { text: '好' });
    expect([answer.status, answer.body.code]).toEqual([403, 'order.own_matter']);
  });

  it('says when it was decided on something older', async () => {
    const { id } = await refusedWish();
    const version = (await find(id))?.version;
    await edit(id, { text: '第一次', version });
    const late = await edit(id, { text: '第二次', version });
    expect([late.status, late.body.code, late.body.current]).toEqual([
      409,
      'publication.stale',
      { version: Number(version) + 1 },
    ]);
  });

  it.each([
    [{}, 422, 'publication.nothing_to_change'],
    [{ title: '' }, 400, 'request.invalid'],
    [{ text: 'x'.repeat(2001) }, 400, 'request.invalid'],
    [{ steps: [] }, 400, 'request.invalid'],
    [{ steps: [{ id: uuidv7(), words: '好' }] }, 422, 'publication.step_unknown'],
    [{ steps: [{ id: 'x', words: '好' }] }, 400, 'request.invalid'],
    [{ steps: 'all' }, 400, 'request.invalid'],
    [{ colour: 'red' }, 400, 'request.invalid'],
    [{ text: '好', version: 0 }, 400, 'request.invalid'],
  ])('refuses %j with %i %s', async (body, status, code) => {
    const { id } = await refusedWish();
    const answer = await edit(id, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('finds nothing where nothing is', async () => {
    expect((await edit(uuidv7(), { text: '好' })).status).toBe(404);
    expect((await edit('x', { text: '好' })).status).toBe(404);
    expect((await overrule(uuidv7(), { reason: '没有问题' })).status).toBe(404);
  });

  it('pages through everything of the area', async () => {
    const secretary = await world.withPost('secretary', COMMUNITY.slice(0, COMMUNITY.lastIndexOf('/')), '街道书记');
    const all = (await list('', secretary)).map(({ orderId }) => orderId);
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await world.test.http().get(`/api/publications?limit=4${cursor}`).set(secretary.headers);
      seen.push(...body.items.map((item: { orderId: string }) => item.orderId));
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
    } while (cursor);
    expect(seen).toEqual(all);
    expect(all.length).toBeGreaterThan(4);
  });
});
