import { CHINA_HOLIDAYS, type Playbook } from '@linshao/domain';
import { Clock } from '../platform/clock/clock.js';
import { createTestApp, type TestApp } from '../platform/testing/test-app.js';
import { PlaybooksRepository } from '../playbooks/playbooks.repository.js';
import { CalendarsService } from './calendars.service.js';
import { YearWatch } from './year-watch.service.js';

const CITY = 320400;
const PLAYBOOK: Playbook = {
  code: 'test',
  name: '测试',
  source: 'test',
  city: CITY,
  community: '320402003012',
  categories: [],
};

describe('the watch over the years', () => {
  let test: TestApp;
  let watch: YearWatch;
  beforeAll(async () => {
    test = await createTestApp();
    watch = test.app.get(YearWatch);
    await test.app.get(PlaybooksRepository).add(test.database, CITY, String(CITY), PLAYBOOK);
  });
  afterAll(() => test.close());

  const itIs = (text: string) => {
    jest.spyOn(test.app.get(Clock), 'now').mockReturnValue(new Date(`${text}+08:00`));
  };
  const events = async (topic: string) =>
    (
      await test.database.rows<{ payload: object }>('SELECT payload FROM outbox WHERE topic = $1 ORDER BY id', [topic])
    ).map(({ payload }) => payload);

  it('raises no alarm more than sixty days ahead', async () => {
    itIs('2026-11-01T12:00:00');
    expect(await watch.look()).toBe(0);
    expect(await watch.missing()).toEqual(new Map([[CITY, null]]));
  });

  it('raises one a week from then on, however many look at once', async () => {
    itIs('2026-11-02T08:00:00');
    const looks = await Promise.all([watch.look(), watch.look(), watch.look()]);
    expect(looks.sort()).toEqual([0, 0, 1]);
    itIs('2026-11-08T23:59:59');
    expect(await watch.look()).toBe(0);
    itIs('2026-11-09T00:00:00');
    expect(await watch.look()).toBe(1);
    // A machine whose clock jumped a day back.
    itIs('2026-11-08T00:00:00');
    expect(await watch.look()).toBe(0);
    expect(await events('calendar.year_missing')).toEqual([{ year: 2027 }, { year: 2027 }]);
    expect(await watch.missingIn(CITY)).toBe(2027);
  });

  it('is quiet once the year is entered', async () => {
    const { calendar } = await test.app.get(CalendarsService).inForce(CITY);
    const entered = { ...calendar, announcedYears: [2027] };
    await test.database.rows(
      `INSERT INTO work_calendars (city_id, id, version, data, reason) VALUES ($1, gen_random_uuid(), 1, $2::jsonb, '录入')`,
      [CITY, JSON.stringify(entered)],
    );
    test.app.get(CalendarsService).forget(CITY);
    itIs('2026-11-16T08:00:00');
    expect(await watch.look()).toBe(0);
    expect(await watch.missingIn(CITY)).toBeNull();
  });

  it('tells of a new official table once, so that provisional deadlines are planned anew', async () => {
    await test.database.rows(`DELETE FROM outbox`);
    await watch.look();
    expect(await events('calendar.changed')).toEqual([]);
    await test.database.rows(`UPDATE calendar_tables SET table_version = 'older'`);
    await Promise.all([watch.look(), watch.look()]);
    await watch.look();
    expect(await events('calendar.changed')).toEqual([
      { version: 1, tableVersion: CHINA_HOLIDAYS.version, byPersonId: null },
    ]);
  });
});
