import { CoverageRepository } from './coverage.repository.js';
import { CoverageService } from './coverage.service.js';
import { COMMUNITY, createDutyWorld, type DutyWorld, HOUR } from './testing/duty-world.js';

let world: DutyWorld;
let coverage: CoverageService;
beforeAll(async () => {
  world = await createDutyWorld();
  coverage = world.test.app.get(CoverageService);
});
afterAll(() => world.test.close());
beforeEach(() => world.clear());

const told = async () =>
  (
    await world.test.database.rows<{ payload: { from: string; level: string; areaPath: string } }>(
      `SELECT payload FROM outbox WHERE topic = 'duty.gap' ORDER BY id`,
    )
  ).map(({ payload }) => payload);
/** The end of the plan is told as well; this is about the hole in it. */
const ofGap = async () => (await told()).filter(({ from }) => Date.parse(from) === world.at(150).getTime());
/** Shifts of a week and a day, with a gap from hour 150 to 158. */
const week = async (): Promise<void> => {
  for (let hour = -2; hour < 190; hour += 8) {
    if (hour !== 150) await world.shift(hour % 16 === 6 ? world.officer : world.colleague, hour, hour + 8);
  }
};

it('tells of a gap a week, a day and an hour before, once each, however many workers look', async () => {
  await week();
  const look = (hour: number) => Promise.all(Array.from({ length: 4 }, () => coverage.check(world.at(hour))));
  expect((await look(0)).reduce((sum, raised) => sum + raised, 0)).toBe(1);
  await look(0.5);
  await look(100);
  expect((await ofGap()).map(({ level }) => level)).toEqual(['week']);
  await look(126);
  await look(127);
  await look(149);
  await look(149.5);
  await look(151);
  await look(157.9);
  expect(await ofGap()).toMatchObject(
    ['week', 'day', 'hour'].map((level) => ({ level, areaPath: COMMUNITY, from: expect.stringMatching(/\+08:00$/) })),
  );
});

it('is told once when the worker dies before its work is safe, or just after', async () => {
  await week();
  // Before: the alarm and its message are one transaction; whoever dies in it has said nothing.
  const kill = async () => {
    await world.test.database.rows(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = 'idle in transaction'
          AND query LIKE '%duty_gap_alarms%'`,
    );
  };
  const stop = jest.spyOn(CoverageRepository.prototype, 'raise').mockImplementationOnce(async function (
    this: CoverageRepository,
    ...given: Parameters<CoverageRepository['raise']>
  ) {
    await given[0].rows(
      `INSERT INTO duty_gap_alarms (city_id, roster_id, gap_from, gap_to, level) VALUES ($1, $2, $3, $4, $5)`,
      [given[1], given[2][0]?.rosterId, given[2][0]?.from, given[2][0]?.to, given[2][0]?.level],
    );
    await kill();
    return [];
  });
  await expect(coverage.check(world.at(0))).rejects.toThrow();
  stop.mockRestore();
  expect(await told()).toEqual([]);
  expect(await world.test.database.first('SELECT count(*)::int AS n FROM duty_gap_alarms')).toEqual({ n: 0 });
  expect(await coverage.check(world.at(0))).toBe(1);
  // After: the queue runs the job again, because nobody told it that it was done.
  expect(await coverage.check(world.at(0))).toBe(0);
  expect(await ofGap()).toMatchObject([{ level: 'week' }]);
});

it('says nothing of a gap that was filled in time', async () => {
  await week();
  await coverage.check(world.at(0));
  await world.shift(world.officer, 150, 158);
  await coverage.check(world.at(140));
  await coverage.check(world.at(149.5));
  expect(await ofGap()).toHaveLength(1);
});

it('tells of a gap that is there already once, as long as it lasts', async () => {
  await world.shift(world.officer, -3, 1);
  for (const hour of [2, 2.5, 5, 20]) await coverage.check(world.at(hour));
  expect(await told()).toMatchObject([{ level: 'hour' }]);
});

it('counts nobody who was blocked', async () => {
  await week();
  await coverage.check(world.at(0));
  await world.test.database.rows('UPDATE persons SET disabled_at = now() WHERE id = $1', [world.officer.personId]);
  await coverage.check(world.at(0));
  await world.test.database.rows('UPDATE persons SET disabled_at = NULL WHERE id = $1', [world.officer.personId]);
  expect((await told()).length).toBeGreaterThan(2);
});

it('counts the rosters without anybody now, and within a week', async () => {
  expect(await coverage.gaps()).toEqual({ now: 1, week: 1 });
  await week();
  expect(await coverage.gaps()).toEqual({ now: 0, week: 1 });
  await world.shift(world.stranger, 150, 158);
  expect(await coverage.gaps()).toEqual({ now: 0, week: 0 });
});

it('watches no roster that was ended', async () => {
  await world.test.database.rows('UPDATE duty_rosters SET ended_at = now()');
  expect(await coverage.check(new Date(Date.now() + HOUR))).toBe(0);
  await world.test.database.rows('UPDATE duty_rosters SET ended_at = NULL');
});
