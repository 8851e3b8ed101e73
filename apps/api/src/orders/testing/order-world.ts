import { randomUUID } from 'node:crypto';
import type { Playbook, Role } from '@linshao/domain';
import { signInAs, type TestPerson } from '../../identity/testing/sign-in-as.js';
import { PlaybooksRepository } from '../../playbooks/playbooks.repository.js';
import { createTestApp, type TestApp } from '../../platform/testing/test-app.js';

export const COMMUNITY = '320400/320402/320402003/320402003012';
export const OTHER_COMMUNITY = '320400/320402/320402003/320402003013';

const PLAYBOOK: Playbook = {
  code: 'test',
  name: '测试社区',
  source: 'test',
  city: 320400,
  community: '320402003012',
  categories: [
    {
      code: 'estate',
      name: '小区',
      kinds: ['problem', 'wish', 'service', 'errand'],
      children: [
        { code: 'parking', name: '停车', kinds: ['problem'] },
        { code: 'company', name: '陪伴', kinds: ['wish'] },
        { code: 'repair', name: '维修', kinds: ['service', 'problem'], policy: { urgeEveryMinutes: 60 } },
      ],
    },
  ],
};

/** One community with everybody an order meets, and the calls they make. */
export interface OrderWorld {
  readonly test: TestApp;
  readonly resident: TestPerson;
  readonly neighbour: TestPerson;
  readonly member: TestPerson;
  readonly member2: TestPerson;
  readonly duty: TestPerson;
  readonly dispatcher: TestPerson;
  readonly secretary: TestPerson;
  readonly stranger: TestPerson;
  /** Somebody new with this post. */
  withPost(role: Role, area?: string, name?: string): Promise<TestPerson>;
  create(
    by: TestPerson,
    input?: object,
    headers?: object,
  ): Promise<{ id: string; number: string; state: string; version: number }>;
  act(by: TestPerson, id: string, action: string, body?: object): Promise<{ status: number; body: ResponseBody }>;
  get(by: TestPerson, path: string): Promise<{ status: number; body: ResponseBody }>;
  /** An order brought to a state along the main road. */
  orderIn(state: 'accepted' | 'dispatched' | 'claimed' | 'in_progress' | 'done' | 'published'): Promise<string>;
}

/** JSON of an answer, looked into by tests. */
export interface ResponseBody {
  readonly [key: string]: unknown;
}

const ROAD = [
  ['accepted', 'dispatcher', 'accept', {}],
  ['dispatched', 'dispatcher', 'dispatch', { pool: 'members' }],
  ['claimed', 'member', 'claim', {}],
  ['in_progress', 'member', 'start', {}],
  ['done', 'member', 'done', { summary: '已经处理好了' }],
  ['published', 'dispatcher', 'publish', {}],
] as const;

export const ORDER = {
  kind: 'problem',
  category: 'parking',
  title: '消防通道被占',
  description: '3幢门口停了三辆车',
  area: '320402003012',
};

export async function createOrderWorld(env: Readonly<Record<string, string>> = {}): Promise<OrderWorld> {
  const test = await createTestApp(env);
  await test.app.get(PlaybooksRepository).add(test.database, 320400, '320400', PLAYBOOK);
  const withPost = (role: Role, area = COMMUNITY, name = '测试') => signInAs(test, { name, posts: [{ role, area }] });
  const people = {
    resident: await signInAs(test, { name: '王秀英' }),
    neighbour: await signInAs(test, { name: '李建国' }),
    stranger: await signInAs(test, { name: '赵无关' }),
    member: await withPost('party_member', COMMUNITY, '陈党员'),
    member2: await withPost('party_member', COMMUNITY, '周党员'),
    duty: await withPost('duty_officer', COMMUNITY, '吴值班'),
    dispatcher: await withPost('dispatcher', COMMUNITY, '郑派单'),
    secretary: await withPost('secretary', COMMUNITY, '孙书记'),
  };
  const world: OrderWorld = {
    test,
    ...people,
    withPost,
    async create(by, input = {}, headers = {}) {
      const { status, body } = await test
        .http()
        .post('/api/orders')
        .set({ ...by.headers, ...headers })
        .send({ ...ORDER, ...input });
      if (status !== 201) throw new Error(`create: ${status} ${JSON.stringify(body)}`);
      return body as never;
    },
    async act(by, id, action, body = {}) {
      const answer = await test.http().post(`/api/orders/${id}/${action}`).set(by.headers).send(body);
      return { status: answer.status, body: answer.body as ResponseBody };
    },
    async get(by, path) {
      const answer = await test.http().get(path).set(by.headers);
      return { status: answer.status, body: answer.body as ResponseBody };
    },
    async orderIn(state) {
      const { id } = await world.create(people.resident, { title: `一件事 ${randomUUID().slice(0, 8)}` });
      for (const [reached, who, action, body] of ROAD) {
        const { status, body: answer } = await world.act(people[who], id, action, body);
        if (status !== 200) throw new Error(`${action}: ${status} ${JSON.stringify(answer)}`);
        if (reached === state) return id;
      }
      return id;
    },
  };
  return world;
}
