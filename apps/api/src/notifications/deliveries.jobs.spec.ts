import { setTimeout as pause } from 'node:timers/promises';
import { createMessageWorld } from './testing/message-world.js';

it('a worker sends what is told within seconds, nobody asking it to', async () => {
  const world = await createMessageWorld({ WITH_WORKER: 'true' });
  const openId = await world.withWechat(world.dispatcher, 3);
  await world.create(world.resident);
  const until = Date.now() + 15_000;
  while (world.received(openId).length === 0 && Date.now() < until) await pause(50);
  expect(world.received(openId)).toEqual([expect.stringContaining('有新诉求')]);
  await world.test.close();
});
