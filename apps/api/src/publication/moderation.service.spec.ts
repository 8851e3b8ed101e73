import { PublicationsRepository } from './publications.repository.js';
import { StandInWechat } from '../platform/wechat/stand-in/stand-in-wechat.js';
import { WechatContentClient } from '../platform/wechat/wechat-content.client.js';
import { WechatIdentityClient } from '../platform/wechat/wechat-identity.client.js';
import { ModerationService } from './moderation.service.js';
import { type BoardWorld, createBoardWorld, TO_DONE, TO_PUBLISHED, WISH } from './testing/board-world.js';

const CHECK = '/wxa/msg_sec_check';
let world: BoardWorld;
let wechat: StandInWechat;
let openId: string;

beforeAll(async () => {
  world = await createBoardWorld();
  wechat = world.test.app.get(StandInWechat);
  openId = await world.test.app.get(WechatIdentityClient).openIdOf('xiuying.1');
  await world.test.database.rows(
    `INSERT INTO logins (city_id, provider, subject, person_id) VALUES (320400, 'wechat', $1, $2)`,
    [openId, world.resident.personId],
  );
});
beforeEach(() => wechat.calls.splice(0));
afterAll(() => world.test.close());

const sweep = async () => {
  await world.test.drain();
  return world.test.app.get(ModerationService).sweep();
};
const steps = async (orderId: string) =>
  (await world.test.app.get(PublicationsRepository).steps(world.test.database, 320400, [orderId])).map((step) => ({
    type: step.type,
    moderation: step.moderation,
    verdict: step.verdict,
    attempts: step.attempts,
  }));
const opening = async (orderId: string) => (await steps(orderId))[0];
const checks = () => wechat.calls.filter((path) => path === CHECK).length;
const due = (orderId: string) =>
  world.test.database.rows(
    'UPDATE publication_steps SET check_at = now() WHERE check_at IS NOT NULL AND order_id = $1',
    [orderId],
  );
const isPublic = async (number: string) => (await world.board(`orders/${number}`)).status === 200;

describe('words of somebody WeChat knows', () => {
  it('are asked about right after they were written, and shown once they passed and a person accepted', async () => {
    const { id, number } = await world.make(WISH);
    expect(await sweep()).toBe(1);
    expect(await opening(id)).toMatchObject({ moderation: 'passed', verdict: 'pass' });
    expect(await isPublic(number)).toBe(false);
    await world.walk(id, [['dispatcher', 'accept']]);
    expect(await isPublic(number)).toBe(true);
    expect(checks()).toBe(1);
  });

  it('wait, whoever accepted them, until WeChat has answered', async () => {
    const { id, number } = await world.make(WISH, [['dispatcher', 'accept']]);
    expect(await isPublic(number)).toBe(false);
    await sweep();
    expect(await isPublic(number)).toBe(true);
    expect(await opening(id)).toMatchObject({ attempts: 1 });
  });

  it.each([
    ['risky', '专业代开发票'],
    ['review', '请加微信联系'],
  ])('are refused when WeChat says %s', async (verdict, description) => {
    const { id, number } = await world.make({ ...WISH, description }, [['dispatcher', 'accept']]);
    await sweep();
    expect(await opening(id)).toMatchObject({ moderation: 'refused', verdict });
    expect(await isPublic(number)).toBe(false);
  });

  it('hide one bad comment, not the order', async () => {
    const { id, number } = await world.make({}, TO_PUBLISHED);
    await world.walk(id, [['resident', 'rate', { solved: true, stars: 5, comment: '网上赌场很好玩' }]]);
    await sweep();
    const { body } = await world.board(`orders/${number}`);
    expect(body).toMatchObject({ stars: 5, comment: null, result: '已经办好了' });
    expect(JSON.stringify(body)).not.toContain('赌场');
  });

  it('are sent to WeChat in their redacted form', async () => {
    const sent: string[] = [];
    const answer = jest.spyOn(wechat.rules, 'answer').mockImplementation(({ path, body }) => {
      if (path === CHECK) sent.push(String(body?.['content']));
      return { errcode: 0, result: { suggest: 'pass', label: 100 }, access_token: 'x', expires_in: 7200 };
    });
    await world.make({ ...WISH, description: '打13812345678找王秀英' });
    await sweep();
    answer.mockRestore();
    expect(sent).toEqual(['想有人陪着下棋\n打〔电话已隐去〕找〔姓名已隐去〕']);
  });
});

describe('an outage of WeChat', () => {
  it('delays publication, with growing pauses, and loses nothing', async () => {
    const { id, number } = await world.make(WISH, [['dispatcher', 'accept']]);
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      wechat.fail(CHECK, 'http-500');
      await due(id);
      const before = await world.test.database.first<{ at: string }>('SELECT now()::text AS at');
      expect(await sweep()).toBe(0);
      expect(await opening(id)).toMatchObject({ moderation: 'pending', attempts: attempt });
      const [row] = await world.test.database.rows<{ pause: number }>(
        `SELECT extract(epoch FROM check_at - $2::timestamptz)::float8 AS pause FROM publication_steps WHERE id = $1`,
        [id, before?.at],
      );
      expect(row?.pause).toBeGreaterThanOrEqual(5 * 2 ** (attempt - 1));
    }
    expect(await isPublic(number)).toBe(false);
    await due(id);
    await sweep();
    expect(await isPublic(number)).toBe(true);
  });

  it('does not make one sweep fail on everything that waits', async () => {
    const orders = [];
    for (let i = 0; i < 25; i += 1) orders.push(await world.make(WISH));
    await world.test.drain();
    wechat.fail(CHECK, ...Array.from({ length: 20 }, () => 'http-500' as const));
    await sweep();
    expect(checks()).toBe(20);
    for (const { id } of orders) await due(id);
    expect(await sweep()).toBe(25);
  });
});

describe('words WeChat cannot check', () => {
  const awayAnd = async (invented: boolean, make: () => Promise<{ id: string; number: string }>) => {
    await world.test.database.rows('UPDATE persons SET invented = $2 WHERE id = $1', [
      world.resident.personId,
      invented,
    ]);
    const order = await make();
    wechat.fail(CHECK, { errcode: 61010, errmsg: 'code is expired' });
    await sweep();
    await world.test.database.rows('UPDATE persons SET invented = true WHERE id = $1', [world.resident.personId]);
    return order;
  };

  it('because their writer went away stand by the person who accepted them', async () => {
    const { id, number } = await awayAnd(false, () => world.make(WISH, [['dispatcher', 'accept']]));
    expect(await opening(id)).toMatchObject({ moderation: 'passed', verdict: 'unchecked' });
    expect(await isPublic(number)).toBe(true);
  });

  it('and nobody has looked at, such as a comment, wait for the community', async () => {
    const published = await world.make({}, TO_PUBLISHED);
    await sweep();
    await awayAnd(false, async () => {
      await world.walk(published.id, [['resident', 'rate', { solved: true, stars: 5, comment: '谢谢' }]]);
      return published;
    });
    expect((await steps(published.id)).at(-1)).toEqual({
      type: 'order.rated',
      moderation: 'refused',
      verdict: 'unchecked',
      attempts: 1,
    });
    expect((await world.board(`orders/${published.number}`)).body.comment).toBeNull();
  });

  it('because the writer has no WeChat, but a post, stand by the post', async () => {
    const { id } = await world.make({}, TO_DONE);
    await world.test.drain();
    expect((await steps(id)).at(-1)).toMatchObject({ type: 'order.done', moderation: 'passed', verdict: 'unchecked' });
  });
});

it('several workers at once ask about each word once', async () => {
  await sweep();
  wechat.calls.splice(0);
  const orders = [];
  for (let i = 0; i < 12; i += 1) orders.push(await world.make(WISH));
  await world.test.drain();
  const service = world.test.app.get(ModerationService);
  const decided = await Promise.all([service.sweep(), service.sweep(), service.sweep()]);
  expect(decided.reduce((sum, n) => sum + n)).toBe(12);
  expect(checks()).toBe(12);
});

it('an answer about words that were changed meanwhile decides nothing', async () => {
  const { id } = await world.make(WISH);
  await world.test.drain();
  const content = world.test.app.get(WechatContentClient);
  jest.spyOn(content, 'checkText').mockImplementationOnce(async () => {
    await world.test.database.rows('UPDATE publication_steps SET revision = gen_random_uuid() WHERE id = $1', [id]);
    return { suggest: 'pass', label: 100 };
  });
  await sweep();
  expect(await opening(id)).toMatchObject({ moderation: 'pending' });
});
