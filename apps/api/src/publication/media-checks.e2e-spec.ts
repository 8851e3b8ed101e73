import { plain } from '../files/testing/pictures.js';
import type { TestPerson } from '../identity/testing/sign-in-as.js';
import { StandInWechat } from '../platform/wechat/stand-in/stand-in-wechat.js';
import { signatureOf } from '../platform/wechat/wechat-envelope.js';
import { MediaChecksService } from './media-checks.service.js';
import { ModerationService } from './moderation.service.js';
import { type BoardWorld, createBoardWorld, type Moves, TO_DONE, WISH } from './testing/board-world.js';

const ASK = '/wxa/media_check_async';
let world: BoardWorld;
let wechat: StandInWechat;

beforeAll(async () => {
  world = await createBoardWorld();
  wechat = world.test.app.get(StandInWechat);
  wechat.rules.messages.callbackUrl = `${await world.test.app.getUrl()}/api/wechat/callback`;
  for (const [index, { personId }] of [world.resident, world.member].entries())
    await world.test.database.rows(
      `INSERT INTO logins (city_id, provider, subject, person_id) VALUES (320400, 'wechat', $1, $2)`,
      [`o${String(index).padStart(27, 'M')}`, personId],
    );
  // Their words are not what this is about.
  jest.spyOn(wechat.rules as never, 'checkText' as never).mockImplementation((() => ({
    errcode: 0,
    result: { suggest: 'pass', label: 100 },
  })) as never);
});
afterAll(() => world.test.close());
beforeEach(() => {
  wechat.rules.messages.judge = () => 'pass';
  wechat.calls.splice(0);
});

let colour = 0;
async function photo({ headers }: TestPerson): Promise<string> {
  const picture = await plain(32, 24, `#${String((colour += 1)).padStart(6, '0')}`)
    .jpeg()
    .toBuffer();
  const { body } = await world.test.http().post('/api/files').set(headers).attach('file', picture, 'a.jpg').expect(201);
  return body.id;
}
const TO_PUBLISHED: Moves = [...TO_DONE, ['dispatcher', 'publish']];
const settleBoard = async () => {
  await world.test.drain();
  await world.test.app.get(ModerationService).sweep();
};
const sweep = async () => {
  await world.test.drain();
  await world.test.app.get(MediaChecksService).sweep();
  await wechat.rules.messages.calledBack();
};
const isPublic = async (id: string) => (await world.test.http().get(`/api/files/${id}`)).status === 200;
const dueAgain = () => world.test.database.rows('UPDATE media_checks SET check_at = now() WHERE check_at IS NOT NULL');
const asks = () => wechat.calls.filter((path) => path === ASK).length;

describe('a picture', () => {
  it.each([
    ['JSON', false],
    ['XML', true],
  ])('is public only after WeChat called back that it passed, in %s', async (_, inXml) => {
    wechat.rules.messages.callbackAsXml = inXml;
    const asked = await photo(world.resident);
    await world.make({ ...WISH, photoIds: [asked] }, TO_PUBLISHED);
    await settleBoard();
    expect(await isPublic(asked)).toBe(false);
    await sweep();
    expect(await isPublic(asked)).toBe(true);
    wechat.rules.messages.callbackAsXml = false;
  });

  it('is asked about while its sender is about: before anybody publishes', async () => {
    const asked = await photo(world.resident);
    await world.make({ ...WISH, photoIds: [asked] });
    await sweep();
    expect(asks()).toBe(1);
    expect(await isPublic(asked)).toBe(false);
  });

  it('that is risky stays hidden; the moderator sees why and may show it all the same', async () => {
    wechat.rules.messages.judge = () => 'risky';
    const asked = await photo(world.resident);
    const { id } = await world.make({ ...WISH, photoIds: [asked] }, TO_PUBLISHED);
    await settleBoard();
    await sweep();
    expect(await isPublic(asked)).toBe(false);
    const view = async () =>
      (
        (await world.get(world.dispatcher, '/api/publications')).body['items'] as {
          orderId: string;
          photos: object[];
        }[]
      ).find(({ orderId }) => orderId === id);
    expect((await view())?.photos).toEqual([{ id: asked, moderation: 'refused', verdict: 'risky', finding: 20002 }]);
    const overrule = (body: object) =>
      world.test.http().post(`/api/publications/${id}/overrule`).set(world.dispatcher.headers).send(body);
    await overrule({ reason: '是楼道的照片', photos: [asked] }).expect(200);
    expect(await isPublic(asked)).toBe(true);
    expect((await view())?.photos).toEqual([{ id: asked, moderation: 'passed', verdict: 'overruled', finding: null }]);
    await overrule({ reason: '是楼道的照片', photos: [asked] }).expect(409);
    expect(
      await world.test.database.rows('SELECT reason FROM publication_decisions WHERE step_id = $1', [asked]),
    ).toEqual([{ reason: '是楼道的照片' }]);
  });

  it('waits through an outage of WeChat, and through a verdict that never came', async () => {
    const asked = await photo(world.resident);
    await world.make({ ...WISH, photoIds: [asked] }, TO_PUBLISHED);
    await settleBoard();
    for (let attempt = 0; attempt < 2; attempt += 1) {
      wechat.fail(ASK, 'http-500');
      await sweep();
      await dueAgain();
    }
    wechat.rules.messages.judge = () => null;
    await sweep();
    expect(await isPublic(asked)).toBe(false);
    expect(
      await world.test.database.rows('SELECT 1 FROM media_checks WHERE file_id = $1 AND trace_id IS NOT NULL', [asked]),
    ).toHaveLength(1);
    wechat.rules.messages.judge = () => 'pass';
    await dueAgain();
    await sweep();
    expect(await isPublic(asked)).toBe(true);
  });

  it('whose sender WeChat cannot name is for who published it', async () => {
    const asked = await photo(world.resident);
    await world.make({ ...WISH, photoIds: [asked] }, TO_PUBLISHED);
    await settleBoard();
    wechat.fail(ASK, { errcode: 61010, errmsg: 'code is expired' });
    await sweep();
    expect(await isPublic(asked)).toBe(true);
  });

  it('that was deleted meanwhile is forgotten', async () => {
    const asked = await photo(world.resident);
    await world.make({ ...WISH, photoIds: [asked] });
    await world.test.drain();
    await world.test.database.rows('UPDATE files SET removed_at = now() WHERE id = $1', [asked]);
    await sweep();
    expect(await world.test.database.rows('SELECT 1 FROM media_checks WHERE file_id = $1', [asked])).toEqual([]);
  });
});

describe('a call back', () => {
  const query = (token = 'demo-callback-token', seconds = Date.now() / 1000) => {
    const timestamp = String(Math.floor(seconds));
    return { timestamp, nonce: 'n', signature: signatureOf(token, timestamp, 'n') };
  };
  const call = (params: object, body: string | object = {}, type = 'application/json') =>
    world.test.http().post('/api/wechat/callback').query(params).set('content-type', type).send(body);
  const verdict = (traceId: string, suggest = 'pass') => ({
    Event: 'wxa_media_check',
    trace_id: traceId,
    errcode: 0,
    result: { suggest, label: 100 },
  });

  it('proves the address is ours', async () => {
    const { text } = await world.test
      .http()
      .get('/api/wechat/callback')
      .query({ ...query(), echostr: '你好123' })
      .expect(200);
    expect(text).toBe('你好123');
  });

  it.each([
    ['another token', () => query('guess')],
    ['an old signature', () => query(undefined, Date.now() / 1000 - 3_600)],
    ['no time', () => ({ timestamp: 'x', nonce: 'n', signature: signatureOf('demo-callback-token', 'x', 'n') })],
  ])('with %s is refused', async (_, params) => {
    await world.test
      .http()
      .get('/api/wechat/callback')
      .query({ ...params(), echostr: 'x' })
      .expect(403);
    await call(params(), verdict('x')).expect(403);
  });

  it('of an unknown picture may come again, of anything else is taken and forgotten', async () => {
    await call(query(), verdict('no-such-trace')).expect(404);
    expect((await call(query(), { Event: 'subscribe' }).expect(200)).text).toBe('success');
    await call(query(), '<xml><Event><![CDATA[subscribe]]></Event></xml>', 'text/xml').expect(200);
  });

  it.each([
    '<xml',
    '<xml><a></b></xml>',
    '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
    'text',
    '<a/>',
    '',
    '<xml>\0</xml>',
  ])('of %j is no reason to fall over', async (body) => {
    const { status } = await call(query(), body, 'text/xml');
    expect([200, 400]).toContain(status);
  });

  it('changes nothing the second time', async () => {
    const asked = await photo(world.resident);
    await world.make({ ...WISH, photoIds: [asked] }, TO_PUBLISHED);
    await settleBoard();
    await sweep();
    const row = await world.test.database.first<{ trace_id: string }>(
      'SELECT trace_id FROM media_checks WHERE file_id = $1',
      [asked],
    );
    await call(query(), verdict(row?.trace_id ?? '', 'risky')).expect(200);
    expect(await isPublic(asked)).toBe(true);
  });
});
