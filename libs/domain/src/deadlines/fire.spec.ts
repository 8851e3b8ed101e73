import fc from 'fast-check';
import { type CategoryPolicy, DEFAULT_POLICY } from '../orders/policy.js';
import type { OrderCommand } from '../orders/commands.js';
import type { Order } from '../orders/order.js';
import { stepByAnybody } from '../testing/lives.js';
import { COMMANDS, orderIn, UNIT } from '../testing/orders.js';
import { minutesAfter } from '../testing/people.js';
import { CALENDAR, Promises } from '../testing/promises.js';
import type { TimeLimit } from '../time/time-limit.js';
import { cancelDeadline, type Deadline, fulfilDeadline, pauseDeadline, startDeadline } from './deadline.js';
import { fireDeadline, type FiringFacts } from './fire.js';
import { DEADLINE_KINDS, type DeadlineKind } from './kinds.js';
import { DEFAULT_LADDER } from './ladder.js';

const at = (text: string) => new Date(`${text}+08:00`);
const NIGHT = at('2026-11-23T21:40:00');
const after = (minutes: number) => minutesAfter(NIGHT, minutes);
const HOUR: TimeLimit = { amount: 60, unit: 'minutes', clock: 'natural' };
const FACTS: FiringFacts = { ladder: DEFAULT_LADDER, rootSettled: false, rootKind: null };
const reply: Deadline = {
  ...startDeadline(HOUR, NIGHT, CALENDAR, { kind: 'reply', reminders: [0.5, 5 / 6] }),
  id: 'd1',
  version: 1,
};
const fire = (deadline: Deadline, now: Date, facts: Partial<FiringFacts> = {}) =>
  fireDeadline(deadline, now, CALENDAR, { ...FACTS, ...facts });
const second = (minutes: number, seconds: number) => new Date(after(minutes).getTime() + seconds * 1000);

describe('the hour of a reply', () => {
  it('is quiet, reminds at minutes 30 and 50 and is over at minute 60, once each, never early', () => {
    const heard: string[] = [];
    let deadline = reply;
    for (let tick = 0; tick <= 70 * 60; tick++) {
      const firing = fire(deadline, second(0, tick));
      if (firing.type === 'nothing') continue;
      heard.push(`${tick / 60} ${firing.type}`);
      deadline = firing.deadline;
    }
    expect(heard).toEqual(['30 reminded', '50 reminded', '60 missed']);
    expect(deadline).toMatchObject({ state: 'missed', endedAt: after(60), settledAt: null, fulfilledAt: null });
  });

  it('is not a millisecond shorter', () => {
    expect(fire({ ...reply, reminded: 2 }, new Date(after(60).getTime() - 1)).type).toBe('nothing');
    expect(fire(reply, new Date(after(30).getTime() - 1)).type).toBe('nothing');
  });

  it('tells a worker that stood still the latest reminder only, and none after the end', () => {
    expect(fire(reply, after(55))).toMatchObject({ type: 'reminded', number: 2, deadline: { reminded: 2 } });
    expect(fire(reply, after(600))).toMatchObject({ type: 'missed', deadline: { endedAt: after(600) } });
  });

  it('leaves alone what stands still or has ended', () => {
    const missed = fire(reply, after(60));
    if (missed.type !== 'missed') throw new Error(missed.type);
    for (const quiet of [
      missed.deadline,
      pauseDeadline(reply, after(10)),
      fulfilDeadline(reply, after(10)),
      cancelDeadline(reply, after(10)),
    ]) {
      expect(fire(quiet, after(6000))).toEqual({ type: 'nothing' });
    }
  });
});

describe('a miss', () => {
  it.each(DEADLINE_KINDS)('of every kind is told to the right office (%s)', (kind) => {
    const ofKind = kind === 'rung' ? 'finish' : null;
    const deadline: Deadline = { ...reply, kind, ofKind, rootId: ofKind && 'd0', rung: ofKind ? 1 : 0 };
    const told = fire(deadline, after(60), { rootKind: kind === 'answer' ? 'total' : null });
    const climbs = ['reply', 'accept', 'claim', 'finish', 'total'].includes(kind)
      ? { rung: 1, to: DEFAULT_LADDER[0], rootId: 'd1', kind }
      : ({
          rung: { rung: 2, to: DEFAULT_LADDER[1], rootId: 'd0', kind: 'finish' },
          answer: { rung: 1, kind: 'total' },
        }[kind as string] ?? null);
    if (climbs) expect(told).toMatchObject({ type: 'missed', climb: climbs });
    else expect(told).toMatchObject({ type: 'missed', climb: null });
    const nothingMoreOwed = kind === 'rate' || kind === 'rung';
    expect(told).toMatchObject({ deadline: { settledAt: nothingMoreOwed ? after(60) : null } });
  });

  it('gives the next office a clock of its own, from the moment it is told', () => {
    const late = fire(reply, after(700));
    expect(late).toMatchObject({
      climb: {
        deadline: { kind: 'rung', ofKind: 'reply', rung: 1, rootId: 'd1', startedAt: after(700), reminders: [0.75] },
      },
    });
  });

  it('climbs no further once the promise behind it is kept, or the ladder ends', () => {
    const rung = { ...reply, kind: 'rung', ofKind: 'reply', rootId: 'd0' } as const;
    expect(fire({ ...rung, rung: 1 }, after(60), { rootSettled: true })).toMatchObject({ climb: null });
    expect(fire({ ...rung, rung: 2 }, after(60))).toMatchObject({ climb: { rung: 3 } });
    expect(fire({ ...rung, rung: 3 }, after(60))).toMatchObject({ type: 'missed', climb: null });
    expect(fire(reply, after(60), { ladder: [] })).toMatchObject({ type: 'missed', climb: null });
  });

  it('of a supervision order climbs to the office after the one that opened it', () => {
    const answer = { ...reply, kind: 'answer', rootId: 'd0', rung: 2 } as const;
    expect(fire(answer, after(60), { rootKind: 'reply' })).toMatchObject({ climb: { rung: 3, rootId: 'd0' } });
    expect(fire(answer, after(60), { rootKind: 'reply', rootSettled: true })).toMatchObject({ climb: null });
  });
});

const shanghai = (date: Date) => new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(5, 19).replace('T', ' ');
const ACCEPTED: readonly OrderCommand[] = [COMMANDS.accept];

interface Circumstances {
  readonly policy: CategoryPolicy;
  readonly scale: number;
  /** Taken a minute apart before everybody lets go of it. */
  readonly steps: readonly OrderCommand[];
}

/** The promises of an order after its first steps; nothing has fired yet. */
function begun(start: string, { policy, scale, steps = [] }: Partial<Circumstances> = {}): Promises {
  const promises = new Promises(policy, CALENDAR, scale);
  let order: Order = { ...orderIn('submitted'), submittedAt: at(start) };
  promises.step({ action: 'submit', from: null, after: order, now: at(start) });
  for (const [index, command] of steps.entries()) {
    const step = stepByAnybody(order, command, minutesAfter(at(start), index + 1));
    if (!step) throw new Error(`Nobody may ${command.action}`);
    order = step.after;
    promises.step({ action: command.action, from: step.before.state, after: order, now: step.now });
  }
  return promises;
}

/** What follows when nobody touches it any more for a year. */
function left(start: string, circumstances: Partial<Circumstances> = {}): Promises {
  const promises = begun(start, circumstances);
  promises.letTimePass(minutesAfter(at(start), 365 * 24 * 60));
  return promises;
}

/** Of one promise and everything that follows from missing it. */
function story(promises: Promises, kind: DeadlineKind): string[] {
  const root = promises.all.find((deadline) => deadline.kind === kind);
  return promises.happened
    .filter(({ before }) => before.id === root?.id || before.rootId === root?.id)
    .map(({ at: when, what, before }) => {
      const name = before.rung > 0 ? `${before.kind} ${before.rung}` : before.kind;
      return `${shanghai(when)} ${name} ${what}`;
    });
}

describe('an order nobody touches climbs through the whole ladder', () => {
  it('by night: whoever is told has working time to act', () => {
    expect(story(left('2026-11-23T21:40:00'), 'reply')).toEqual([
      '11-23 22:10:00 reply reminded',
      '11-23 22:30:00 reply reminded',
      '11-23 22:40:00 reply missed',
      '11-24 10:00:00 rung 1 reminded',
      '11-24 10:30:00 rung 1 missed',
      // No answer to the supervision order: the regulator hears of it before the supervisor's own time is up.
      '11-25 17:30:00 answer 2 missed',
      '11-26 10:45:00 rung 2 reminded',
      '11-26 17:30:00 rung 2 missed',
      '11-30 10:15:00 rung 3 reminded',
      '11-30 17:30:00 rung 3 missed',
    ]);
  });

  it('over the spring festival, whose make-up Saturdays count and whose holidays do not', () => {
    const promises = left('2026-02-14T16:50:00');
    expect(story(promises, 'reply')).toEqual([
      '02-14 17:20:00 reply reminded',
      '02-14 17:40:00 reply reminded',
      '02-14 17:50:00 reply missed',
      '02-24 10:00:00 rung 1 reminded',
      '02-24 10:30:00 rung 1 missed',
      '02-25 17:30:00 answer 2 missed',
      '02-26 10:45:00 rung 2 reminded',
      '02-26 17:30:00 rung 2 missed',
      '02-28 10:15:00 rung 3 reminded',
      '02-28 17:30:00 rung 3 missed',
    ]);
    // 40 minutes of work on the 14th, 3 h 20 min on the 24th.
    expect(story(promises, 'accept')).toContain('02-24 11:50:00 accept missed');
  });

  it('into a year whose days off are not announced: neither blocked nor silent about it', () => {
    const promises = left('2026-12-30T17:00:00');
    expect(story(promises, 'reply').filter((line) => line.includes('missed'))).toEqual([
      '12-30 18:00:00 reply missed',
      '12-31 10:30:00 rung 1 missed',
      '01-04 17:30:00 answer 2 missed',
      '01-05 17:30:00 rung 2 missed',
      '01-07 17:30:00 rung 3 missed',
    ]);
    const rungs = promises.all.filter(({ ofKind }) => ofKind === 'reply');
    expect(rungs.map(({ rung, provisional }) => [rung, provisional])).toEqual([
      [1, false],
      [2, true],
      [3, true],
    ]);
    expect(rungs[1]?.why).toContain('2027年放假安排尚未公布');
  });

  it('in a demonstration within the hour, day or night', () => {
    const promises = left('2026-11-28T23:30:00', { scale: 60 });
    expect(story(promises, 'reply')).toEqual([
      '11-28 23:30:30 reply reminded',
      '11-28 23:30:50 reply reminded',
      '11-28 23:31:00 reply missed',
      '11-28 23:32:30 rung 1 reminded',
      '11-28 23:33:00 rung 1 missed',
      '11-28 23:57:00 answer 2 missed',
      '11-29 00:09:00 rung 2 reminded',
      '11-29 00:21:00 rung 2 missed',
      '11-29 00:51:00 rung 3 reminded',
      '11-29 01:09:00 rung 3 missed',
    ]);
  });

  it.each([
    ['unassigned', ACCEPTED, ['reply', 'total', 'finish']],
    ['in the pool', [COMMANDS.accept, COMMANDS.dispatch], ['reply', 'total', 'finish', 'claim']],
    ['at a unit', [COMMANDS.accept, { action: 'dispatch', to: UNIT }], ['reply', 'total', 'finish', 'claim']],
    ['not even accepted', [], ['reply', 'accept', 'total']],
  ] as const)('also when it is %s, for every promise', (_, steps, kinds) => {
    const promises = left('2026-11-23T09:00:00', { steps });
    for (const kind of kinds) {
      const misses = story(promises, kind).flatMap((line) => (/ (\S+(?: \d)?) missed/.exec(line) ?? []).slice(1));
      expect(misses).toEqual([kind, 'rung 1', 'answer 2', 'rung 2', 'rung 3']);
    }
    // The promise, and the supervision order that was opened for it, are owed until somebody acts.
    const owed = promises.unsettled.map(({ kind, state }) => `${kind} ${state}`).sort();
    expect(owed).toEqual([...kinds, ...kinds.map(() => 'answer')].map((kind) => `${kind} missed`).sort());
  });
});

describe('a promise kept at last', () => {
  const replied = (minutes: number) => {
    const promises = begun('2026-11-23T09:00:00');
    const now = minutesAfter(at('2026-11-23T09:00:00'), minutes);
    promises.letTimePass(now);
    const order = { ...orderIn('submitted'), repliedAt: now };
    promises.step({ action: 'reply', from: 'submitted', after: order, now });
    promises.letTimePass(minutesAfter(now, 365 * 24 * 60));
    return promises;
  };

  it('ends the climb where it stands', () => {
    const promises = replied(90);
    expect(story(promises, 'reply').at(-1)).toBe('11-23 10:00:00 reply missed');
    expect(promises.of('reply')).toMatchObject({ state: 'missed', fulfilledAt: at('2026-11-23T10:30:00') });
    expect(promises.all.filter(({ ofKind }) => ofKind === 'reply').map(({ state }) => state)).toEqual(['met']);
  });

  it('leaves the supervision order to be answered, but nobody further is told', () => {
    const promises = replied(6 * 60);
    expect(story(promises, 'reply').slice(-2)).toEqual([
      '11-23 12:00:00 rung 1 missed',
      '11-24 17:30:00 answer 2 missed',
    ]);
    const rungs = promises.all.filter(({ ofKind }) => ofKind === 'reply');
    expect(rungs.map(({ rung, state }) => `${rung} ${state}`)).toEqual(['1 missed', '2 met']);
  });
});

describe('a worker', () => {
  it('dead for a day does everything that is due, the oldest first, nothing twice, and reminds of nothing that is over', () => {
    const promises = begun('2026-11-23T21:40:00');
    const [now, later] = [at('2026-11-24T21:40:00'), at('2026-11-24T21:40:01')];
    promises.catchUp(now);
    expect(promises.happened.map(({ at: when, what, before }) => `${shanghai(when)} ${before.kind} ${what}`)).toEqual([
      '11-24 21:40:00 reply missed',
      '11-24 21:40:00 accept missed',
    ]);
    promises.catchUp(later);
    expect(promises.happened).toHaveLength(2);
    // Whoever is told only now has their time from now.
    const [rung] = promises.all.filter(({ kind }) => kind === 'rung');
    expect(rung).toMatchObject({ startedAt: now, dueAt: at('2026-11-25T10:30:00') });
  });

  it('that looks every 15 seconds finds just what one finds that is woken in time', () => {
    const natural = (amount: number, unit: 'minutes' | 'hours'): TimeLimit => ({ amount, unit, clock: 'natural' });
    const policy: CategoryPolicy = {
      ...DEFAULT_POLICY,
      accept: natural(10, 'minutes'),
      finish: natural(2, 'hours'),
      total: natural(3, 'hours'),
      claim: natural(30, 'minutes'),
      ladder: [
        { role: 'secretary', within: natural(15, 'minutes') },
        { role: 'supervisor', within: natural(1, 'hours'), supervise: natural(1, 'hours') },
        { role: 'regulator', within: natural(2, 'hours') },
      ],
    };
    const circumstances = { policy, steps: [COMMANDS.accept, COMMANDS.dispatch] };
    const [woken, looking] = [begun('2026-11-23T22:00:00', circumstances), begun('2026-11-23T22:00:00', circumstances)];
    const end = at('2026-11-24T06:00:00');
    woken.letTimePass(end);
    for (let now = at('2026-11-23T22:00:00'); now <= end; now = new Date(now.getTime() + 15_000)) looking.catchUp(now);
    expect(looking.happened).toEqual(woken.happened);
    expect(woken.happened).toHaveLength(4 * 5 + 4 * 3 + 2 + 3);
  });

  it('may look whenever it likes and as often: nothing is early, nothing twice, no rung left out', () => {
    const looks = fc.array(fc.integer({ min: 0, max: 3 * 24 * 60 * 60 }), { minLength: 5, maxLength: 25 });
    const starts = fc.integer({ min: 0, max: 80 * 24 * 60 });
    fc.assert(
      fc.property(starts, looks, fc.constantFrom(1, 60), (minutes, gaps, scale) => {
        const start = shanghai(minutesAfter(at('2026-12-01T00:00:00'), minutes)).replace(' ', 'T');
        const from = minutes < 31 * 24 * 60 ? `2026-${start}` : `2027-${start}`;
        const promises = begun(from, { scale, steps: [COMMANDS.accept, COMMANDS.dispatch] });
        let now = at(from);
        for (const gap of gaps) {
          now = new Date(now.getTime() + gap * 1000);
          promises.catchUp(now);
          const before = promises.happened.length;
          promises.catchUp(now);
          expect(promises.happened).toHaveLength(before);
          expect(promises.unsettled.filter(({ state, dueAt }) => state === 'running' && dueAt <= now)).toEqual([]);
        }
        const misses = promises.happened.filter(({ what }) => what === 'missed');
        expect(new Set(misses.map(({ before }) => before.id)).size).toBe(misses.length);
        expect(misses.filter(({ at: when, before }) => when < before.dueAt)).toEqual([]);
        for (const root of promises.all.filter(({ rootId }) => rootId === null)) {
          const rungs = promises.all.filter(({ kind, rootId }) => kind === 'rung' && rootId === root.id);
          expect(rungs.map(({ rung }) => rung)).toEqual(rungs.map((_, index) => index + 1));
          expect(rungs.length > 0).toBe(root.state === 'missed');
        }
      }),
      { numRuns: 40 },
    );
  });
});
