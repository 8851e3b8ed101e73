import { FiringService } from '../../deadlines/firing.service.js';
import type { TestPerson } from '../../identity/testing/sign-in-as.js';
import { createOrderWorld, type OrderWorld, type ResponseBody } from '../../orders/testing/order-world.js';

export const STREET = '320400/320402/320402003';
export const CITY = 320400;
export const ANSWER = { text: '当晚值班员漏看，已约谈并补回复' };

/** An order world with the sub-district's supervisor, and a clock that can be let run out. */
export interface SupervisionWorld extends OrderWorld {
  readonly supervisor: TestPerson;
  readonly regulator: TestPerson;
  /** An accepted order nobody has answered; only its reply is near. */
  unanswered(input?: object): Promise<string>;
  /** Lets the orders' running deadlines of a kind end now, and fires them. */
  expire(kind: string, ...orderIds: readonly string[]): Promise<void>;
  /** An unanswered order with the supervision order its miss climbed to. */
  supervised(input?: object): Promise<{ orderId: string; id: string }>;
  /** Opened by hand, for whatever does not need the ladder. */
  asked(input?: object): Promise<{ orderId: string; id: string }>;
  step(by: TestPerson, id: string, action: string, body?: object): Promise<{ status: number; body: ResponseBody }>;
  of(orderId: string): Promise<readonly { id: string; state: string; rung: number | null }[]>;
  clocks(orderId: string, ...kinds: readonly string[]): Promise<string[]>;
}

export async function createSupervisionWorld(): Promise<SupervisionWorld> {
  const world = await createOrderWorld();
  const { database, app } = world.test;
  const people = {
    supervisor: await world.withPost('supervisor', STREET, '韩督办'),
    regulator: await world.withPost('regulator', '320400/320402', '尤主管'),
  };
  const step: SupervisionWorld['step'] = async (by, id, action, body = {}) => {
    const answer = await world.test.http().post(`/api/supervision-orders/${id}/${action}`).set(by.headers).send(body);
    return { status: answer.status, body: answer.body as ResponseBody };
  };
  const of: SupervisionWorld['of'] = (orderId) =>
    database.rows('SELECT id, state, rung FROM supervision_orders WHERE order_id = $1 ORDER BY id', [orderId]);
  async function unanswered(input: object = {}): Promise<string> {
    const { id } = await world.create(world.resident, input);
    await world.act(world.dispatcher, id, 'accept');
    return id;
  }
  async function expire(kind: string, ...orderIds: readonly string[]): Promise<void> {
    await database.rows(
      `UPDATE deadlines SET due_at = now() - interval '1 second', wake_at = now() - interval '1 second'
        WHERE order_id = ANY($1::uuid[]) AND kind = $2 AND state = 'running'`,
      [orderIds, kind],
    );
    await app.get(FiringService).drain(CITY);
  }
  return {
    ...world,
    ...people,
    unanswered,
    expire,
    step,
    of,
    async supervised(input) {
      const orderId = await unanswered(input);
      await expire('reply', orderId);
      await expire('rung', orderId);
      const [opened] = await of(orderId);
      return { orderId, id: opened?.id ?? '' };
    },
    async asked(input) {
      const orderId = await unanswered(input);
      const { status, body } = await world.act(people.supervisor, orderId, 'supervise', {
        text: '请说明为何还没有回复',
      });
      if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
      return { orderId, id: body['id'] as string };
    },
    async clocks(orderId, ...kinds) {
      const rows = await database.rows<{ clock: string }>(
        `SELECT kind || ' ' || state AS clock FROM deadlines WHERE order_id = $1 AND kind = ANY($2) ORDER BY id`,
        [orderId, kinds],
      );
      return rows.map(({ clock }) => clock);
    },
  };
}
