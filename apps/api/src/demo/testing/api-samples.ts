import { LIFECYCLE, type OrderAction, ORDER_STATES, type OrderState, ROLES } from '@linshao/domain';
import type { OpenAPIObject } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import { noise } from '../../files/testing/pictures.js';
import { signInAs, type TestPerson } from '../../identity/testing/sign-in-as.js';
import { type ApiOperation, operationsOf } from '../../platform/testing/api-operations.js';
import { createDemoWorld, type DemoWorld } from './demo-world.js';

const COMMUNITY = '320400/320402/320402003/320402003012';

type Fields = Readonly<Record<string, unknown>>;

/** Every operation of the API with requests that get deep into it: right values, ids of what is there. */
export interface ApiSamples {
  readonly world: DemoWorld;
  readonly operations: readonly ApiOperation[];
  /** One id of everything that has one. */
  readonly someIds: readonly string[];
  /** An address for the operation: its ids are of the right kind, an order's in a state that fits the action. */
  pathOf(operation: ApiOperation, turn?: number): string;
  /** Right values for the fields that make sense together. */
  bodyOf(operation: ApiOperation): Fields;
  /** Somebody new who holds every post of the community, and administers the city. */
  officer(): Promise<TestPerson>;
  /** Somebody new without any post. */
  nobody(): Promise<TestPerson>;
}

export async function createApiSamples(): Promise<ApiSamples> {
  const world = await createDemoWorld();
  const { body } = await world.get<OpenAPIObject>(null, '/api/openapi.json');
  const ids = await idsOf(world);
  const ofState = await ordersByState(world);
  const fields = rightValues(world, (kind) => ids[kind]?.[0] ?? uuidv7());
  return {
    world,
    operations: operationsOf(world.test.app, body),
    someIds: Object.values(ids).flatMap((all) => all.slice(0, 1)),
    pathOf({ path }, turn = 0) {
      const action = /^\/api\/orders\/\{id\}\/(\w+)$/.exec(path)?.[1] as OrderAction | undefined;
      const states = action ? ORDER_STATES.filter((state) => action in LIFECYCLE[state]) : [];
      const fitting = states.flatMap((state) => ofState.get(state) ?? []);
      const all = fitting.length > 0 ? fitting : (ids[/^\/api\/([\w-]+)/.exec(path)?.[1] ?? ''] ?? []);
      return path.replace(/\{\w+\}/, all[turn % all.length] ?? uuidv7());
    },
    bodyOf({ name, body: wanted }) {
      const others = name.endsWith('/dispatch') ? ['personId', 'unitId'] : [];
      const left = name.startsWith('POST /api/orders/') ? [...others, 'version'] : others;
      return Object.fromEntries(
        wanted.flatMap((field) => (left.includes(field) ? [] : [[field, fields[field] ?? '示例']])),
      );
    },
    officer: () => {
      const posts = ROLES.map((role) => ({ role, area: role === 'administrator' ? '320400' : COMMUNITY }));
      return signInAs(world.test, { name: '多面手', posts });
    },
    nobody: () => signInAs(world.test),
  };
}

/** Ids by the first part of the paths that take them. */
async function idsOf({ test, headers }: DemoWorld): Promise<Readonly<Record<string, readonly string[]>>> {
  const photo = await noise().jpeg().toBuffer();
  const upload = await test.http().post('/api/files').set(headers.resident).attach('file', photo, 'a.jpg');
  const all = async (table: string, column = 'id'): Promise<string[]> => {
    const rows = await test.database.rows<{ id: string }>(`SELECT ${column} AS id FROM ${table} LIMIT 400`);
    return rows.map(({ id }) => id);
  };
  return {
    areas: await all(`areas WHERE path LIKE '${COMMUNITY}/%'`),
    boards: await all('publications', 'number'),
    dwellings: await all('dwellings'),
    files: [(upload.body as { id: string }).id],
    imports: ['areas', 'persons', 'dwellings'],
    inbox: await all('notifications'),
    orders: await all('orders'),
    'party-organisations': await all('party_organisations'),
    persons: await all('persons'),
    posts: await all('posts'),
    publications: await all('publications', 'order_id'),
    residencies: await all('residencies'),
    units: await all('units'),
  };
}

async function ordersByState({ test }: DemoWorld): Promise<ReadonlyMap<OrderState, readonly string[]>> {
  const rows = await test.database.rows<{ state: OrderState; ids: string[] }>(
    'SELECT state, array_agg(id) AS ids FROM orders WHERE parent_id IS NULL GROUP BY state',
  );
  return new Map(rows.map(({ state, ids }) => [state, ids]));
}

function rightValues({ personId }: DemoWorld, one: (kind: string) => string): Fields {
  const words = { title: '楼道口停满了车', description: '轮椅出不去', text: '已经看过现场了', summary: '已经处理好了' };
  const reasons = { reason: '需要这样做', purpose: '上门核实情况', comment: '谢谢', words: '' };
  const order = { kind: 'problem', category: 'parking-disorder', anonymous: false, confidential: false, photoIds: [] };
  const moves = { solved: true, stars: 5, into: one('orders'), waitingFor: 'material', pool: 'members', version: 1 };
  const department = { reasonCode: 'not-our-duty', upheld: false, answerWithin: { amount: 1, unit: 'hours' } };
  const task = { to: { personId: personId.member }, title: '一部分', description: '' };
  const steps = [{ id: one('publications'), words: '' }];
  const corners = [
    [119.97, 31.78],
    [119.98, 31.78],
    [119.98, 31.79],
  ];
  const places = { area: one('areas'), areaId: one('areas'), parentId: one('areas'), address: '3幢门口', room: '501' };
  const place = { location: { lng: 119.97, lat: 31.78 }, lng: 119.97, lat: 31.78, polygon: corners, households: 300 };
  const things = {
    code: 'X9',
    name: '新名字',
    level: 'grid',
    relation: 'tenant',
    role: 'grid_worker',
    persona: 'resident',
  };
  const post = { scope: { type: 'area', id: one('areas') }, from: '2026-11-01T00:00:00+08:00', to: null };
  const links = {
    personId: one('persons'),
    unitId: one('units'),
    dwellingId: one('dwellings'),
    ids: [],
    fields: ['phone'],
  };
  const secrets = {
    phone: '19900009999',
    userName: 'somebody',
    password: 'x',
    current: 'x',
    next: 'y',
    refreshToken: 'x',
  };
  const inbox = { before: '2026-11-22T00:00:00+08:00', quietHours: { from: '22:00', to: '07:00' } };
  const switches = [{ group: 'mine', channel: 'inbox', enabled: true }];
  return {
    ...words,
    ...reasons,
    ...order,
    ...moves,
    ...department,
    ...places,
    ...place,
    ...things,
    ...post,
    ...links,
    ...secrets,
    ...inbox,
    tasks: [task, { ...task, to: { personId: personId.cadre } }],
    steps,
    switches,
  };
}
