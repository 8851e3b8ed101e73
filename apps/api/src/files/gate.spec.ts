import fc from 'fast-check';
import { Gate } from './gate.js';

const tick = () => new Promise((resolve) => setImmediate(resolve));

describe('gate', () => {
  it('never lets in more than it has places, lets everything in, and keeps the order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        fc.array(fc.record({ ticks: fc.nat(3), fails: fc.boolean() })),
        async (places, jobs) => {
          const gate = new Gate(places);
          let inside = 0;
          const started: number[] = [];
          const ends = jobs.map(({ ticks, fails }, index) =>
            gate.run(async () => {
              started.push(index);
              inside += 1;
              expect(inside).toBeLessThanOrEqual(places);
              for (let i = 0; i < ticks; i += 1) await tick();
              inside -= 1;
              if (fails) throw new Error('its own failure');
              return index;
            }),
          );
          const settled = await Promise.allSettled(ends);
          expect(settled.map((end) => (end.status === 'fulfilled' ? end.value : 'failed'))).toEqual(
            jobs.map(({ fails }, index) => (fails ? 'failed' : index)),
          );
          expect(started).toEqual(jobs.map((_, index) => index));
        },
      ),
      { numRuns: 50 },
    );
  });
});
