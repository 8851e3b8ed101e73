import type { TestPerson } from '../../identity/testing/sign-in-as.js';
import { COMMUNITY, createOrderWorld, type OrderWorld } from '../../orders/testing/order-world.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { OutboxRelay } from '../../platform/events/outbox.relay.js';
import { StandInWechat } from '../../platform/wechat/stand-in/stand-in-wechat.js';
import { v7 as uuidv7 } from 'uuid';
import { DeliveriesService } from '../deliveries.service.js';
import { type Message, TellingService } from '../telling.service.js';

/** A row of `deliveries` as far as tests look at it. */
export interface DeliveryFate {
  readonly id: string;
  readonly channel: string;
  readonly state: string;
  readonly text: string;
  readonly error: string | null;
  readonly attempts: number;
  readonly next_at: Date | null;
  readonly digest_id: string | null;
}

export interface MessageWorld extends OrderWorld {
  readonly wechat: StandInWechat;
  /** From now on it is this time for messages; the database's own clock goes on. */
  at(now: Date): void;
  /** A WeChat login with so many consents of each template. */
  withWechat(person: TestPerson, consents: number): Promise<string>;
  message(person: TestPerson, more?: Partial<Message>): Message;
  tell(messages: readonly Message[]): Promise<void>;
  /** An event as another feature writes it, told to everybody. */
  happened(topic: string, payload: object): Promise<void>;
  sweep(): Promise<number>;
  fates(person?: { personId: string }): Promise<DeliveryFate[]>;
  /** Texts that arrived, oldest first. */
  received(to?: string): string[];
}

const CITY = 320400;
let users = 0;

export async function createMessageWorld(env: Readonly<Record<string, string>> = {}): Promise<MessageWorld> {
  const world = await createOrderWorld({ QUIET_HOURS: 'none', ...env });
  const { app } = world.test;
  const database = app.get(Database);
  const wechat = app.get(StandInWechat);
  const clock = app.get(Clock);
  const sweep = (): Promise<number> => app.get(DeliveriesService).sweep();
  return {
    ...world,
    wechat,
    at: (now) => void jest.spyOn(clock, 'now').mockImplementation(() => now),
    async withWechat({ personId }, consents) {
      const openId = `o${String((users += 1)).padStart(27, '0')}`;
      await database.rows(`INSERT INTO logins (city_id, provider, subject, person_id) VALUES ($1, 'wechat', $2, $3)`, [
        CITY,
        openId,
        personId,
      ]);
      for (const template of ['progress', 'task', 'duty'])
        await database.rows(
          `INSERT INTO message_consents (city_id, id, person_id, template, request_id)
           SELECT $1::int, gen_random_uuid(), $2::uuid, $3, gen_random_uuid() FROM generate_series(1, $4::int)`,
          [CITY, personId, template, consents],
        );
      return openId;
    },
    message: ({ personId }, more = {}) => ({
      personId,
      template: 'mine.accepted',
      relation: 'reporter',
      eventId: uuidv7(),
      at: clock.now(),
      isOld: false,
      orderId: null,
      subject: { type: 'order', id: uuidv7() },
      areaPath: COMMUNITY,
      facts: { number: '261123-000001', categoryName: '停车', postName: null },
      ...more,
    }),
    tell: (messages) => database.transaction((tx) => app.get(TellingService).tell(tx, CITY, messages)),
    async happened(topic, payload) {
      await database.rows('INSERT INTO outbox (city_id, id, topic, payload) VALUES ($1, $2, $3, $4::jsonb)', [
        CITY,
        uuidv7(),
        topic,
        JSON.stringify(payload),
      ]);
      await app.get(OutboxRelay).drain();
    },
    sweep,
    fates: (person) =>
      database.rows(
        `SELECT id, channel, state, text, error, attempts, next_at, digest_id FROM deliveries
          WHERE $1::uuid IS NULL OR recipient_id = $1 ORDER BY created_at, id`,
        [person?.personId ?? null],
      ),
    received: (to) =>
      wechat.rules.messages.received
        .filter((message) => to === undefined || message.to === to)
        .map(({ body }) => {
          const { data, markdown } = body as {
            data?: { thing3: { value: string } };
            markdown?: { content: string };
          };
          return data?.thing3.value ?? markdown?.content ?? '';
        }),
  };
}
