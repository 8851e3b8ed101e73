import fc from 'fast-check';
import { startOfShanghaiDay } from '../kernel/shanghai-day.js';
import { dayOf } from '../time/calendar-day.js';
import { defaultCalendar, withOverrides } from '../time/work-calendar.js';
import { gapsIn } from './coverage.js';
import {
  type DayPlan,
  isDayOff,
  planDays,
  planShifts,
  provisionalYears,
  type Rotation,
  rotationMistakes,
} from './rotation.js';

const calendar = defaultCalendar();
const day = (date: string): number => dayOf(date) ?? NaN;
const THREE = [
  { name: '早班', from: '08:00', to: '16:00' },
  { name: '中班', from: '16:00', to: '00:00' },
  { name: '夜班', from: '00:00', to: '08:00' },
];
const WHOLE = [{ name: '全天', from: '08:00', to: '08:00' }];
const workdays: DayPlan = {
  times: THREE,
  cycle: [
    ['a', 'b', 'c'],
    ['b', 'c', 'a'],
  ],
};
const rotation: Rotation = { start: '2026-02-09', workdays, daysOff: { times: WHOLE, cycle: [['x'], ['y'], ['z']] } };
const plan = (from: string, to: string, of = rotation) => planShifts(of, day(from), day(to), calendar);
const who = (from: string, to: string) =>
  plan(from, to)
    .map(({ personId }) => personId)
    .join('');

describe('planShifts', () => {
  it('runs the night shift into the next morning', () => {
    expect(
      plan('2026-02-09', '2026-02-09').map(({ name, from, to }) => [name, from.toISOString(), to.toISOString()]),
    ).toEqual([
      ['早班', '2026-02-09T00:00:00.000Z', '2026-02-09T08:00:00.000Z'],
      ['中班', '2026-02-09T08:00:00.000Z', '2026-02-09T16:00:00.000Z'],
      ['夜班', '2026-02-09T16:00:00.000Z', '2026-02-10T00:00:00.000Z'],
    ]);
  });

  it('turns the cycle day by day', () => {
    expect(who('2026-02-09', '2026-02-12')).toBe('abcbcaabcbca');
  });

  it('has other people on days off, also on Spring Festival, and treats a make-up Saturday as a workday', () => {
    // 02-13 Friday, 02-14 make-up Saturday, 02-15 to 02-23 holiday, 02-24 Tuesday.
    expect(who('2026-02-13', '2026-02-15')).toBe('abcbcax');
    expect(who('2026-02-15', '2026-02-23')).toBe('xyzxyzxyz');
    expect(who('2026-02-24', '2026-02-24')).toBe('abc');
  });

  it('counts days off a city ordered itself', () => {
    const own = withOverrides(calendar, { '2026-02-10': { kind: 'rest', reason: '台风' } });
    expect(planShifts(rotation, day('2026-02-10'), day('2026-02-10'), own)).toMatchObject([{ personId: 'x' }]);
  });

  it('goes on with the turns where the plan before ended', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 1, max: 60 }), (offset, length) => {
        const first = day('2026-02-09') + offset;
        const whole = planShifts(rotation, first, first + length, calendar);
        const parts = [
          ...planShifts(rotation, first, first + length - 1, calendar),
          ...planShifts(rotation, first + length, first + length, calendar),
        ];
        expect(parts).toEqual(whole);
      }),
      { numRuns: 20 },
    );
  });

  it('covers every minute exactly once, whatever the rotation', () => {
    fc.assert(
      fc.property(
        rotations,
        fc.integer({ min: -100, max: 700 }),
        fc.integer({ min: 0, max: 40 }),
        (any, offset, length) => {
          expect(rotationMistakes(any)).toEqual([]);
          const first = day('2026-01-01') + offset;
          const shifts = planShifts(any, first, first + length, calendar);
          for (const [index, { from, to }] of shifts.entries()) {
            expect(to.getTime()).toBeGreaterThan(from.getTime());
            if (index > 0) expect(from).toEqual(shifts[index - 1]?.to);
          }
          const begin = shifts[0]?.from ?? new Date(0);
          const end = new Date(begin.getTime() + (length + 1) * 86_400_000);
          expect(shifts.at(-1)?.to).toEqual(end);
          expect(gapsIn(shifts, { from: begin, to: end })).toEqual([]);
          expect(begin.getTime()).toBeLessThan(startOfShanghaiDay(first + 1).getTime());
          expect(begin.getTime()).toBeGreaterThanOrEqual(startOfShanghaiDay(first).getTime());
        },
      ),
      { numRuns: 60 },
    );
  });
});

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Shifts of any length that close a day, all plans of one rotation from the same minute on. */
const planFrom = (start: number): fc.Arbitrary<DayPlan> =>
  fc.uniqueArray(fc.integer({ min: 1, max: 1439 }), { maxLength: 5 }).chain((cuts) => {
    const marks = [0, ...cuts.sort((a, b) => a - b), 1440].map((minute) => clock((start + minute) % 1440));
    const times = marks.slice(0, -1).map((from, index) => ({ name: `班${index}`, from, to: marks[index + 1] ?? from }));
    const people = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: times.length, maxLength: times.length });
    return fc.record({ times: fc.constant(times), cycle: fc.array(people, { minLength: 1, maxLength: 7 }) });
  });
const rotations: fc.Arbitrary<Rotation> = fc.integer({ min: 0, max: 1439 }).chain((start) =>
  fc.record({
    start: fc.constantFrom('2026-02-09', '2025-10-01'),
    workdays: planFrom(start),
    daysOff: fc.option(planFrom(start)),
  }),
);

describe('rotationMistakes', () => {
  const fields = (change: object) => rotationMistakes({ ...rotation, ...change }).map(({ field }) => field);

  it.each<[string, object, string[]]>([
    ['a day that does not exist', { start: '2026-02-30' }, ['start']],
    ['a day that would be counted from for centuries', { start: '0001-01-01' }, ['start']],
    ['no shifts', { workdays: { times: [], cycle: [[]] } }, ['workdays.times']],
    ['no people', { workdays: { times: THREE, cycle: [] } }, ['workdays.cycle']],
    ['a shift without a person', { workdays: { times: THREE, cycle: [['a', 'b']] } }, ['workdays.cycle.0']],
    [
      'a hole',
      { workdays: { ...workdays, times: [THREE[0], { name: '夜班', from: '17:00', to: '08:00' }] } },
      ['workdays.times.0', 'workdays.cycle.0', 'workdays.cycle.1'],
    ],
    ['a day of 48 hours', { workdays: { times: [WHOLE[0], WHOLE[0]], cycle: [['a', 'b']] } }, ['workdays.times']],
    [
      'a time that is none',
      { workdays: { times: [{ name: '', from: '8:00', to: '8:00' }], cycle: [['a']] } },
      ['workdays.times.0'],
    ],
    [
      'days off that begin at another time',
      { daysOff: { times: [{ name: '全天', from: '09:00', to: '09:00' }], cycle: [['x']] } },
      ['daysOff.times.0'],
    ],
  ])('finds %s', (_, change, expected) => {
    expect(fields(change)).toEqual(expected);
  });

  it('finds nothing in a right one', () => {
    expect(fields({})).toEqual([]);
    expect(fields({ daysOff: null })).toEqual([]);
  });
});

it('says when a year that is not announced makes a plan provisional', () => {
  const years = (of: Rotation) => provisionalYears(of, day('2030-12-01'), day('2031-01-31'), calendar);
  expect(years(rotation)).toEqual([2030, 2031]);
  expect(years({ ...rotation, daysOff: null })).toEqual([]);
  expect(provisionalYears(rotation, day('2026-02-01'), day('2026-02-28'), calendar)).toEqual([]);
});

it('knows days off', () => {
  expect(isDayOff(day('2026-02-14'), calendar)).toBe(false);
  expect(isDayOff(day('2026-02-15'), calendar)).toBe(true);
});

it.each([
  ['2026-02-01', '2026-02-28', true],
  ['2026-02-01', '2026-02-01', true],
  ['2026-02-02', '2026-02-01', false],
  ['2026-02-01', '2026-05-12', false],
  ['2026-02-01', '2026-05-11', true],
  ['2026-02-30', '2026-03-01', false],
  ['today', '2026-03-01', false],
  ['9999-12-30', '9999-12-31', false],
  ['0001-01-01', '0001-01-02', false],
])('plans from %s to %s: %s', (from, to, can) => {
  expect(planDays(from, to) !== null).toBe(can);
});
