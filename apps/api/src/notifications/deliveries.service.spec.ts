import type { TestPerson } from '../identity/testing/sign-in-as.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { createMessageWorld, type MessageWorld } from './testing/message-world.js';
import { TurnsService } from './turns.service.js';

const SEND = '/cgi-bin/message/subscribe/send';
const TOKEN = '/cgi-bin/stable_token';
let world: MessageWorld;
let person: TestPerson;
let openId: string;

beforeAll(async () => {
  world = await createMessageWorld();
});
afterAll(() => world.test.close());
beforeEach(async () => {
  jest.restoreAllMocks();
  await world.test.database.rows('DELETE FROM deliveries');
  world.wechat.rules.messages.received.splice(0);
  person = await world.withPost('party_member', '320400');
  openId = await world.withWechat(person, 20);
});

const states = async (): Promise<string[]> => (await world.fates(person)).map(({ state }) => state);
const many = (count: number, template: 'mine.accepted' | 'desk.urged' = 'mine.accepted') =>
  Array.from({ length: count }, () => world.message(person, { template }));
const consentsLeft = async (): Promise<number> =>
  (
    await world.test.database.first<{ n: number }>(
      `SELECT count(*)::int AS n FROM message_consents
        WHERE person_id = $1 AND template = 'progress' AND delivery_id IS NULL AND voided_at IS NULL`,
      [person.personId],
    )
  )?.n ?? -1;
/** A second ago: this process reads its own clock in whole milliseconds, so the database's now() may still lie ahead of it. */
const due = () =>
  world.test.database.rows(`UPDATE deliveries SET next_at = now() - interval '1 second' WHERE next_at IS NOT NULL`);
const calls = (path: string): number => world.wechat.calls.filter((call) => call === path).length;

describe('a message', () => {
  it('goes out once and spends one consent, however often its news is told', async () => {
    const [message] = many(1);
    if (!message) throw new Error('no message');
    await world.tell([message]);
    await world.tell([message]);
    await Promise.all([world.sweep(), world.sweep(), world.sweep()]);
    await world.tell([message]);
    await world.sweep();
    expect(await states()).toEqual(['sent']);
    expect(world.received(openId)).toEqual(['您的诉求已受理，社区正在安排，请放心。']);
    expect(await consentsLeft()).toBe(19);
  });

  it('goes nowhere without a consent, a login, or when it is not wanted', async () => {
    await world.test.database.rows('DELETE FROM message_consents WHERE person_id = $1', [person.personId]);
    await world.tell(many(1));
    expect(await states()).toEqual([]);
    const stranger = await world.withPost('party_member', '320400');
    await world.tell([world.message(stranger)]);
    expect(await world.fates(stranger)).toEqual([]);
    const quiet = await world.withPost('party_member', '320400');
    await world.withWechat(quiet, 5);
    await world.test
      .http()
      .put('/api/me/notification-preferences')
      .set(quiet.headers)
      .send({ switches: [{ group: 'mine', channel: 'wechat', enabled: false }] })
      .expect(200);
    await world.tell([world.message(quiet)]);
    expect(await world.fates(quiet)).toEqual([]);
  });

  it('that nobody heard of in time belongs into the inbox only', async () => {
    await world.tell([world.message(person, { isOld: true })]);
    expect(await states()).toEqual([]);
  });

  it('finds the last consent spent by another one', async () => {
    await world.test.database.rows(
      `DELETE FROM message_consents WHERE person_id = $1 AND id NOT IN
         (SELECT id FROM message_consents WHERE person_id = $1 AND template = 'progress' LIMIT 2)`,
      [person.personId],
    );
    await world.tell(many(3));
    await Promise.all([world.sweep(), world.sweep()]);
    expect((await states()).sort()).toEqual(['sent', 'sent', 'void']);
    expect(world.received(openId)).toHaveLength(2);
  });
});

describe('what WeChat answers', () => {
  const fail = (errcode: number, errmsg = 'x') => world.wechat.fail(SEND, { errcode, errmsg });

  it('43101: the consents are void', async () => {
    world.wechat.rules.messages.allow(openId, 'demo-progress', 0);
    await world.tell(many(2));
    await world.sweep();
    expect(await states()).toEqual(['void', 'void']);
    expect(await consentsLeft()).toBe(0);
    expect(calls(SEND)).toBeGreaterThan(0);
  });

  it('47003: dead, with the reason, and the consent is still good', async () => {
    fail(47003, 'argument invalid! data.thing1.value');
    await world.tell(many(1));
    await world.sweep();
    const [fate] = await world.fates(person);
    expect(fate).toMatchObject({ state: 'dead', error: expect.stringContaining('data.thing1.value') });
    expect(await consentsLeft()).toBe(20);
  });

  it('40003: the login is void until they sign in again', async () => {
    fail(40003);
    await world.tell(many(1));
    await world.sweep();
    expect(await states()).toEqual(['void']);
    expect(await consentsLeft()).toBe(20);
    await world.tell(many(1));
    expect(await world.fates(person)).toHaveLength(1);
  });

  it('40001: one new token for all that wait, and the message goes out', async () => {
    await world.tell(many(4));
    world.wechat.rules.revokeTokens();
    world.wechat.calls.splice(0);
    await Promise.all([world.sweep(), world.sweep()]);
    expect(await states()).toEqual(['sent', 'sent', 'sent', 'sent']);
    expect(calls(TOKEN)).toBe(1);
  });

  it('nothing but an error: again later, longer each time, and in the end a person looks', async () => {
    await world.tell(many(1));
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      world.wechat.fail(SEND, 'http-500');
      await due();
      await world.sweep();
      const [fate] = await world.fates(person);
      if (attempt < 8) expect(fate).toMatchObject({ state: 'failed', attempts: attempt });
      pauses.push(fate?.next_at ? fate.next_at.getTime() - Date.now() : 0);
    }
    expect(pauses[3]).toBeGreaterThan((pauses[0] ?? 0) * 3);
    expect(await states()).toEqual(['dead']);
    const [spent] = await world.test.database.rows('SELECT 1 FROM message_consents WHERE delivery_id IS NOT NULL');
    expect(spent).toBeDefined();
  });

  it('no answer at all: not sent blindly again, unless a promise depends on it, and then with a note', async () => {
    world.wechat.fail(SEND, 'not-json');
    await world.tell(many(1));
    await world.sweep();
    expect(await states()).toEqual(['unknown']);
    world.wechat.fail(SEND, 'not-json');
    await world.tell(many(1, 'desk.urged'));
    await world.sweep();
    expect((await states()).sort()).toEqual(['failed', 'unknown']);
    await due();
    await world.sweep();
    expect(world.received(openId)).toEqual([expect.stringMatching(/^（可能重复）/)]);
  });
});

describe('a worker that is killed', () => {
  const take = () =>
    world.test.app.get(TurnsService).next({ city_id: 320400, recipient_id: person.personId, channel: 'wechat' }, null);
  const fiveMinutesLater = () =>
    world.test.database.rows(`UPDATE deliveries SET claimed_at = now() - interval '6 minutes' WHERE state = 'sending'`);

  it('after taking a message leaves it for a person to look at; nobody sends it again', async () => {
    await world.tell(many(1));
    await take();
    await world.sweep();
    expect(await states()).toEqual(['sending']);
    await fiveMinutesLater();
    await world.sweep();
    await world.sweep();
    expect(await states()).toEqual(['unknown']);
    expect(world.received(openId)).toEqual([]);
  });

  it('with a promise in hand: it is sent again, with a note', async () => {
    await world.tell(many(1, 'desk.urged'));
    await take();
    await fiveMinutesLater();
    await world.sweep();
    expect(await states()).toEqual(['sent']);
    expect(world.received(openId)).toEqual([expect.stringMatching(/^（可能重复）/)]);
  });

  it('and was only slow decides nothing any more', async () => {
    await world.tell(many(1));
    const { rows } = await take();
    await fiveMinutesLater();
    await world.sweep();
    const repository = world.test.app.get(DeliveriesRepository);
    const [row] = rows;
    if (!row) throw new Error('nothing taken');
    expect(await repository.settle(world.test.database, row, { state: 'sent', error: null })).toBe(false);
    expect(await states()).toEqual(['unknown']);
  });
});

it('a promise overtakes whatever else waits', async () => {
  const others = await Promise.all(Array.from({ length: 3 }, () => world.withPost('party_member', '320400')));
  for (const other of others) await world.withWechat(other, 1);
  await world.tell(others.map((other) => world.message(other)));
  await world.tell(many(1, 'desk.urged'));
  const [first] = await world.test.app.get(DeliveriesRepository).receiversDue(new Date(Date.now() + 1_000), 1);
  expect(first?.recipient_id).toBe(person.personId);
});

describe('two workers', () => {
  it('send each of many messages to many people once', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => world.withPost('party_member', '320400')));
    const openIds = await Promise.all(people.map((each) => world.withWechat(each, 10)));
    await world.tell(people.flatMap((each) => Array.from({ length: 4 }, () => world.message(each))));
    const tried = await Promise.all([world.sweep(), world.sweep(), world.sweep()]);
    await world.sweep();
    expect(tried.reduce((sum, n) => sum + n)).toBeLessThanOrEqual(48);
    for (const id of openIds) expect(world.received(id)).toHaveLength(4);
  });
});

it('is forgotten with the person', async () => {
  await world.tell(many(1));
  await world.test.database.rows('DELETE FROM posts WHERE person_id = $1', [person.personId]);
  await world.test.http().delete('/api/me').set(person.headers).expect(204);
  await world.test.drain();
  expect(await world.fates(person)).toEqual([]);
  expect(
    await world.test.database.rows('SELECT 1 FROM message_consents WHERE person_id = $1', [person.personId]),
  ).toEqual([]);
});
