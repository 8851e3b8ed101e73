import { v7 as uuidv7 } from 'uuid';
import { ensureArea, signInAs, type TestPerson } from '../../identity/testing/sign-in-as.js';
import { COMMUNITY, createOrderWorld, type OrderWorld, type ResponseBody } from '../../orders/testing/order-world.js';

const STREET = '320400/320402/320402003';
export const CITY = 320400;
export const OBJECTION = { reasonCode: 'not-our-duty', text: '路灯由城管局路灯所管护' };

/** An order world with two units, their contacts and the sub-district's supervisor. */
export interface ObjectionWorld extends OrderWorld {
  readonly unitId: string;
  readonly otherUnitId: string;
  readonly responder: TestPerson;
  readonly colleague: TestPerson;
  readonly otherResponder: TestPerson;
  readonly supervisor: TestPerson;
  /** A new order of the resident, sent to the unit. */
  sent(input?: object): Promise<string>;
  /** Such an order with the unit's objection to it. */
  objected(input?: object): Promise<{ orderId: string; id: string }>;
  rule(by: TestPerson, id: string, body: object): Promise<{ status: number; body: ResponseBody }>;
  state(orderId: string): Promise<string>;
  /** Kinds and states of what has a clock about the order, the oldest first. */
  clocks(orderId: string, ...kinds: readonly string[]): Promise<string[]>;
}

export async function createObjectionWorld(): Promise<ObjectionWorld> {
  const world = await createOrderWorld();
  const { database } = world.test;
  const areaId = await ensureArea(world.test, COMMUNITY);
  const unit = async (code: string, name: string): Promise<string> => {
    const id = uuidv7();
    await database.rows(
      `INSERT INTO units (city_id, id, code, name, kind, area_id) VALUES ($1, $2, $3, $4, 'department', $5)`,
      [CITY, id, code, name, areaId],
    );
    return id;
  };
  const unitId = await unit('u1', '街道城管办');
  const otherUnitId = await unit('u2', '路灯管理所');
  const contact = (id: string, name: string) =>
    signInAs(world.test, { name, posts: [{ role: 'unit_responder', area: COMMUNITY, unitId: id }] });
  const answer = async (by: TestPerson, path: string, body: object) => {
    const { status, body: answered } = await world.test.http().post(path).set(by.headers).send(body);
    return { status, body: answered as ResponseBody };
  };
  const people = {
    responder: await contact(unitId, '冯联络'),
    colleague: await contact(unitId, '陆联络'),
    otherResponder: await contact(otherUnitId, '马联络'),
    supervisor: await world.withPost('supervisor', STREET, '韩督办'),
  };
  const ok = async (done: Promise<{ status: number; body: ResponseBody }>): Promise<ResponseBody> => {
    const { status, body } = await done;
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body;
  };
  async function sent(input: object = {}): Promise<string> {
    const { id } = await world.create(world.resident, { title: `一件事 ${uuidv7().slice(-8)}`, ...input });
    await ok(world.act(world.dispatcher, id, 'accept'));
    await ok(world.act(world.dispatcher, id, 'dispatch', { unitId }));
    return id;
  }
  return {
    ...world,
    ...people,
    unitId,
    otherUnitId,
    sent,
    async objected(input) {
      const orderId = await sent(input);
      const { id } = await ok(world.act(people.responder, orderId, 'object', OBJECTION));
      return { orderId, id: id as string };
    },
    rule: (by, id, body) => answer(by, `/api/objections/${id}/rule`, body),
    async state(orderId) {
      const row = await database.first<{ state: string }>('SELECT state FROM orders WHERE id = $1', [orderId]);
      return row?.state ?? '';
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
