import { randomUUID } from 'node:crypto';
import type { TestPerson } from '../identity/testing/sign-in-as.js';
import { createMessageWorld, type MessageWorld } from './testing/message-world.js';

let world: MessageWorld;
beforeAll(async () => {
  world = await createMessageWorld();
});
afterAll(() => world.test.close());

const record = (by: TestPerson, body: object) =>
  world.test.http().post('/api/me/subscriptions').set(by.headers).send(body);
const accept = (id: string, template = 'progress', answer = 'accept') => ({ id, answers: [{ template, answer }] });
const left = async (by: TestPerson): Promise<number[]> =>
  ((await world.get(by, '/api/me/subscriptions')).body['items'] as { left: number }[]).map((item) => item.left);

describe('subscription messages', () => {
  it('are offered with the ids the city has', async () => {
    expect((await world.get(world.resident, '/api/me/subscriptions')).body).toEqual({
      items: ['progress', 'task', 'duty'].map((template) => ({ template, templateId: `demo-${template}`, left: 0 })),
    });
  });

  it('count one consent a tap, and a tap once', async () => {
    const tap = randomUUID();
    await record(world.resident, accept(tap)).expect(200);
    await record(world.resident, accept(tap)).expect(200);
    await record(world.resident, accept(randomUUID())).expect(200);
    await record(world.resident, accept(randomUUID(), 'progress', 'reject')).expect(200);
    expect(await left(world.resident)).toEqual([2, 0, 0]);
    await record(world.neighbour, accept(tap)).expect(200);
    expect(await left(world.neighbour)).toEqual([1, 0, 0]);
  });

  it('count no more than anybody could have meant', async () => {
    for (let i = 0; i < 53; i += 1) await record(world.stranger, accept(randomUUID())).expect(200);
    expect(await left(world.stranger)).toEqual([50, 0, 0]);
  });

  it.each([
    [{}],
    [{ id: 'x', answers: [] }],
    [{ id: randomUUID(), answers: [] }],
    [accept(randomUUID(), 'other')],
    [accept(randomUUID(), 'progress', 'yes')],
    [{ ...accept(randomUUID()), count: 100 }],
  ])('refuse %j', async (body) => {
    await record(world.resident, body).expect(400);
  });

  it('are for the signed-in only', async () => {
    await world.test.http().get('/api/me/subscriptions').expect(401);
  });
});
