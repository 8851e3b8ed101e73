import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { defineJob } from './job.js';
import { Queues } from './queues.js';

const NOBODY_THERE = '127.0.0.1:1';

/** As the application ends it. */
async function end(queues: Queues): Promise<void> {
  await queues.beforeApplicationShutdown();
  await queues.onApplicationShutdown();
}

async function eventually(isSo: () => boolean): Promise<void> {
  const until = Date.now() + 5_000;
  while (!isSo() && Date.now() < until) await pause(20);
  expect(isSo()).toBe(true);
}

describe('queues that end', () => {
  let test: TestApp;
  let config: Config;
  let count = 0;
  beforeAll(async () => {
    test = await createTestApp();
    config = test.app.get<Config>(CONFIG);
  });
  afterAll(() => test.close());

  const newJob = () => defineJob(`ending-${++count}`);
  /** Who still listens for jobs of this database; on Redis nobody ever does. */
  const listeners = async (): Promise<number> => {
    const row = await test.database.first<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND query ILIKE 'listen%'`,
    );
    return row?.n ?? 0;
  };

  it('lets the jobs under way end, and takes no more', async () => {
    const queues = new Queues(config);
    const job = defineJob<{ n: number }>('ending-numbered');
    const done: number[] = [];
    let started = (): void => undefined;
    const first = new Promise<void>((resolve) => (started = resolve));
    await queues.work(job, async ({ n }) => {
      started();
      await pause(200);
      done.push(n);
    });
    for (const n of [1, 2, 3]) await queues.add(job, { n });
    await first;
    await end(queues);
    const byThen = [...done];
    expect(byThen).toEqual([1]);
    await pause(600);
    expect(done).toEqual(byThen);
    expect(await listeners()).toBe(0);
  });

  it('may be ended at any moment, also before a worker runs, and twice', async () => {
    for (const after of [0, 1, 5, 20, 50]) {
      const queues = new Queues(config);
      const working = queues.work(newJob(), async () => undefined).catch(() => undefined);
      await pause(after);
      await Promise.all([end(queues), end(queues)]);
      await Promise.race([working, pause(1_000, undefined, { ref: false })]);
    }
    expect(await listeners()).toBe(0);
  });

  it('opens nothing more once it is being ended', async () => {
    const queues = new Queues(config);
    const job = newJob();
    await end(queues);
    await expect(queues.add(job, {})).rejects.toThrow('being closed');
    await expect(queues.work(job, async () => undefined)).rejects.toThrow('being closed');
    await expect(queues.every(job, 1_000)).rejects.toThrow('being closed');
  });

  it('goes on without a queue that does not answer, as what needs none must', async () => {
    const queues = new Queues({ ...config, redisUrl: `redis://${NOBODY_THERE}` });
    const job = newJob();
    const from = performance.now();
    await Promise.all([queues.work(job, async () => undefined), queues.every(job, 1_000)]);
    await expect(queues.add(job, {})).rejects.toThrow('does not answer');
    await expect(queues.addMany(job, [{ data: {}, options: {} }])).rejects.toThrow('does not answer');
    expect(performance.now() - from).toBeLessThan(8_000);
    await end(queues);
  });

  it.each([
    ['Redis', { redisUrl: `redis://${NOBODY_THERE}` }],
    ['PostgreSQL', { redisUrl: null, databaseUrl: `postgres://u:p@${NOBODY_THERE}/x` }],
  ])('ends while %s is away, whatever it was asked before', async (_, away) => {
    const queues = new Queues({ ...config, ...away });
    const job = newJob();
    const asked = [queues.work(job, async () => undefined), queues.add(job, {}), queues.every(job, 1_000)];
    for (const answer of asked) answer.catch(() => undefined);
    await pause(100);
    const from = performance.now();
    await end(queues);
    expect(performance.now() - from).toBeLessThan(5_000);
  });
});

describe('queues on PostgreSQL', () => {
  it('share their connections: one for each worker that listens, and a few to ask with', async () => {
    const test = await createTestApp({ WITH_WORKER: 'false' });
    const queues = new Queues({ ...test.app.get<Config>(CONFIG), redisUrl: null });
    try {
      const connections = async (): Promise<number> => {
        const row = await test.database.first<{ n: number }>(
          'SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database()',
        );
        return row?.n ?? 0;
      };
      const before = await connections();
      const jobs = Array.from({ length: 10 }, (_, n) => defineJob(`sharing-${n}`));
      for (const job of jobs) {
        await queues.work(job, async () => undefined);
        await queues.every(job, 60_000);
      }
      expect((await connections()) - before).toBeLessThan(2 * jobs.length);
    } finally {
      await end(queues);
      await test.close();
    }
  });
});

describe('schedules', () => {
  it('are there again after their queue was emptied, and otherwise left as they are', async () => {
    const test = await createTestApp();
    const queues = new Queues(test.app.get<Config>(CONFIG));
    try {
      const job = defineJob('again-and-again');
      let runs = 0;
      await queues.work(job, async () => void (runs += 1));
      await queues.every(job, 100);
      await eventually(() => runs > 0);
      const upserts = jest.spyOn(queues.queue(job.name), 'upsertJobScheduler');
      await queues.keepSchedules();
      expect(upserts).not.toHaveBeenCalled();
      await queues.queue(job.name).removeJobScheduler(`every-${job.name}`);
      await pause(300);
      const before = runs;
      await pause(300);
      expect(runs).toBe(before);
      await queues.keepSchedules();
      expect(upserts).toHaveBeenCalledTimes(1);
      await eventually(() => runs > before);
    } finally {
      await end(queues);
      await test.close();
    }
  });
});

describe('an application that does not start', () => {
  it('leaves nothing running behind it', async () => {
    const every = jest.spyOn(Queues.prototype, 'every').mockRejectedValueOnce(new Error('no'));
    const ended = jest.spyOn(Queues.prototype, 'onApplicationShutdown');
    await expect(createTestApp({ WITH_WORKER: 'true' })).rejects.toThrow('no');
    expect(ended).toHaveBeenCalledTimes(1);
    every.mockRestore();
    ended.mockRestore();
  });
});
