import fc from 'fast-check';
import { Gate } from './gate.js';

const tick = () => new Promise((resolve) => setImmediate(resolve));

describe('gate', () => {
  it('never lets in more than it holds, lets everything in, and keeps the order of equals', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ weight: fc.integer({ min: 1, max: 4 }), ticks: fc.nat(3), fails: fc.boolean() })),
        async (jobs) => {
          const gate = new Gate(3);
          let inside = 0;
          const started: number[] = [];
          const ends = jobs.map(({ weight, ticks, fails }, index) =>
            gate.run(weight, async () => {
              started.push(index);
              inside += Math.min(weight, 3);
              expect(inside).toBeLessThanOrEqual(3);
              for (let i = 0; i < ticks; i += 1) await tick();
              inside -= Math.min(weight, 3);
              if (fails) throw new Error('its own failure');
            }),
          );
          const settled = await Promise.allSettled(ends);
          expect(settled.map(({ status }) => status === 'rejected')).toEqual(jobs.map(({ fails }) => fails));
          expect(started).toEqual(jobs.map((_, index) => index));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('answers with what the work answers', async () => {
    expect(await new Gate(1).run(1, async () => 'done')).toBe('done');
  });
});
