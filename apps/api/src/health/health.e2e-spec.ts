import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { createTestApp, type TestApp } from '../platform/testing/test-app.js';
import { addDeadline } from './testing/add-deadline.js';

describe('health', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await createTestApp();
  });
  afterAll(() => test.close());
  afterEach(async () => {
    await test.database.rows('DELETE FROM deadlines');
    await test.database.rows('DELETE FROM outbox');
  });

  const ready = async () => {
    const { status, body } = await test.http().get('/api/health/ready');
    return { status, checks: (body as { checks: object }).checks };
  };
  const waitInOutbox = (seconds: number) =>
    test.database.rows(
      `INSERT INTO outbox (city_id, id, topic, payload, at) VALUES (320400, $1, 'x', '{}', now() - make_interval(secs => $2))`,
      [uuidv7(), seconds],
    );
  const OK = { database: 'ok', deadlines: 'ok', outbox: 'ok' };

  it('is ready while nothing waits, and while what waits is not late', async () => {
    expect(await ready()).toEqual({ status: 200, checks: OK });
    await addDeadline(test.database, { wakeInSeconds: -80 });
    await addDeadline(test.database, { wakeInSeconds: 3600 });
    await waitInOutbox(110);
    expect(await ready()).toEqual({ status: 200, checks: OK });
  });

  it.each([320400, 999999])('is not when nobody fires what is due, in whichever city (%s)', async (cityId) => {
    await addDeadline(test.database, { cityId: 320400, wakeInSeconds: 3600 });
    await addDeadline(test.database, { cityId: 700000, wakeInSeconds: 7200 });
    await addDeadline(test.database, { cityId, wakeInSeconds: -100 });
    expect(await ready()).toEqual({ status: 503, checks: { ...OK, deadlines: 'late' } });
    await test.database.rows(`UPDATE deadlines SET state = 'missed', wake_at = NULL WHERE wake_at < now()`);
    expect(await ready()).toEqual({ status: 200, checks: OK });
  });

  it('is not when nobody tells what happened', async () => {
    await waitInOutbox(130);
    expect(await ready()).toEqual({ status: 503, checks: { ...OK, outbox: 'late' } });
    await test.database.rows('UPDATE outbox SET handled_at = now()');
    expect(await ready()).toEqual({ status: 200, checks: OK });
  });

  it('is not without its database, and lives on', async () => {
    await test.database.rows('ALTER TABLE outbox RENAME TO outbox_away');
    expect(await ready()).toEqual({ status: 503, checks: { database: 'down', deadlines: 'down', outbox: 'down' } });
    await test.http().get('/api/health/live').expect(200, { status: 'ok' });
    await test.database.rows('ALTER TABLE outbox_away RENAME TO outbox');
    expect((await ready()).status).toBe(200);
  });

  it('says it as every refusal is said, with the time to come back', async () => {
    await waitInOutbox(130);
    const { headers, body } = await test.http().get('/api/health/ready');
    expect(headers).toMatchObject({ 'content-type': expect.stringContaining('problem+json'), 'retry-after': '5' });
    expect(body).toMatchObject({ code: 'server.unavailable', title: expect.stringContaining('请稍后再试') });
  });
});

describe('health of an API whose worker is gone, seen from outside', () => {
  it('recovers by itself once a worker handles what waits', async () => {
    const test = await createTestApp({ WITH_WORKER: 'true' });
    try {
      await test.database.rows(
        `INSERT INTO outbox (city_id, id, topic, payload, at) VALUES (320400, $1, 'x', '{}', now() - interval '1 hour')`,
        [uuidv7()],
      );
      const until = Date.now() + 15_000;
      const status = async () => (await test.http().get('/api/health/ready')).status;
      while ((await status()) !== 200 && Date.now() < until) await pause(200);
      expect(await status()).toBe(200);
    } finally {
      await test.close();
    }
  });
});
