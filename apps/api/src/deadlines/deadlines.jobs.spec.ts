import { createOrderWorld, type OrderWorld } from '../orders/testing/order-world.js';
import { Queues } from '../platform/queue/queues.js';
import { DeadlinesJobs } from './deadlines.jobs.js';
import { letPass } from './testing/let-pass.js';

describe('the sweep', () => {
  let world: OrderWorld;
  beforeAll(async () => {
    world = await createOrderWorld();
  });
  afterAll(() => world.test.close());

  it('fires what is due also while there is no queue to plan wake-ups in', async () => {
    const { id } = await world.create(world.resident);
    await letPass(world.test.database, '61 minutes');
    const queue = jest.spyOn(world.test.app.get(Queues), 'addMany').mockRejectedValue(new Error('away'));
    await world.test.app.get(DeadlinesJobs).sweep();
    expect(queue).toHaveBeenCalled();
    expect(
      await world.test.database.rows(`SELECT state FROM deadlines WHERE order_id = $1 AND kind = 'reply'`, [id]),
    ).toEqual([{ state: 'missed' }]);
    queue.mockRestore();
  });
});
