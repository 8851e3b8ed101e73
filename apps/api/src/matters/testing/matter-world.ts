import type { MatterTemplate, Playbook } from '@linshao/domain';
import type { TestPerson } from '../../identity/testing/sign-in-as.js';
import { COMMUNITY, createOrderWorld, type OrderWorld, type ResponseBody } from '../../orders/testing/order-world.js';
import { PlaybooksRepository } from '../../playbooks/playbooks.repository.js';

export const GRID = `${COMMUNITY}/G01`;
export const STREET = '320400/320402/320402003';
const DISTRICT = '320400/320402';

/** Three steps, three levels; the middle one is a public notice. */
const ALLOWANCE: MatterTemplate = {
  code: 'elder-allowance',
  name: '高龄津贴',
  documents: ['身份证'],
  steps: [
    {
      code: 'receive',
      name: '受理',
      role: 'dispatcher',
      level: 'community',
      post: '民政窗口',
      within: { amount: 24, unit: 'hours', clock: 'natural' },
    },
    {
      code: 'check',
      name: '上门核实',
      role: 'grid_worker',
      level: 'grid',
      within: { amount: 2, unit: 'days', clock: 'natural' },
    },
    {
      code: 'district',
      name: '区级备案',
      role: 'regulator',
      level: 'district',
      within: { amount: 5, unit: 'workdays', clock: 'working' },
    },
  ],
};

const PLAYBOOK: Playbook = {
  code: 'matters',
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
        { code: 'repair', name: '维修', kinds: ['service', 'problem'] },
      ],
    },
  ],
  matterTemplates: [ALLOWANCE, { ...ALLOWANCE, code: 'low-income', name: '低保申请' }],
};

/** An order's world with applications in it, and everybody they pass through. */
export interface MatterWorld extends OrderWorld {
  readonly gridWorker: TestPerson;
  readonly supervisor: TestPerson;
  readonly regulator: TestPerson;
  apply(by: TestPerson, input?: object, headers?: object): Promise<{ id: string; number: string; version: number }>;
  move(
    by: TestPerson,
    id: string,
    action: string,
    body?: object,
    headers?: object,
  ): Promise<{ status: number; body: ResponseBody }>;
  matter(by: TestPerson, id: string): Promise<ResponseBody>;
}

/** Lets applications be made in an order's world. */
export async function withMatters(world: OrderWorld): Promise<MatterWorld> {
  const { test } = world;
  const gridWorker = await world.withPost('grid_worker', GRID, '冯网格');
  const supervisor = await world.withPost('supervisor', STREET, '褚督办');
  const regulator = await world.withPost('regulator', DISTRICT, '卫主管');
  await test.app.get(PlaybooksRepository).add(test.database, 320400, COMMUNITY, PLAYBOOK);
  return {
    ...world,
    gridWorker,
    supervisor,
    regulator,
    async apply(by, input = {}, headers = {}) {
      const { status, body } = await test
        .http()
        .post('/api/matters')
        .set({ ...by.headers, ...headers })
        .send({ template: 'elder-allowance', area: GRID, ...input });
      if (status !== 201) throw new Error(`apply: ${status} ${JSON.stringify(body)}`);
      return body as never;
    },
    async move(by, id, action, body = { words: '按规定办理' }, headers = {}) {
      const answer = await test
        .http()
        .post(`/api/matters/${id}/${action}`)
        .set({ ...by.headers, ...headers })
        .send(body);
      return { status: answer.status, body: answer.body as ResponseBody };
    },
    async matter(by, id) {
      const { status, body } = await test.http().get(`/api/matters/${id}`).set(by.headers);
      if (status !== 200) throw new Error(`matter: ${status} ${JSON.stringify(body)}`);
      return body as ResponseBody;
    },
  };
}

export const createMatterWorld = async (): Promise<MatterWorld> => withMatters(await createOrderWorld());
