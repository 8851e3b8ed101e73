import fc from 'fast-check';
import { defaultCalendar, withOverrides } from '../time/work-calendar.js';
import type { TimeLimit } from '../time/time-limit.js';
import { elapsed, isWorking } from '../time/working-time.js';
import {
  extendClock,
  ifPausedUntil,
  ownTime,
  pauseClock,
  replanClock,
  resumeClock,
  startClock,
  type DeadlineClock,
} from './clock.js';
import { explainClock } from './clock-words.js';

const calendar = defaultCalendar();
const at = (text: string) => new Date(`${text}+08:00`);
const THREE_WORKDAYS: TimeLimit = { amount: 3, unit: 'workdays', clock: 'working' };
const HOUR: TimeLimit = { amount: 60, unit: 'minutes', clock: 'natural' };
const start = (text: string, limit: TimeLimit) => startClock(limit, at(text), calendar);
const paused = (clock: DeadlineClock, from: string, to: string) =>
  resumeClock(pauseClock(clock, at(from)), at(to), calendar);

describe('a pause', () => {
  const promise = start('2026-02-12T10:00:00', THREE_WORKDAYS);

  it('does not count nights, weekends and holidays of a deadline in working time', () => {
    expect(paused(promise, '2026-02-14T17:30:00', '2026-02-24T08:30:00').dueAt).toEqual(promise.dueAt);
    expect(paused(promise, '2026-02-14T16:30:00', '2026-02-24T09:30:00').dueAt).toEqual(at('2026-02-25T10:30:00'));
  });

  it('counts every minute of a deadline in natural time', () => {
    const reply = start('2026-11-23T21:40:00', HOUR);
    expect(paused(reply, '2026-11-23T22:00:00', '2026-11-24T08:00:00').dueAt).toEqual(at('2026-11-24T08:40:00'));
  });

  it('is not begun twice, nor ended without having begun', () => {
    const twice = pauseClock(pauseClock(promise, at('2026-02-13T09:00:00')), at('2026-02-13T11:00:00'));
    expect(twice.pausedAt).toEqual(at('2026-02-13T09:00:00'));
    expect(resumeClock(promise, at('2026-02-13T09:00:00'), calendar)).toBe(promise);
  });

  it('never takes time away, even when a clock jumps back', () => {
    expect(paused(promise, '2026-02-13T15:00:00', '2026-02-13T09:00:00').dueAt).toEqual(promise.dueAt);
    expect(paused(promise, '2026-02-11T08:30:00', '2026-02-12T10:00:00').dueAt).toEqual(promise.dueAt);
  });

  it('can be asked about before it ends', () => {
    const waiting = pauseClock(start('2026-11-23T10:00:00', THREE_WORKDAYS), at('2026-11-24T10:00:00'));
    expect(ifPausedUntil(waiting, at('2026-11-27T10:00:00'), calendar)).toMatchObject({
      dueAt: at('2026-12-01T17:30:00'),
      provisional: false,
      why: '自11月23日起第3个工作日下班时，暂停工作时间21小时，至12月1日17:30',
    });
    expect(waiting).toMatchObject({ dueAt: at('2026-11-26T17:30:00'), adjustments: [] });
  });

  it('that reaches into a year not announced makes the deadline provisional', () => {
    const moved = paused(start('2026-12-24T10:00:00', THREE_WORKDAYS), '2026-12-25T09:00:00', '2026-12-31T17:00:00');
    expect(moved.provisional).toBe(true);
    expect(moved.why).toMatch(/；2027年放假安排尚未公布，暂按周末与法定节日推算$/);
  });
});

describe('an extension', () => {
  const extended = (clock: DeadlineClock, amount: number, unit: TimeLimit['unit'], kind: TimeLimit['clock']) =>
    extendClock(clock, { amount, unit, clock: kind }, '等待配件', calendar);

  it('counts on from the old date', () => {
    const promise = start('2026-02-12T10:00:00', THREE_WORKDAYS);
    expect(extended(promise, 2, 'workdays', 'working')).toMatchObject({
      dueAt: at('2026-02-26T17:30:00'),
      why: '自2月12日起第3个工作日下班时（2月14日为调休上班日，2月15日至23日放假），延长2个工作日（等待配件），至2月26日17:30',
    });
    expect(extended(promise, 4, 'hours', 'working').dueAt).toEqual(at('2026-02-25T14:30:00'));
  });

  it('by natural days begins with the day after the one that ended at 24:00', () => {
    const week = start('2026-11-23T10:00:00', { amount: 7, unit: 'days', clock: 'natural' });
    expect(week.dueAt).toEqual(at('2026-12-01T00:00:00'));
    expect(extended(week, 2, 'days', 'natural').dueAt).toEqual(at('2026-12-03T00:00:00'));
  });

  it('leaves a deadline in working time within working time', () => {
    const promise = start('2026-02-12T10:00:00', THREE_WORKDAYS);
    expect(extended(promise, 5, 'hours', 'natural').dueAt).toEqual(at('2026-02-25T08:30:00'));
  });

  it('keeps a pause that is going on', () => {
    const waiting = pauseClock(start('2026-11-23T10:00:00', THREE_WORKDAYS), at('2026-11-24T10:00:00'));
    const more = extended(waiting, 1, 'workdays', 'working');
    expect(more).toMatchObject({ pausedAt: at('2026-11-24T10:00:00'), dueAt: at('2026-11-27T17:30:00') });
    expect(resumeClock(more, at('2026-11-24T11:00:00'), calendar).dueAt).toEqual(at('2026-11-30T09:30:00'));
  });
});

describe('planning anew', () => {
  it('makes a provisional date certain when its year is announced, and keeps what happened', () => {
    const before = extendClock(
      paused(start('2026-12-30T10:00:00', THREE_WORKDAYS), '2026-12-31T09:00:00', '2026-12-31T11:00:00'),
      { amount: 1, unit: 'workdays', clock: 'working' },
      '等待配件',
      calendar,
    );
    expect(before).toMatchObject({ dueAt: at('2027-01-07T17:30:00'), provisional: true });
    const announced = withOverrides(
      calendar,
      { '2027-01-01': { kind: 'rest', reason: '元旦' }, '2027-01-03': { kind: 'work', reason: '元旦调休' } },
      [2027],
    );
    expect(replanClock(before, announced)).toMatchObject({
      dueAt: at('2027-01-06T17:30:00'),
      provisional: false,
      adjustments: before.adjustments,
    });
  });
});

describe('a deadline explained', () => {
  const explain = (clock: DeadlineClock, now: string) => explainClock(clock, at(now), calendar);

  it('says when it is due, what is left and where the date comes from', () => {
    const reply = start('2026-11-23T21:40:00', HOUR);
    const why = '自11月23日21:40起60分钟（自然时间）。';
    expect(explain(reply, '2026-11-23T22:02:00')).toBe(`11月23日22:40到期，还剩38分钟：${why}`);
    expect(explain(reply, '2026-11-24T00:40:00')).toBe(`11月23日22:40到期，已超时2小时：${why}`);
    expect(explain(reply, '2026-11-23T22:40:00')).toBe(`11月23日22:40到期，时间已到：${why}`);
  });

  it('tells working time as such, and stands still while paused', () => {
    const promise = start('2026-11-23T10:00:00', THREE_WORKDAYS);
    const why = '自11月23日起第3个工作日下班时。';
    expect(explain(promise, '2026-11-25T17:00:00')).toBe(`11月26日17:30到期，还剩工作时间7小时30分钟：${why}`);
    expect(explain(pauseClock(promise, at('2026-11-26T16:30:00')), '2026-12-09T10:00:00')).toBe(
      `11月26日16:30起暂停计时，届时还剩工作时间1小时，原定11月26日17:30到期：${why}`,
    );
  });

  it('says that a date is provisional, and in which year it lies', () => {
    expect(explain(start('2026-12-30T10:00:00', THREE_WORKDAYS), '2026-12-30T10:00:00')).toBe(
      '2027年1月5日17:30到期，还剩工作时间26小时30分钟：' +
        '自12月30日起第3个工作日下班时（1月1日放假）；2027年放假安排尚未公布，暂按周末与法定节日推算。',
    );
  });
});

describe('a demonstration', () => {
  it('pauses by the watch, at night too', () => {
    const fast = startClock(THREE_WORKDAYS, at('2026-11-28T22:00:00'), calendar, 60);
    expect(fast.dueAt).toEqual(at('2026-11-28T23:12:00'));
    expect(paused(fast, '2026-11-28T22:30:00', '2026-11-28T22:35:00').dueAt).toEqual(at('2026-11-28T23:17:00'));
  });
});

describe('every clock', () => {
  const seconds = (from: string, to: string) =>
    fc
      .integer({ min: at(from).getTime() / 1000, max: at(to).getTime() / 1000 })
      .map((second) => new Date(second * 1000));
  const limits = fc.oneof(
    fc.record({
      amount: fc.integer({ min: 1, max: 200 }),
      unit: fc.constantFrom('minutes', 'hours'),
      clock: fc.constantFrom('natural', 'working'),
    }),
    fc.record({ amount: fc.integer({ min: 1, max: 40 }), unit: fc.constant('days'), clock: fc.constant('natural') }),
    fc.record({
      amount: fc.integer({ min: 1, max: 40 }),
      unit: fc.constant('workdays'),
      clock: fc.constant('working'),
    }),
  ) as fc.Arbitrary<TimeLimit>;
  const starts = seconds('2026-01-01T00:00:00', '2026-11-30T00:00:00');
  const gaps = fc.integer({ min: 0, max: 30 * 86_400 }).map((gap) => gap * 1000);
  const history = (limit: TimeLimit, startedAt: Date, gap: number, length: number, by: TimeLimit) => {
    const from = new Date(startedAt.getTime() + gap);
    const to = new Date(from.getTime() + length);
    const clock = startClock(limit, startedAt, calendar);
    const resumed = resumeClock(pauseClock(clock, from), to, calendar);
    return { clock, from, to, resumed, extended: extendClock(resumed, by, '等待配件', calendar) };
  };

  it('moves by exactly the pause, in its own kind of time', () => {
    fc.assert(
      fc.property(limits, starts, gaps, gaps, limits, (limit, startedAt, gap, length, by) => {
        const { clock, from, to, resumed } = history(limit, startedAt, gap, length, by);
        const own = ownTime(clock);
        expect(elapsed(clock.dueAt, resumed.dueAt, own, calendar)).toBe(elapsed(from, to, own, calendar));
      }),
    );
  });

  it('stays where it is when planned anew by the same calendar', () => {
    fc.assert(
      fc.property(limits, starts, gaps, gaps, limits, (limit, startedAt, gap, length, by) => {
        const { resumed, extended } = history(limit, startedAt, gap, length, by);
        expect(replanClock(extended, calendar)).toEqual(extended);
        expect(extended.dueAt > resumed.dueAt).toBe(true);
      }),
    );
  });

  it('is due at a whole second after its start, in open time if it counts working time', () => {
    fc.assert(
      fc.property(limits, starts, gaps, gaps, limits, fc.nat(999), (limit, startedAt, gap, length, by, ms) => {
        const odd = new Date(startedAt.getTime() + ms);
        for (const { dueAt } of Object.values(history(limit, odd, gap, length, by)).filter((step) => 'dueAt' in step)) {
          expect(dueAt.getTime() % 1000).toBe(0);
          expect(dueAt > odd).toBe(true);
          const open = [dueAt, new Date(dueAt.getTime() - 1)].some((moment) => isWorking(moment, calendar));
          expect(open || ownTime({ limit }) === 'natural').toBe(true);
        }
      }),
    );
  });
});
