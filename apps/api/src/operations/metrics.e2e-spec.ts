import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Queue } from 'bullmq';
import { v7 as uuidv7 } from 'uuid';
import { AppModule } from '../app.module.js';
import { addDeadline } from '../health/testing/add-deadline.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { OperationMeters } from '../platform/metrics/operation-meters.js';
import { WorkerListener } from '../platform/metrics/worker-listener.js';
import { Queues } from '../platform/queue/queues.js';
import { createTestApp, type TestApp } from '../platform/testing/test-app.js';
import { COUNTED } from './figures.repository.js';
import { FiguresService } from './figures.service.js';

/** As a scrape five seconds later sees it. */
const forget = (test: TestApp) => Object.assign(test.app.get(FiguresService), { freshUntil: 0 });

describe('GET /metrics', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await createTestApp();
  });
  afterAll(() => test.close());
  beforeEach(() => forget(test));

  const scrape = async (): Promise<string[]> => (await test.http().get('/metrics').expect(200)).text.split('\n');

  it('tells Prometheus in its own format, of the process and of requests by their pattern', async () => {
    await test.http().get(`/api/orders/${uuidv7()}`).expect(401);
    await test.http().get('/api/no/such/thing').expect(404);
    const { text, headers } = await test.http().get('/metrics').expect(200);
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
    expect(text).toContain('linshao_http_request_seconds_count{method="GET",route="/api/orders/:id",status="401"} 1');
    expect(text).toMatch(/linshao_http_request_seconds_count\{method="GET",route="[^"]*\*?[^"]*",status="404"\} 1/);
    expect(text).not.toMatch(/route="[^"]*(no\/such|[0-9a-f]{8}-)/);
  });

  it('is read here or with the token, and by nobody else', async () => {
    await test.http().get('/metrics').set('X-Forwarded-For', '203.0.113.9').expect(403);
    await test.http().post('/metrics').expect(404);
    Object.assign(test.app.get<Config>(CONFIG), { metricsToken: 'a-long-enough-token' });
    const { body } = await test.http().get('/metrics').expect(403);
    expect(body).toMatchObject({ code: 'auth.monitoring_only' });
    await test.http().get('/metrics').set('Authorization', 'Bearer wrong').expect(403);
    await test.http().get('/metrics').set('Authorization', 'Bearer a-long-enough-token').expect(200);
    Object.assign(test.app.get<Config>(CONFIG), { metricsToken: null });
  });

  it('counts deadlines pending by kind, due and how late', async () => {
    await addDeadline(test.database, { kind: 'reply', wakeInSeconds: 600 });
    await addDeadline(test.database, { kind: 'reply', wakeInSeconds: -30 });
    await addDeadline(test.database, { kind: 'finish', wakeInSeconds: -40, cityId: 999999 });
    const text = await scrape();
    expect(text).toEqual(
      expect.arrayContaining([
        'linshao_deadlines_pending{kind="reply"} 2',
        'linshao_deadlines_pending{kind="finish"} 1',
        'linshao_deadlines_pending_estimated 0',
        'linshao_deadlines_due 2',
        'linshao_figures_readable{part="deadlines"} 1',
      ]),
    );
    const oldest = Number(text.find((line) => line.startsWith('linshao_deadlines_oldest_due_seconds '))?.split(' ')[1]);
    expect(oldest).toBeGreaterThanOrEqual(40);
    expect(oldest).toBeLessThan(100);
    await test.database.rows('DELETE FROM deadlines');
    forget(test);
    const after = await scrape();
    expect(after).toEqual(
      expect.arrayContaining(['linshao_deadlines_due 0', 'linshao_deadlines_oldest_due_seconds 0']),
    );
    // What is no longer there has no figure that lives on.
    expect(after.filter((line) => line.startsWith('linshao_deadlines_pending{'))).toEqual([]);
  });

  it('estimates where there is too much to count', async () => {
    await test.database.rows(
      `INSERT INTO deadlines (city_id, id, subject_type, subject_id, kind, area_path, state, time_limit, started_at, due_at,
         provisional, why, wake_at)
       SELECT 320400, uuidv7(), 'order', uuidv7(), CASE WHEN n % 4 = 0 THEN 'reply' ELSE 'finish' END, '320400',
              CASE WHEN n % 3 = 0 THEN 'met' ELSE 'running' END, '{}', now(), now(), false, 'test',
              CASE WHEN n % 3 > 0 THEN now() + n * interval '1 minute' END
         FROM generate_series(1, $1::int) n`,
      [COUNTED * 3],
    );
    await test.database.rows('ANALYZE deadlines');
    const text = (await scrape()).join('\n');
    const pending = (kind: string) =>
      Number(new RegExp(`^linshao_deadlines_pending\\{kind="${kind}"\\} (\\d+)$`, 'm').exec(text)?.[1]);
    expect(text).toContain('linshao_deadlines_pending_estimated 1');
    const total = COUNTED * 2;
    expect(Math.abs(pending('reply') - total / 4)).toBeLessThan(total / 20);
    expect(Math.abs(pending('finish') - (total * 3) / 4)).toBeLessThan(total / 20);
    await test.database.rows('DELETE FROM deadlines');
  });

  it('counts what happened in this process', async () => {
    const meters = test.app.get(OperationMeters);
    meters.fired('reply', 40);
    meters.missed('reply');
    meters.escalated(2);
    expect(await scrape()).toEqual(
      expect.arrayContaining([
        'linshao_deadline_lateness_seconds_bucket{le="0.05",kind="reply"} 1',
        'linshao_deadlines_missed_total{kind="reply"} 1',
        'linshao_escalations_total{rung="2"} 1',
      ]),
    );
  });

  it('counts events and messages that wait, and those given up on', async () => {
    const ids = [uuidv7(), uuidv7()];
    for (const id of ids)
      await test.database.rows(
        `INSERT INTO outbox (city_id, id, topic, payload, at) VALUES (320400, $1, 'x', '{}', now() - interval '50 s')`,
        [id],
      );
    await test.database.rows(
      `INSERT INTO outbox_failures (city_id, outbox_id, subscriber, attempts, error, next_at)
       VALUES (320400, $1, 'a', 8, 'no', NULL), (320400, $1, 'b', 1, 'no', now())`,
      [ids[0]],
    );
    await test.database.rows(
      `INSERT INTO deliveries (city_id, id, channel, recipient_id, event_id, template, text, facts, urgent, area_path, state)
       SELECT city, uuidv7(), 'sms', uuidv7(), uuidv7(), 'task', 'x', '{}', false, '320400', state
         FROM (VALUES (320400, 'dead'), (999999, 'dead'), (320400, 'unknown'), (320400, 'sent')) v(city, state)`,
    );
    const text = await scrape();
    expect(text).toEqual(
      expect.arrayContaining([
        'linshao_outbox_waiting 2',
        'linshao_outbox_dead_letters 1',
        'linshao_deliveries{state="dead"} 2',
        'linshao_deliveries{state="unknown"} 1',
        'linshao_deliveries{state="queued"} 0',
      ]),
    );
    expect(text.join('\n')).toMatch(/^linshao_outbox_oldest_seconds 5\d(\.\d+)?$/m);
    expect(text.join('\n')).not.toContain('state="sent"');
  });

  it('tells how much is in every queue, also in those this process has not used', async () => {
    await test.app.get(Queues).add({ name: 'outbox' }, {}, { delay: 3_600_000 });
    const text = await scrape();
    expect(text).toEqual(
      expect.arrayContaining([
        'linshao_queue_jobs{queue="outbox",state="delayed"} 1',
        'linshao_queue_jobs{queue="deliveries",state="failed"} 0',
      ]),
    );
  });

  it('counts what supervisors wait for, and gaps in rosters', async () => {
    for (const [state, deadline] of [
      ['open', uuidv7()],
      ['open', uuidv7()],
      ['answered', uuidv7()],
    ]) {
      await test.database.rows(
        `INSERT INTO supervision_orders (city_id, id, number, order_id, deadline_id, rung, area_path, holder_ids, issued_role,
           issued_area_path, issuer_ids, state, opened_at)
         VALUES (320400, $1::uuid, $1::uuid::text, $1::uuid, $1::uuid, 1, '320400', '{}', 'supervisor', '320400', '{}', $2, now())`,
        [deadline, state],
      );
    }
    expect(await scrape()).toEqual(
      expect.arrayContaining([
        'linshao_supervision_orders_open 2',
        'linshao_duty_gaps{when="now"} 0',
        'linshao_duty_gaps{when="week"} 0',
      ]),
    );
  });

  it('tells which year has no calendar', async () => {
    expect((await scrape()).join('\n')).toMatch(/^linshao_calendar_missing_year (0|20\d\d)$/m);
  });

  it('asks the database once for many scrapes, and again a while later', async () => {
    const spy = jest.spyOn(Queue.prototype, 'getJobCounts');
    await Promise.all(Array.from({ length: 5 }, scrape));
    const once = spy.mock.calls.length;
    await scrape();
    expect(spy.mock.calls.length).toBe(once);
    forget(test);
    await scrape();
    expect(spy.mock.calls.length).toBe(once * 2);
    spy.mockRestore();
  });

  it('leaves out what it cannot read, instead of failing or telling the last that was known', async () => {
    await scrape();
    await test.database.rows('ALTER TABLE deadlines RENAME TO deadlines_away');
    const hanging = jest.spyOn(Queue.prototype, 'getJobCounts').mockReturnValue(new Promise(() => undefined));
    forget(test);
    const text = (await scrape()).join('\n');
    expect(text).toContain('linshao_figures_readable{part="deadlines"} 0');
    expect(text).toContain('linshao_figures_readable{part="queues"} 0');
    expect(text).toContain('linshao_figures_readable{part="outbox"} 1');
    expect(text).not.toMatch(/^linshao_(deadlines_due|deadlines_pending|queue_jobs)\b/m);
    hanging.mockRestore();
    await test.database.rows('ALTER TABLE deadlines_away RENAME TO deadlines');
    forget(test);
    expect((await scrape()).join('\n')).toContain('linshao_deadlines_due 0');
  });
});

describe('a process without an API', () => {
  let test: TestApp;
  let worker: INestApplicationContext;

  beforeAll(async () => {
    test = await createTestApp({ WORKER_PORT: '0' });
    const module = AppModule.with(test.app.get<Config>(CONFIG));
    worker = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  });
  // Whatever failed, nothing may go on running: it would keep the whole run from ending.
  afterAll(async () => {
    await worker?.close();
    await test?.close();
  });

  it('tells of its figures and its health where it is told to listen, and nothing else', async () => {
    // Beside an API there is no need for it.
    expect(test.app.get(WorkerListener).port).toBeNull();
    const base = `http://127.0.0.1:${worker.get(WorkerListener).port}`;
    const metrics = await fetch(`${base}/metrics`);
    expect(metrics.status).toBe(200);
    expect(metrics.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    expect(await metrics.text()).toContain('linshao_deadlines_due 0');
    expect((await fetch(`${base}/metrics`, { headers: { 'X-Forwarded-For': '203.0.113.9' } })).status).toBe(403);
    expect(await (await fetch(`${base}/health/live`)).json()).toEqual({ status: 'ok' });
    expect((await fetch(`${base}/health/ready`)).status).toBe(200);
    await addDeadline(test.database, { wakeInSeconds: -100 });
    const late = await fetch(`${base}/health/ready`);
    expect(late.status).toBe(503);
    expect(await late.json()).toMatchObject({ checks: { database: 'ok', deadlines: 'late', outbox: 'ok' } });
    expect((await fetch(`${base}/api/orders`)).status).toBe(404);
    expect((await fetch(`${base}/metrics`, { method: 'POST' })).status).toBe(404);
    await worker.close();
    await expect(fetch(`${base}/metrics`)).rejects.toThrow();
  });
});
