import { createTestApp, type TestApp } from '../testing/test-app.js';
import { CONFIG } from '../config/config.module.js';
import { PersonalData } from '../crypto/personal-data.js';
import { Database } from '../database/database.js';
import { StandInWechat } from './stand-in/stand-in-wechat.js';
import { WechatContentClient } from './wechat-content.client.js';
import { WechatFailure } from './wechat-failure.js';
import { WechatHttp } from './wechat-http.js';
import { WechatIdentityClient } from './wechat-identity.client.js';
import { WechatTokens } from './wechat-tokens.js';

let testApp: TestApp;
let wechat: StandInWechat;
let identity: WechatIdentityClient;
let content: WechatContentClient;

beforeAll(async () => {
  testApp = await createTestApp();
  wechat = testApp.app.get(StandInWechat);
  identity = testApp.app.get(WechatIdentityClient);
  content = testApp.app.get(WechatContentClient);
});
afterAll(() => testApp.close());
beforeEach(() => void wechat.calls.splice(0));

const SESSION = '/sns/jscode2session';
const TOKEN = '/cgi-bin/stable_token';
const PHONE = '/wxa/business/getuserphonenumber';
const callsOf = (path: string): number => wechat.calls.filter((call) => call === path).length;

const failure = async (work: Promise<unknown>): Promise<Partial<WechatFailure>> => {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof WechatFailure)) throw new Error('expected a failure of WeChat');
  return { status: error.status, code: error.code, errcode: error.errcode };
};

describe('signing in', () => {
  it('gives the same person the same openid, and nothing else', async () => {
    const first = await identity.openIdOf('li.1');
    expect(await identity.openIdOf('li.2')).toBe(first);
    expect(await identity.openIdOf('wang.1')).not.toBe(first);
  });

  it.each([
    ['a used or wrong code', 'bad.1', { status: 400, code: 'wechat.code_invalid', errcode: 40029 }],
    ['too many calls', 'often.1', { status: 429, code: 'wechat.too_often', errcode: 45011 }],
    ['a risky user', 'risky.1', { status: 403, code: 'wechat.risky_user', errcode: 40226 }],
    ['a busy server', 'busy.1', { status: 503, code: 'wechat.unavailable', errcode: -1 }],
  ])('says what to do about %s', async (_, code, expected) => {
    expect(await failure(identity.openIdOf(code))).toEqual(expected);
  });

  it('refuses a code the second time', async () => {
    await identity.openIdOf('zhao.1');
    expect(await failure(identity.openIdOf('zhao.1'))).toMatchObject({ status: 400, errcode: 40163 });
  });

  it('tries once more when WeChat is busy, not when it refuses', async () => {
    wechat.fail(SESSION, { errcode: -1, errmsg: 'system error' });
    await identity.openIdOf('qian.1');
    expect(callsOf(SESSION)).toBe(2);
    await failure(identity.openIdOf('bad.1'));
    expect(callsOf(SESSION)).toBe(3);
  });

  it.each(['no-answer', 'not-json', 'http-500'] as const)('survives %s', async (fault) => {
    wechat.fail(SESSION, fault);
    expect(await failure(identity.openIdOf('sun.1'))).toEqual({
      status: 503,
      code: 'wechat.unavailable',
      errcode: null,
    });
  });

  it('says unavailable when nobody listens', async () => {
    const gone = await StandInWechat.start('a', 'b');
    const http = new WechatHttp(testApp.app.get(CONFIG), { baseUrl: gone.baseUrl } as StandInWechat);
    gone.onApplicationShutdown();
    expect(await failure(http.send({ path: SESSION }))).toMatchObject({ status: 503 });
  });

  it('calls an unknown number our own fault', async () => {
    wechat.fail(SESSION, { errcode: 40164, errmsg: 'invalid ip' });
    expect(await failure(identity.openIdOf('zhou.1'))).toEqual({ status: 502, code: 'wechat.failed', errcode: 40164 });
  });
});

describe('the access token', () => {
  const anotherProcess = (): WechatTokens =>
    new WechatTokens(
      testApp.app.get(CONFIG),
      testApp.app.get(Database),
      testApp.app.get(WechatHttp),
      testApp.app.get(PersonalData),
    );

  it('is asked for once, however many processes want it at once', async () => {
    await testApp.database.rows('DELETE FROM wechat_tokens');
    const processes = [anotherProcess(), anotherProcess(), anotherProcess()];
    const tokens = await Promise.all(Array.from({ length: 30 }, (_, i) => processes[i % 3]!.current()));
    expect(new Set(tokens).size).toBe(1);
    expect(callsOf(TOKEN)).toBe(1);
    await anotherProcess().current();
    expect(callsOf(TOKEN)).toBe(1);
  });

  it('is not readable in the database', async () => {
    const token = await anotherProcess().current();
    const [row] = await testApp.database.rows<{ token_sealed: string }>('SELECT token_sealed FROM wechat_tokens');
    expect(row?.token_sealed).not.toContain(token);
  });

  it('is replaced when WeChat no longer takes it, once for all waiting calls', async () => {
    await identity.phoneOf('13800000001.1');
    wechat.rules.revokeTokens();
    wechat.calls.splice(0);
    const phones = await Promise.all(['13800000002.1', '13800000003.1'].map((code) => identity.phoneOf(code)));
    expect(phones.map(({ number }) => number)).toEqual(['13800000002', '13800000003']);
    expect(callsOf(TOKEN)).toBe(1);
  });

  it('is forced when WeChat insists on a token it refuses', async () => {
    const before = await anotherProcess().current();
    wechat.fail(PHONE, { errcode: 42001, errmsg: 'access_token expired' });
    await identity.phoneOf('13800000004.1');
    expect(callsOf(TOKEN)).toBe(2);
    expect(await anotherProcess().current()).not.toBe(before);
  });

  it('is renewed before its end', async () => {
    await anotherProcess().current();
    await testApp.database.rows(`UPDATE wechat_tokens SET expires_at = now() + interval '4 minutes'`);
    wechat.calls.splice(0);
    await anotherProcess().current();
    expect(callsOf(TOKEN)).toBe(1);
  });

  it('does not loop when every token is refused', async () => {
    wechat.fail(PHONE, { errcode: 40001, errmsg: 'invalid' }, { errcode: 40001, errmsg: 'invalid' });
    expect(await failure(identity.phoneOf('13800000005.1'))).toMatchObject({ status: 502, errcode: 40001 });
  });
});

describe('words', () => {
  it('are judged as WeChat judges them', async () => {
    const openId = await identity.openIdOf('wu.1');
    expect(await content.checkText(openId, '楼道灯不亮了', 'forum')).toEqual({ suggest: 'pass', label: 100 });
    expect(await content.checkText(openId, '请加微信联系', 'forum')).toMatchObject({ suggest: 'review' });
    expect(await content.checkText(openId, '专业代开发票', 'forum')).toMatchObject({ suggest: 'risky' });
  });

  it('are checked to the end when they are long, the worst part counting', async () => {
    const openId = await identity.openIdOf('wu.2');
    expect(await content.checkText(openId, `${'𠮷'.repeat(2_600)}代开发票`, 'forum')).toMatchObject({
      suggest: 'risky',
    });
    expect(callsOf('/wxa/msg_sec_check')).toBe(2);
  });

  it('need a writer who was here lately', async () => {
    expect(await failure(content.checkText(`o${'A'.repeat(27)}`, '你好', 'forum'))).toMatchObject({
      code: 'wechat.user_away',
      errcode: 61010,
    });
  });
});
