import fc from 'fast-check';
import { alarmsDue, gapLevel, gapsIn } from './coverage.js';
import { isOn, nowAndNext } from './shift.js';

const HOUR = 3_600_000;
const NOW = new Date('2026-02-14T08:00:00+08:00');
const at = (hours: number): Date => new Date(NOW.getTime() + hours * HOUR);
const span = (from: number, to: number) => ({ from: at(from), to: at(to) });
const WINDOW = span(0, 24);

describe('gapsIn', () => {
  it.each<[string, [number, number][], [number, number][]]>([
    ['nothing planned', [], [[0, 24]]],
    ['all covered', [[0, 24]], []],
    [
      'covered beyond both ends',
      [
        [-5, 12],
        [12, 30],
      ],
      [],
    ],
    [
      'a hole',
      [
        [0, 8],
        [10, 24],
      ],
      [[8, 10]],
    ],
    [
      'shifts in any order, overlapping, one within another',
      [
        [10, 24],
        [0, 8],
        [1, 3],
        [6, 9],
      ],
      [[9, 10]],
    ],
    [
      'holes at both ends',
      [[2, 20]],
      [
        [0, 2],
        [20, 24],
      ],
    ],
    [
      'shifts outside',
      [
        [-8, 0],
        [24, 30],
      ],
      [[0, 24]],
    ],
  ])('finds %s', (_, shifts, gaps) => {
    expect(
      gapsIn(
        shifts.map((s) => span(...s)),
        WINDOW,
      ),
    ).toEqual(gaps.map((g) => span(...g)));
  });

  it('agrees with looking at every hour', () => {
    const shifts = fc.array(fc.tuple(fc.integer({ min: -5, max: 30 }), fc.integer({ min: 1, max: 9 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(shifts, (all) => {
        const periods = all.map(([from, length]) => span(from, from + length));
        const gaps = gapsIn(periods, WINDOW);
        for (let hour = 0; hour < 24; hour++) {
          const covered = periods.some((period) => isOn(period, at(hour)));
          expect(gaps.some((gap) => isOn(gap, at(hour)))).toBe(!covered);
        }
      }),
    );
  });
});

it.each<[string, [number, number], string | null]>([
  ['more than a week ahead', [169, 180], null],
  ['exactly a week ahead', [168, 180], 'week'],
  ['just over a day ahead', [24.1, 30], 'week'],
  ['a day ahead', [24, 30], 'day'],
  ['just over an hour ahead', [1.1, 30], 'day'],
  ['an hour ahead', [1, 30], 'hour'],
  ['begun', [-3, 2], 'hour'],
  ['over', [-3, 0], null],
])('a gap %s is one of %s', (_, gap, level) => {
  expect(gapLevel(span(...gap), NOW)).toBe(level);
});

describe('alarmsDue', () => {
  it('tells each level once, and no looser one after a tighter one', () => {
    const gap = span(24, 30);
    expect(alarmsDue([gap], [], NOW)).toEqual([{ ...gap, level: 'day' }]);
    expect(alarmsDue([gap], [{ from: gap.from, level: 'day' }], NOW)).toEqual([]);
    expect(alarmsDue([gap], [{ from: gap.from, level: 'hour' }], NOW)).toEqual([]);
    expect(alarmsDue([gap], [{ from: gap.from, level: 'week' }], NOW)).toHaveLength(1);
    expect(alarmsDue([gap], [{ from: at(25), level: 'day' }], NOW)).toHaveLength(1);
  });

  it('looked at every quarter of an hour, tells of a gap three times, each in time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 169, max: 200 }), fc.integer({ min: 1, max: 20 }), (from, length) => {
        const gap = span(from, from + length);
        const told: { from: Date; level: 'week' | 'day' | 'hour'; at: number }[] = [];
        for (let hour = 0; hour < from + length; hour += 0.25) {
          for (const alarm of alarmsDue([gap], told, at(hour))) told.push({ ...alarm, at: hour });
        }
        expect(told.map(({ level, at: hour }) => [level, from - hour])).toEqual([
          ['week', 168],
          ['day', 24],
          ['hour', 1],
        ]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('nowAndNext', () => {
  const shifts = [span(8, 16), span(-4, 2), span(2, 8)];
  it.each([
    [0, span(-4, 2), span(2, 8)],
    [2, span(2, 8), span(8, 16)],
    [15, span(8, 16), null],
    [16, null, null],
    [-5, null, span(-4, 2)],
  ])('at hour %s', (hour, now, next) => {
    expect(nowAndNext(shifts, at(hour))).toEqual({ now, next });
  });
});
