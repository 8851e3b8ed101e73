import { createOrderWorld, type OrderWorld } from '../orders/testing/order-world.js';
import { Queues } from '../platform/queue/queues.js';
import { DeadlinesJobs } from './deadlines.jobs.js';
import { FiringRepository } from './firing.repository.js';
import { FiringService } from './firing.service.js';
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

  it('goes on to the next city when one fails', async () => {
    const { app } = world.test;
    jest.spyOn(app.get(FiringRepository), 'cities').mockResolvedValue([1, 320400]);
    const drain = jest.spyOn(app.get(FiringService), 'drain').mockImplementation(async (cityId) => {
      if (cityId === 1) throw new Error('broken');
      return 0;
    });
    await app.get(DeadlinesJobs).sweep();
    expect(drain.mock.calls).toEqual([[1], [320400]]);
    jest.restoreAllMocks();
  });
});
