import type { TestPerson } from '../identity/testing/sign-in-as.js';
import { createMessageWorld, type MessageWorld } from './testing/message-world.js';

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

describe('more than five in ten minutes', () => {
  it('come as one, the inbox keeping each', async () => {
    await world.tell(many(8));
    await world.sweep();
    expect(await states()).toEqual([...Array.from({ length: 8 }, () => 'merged'), 'sent']);
    expect(world.received(openId)).toEqual(['您有8条新消息，请打开查看。']);
    const spent = await world.test.database.rows(
      'SELECT 1 FROM message_consents WHERE person_id = $1 AND delivery_id IS NOT NULL',
      [person.personId],
    );
    expect(spent).toHaveLength(1);
    const inbox = await world.test.database.rows('SELECT 1 FROM notifications WHERE person_id = $1', [person.personId]);
    expect(inbox).toHaveLength(8);
  });

  it('one after the other: five, and the rest together ten minutes later', async () => {
    const start = new Date('2026-11-23T10:00:00+08:00');
    for (let i = 0; i < 9; i += 1) {
      world.at(new Date(start.getTime() + i * 1_000));
      await world.tell(many(1));
      await world.sweep();
    }
    expect(world.received(openId)).toHaveLength(5);
    world.at(new Date(start.getTime() + 9 * 60_000));
    await world.sweep();
    expect(world.received(openId)).toHaveLength(5);
    world.at(new Date(start.getTime() + 4_000 + 10 * 60_000));
    await world.sweep();
    expect(world.received(openId).slice(5)).toEqual(['您有4条新消息，请打开查看。']);
  });

  it('wait two minutes at most when a promise is among them', async () => {
    const start = new Date('2026-11-23T10:00:00+08:00');
    world.at(start);
    await world.tell(many(5, 'desk.urged'));
    await world.sweep();
    world.at(new Date(start.getTime() + 5_000));
    await world.tell(many(2, 'desk.urged'));
    await world.sweep();
    expect(world.received(openId)).toHaveLength(5);
    world.at(new Date(start.getTime() + 126_000));
    await world.sweep();
    expect(world.received(openId).slice(5)).toEqual([expect.stringMatching(/^您有2条新消息，其中2条/)]);
  });
});

describe('quiet hours', () => {
  const night = (time: string) => world.at(new Date(`2026-11-${time}+08:00`));
  const choose = (quietHours: object | null) =>
    world.test
      .http()
      .put('/api/me/notification-preferences')
      .set(person.headers)
      .send({ switches: [], quietHours })
      .expect(200);

  it('hold messages back to the minute, and let them go as one when they end', async () => {
    await choose({ from: '22:00', to: '07:00' });
    night('22T21:59:59');
    await world.tell(many(1));
    await world.sweep();
    expect(world.received(openId)).toHaveLength(1);
    night('22T22:00:00');
    await world.tell(many(7));
    await world.sweep();
    night('23T06:59:59');
    await world.sweep();
    expect(world.received(openId)).toHaveLength(1);
    const [held] = (await world.fates(person)).filter(({ state }) => state === 'queued');
    const minutes = ((held?.next_at?.getTime() ?? 0) - new Date('2026-11-23T07:00:00+08:00').getTime()) / 60_000;
    expect(minutes).toBeGreaterThanOrEqual(0);
    expect(minutes).toBeLessThan(10);
    night('23T07:10:00');
    await world.sweep();
    expect(world.received(openId)).toEqual([expect.any(String), '您有7条新消息，请打开查看。']);
  });

  it('hold back nothing for who is on duty, nor what a promise depends on', async () => {
    await choose({ from: '22:00', to: '07:00' });
    night('23T03:00:00');
    await world.tell([
      world.message(person, { template: 'desk.remarked', relation: 'duty_officer' }),
      world.message(person, { template: 'work.addressed', relation: 'addressee' }),
      world.message(person, { template: 'mine.accepted' }),
    ]);
    await world.sweep();
    expect(await states()).toEqual(['sent', 'sent', 'queued']);
  });

  it('do not send the morning’s messages of many people in one second', async () => {
    const people = await Promise.all(Array.from({ length: 20 }, () => world.withPost('party_member', '320400')));
    for (const each of people) {
      await world.withWechat(each, 3);
      await world.test.database.rows(
        'INSERT INTO notification_preferences (city_id, person_id, off, quiet_from, quiet_to) VALUES (320400, $1, $2::jsonb, 1320, 420)',
        [each.personId, '[]'],
      );
    }
    night('23T03:00:00');
    await world.tell(people.map((each) => world.message(each)));
    await world.sweep();
    const moments = new Set((await world.fates()).map(({ next_at }) => next_at?.getTime()));
    expect(moments.size).toBe(20);
  });
});
