import { createTestApp, type TestApp } from '../testing/test-app.js';
import { seal, signatureOf, unseal } from './wechat-envelope.js';
import { WechatEvents } from './wechat-events.js';
import { readXml } from './wechat-xml.js';

const AES_KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const KEY = Buffer.from(`${AES_KEY}=`, 'base64');
const APP = 'wx0000000000000000';

describe('safe mode', () => {
  let test: TestApp;
  const seen: object[] = [];
  beforeAll(async () => {
    test = await createTestApp({ WECHAT_CALLBACK_TOKEN: 'tok', WECHAT_CALLBACK_AES_KEY: AES_KEY });
    test.app.get(WechatEvents).on('probe', async (event) => seen.push(event) > 0);
  });
  afterAll(() => test.close());

  const push = (body: string, sealed: string, more: object = {}) => {
    const timestamp = String(Math.floor(Date.now() / 1000));
    return test
      .http()
      .post('/api/wechat/callback')
      .query({
        timestamp,
        nonce: 'n',
        signature: signatureOf('tok', timestamp, 'n'),
        msg_signature: signatureOf('tok', timestamp, 'n', sealed),
        encrypt_type: 'aes',
        ...more,
      })
      .set('content-type', body.startsWith('<') ? 'text/xml' : 'application/json')
      .send(body);
  };

  it('opens what is sealed for us, in XML and JSON', async () => {
    const xml = seal('<xml><Event>probe</Event><n>1</n></xml>', APP, KEY);
    await push(`<xml><Encrypt><![CDATA[${xml}]]></Encrypt></xml>`, xml).expect(200, 'success');
    const json = seal(JSON.stringify({ Event: 'probe', n: '2' }), APP, KEY);
    await push(JSON.stringify({ Encrypt: json }), json).expect(200);
    expect(seen).toEqual([
      { Event: 'probe', n: '1' },
      { Event: 'probe', n: '2' },
    ]);
  });

  it('believes neither plain text, nor another key, account or signature', async () => {
    const good = seal(JSON.stringify({ Event: 'probe' }), APP, KEY);
    await push(JSON.stringify({ Event: 'probe' }), good).expect(403);
    await push(JSON.stringify({ Encrypt: good }), good, { msg_signature: 'x' }).expect(403);
    for (const wrong of [seal('{}', 'wx1', KEY), seal('{}', APP, Buffer.alloc(32, 1)), 'AAAA', ''])
      await push(JSON.stringify({ Encrypt: wrong }), wrong).expect(403);
    expect(seen).toHaveLength(2);
  });
});

describe('the envelope', () => {
  it.each(['', 'a', '你好', 'x'.repeat(31), 'x'.repeat(32), '𠮷'.repeat(500)])('gives back %j', (text) => {
    expect(unseal(seal(text, APP, KEY), APP, KEY)).toBe(text);
  });
});

describe('XML as WeChat sends it', () => {
  it('keeps what is nested apart', () => {
    expect(
      readXml(`<xml>
        <Event><![CDATA[wxa_media_check]]></Event><detail><suggest>pass</suggest></detail><detail><suggest>x</suggest></detail>
        <result><suggest><![CDATA[risky]]></suggest><label>20002</label></result><empty/><text>a &lt; b</text>
      </xml>`),
    ).toEqual({
      Event: 'wxa_media_check',
      detail: { suggest: 'pass' },
      result: { suggest: 'risky', label: '20002' },
      empty: '',
      text: 'a < b',
    });
  });

  it.each([
    '',
    'x',
    '<a>',
    '<a></b>',
    '</a>',
    '<a b="c"></a>',
    '<!DOCTYPE x><a></a>',
    `${'<a>'.repeat(99)}${'</a>'.repeat(99)}`,
    '<a></a><b></b>',
  ])('is nothing of %j', (text) => expect(readXml(text)).toBeNull());

  it('is read in no time, however long', () => {
    const start = performance.now();
    readXml(`<a>${'<'.repeat(500_000)}`);
    readXml(`<a><![CDATA[${']'.repeat(500_000)}`);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
