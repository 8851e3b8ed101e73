import { randomUUID } from 'node:crypto';
import { CHINA_HOLIDAYS, defaultCalendar, planTime, type WorkCalendar } from '@linshao/domain';
import { createTestApp, type TestApp } from '../platform/testing/test-app.js';
import { CalendarsService } from './calendars.service.js';

const CITY = 320400;

describe('the working calendar in force', () => {
  let test: TestApp;
  let calendars: CalendarsService;
  beforeAll(async () => {
    test = await createTestApp();
    calendars = test.app.get(CalendarsService);
  });
  afterAll(() => test.close());

  const store = async (version: number, data: WorkCalendar) => {
    await test.database.rows(
      `INSERT INTO work_calendars (city_id, id, version, data, reason) VALUES ($1, $2, $3, $4::jsonb, '测试')`,
      [CITY, randomUUID(), version, JSON.stringify(data)],
    );
    calendars.forget(CITY);
  };

  it('is the default of version 0 for a city that never said anything', async () => {
    expect(await calendars.inForce(999_999)).toMatchObject({ calendar: defaultCalendar(), version: 0 });
  });

  it('is one and the same object until somebody changes it, also for many who ask at once', async () => {
    await store(1, defaultCalendar());
    const [first, second] = await Promise.all([calendars.inForce(CITY), calendars.inForce(CITY)]);
    expect(first.version).toBe(1);
    expect(second.calendar).toBe(first.calendar);
    calendars.forget(CITY);
    expect((await calendars.inForce(CITY)).calendar).toBe(first.calendar);
    await store(2, defaultCalendar());
    const changed = await calendars.inForce(CITY);
    expect(changed.version).toBe(2);
    expect(changed.calendar).not.toBe(first.calendar);
  });

  it("of a city that wrote it before today's table of holidays is read with today's table", async () => {
    await store(3, { ...defaultCalendar(), tableVersion: '2019/older' });
    const { calendar } = await calendars.inForce(CITY);
    expect(calendar.tableVersion).not.toBe(CHINA_HOLIDAYS.version);
    const limit = { amount: 3, unit: 'workdays', clock: 'working' } as const;
    expect(planTime(new Date('2026-02-12T10:00:00+08:00'), limit, calendar)).toMatchObject({
      dueAt: new Date('2026-02-24T17:30:00+08:00'),
      provisional: false,
    });
  });
});
