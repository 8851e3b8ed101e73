import { Metrics } from './metrics.js';
import { OperationMeters } from './operation-meters.js';

describe('meters of operations', () => {
  it('count what became of promises, by kind and rung', async () => {
    const metrics = new Metrics();
    const meters = new OperationMeters(metrics);
    meters.fired('reply', 150);
    meters.fired('reply', 70_000);
    // A clock a hair behind the database's must not break the histogram.
    meters.fired('reply', -3);
    meters.missed('reply');
    meters.escalated(1);
    meters.escalated(1);
    meters.escalated(2);
    meters.reminded('finish');
    const lines = (await metrics.text()).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'linshao_deadline_lateness_seconds_bucket{le="0.1",kind="reply"} 1',
        'linshao_deadline_lateness_seconds_bucket{le="0.2",kind="reply"} 2',
        'linshao_deadline_lateness_seconds_bucket{le="300",kind="reply"} 3',
        'linshao_deadline_lateness_seconds_sum{kind="reply"} 70.15',
        'linshao_deadlines_missed_total{kind="reply"} 1',
        'linshao_escalations_total{rung="1"} 2',
        'linshao_escalations_total{rung="2"} 1',
        'linshao_deadline_reminders_total{kind="finish"} 1',
      ]),
    );
  });

  it('keep two applications of one process apart', async () => {
    const [one, other] = [new Metrics(), new Metrics()];
    new OperationMeters(one).missed('reply');
    new OperationMeters(other);
    expect(await one.text()).toContain('linshao_deadlines_missed_total{kind="reply"} 1');
    expect(await other.text()).not.toContain('linshao_deadlines_missed_total{kind="reply"}');
  });

  it('tell of the process, however often they are asked', async () => {
    const metrics = new Metrics();
    await metrics.text();
    expect(await metrics.text()).toMatch(/^process_resident_memory_bytes \d+$/m);
  });
});
