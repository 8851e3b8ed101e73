import fc from 'fast-check';
import type { OrderAction } from '../orders/commands.js';
import type { NewOrder } from '../orders/order.js';
import { type CategoryPolicy, DEFAULT_POLICY, type PausableClock } from '../orders/policy.js';
import type { OrderState } from '../orders/state.js';
import { ACTOR_NAMES, ALL_COMMANDS, type Chance, type LifeStep, playLife, stepByAnybody } from '../testing/lives.js';
import { COMMANDS, orderIn, POOL } from '../testing/orders.js';
import { minutesAfter, NOW } from '../testing/people.js';
import { CALENDAR, Promises } from '../testing/promises.js';
import { elapsed } from '../time/working-time.js';
import { ownTime } from './clock.js';
import { type Deadline, isFinal, startDeadline } from './deadline.js';
import { PROMISE_KINDS, type PromiseKind } from './kinds.js';

const ROAD: readonly OrderAction[] = ['accept', 'dispatch', 'claim', 'start', 'done', 'publish', 'rate'];
const OVER: readonly OrderState[] = ['closed', 'withdrawn', 'merged', 'rejected'];
const AT_WORK: readonly OrderState[] = ['accepted', 'dispatched', 'claimed', 'in_progress', 'returned', 'reopened'];
const HEARD_BY_NONE: readonly OrderAction[] = ['edit', 'start', 'urge', 'remark', 'follow', 'unfollow'];
/** The resident speaks: from here the total is counted. */
const SPEAKS: readonly OrderAction[] = ['appeal', 'reopen'];

/** What an order owes, said from its state alone. */
function owedIn(order: NewOrder): PromiseKind[] {
  if (OVER.includes(order.state)) return [];
  const state = order.state === 'suspended' ? order.stateBefore : order.state;
  const working = state !== null && AT_WORK.includes(state);
  const owed: Record<PromiseKind, boolean> = {
    reply: order.repliedAt === null,
    accept: state === 'submitted',
    claim: state === 'dispatched',
    finish: working,
    total: working || state === 'submitted',
    rate: state === 'published',
  };
  const child: readonly PromiseKind[] = order.parentId === null ? PROMISE_KINDS : ['claim', 'finish'];
  return child.filter((kind) => owed[kind]).sort();
}

interface Told {
  readonly step: LifeStep;
  readonly before: readonly Deadline[];
  readonly after: readonly Deadline[];
}

const pausable = fc.subarray<PausableClock>(['accept', 'claim', 'finish', 'total']);
const policies = fc
  .record({ resident: pausable, material: pausable, weather: pausable, third_party: pausable, other: pausable })
  .map((pauseOn): CategoryPolicy => ({ ...DEFAULT_POLICY, pauseOn }));
const chance = fc.record<Chance>({
  command: fc.nat(ALL_COMMANDS.length - 1),
  name: fc.nat(ACTOR_NAMES.length - 1),
  minutes: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 200 }), fc.constant(24 * 60 * 5)),
});
const chances = fc.array(chance, { minLength: 10, maxLength: 30 });
const starts = fc.tuple(fc.nat(ROAD.length), fc.boolean());

/** An order that went some way along the main road, and then lived as it happened. */
function life(way: number, isChild: boolean, chosen: Parameters<typeof playLife>[1]): [NewOrder, LifeStep[]] {
  const start = isChild
    ? { ...orderIn('dispatched'), acceptedAt: NOW, submittedAt: NOW, parentId: 'o0', assignment: POOL }
    : { ...orderIn('submitted'), submittedAt: NOW };
  const steps: LifeStep[] = [];
  for (const action of ROAD.slice(0, way)) {
    const step = stepByAnybody(steps.at(-1)?.after ?? start, COMMANDS[action], minutesAfter(NOW, steps.length + 1));
    if (step) steps.push(step);
  }
  const from = minutesAfter(NOW, way + 1);
  return [start, [...steps, ...playLife(steps.at(-1)?.after ?? start, chosen, from)]];
}

/** Every step of many lives with the deadlines before and after it; a worker that looks, or one that stands still for good. */
function everyStep(
  check: (told: Told, policy: CategoryPolicy) => void,
  options: { numRuns: number; seed?: number } = { numRuns: 25 },
): void {
  fc.assert(
    fc.property(policies, starts, chances, fc.boolean(), (policy, [way, isChild], chosen, isWorking) => {
      const [start, steps] = life(way, isChild, chosen);
      const promises = new Promises(policy);
      promises.step({ action: 'submit', from: null, after: start, now: NOW });
      for (const step of steps) {
        if (isWorking) promises.letTimePass(step.now);
        const before = promises.all;
        const { command, now } = step;
        const waitingFor = command.action === 'suspend' ? command.waitingFor : undefined;
        promises.step({ action: command.action, from: step.before.state, after: step.after, now, waitingFor });
        check({ step, before, after: promises.all }, policy);
      }
    }),
    options,
  );
}

/** Like `expect(…).toEqual(…)` over thousands of steps, but quick. */
function same(is: unknown, should: unknown): void {
  if (JSON.stringify(is) !== JSON.stringify(should)) expect(is).toEqual(should);
}

const unsettled = (deadlines: readonly Deadline[]) => deadlines.filter(({ settledAt }) => settledAt === null);
const promisesOf = (deadlines: readonly Deadline[]) => deadlines.filter(({ ofKind, rootId }) => !ofKind && !rootId);

describe('whatever people do, and whether or not a worker looks', () => {
  it('an order owes exactly what its state says, each promise once', () => {
    everyStep(({ step, after }) => {
      const kinds = unsettled(promisesOf(after)).map(({ kind }) => kind);
      const owed = owedIn(step.after);
      // The resident's own window may be over while the order is not closed yet.
      const windowOver = after.filter(({ kind }) => kind === 'rate').at(-1)?.state === 'missed';
      same(kinds.sort(), windowOver ? owed.filter((kind) => kind !== 'rate') : owed);
    });
  });

  it('nothing runs on when it is over; only a supervision order still wants its answer', () => {
    everyStep(({ step, after }) => {
      if (!OVER.includes(step.after.state)) return;
      same(
        unsettled(after).filter(({ kind }) => kind !== 'answer'),
        [],
      );
    });
  });

  it('who was told of a miss is troubled as long as the promise is owed, no longer', () => {
    everyStep(({ after }) => {
      for (const { rootId, kind } of unsettled(after)) {
        const root = after.find(({ id }) => id === rootId);
        if (root && kind === 'rung') same([root.state, root.settledAt], ['missed', null]);
      }
    });
  });

  it('nobody is told twice of one promise: a rung is reached once, and after a miss no second one follows', () => {
    everyStep(({ after }) => {
      const misses = after.filter(({ kind, state }) => state === 'missed' && (kind === 'total' || kind === 'reply'));
      same(
        misses.map(({ kind, startedAt }) => `${kind} ${startedAt.getTime()}`),
        [...new Set(misses.map(({ kind, startedAt }) => `${kind} ${startedAt.getTime()}`))],
      );
    });
  });

  it('no edit, remark, urging, following moves a clock; a reply only ends its own', () => {
    everyStep(({ step: { command }, before, after }) => {
      const isReply = command.action === 'reply';
      if (!isReply && !HEARD_BY_NONE.includes(command.action)) return;
      const others = (deadlines: readonly Deadline[]) =>
        deadlines.filter(({ kind, ofKind }) => !isReply || (kind !== 'reply' && ofKind !== 'reply'));
      same(others(after), others(before));
    });
  });

  it('the total counts from the resident’s last word, to the date that follows from it and the pauses alone', () => {
    everyStep(({ step, before, after }) => {
      const [was, is] = [before, after].map((all) => all.filter(({ kind }) => kind === 'total').at(-1));
      if (!is || !was) return;
      const { action } = step.command;
      const speaks = SPEAKS.includes(action) || (action === 'review' && step.after.state === 'reopened');
      same(is.startedAt, speaks ? step.now : was.startedAt);
      if (is.adjustments.length > 0) return;
      same(is.dueAt, startDeadline(is.limit, is.startedAt, CALENDAR, { kind: 'total' }).dueAt);
    });
  });

  it('what is final stays as it ended', () => {
    everyStep(({ step, before, after }) => {
      for (const was of before.filter(isFinal)) {
        const is = after.find(({ id }) => id === was.id);
        if (is === was) continue;
        // What was set aside, or called done too early, is owed again: the miss that it was, on the rung where it was.
        if (was.settledAt !== null) expect(['unmerge', 'return']).toContain(step.command.action);
        if (was.settledAt !== null && was.kind === 'rung') continue;
        const { settledAt, fulfilledAt, version } = is ?? was;
        same(is, { ...was, settledAt, fulfilledAt, version });
        if (was.settledAt !== null) same([was.state, settledAt, fulfilledAt], ['missed', null, null]);
      }
    });
  });

  it('only a resumption moves a date, by the pause in its own time; only what the policy names stands still', () => {
    everyStep(({ step: { command, now }, before, after }, policy) => {
      for (const is of after) {
        const was = before.find(({ id }) => id === is.id);
        if (!was || is === was || was.settledAt !== null) continue;
        const from = command.action === 'resume' ? (was.pausedAt ?? now) : now;
        const own = ownTime(was);
        same(elapsed(was.dueAt, is.dueAt, own, CALENDAR), elapsed(from, now, own, CALENDAR));
        if (command.action !== 'suspend') continue;
        same(is.pausedAt, now);
        expect(policy.pauseOn[command.waitingFor ?? 'other']).toContain(is.ofKind ?? is.kind);
      }
    });
  });

  it('whoever was in time met it, whoever was not missed it', () => {
    everyStep(({ after }) => {
      for (const { kind, state, endedAt, dueAt, fulfilledAt } of after) {
        const inTime = endedAt !== null && endedAt < dueAt;
        if (state === 'met' || state === 'missed') same([kind, state], [kind, inTime ? 'met' : 'missed']);
        if (state === 'met') same(fulfilledAt, endedAt);
        if (state === 'cancelled') same(fulfilledAt, null);
      }
    });
  });

  it('comes through everything, so that the above says something', () => {
    const seen = new Set<string>();
    everyStep(
      ({ step, after }) => {
        seen.add(step.command.action);
        for (const { kind, state } of after) seen.add(`${kind} ${state}`);
      },
      { numRuns: 60, seed: 20261122 },
    );
    const states = ['running', 'met', 'missed', 'cancelled'];
    const expected = ['reply', 'claim', 'finish', 'total', 'rung'].flatMap((kind) =>
      states.map((state) => `${kind} ${state}`),
    );
    expect([...seen]).toEqual(
      expect.arrayContaining([
        ...expected,
        ...Object.keys(COMMANDS),
        'finish paused',
        'total paused',
        'rung paused',
        'answer missed',
      ]),
    );
  });
});
