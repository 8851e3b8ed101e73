import fc from 'fast-check';
import { defaultCalendar, withOverrides, type WorkCalendar } from './work-calendar.js';
import { addTime, elapsed, isWorking, remaining } from './working-time.js';

const MINUTE = 60_000;
const at = (text: string) => new Date(`${text}+08:00`);
const calendar = withOverrides(
  {
    ...defaultCalendar(),
    seasons: [
      {
        name: '夏季',
        from: '05-01',
        to: '09-30',
        week: Array.from({ length: 7 }, (_, day) =>
          day < 5
            ? ([
                ['08:30', '12:00'],
                ['14:30', '18:00'],
              ] as const)
            : [],
        ),
      },
    ],
  },
  {
    '2026-03-04': { kind: 'rest', reason: '停电检修' },
    '2026-03-07': { kind: 'work', reason: '补班', hours: [['09:00', '24:00']] },
  },
);
const roundTheClock: WorkCalendar = {
  ...defaultCalendar(),
  week: Array.from({ length: 7 }, () => [['00:00', '24:00']]),
};

const FROM = at('2025-12-20T00:00:00').getTime();
const TO = at('2027-02-20T00:00:00').getTime();
const moments = fc.integer({ min: FROM, max: TO }).map((ms) => new Date(ms));
const spans = fc.integer({ min: 0, max: 400 * 3_600_000 });

/** Over New Year, Spring Festival with its make-up days and the change to summer hours, by asking every minute. */
function minuteByMinute(): boolean[] {
  return Array.from({ length: (at('2026-05-10T00:00:00').getTime() - FROM) / MINUTE }, (_, minute) =>
    isWorking(new Date(FROM + minute * MINUTE), calendar),
  );
}

describe('business hours', () => {
  it.each([
    ['2026-11-23T08:30:00', true, 'opening'],
    ['2026-11-23T08:29:59', false, 'before it'],
    ['2026-11-23T12:00:00', false, 'the break'],
    ['2026-11-23T17:29:59', true, 'the last second'],
    ['2026-11-23T17:30:00', false, 'closing'],
    ['2026-11-22T10:00:00', false, 'a Sunday'],
    ['2026-01-04T10:00:00', true, 'a make-up Sunday'],
    ['2026-02-14T10:00:00', true, 'a make-up Saturday'],
    ['2026-09-20T10:00:00', true, 'a make-up Sunday'],
    ['2026-02-15T10:00:00', false, 'the first day of Spring Festival'],
    ['2026-02-23T10:00:00', false, 'its last'],
    ['2026-02-24T10:00:00', true, 'the day after'],
    ['2026-07-01T14:10:00', false, 'a summer break'],
    ['2026-07-01T17:45:00', true, 'a summer afternoon'],
    ['2026-09-20T17:45:00', true, 'a make-up day in summer'],
    ['2026-03-04T10:00:00', false, 'a day off by word'],
    ['2026-03-07T23:59:00', true, 'a day with hours of its own'],
    ['2027-01-01T10:00:00', false, 'New Year of a year not announced'],
    ['2027-02-05T10:00:00', false, "New Year's Eve of a year not announced"],
    ['2027-02-08T10:00:00', false, 'the third day of its Spring Festival'],
    ['2027-02-09T10:00:00', true, 'the day after'],
  ])('%s: %s (%s)', (moment, open) => expect(isWorking(at(moment), calendar)).toBe(open));
});

describe('time counted', () => {
  const open = minuteByMinute();
  const opened = [0];
  for (const minute of open) opened.push((opened.at(-1) ?? 0) + (minute ? 1 : 0));

  it('is what a clock shows that is looked at every minute', () => {
    const minutes = fc.integer({ min: 0, max: open.length - 1 });
    fc.assert(
      fc.property(minutes, minutes, (a, b) => {
        const [from, to] = [new Date(FROM + a * MINUTE), new Date(FROM + b * MINUTE)];
        expect(elapsed(from, to, 'working', calendar)).toBe(((opened[b] ?? 0) - (opened[a] ?? 0)) * MINUTE);
      }),
      { numRuns: 500 },
    );
  });

  it('is added as by walking minute for minute', () => {
    const starts = fc.integer({ min: 0, max: open.length - 60_000 });
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 4000 }), (start, amount) => {
        let minute = start;
        for (let left = amount; left > 0; minute++) if (open[minute]) left -= 1;
        expect(addTime(new Date(FROM + start * MINUTE), amount * MINUTE, 'working', calendar)).toEqual(
          new Date(FROM + minute * MINUTE),
        );
      }),
      { numRuns: 300 },
    );
  });

  it.each(['natural', 'working'] as const)('adds up, undoes itself and never runs backwards (%s)', (clock) => {
    const add = (from: Date, ms: number) => addTime(from, ms, clock, calendar);
    const between = (from: Date, to: Date) => elapsed(from, to, clock, calendar);
    fc.assert(
      fc.property(moments, moments, moments, spans, spans, (a, b, c, x, y) => {
        expect(between(a, add(a, x))).toBe(x);
        expect(add(add(a, x), y)).toEqual(add(a, x + y));
        expect(between(a, b) + between(b, c)).toBe(between(a, c));
        expect(add(a, x) <= add(a, x + y)).toBe(true);
        expect(a <= b ? add(a, x) <= add(b, x) : add(a, x) >= add(b, x)).toBe(true);
        expect(remaining(a, add(a, x), clock, calendar) + remaining(add(a, x), a, clock, calendar)).toBe(0);
      }),
    );
  });

  it('never lands in closed time; closing time itself is still in time', () => {
    fc.assert(
      fc.property(moments, spans, (a, x) => {
        const due = addTime(a, x, 'working', calendar);
        expect(isWorking(due, calendar) || isWorking(new Date(due.getTime() - 1), calendar)).toBe(true);
      }),
    );
  });

  it('is natural time where business never closes', () => {
    fc.assert(
      fc.property(fc.constantFrom(at('2026-03-02T00:00:00'), at('2026-03-05T13:00:00.5')), spans, (a, x) => {
        const short = x % (20 * 24 * 60 * MINUTE);
        expect(addTime(a, short, 'working', roundTheClock)).toEqual(addTime(a, short, 'natural', roundTheClock));
      }),
    );
  });

  it('crosses ten years as it crosses a day', () => {
    const [start, tenYears] = [at('2026-11-23T08:30:00'), 10 * 250 * 7 * 60 * MINUTE];
    expect(elapsed(start, addTime(start, tenYears, 'working', calendar), 'working', calendar)).toBe(tenYears);
  });
});

describe('time that cannot be counted', () => {
  const closed: WorkCalendar = { ...calendar, week: Array.from({ length: 7 }, () => []), seasons: [], days: {} };

  it('is refused', () => {
    expect(() => addTime(at('2026-11-23T10:00:00'), -1, 'natural', calendar)).toThrow(RangeError);
    expect(() => addTime(at('2026-11-23T10:00:00'), NaN, 'working', calendar)).toThrow(RangeError);
    expect(() => addTime(at('2026-11-23T10:00:00'), MINUTE, 'working', closed)).toThrow(RangeError);
    expect(() => addTime(at('2026-11-23T10:00:00'), 0, 'working', closed)).toThrow(RangeError);
  });
});
