import fc from 'fast-check';
import { CALENDAR } from '../testing/promises.js';
import { minutesAfter } from '../testing/people.js';
import type { TimeLimit } from '../time/time-limit.js';
import { withOverrides } from '../time/work-calendar.js';
import { isWorking } from '../time/working-time.js';
import {
  cancelDeadline,
  type Deadline,
  fulfilDeadline,
  goOnDeadline,
  isFinal,
  isOverdue,
  lengthen,
  pauseDeadline,
  reminderTimes,
  replanDeadline,
  resumeDeadline,
  startDeadline,
  wakeAt,
} from './deadline.js';

const at = (text: string) => new Date(`${text}+08:00`);
const HOUR: TimeLimit = { amount: 60, unit: 'minutes', clock: 'natural' };
const WORKDAYS: TimeLimit = { amount: 5, unit: 'workdays', clock: 'working' };
const MORE: TimeLimit = { amount: 30, unit: 'minutes', clock: 'natural' };
const START = at('2026-11-23T21:40:00');
const after = (minutes: number) => minutesAfter(START, minutes);
const begun = (limit = HOUR, start = START, reminders: readonly number[] = [0.5, 5 / 6]): Deadline => ({
  ...startDeadline(limit, start, CALENDAR, { kind: 'reply', reminders }),
  id: 'd1',
  version: 1,
});
/** Every reminder of the hour, as minutes after its start. */
const minutesOf = (deadline: Deadline) =>
  reminderTimes(deadline, CALENDAR).map((time) => (time.getTime() - deadline.startedAt.getTime()) / 60_000);

describe('a deadline ends once', () => {
  const missed: Deadline = { ...begun(), state: 'missed', endedAt: after(60) };

  it('met in time, up to the last second; at the due second it is late', () => {
    expect(fulfilDeadline(begun(), at('2026-11-23T22:39:59.999'))).toMatchObject({
      state: 'met',
      endedAt: at('2026-11-23T22:39:59.999'),
      fulfilledAt: at('2026-11-23T22:39:59.999'),
      settledAt: at('2026-11-23T22:39:59.999'),
    });
    expect(fulfilDeadline(begun(), after(60)).state).toBe('missed');
  });

  it('missed, also when no worker had looked at it before the act came', () => {
    const late = { state: 'missed', endedAt: after(90), settledAt: after(90) };
    expect(isOverdue(begun(), after(90))).toBe(true);
    expect(fulfilDeadline(begun(), after(90))).toMatchObject({ ...late, fulfilledAt: after(90) });
    expect(cancelDeadline(begun(), after(90))).toMatchObject({ ...late, fulfilledAt: null });
    expect(cancelDeadline(begun(), after(59))).toMatchObject({ state: 'cancelled', settledAt: after(59) });
  });

  it('and a miss stays one: the act only ends what is owed', () => {
    expect(fulfilDeadline(missed, after(75))).toEqual({ ...missed, fulfilledAt: after(75), settledAt: after(75) });
    expect(cancelDeadline(missed, after(75))).toEqual({ ...missed, settledAt: after(75) });
  });

  it('and nothing changes one that is settled', () => {
    const ends = [
      fulfilDeadline(begun(), after(5)),
      cancelDeadline(begun(), after(5)),
      fulfilDeadline(missed, after(75)),
    ];
    for (const end of ends) {
      expect(isFinal(end)).toBe(true);
      expect(wakeAt(end, CALENDAR)).toBeNull();
      for (const again of [
        fulfilDeadline(end, after(80)),
        cancelDeadline(end, after(80)),
        pauseDeadline(end, after(80)),
        resumeDeadline(end, after(80), CALENDAR),
        lengthen(end, MORE, '等待配件', after(80), CALENDAR),
        replanDeadline(end, WORKDAYS, after(80), CALENDAR),
      ]) {
        expect(again).toBe(end);
      }
    }
  });
});

describe('a pause', () => {
  it('stops it and lets it run again', () => {
    const paused = pauseDeadline(begun(), after(20));
    expect(paused).toMatchObject({ state: 'paused', pausedAt: after(20), dueAt: after(60) });
    expect(wakeAt(paused, CALENDAR)).toBeNull();
    expect(resumeDeadline(paused, after(45), CALENDAR)).toMatchObject({ state: 'running', dueAt: after(85) });
    expect(fulfilDeadline(paused, after(500))).toMatchObject({ state: 'met', pausedAt: null });
  });

  it('does not save one whose time is up', () => {
    const overdue = begun();
    expect(pauseDeadline(overdue, after(60))).toBe(overdue);
  });

  it('leaves one alone that runs', () => {
    const running = begun();
    expect(resumeDeadline(running, after(10), CALENDAR)).toBe(running);
  });
});

describe('reminders', () => {
  it('of the reply hour come at minutes 30 and 50', () => expect(minutesOf(begun())).toEqual([30, 50]));

  it('come at whole seconds, and no earlier than their part of the time', () => {
    const odd = new Date(START.getTime() + 1);
    expect(reminderTimes(begun(HOUR, odd), CALENDAR)).toEqual([at('2026-11-23T22:10:01'), at('2026-11-23T22:30:01')]);
    expect(begun(HOUR, odd).dueAt).toEqual(at('2026-11-23T22:40:01'));
  });

  it('move with pauses and extensions; what was told is told again only before a new date', () => {
    const once = { ...begun(), reminded: 1 };
    const resumed = resumeDeadline(pauseDeadline(once, after(40)), after(65), CALENDAR);
    expect([minutesOf(resumed), resumed.reminded]).toEqual([[55, 75], 1]);
    expect(wakeAt(resumed, CALENDAR)).toEqual(after(75));
    const longer = lengthen(once, MORE, '等待配件', after(40), CALENDAR);
    expect([minutesOf(longer), longer.reminded]).toEqual([[60, 80], 0]);
    expect(wakeAt(longer, CALENDAR)).toEqual(after(60));
  });

  it('are not lost when a deadline is lengthened while it stands still for long', () => {
    const paused = pauseDeadline(begun(), after(10));
    const longer = lengthen(paused, MORE, '等待配件', after(600), CALENDAR);
    const resumed = resumeDeadline(longer, after(610), CALENDAR);
    expect([minutesOf(resumed), resumed.reminded]).toEqual([[660, 680], 0]);
    expect(wakeAt(resumed, CALENDAR)).toEqual(after(660));
  });

  it('of working time come within working time: at 0.8 of five days, not at midnight', () => {
    const promise = begun(WORKDAYS, at('2026-02-12T10:00:00'), [0.8]);
    expect(promise.dueAt).toEqual(at('2026-02-26T17:30:00'));
    // 40 h 30 min of work in all: 8 h 6 min before closing time on the 26th.
    expect(reminderTimes(promise, CALENDAR)).toEqual([at('2026-02-25T16:24:00')]);
  });

  it('wake a deadline one after the other, then its end does', () => {
    const wakes = [0, 1, 2].map((reminded) => wakeAt({ ...begun(), reminded }, CALENDAR));
    expect(wakes).toEqual([after(30), after(50), after(60)]);
  });

  it('at demo speed keep their place: an hour lasts a minute', () => {
    const fast: Deadline = {
      ...begun(),
      ...startDeadline(HOUR, START, CALENDAR, { kind: 'reply', reminders: [0.5, 5 / 6], scale: 60 }),
    };
    expect(minutesOf(fast)).toEqual([0.5, 50 / 60]);
  });

  it('never come after the end nor before the start, are in order and in open time, whatever happened', () => {
    const limits = fc.constantFrom<TimeLimit>(
      HOUR,
      WORKDAYS,
      { amount: 4, unit: 'hours', clock: 'working' },
      { amount: 7, unit: 'days', clock: 'natural' },
    );
    const gaps = fc.integer({ min: 0, max: 20 * 24 * 60 });
    fc.assert(
      fc.property(limits, gaps, gaps, gaps, fc.nat(59_999), fc.boolean(), (limit, start, gap, length, ms, more) => {
        const startedAt = new Date(minutesAfter(at('2026-02-01T00:00:00'), start).getTime() + ms);
        const [from, to] = [minutesAfter(startedAt, gap), minutesAfter(startedAt, gap + length)];
        const resumed = resumeDeadline(pauseDeadline(begun(limit, startedAt, [0.01, 0.5, 0.99]), from), to, CALENDAR);
        const deadline = more ? lengthen(resumed, limit, '等待配件', to, CALENDAR) : resumed;
        const times = reminderTimes(deadline, CALENDAR);
        expect([...times].sort((a, b) => a.getTime() - b.getTime())).toEqual(times);
        for (const time of times) {
          expect(time >= startedAt && time <= deadline.dueAt).toBe(true);
          expect(time.getTime() % 1000).toBe(0);
          const open = [time, new Date(time.getTime() - 1000)].some((moment) => isWorking(moment, CALENDAR));
          expect(open || limit.clock === 'natural').toBe(true);
        }
        if (more) expect(deadline.reminded).toBe(times.filter((time) => time <= to).length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a promise that goes on', () => {
  it('has the date it had, and tells only what is still to come', () => {
    const done = fulfilDeadline(lengthen(begun(), MORE, '等待配件', after(10), CALENDAR), after(40));
    const again = goOnDeadline(done, after(70), CALENDAR);
    expect(again).toMatchObject({ state: 'running', startedAt: START, dueAt: after(90), why: done.why, reminded: 1 });
    expect(again).toMatchObject({ adjustments: done.adjustments, endedAt: null, fulfilledAt: null, settledAt: null });
    expect(again).not.toHaveProperty('id');
  });
});

describe('planned anew', () => {
  it('keeps pauses, and reminds again before a later date only', () => {
    const promise = { ...begun(WORKDAYS, at('2026-12-30T10:00:00'), [0.8]), reminded: 1 };
    expect(promise).toMatchObject({ provisional: true, dueAt: at('2027-01-07T17:30:00') });
    const announced = withOverrides(CALENDAR, { '2027-01-03': { kind: 'work', reason: '元旦调休' } }, [2027]);
    const now = at('2027-01-06T16:30:00');
    const sooner = replanDeadline(promise, promise.limit, now, announced);
    expect(sooner).toMatchObject({ provisional: false, dueAt: at('2027-01-06T17:30:00'), reminded: 1 });
    expect(replanDeadline(sooner, { ...WORKDAYS, amount: 9 }, now, announced)).toMatchObject({
      dueAt: at('2027-01-12T17:30:00'),
      reminded: 0,
    });
  });
});
