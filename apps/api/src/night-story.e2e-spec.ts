import {
  createDemoWorld,
  type DemoWorld,
  eventually,
  type Json,
  type Persona,
  type Posted,
} from './demo/testing/demo-world.js';

interface Step extends Json {
  readonly type: string;
  readonly label: string;
  readonly data: { readonly kind?: string; readonly rung?: number; readonly number?: number };
}
interface Promised extends Json {
  readonly kind: string;
  readonly state: string;
  readonly rung: number;
  readonly why: string;
}
interface Told extends Json {
  readonly template: string;
  readonly relationName: string | null;
  readonly channel: string;
  readonly text: string;
}
interface SupervisionOrder extends Json {
  readonly id: string;
  readonly missed: string | null;
  readonly state: string;
}

/** An hour lasts six seconds, as with `DEMO_TIME_SCALE=600 npm start`; the worker is the product's own. */
const SCALE = 600;
const QUESTION = {
  kind: 'problem',
  category: 'corridor-light',
  title: '夜里楼道灯全灭了',
  description: '半夜回家看不清台阶，请问什么时候能修？',
};

/** A question asked at night that nobody answers (C6, C10): the clock alone does what follows. */
describe('a question is left unanswered at night', () => {
  let world: DemoWorld;
  let order: Posted;
  let asked: SupervisionOrder;
  beforeAll(async () => {
    world = await createDemoWorld({ DEMO_TIME_SCALE: String(SCALE), WITH_WORKER: 'true' });
    order = await world.order('resident', QUESTION);
  }, 120_000);
  afterAll(() => world.test.close());

  const timeline = async (who: Persona) =>
    (await world.get<Step[]>(who, `/api/orders/${order.id}/timeline`)).body.filter(
      ({ data: { kind }, type }) => type !== 'order.submitted' && (kind === undefined || kind === 'reply'),
    );
  const promises = async (who: Persona) =>
    (await world.get<{ items: Promised[] }>(who, `/api/orders/${order.id}/deadlines`)).body.items;
  const told = async (who: Persona) =>
    (await world.get<{ items: Told[] }>(who, `/api/orders/${order.id}/messages?limit=100`)).body.items;
  const steps = (of: readonly Step[]) =>
    of.map(({ type, data }) => [type, data.number ?? data.rung].filter((part) => part !== undefined).join(' '));

  it('reminds the duty officer twice, is missed after the hour, and climbs to the secretary', async () => {
    await eventually(
      world,
      async () =>
        expect(steps(await timeline('secretary')).slice(0, 4)).toEqual([
          'deadline.reminded 1',
          'deadline.reminded 2',
          'deadline.missed',
          'deadline.escalated 1',
        ]),
      25,
    );
    const reply = (await promises('duty')).find(({ kind }) => kind === 'reply');
    expect(reply).toMatchObject({ state: 'missed', why: expect.stringContaining(`演示加速${SCALE}倍`) });
  }, 40_000);

  it('climbs on to the sub-district, which asks the community by a supervision order', async () => {
    await eventually(
      world,
      async () =>
        expect(steps(await timeline('supervisor'))).toEqual(
          expect.arrayContaining(['deadline.escalated 2', expect.stringMatching(/^supervision.opened DB/)]),
        ),
      40,
    );
    const { body } = await world.get<{ items: SupervisionOrder[] }>(
      'supervisor',
      `/api/supervision-orders?order=${order.id}`,
    );
    const ours = body.items.filter(({ missed }) => missed === 'reply');
    expect(ours).toEqual([expect.objectContaining({ state: 'open' })]);
    asked = ours[0] as SupervisionOrder;
    expect(await promises('supervisor')).toContainEqual(expect.objectContaining({ kind: 'answer', state: 'running' }));
  }, 60_000);

  it('is answered by the community, to the resident and to the sub-district', async () => {
    await world.act('duty', order, 'reply', { text: '对不起让您久等了，电工师傅已经出发。' });
    const text = '当晚值班员临时送医，已补排替班，灯今晚修好。';
    const answer = await world.post('secretary', `/api/supervision-orders/${asked.id}/answer`, { text });
    expect(answer).toMatchObject({ status: 200, body: { state: 'answered' } });
    expect((await timeline('secretary')).map(({ type }) => type)).toEqual(
      expect.arrayContaining(['order.replied', 'supervision.answered']),
    );
    const states = (await promises('supervisor')).map(({ kind, state }) => `${kind} ${state}`);
    expect(states).toContain('answer met');
    expect(states).toContain('reply missed');
  });

  it('leaves every message to be read, as what somebody was told and on which way', async () => {
    await eventually(world, async () => {
      const templates = (await told('supervisor')).map(({ template }) => template);
      expect(templates).toEqual(
        expect.arrayContaining([
          'desk.replySoon',
          'desk.replyLast',
          'desk.replyMissed',
          'mine.replyMissed',
          'desk.escalated',
          'desk.supervisionOpened',
          'desk.supervisionAnswered',
        ]),
      );
    });
    const toResident = await told('resident');
    expect(toResident.map(({ template }) => template)).toContain('mine.replyMissed');
    expect(toResident.every(({ template }) => template.startsWith('mine.'))).toBe(true);
    for (const { text } of await told('supervisor')) expect(text).not.toMatch(/刘淑珍|1[3-9]\d{9}/);
  });

  it('shows the resident when they were failed, and nothing of whom it climbed to', async () => {
    const seen = await timeline('resident');
    expect(seen.map(({ type }) => type)).toEqual(['deadline.missed', 'order.replied']);
    expect(JSON.stringify(seen)).not.toMatch(/送医|supervisor|secretary/);
    expect((await promises('resident')).find(({ kind }) => kind === 'reply')).toMatchObject({ state: 'missed' });
  });
});
