import type { OrderAction, OrderCommand } from '../orders/commands.js';
import { LIFECYCLE } from '../orders/lifecycle.js';
import type { Order } from '../orders/order.js';
import { type CategoryPolicy, DEFAULT_POLICY } from '../orders/policy.js';
import { ORDER_STATES, type OrderState } from '../orders/state.js';
import { type LifeStep, stepByAnybody } from '../testing/lives.js';
import { COMMANDS, orderIn, POOL, UNIT } from '../testing/orders.js';
import { minutesAfter, NOW } from '../testing/people.js';
import { CALENDAR, Promises } from '../testing/promises.js';
import { startDeadline } from './deadline.js';
import { limitsOf, moveDeadlines, type DeadlineChanges } from './order-deadlines.js';

const NEW = { ...orderIn('submitted'), submittedAt: NOW };
const CHILD: Order = { ...orderIn('dispatched'), submittedAt: NOW, acceptedAt: NOW, parentId: 'o0', assignment: POOL };
const toUnit: OrderCommand = { action: 'dispatch', to: UNIT };
const reviewed = COMMANDS.review;
const unsolved: OrderCommand = { ...COMMANDS.review, solved: false };
const waiting = (waitingFor: 'weather' | 'other'): OrderCommand => ({ ...COMMANDS.suspend, waitingFor });

/** An order and its promises, minute by minute. */
class Life {
  readonly promises: Promises;
  now = NOW;

  constructor(
    public order: Order = NEW,
    policy?: CategoryPolicy,
  ) {
    this.promises = new Promises(policy);
    this.promises.step({ action: 'submit', from: null, after: order, now: NOW });
  }

  does(...steps: readonly (OrderCommand | OrderAction)[]): this {
    for (const step of steps) this.take(typeof step === 'string' ? COMMANDS[step] : step);
    return this;
  }

  take(command: OrderCommand, minutes = 1): DeadlineChanges {
    const changes = this.tryTo(command, minutes);
    if (!changes) throw new Error(`Nobody may ${command.action} while it is ${this.order.state}`);
    return changes;
  }

  tryTo(command: OrderCommand, minutes = 1): DeadlineChanges | null {
    const now = minutesAfter(this.now, minutes);
    const step = stepByAnybody(this.order, command, now);
    return step && this.follow(step);
  }

  private follow({ before, after, command, now }: LifeStep): DeadlineChanges {
    this.now = now;
    this.order = after;
    const waitingFor = command.action === 'suspend' ? command.waitingFor : undefined;
    return this.promises.step({ action: command.action, from: before.state, after, now, waitingFor });
  }

  /** reply, accept… of what is owed; a dash before what stands still. */
  owed(): string {
    return this.promises.unsettled.map(({ kind, state }) => (state === 'paused' ? `-${kind}` : kind)).join(' ');
  }
}

const WORKED: readonly OrderAction[] = ['accept', 'dispatch', 'claim', 'start', 'done'];
/** A way to every state; nobody has replied on it. */
const ROADS: Readonly<Record<OrderState, readonly (OrderCommand | OrderAction)[]>> = {
  submitted: [],
  accepted: ['accept'],
  dispatched: ['accept', 'dispatch'],
  claimed: ['accept', 'dispatch', 'claim'],
  in_progress: ['accept', 'dispatch', 'claim', 'start'],
  done: WORKED,
  published: [...WORKED, 'publish', reviewed],
  rated: [...WORKED, 'publish', 'rate'],
  closed: [...WORKED, 'publish', 'rate', 'close'],
  rejected: ['reject'],
  withdrawn: ['withdraw'],
  returned: ['accept', toUnit, 'return'],
  merged: ['accept', 'dispatch', 'merge'],
  suspended: ['accept', 'dispatch', 'suspend'],
  reopened: [...WORKED, 'publish', 'reopen'],
};

const OWED: Readonly<Record<OrderState, string>> = {
  submitted: 'reply accept total',
  accepted: 'reply total finish',
  dispatched: 'reply total finish claim',
  claimed: 'reply total finish',
  in_progress: 'reply total finish',
  done: 'reply',
  published: 'reply rate',
  rated: 'reply',
  closed: '',
  rejected: '',
  withdrawn: '',
  returned: 'reply total finish',
  merged: '',
  suspended: 'reply total -finish -claim',
  reopened: 'reply finish total',
};

it.each(ORDER_STATES)('owed while an order is %s', (state) => {
  const life = new Life().does(...ROADS[state]);
  expect([life.order.state, life.owed()]).toEqual([state, OWED[state]]);
});

const ALL = ['met', 'cancelled', 'started', 'goes on', 'paused', 'running'] as const;

/** claim cancelled, claim started: what became of which promise. */
function told({ changed, started }: DeadlineChanges, now: Date): string {
  const words = [
    ...changed.map(({ kind, state }) => ({ kind, what: state })),
    ...started.map(({ kind, startedAt }) => ({ kind, what: startedAt < now ? 'goes on' : 'started' })),
  ];
  return ALL.map((how) => ({ how, kinds: words.filter(({ what }) => what === how).map(({ kind }) => kind) }))
    .filter(({ kinds }) => kinds.length > 0)
    .map(({ how, kinds }) => `${kinds.join(' ')} ${how}`)
    .join(', ');
}

type Effects = Readonly<Partial<Record<OrderAction, string>>>;
const REPLY: Effects = { reply: 'reply met' };
const REDO = { reopen: 'finish total started', review: '' };
/** State × action, for an order nobody has replied to; what is not here moves no promise. */
const EFFECTS: Readonly<Record<OrderState, Effects>> = {
  submitted: {
    ...REPLY,
    accept: 'accept met, finish started',
    reject: 'accept met, reply total cancelled',
    withdraw: 'reply accept total cancelled',
    merge: 'reply accept total cancelled',
  },
  accepted: {
    ...REPLY,
    dispatch: 'claim started',
    split: 'claim started',
    reject: 'reply total finish cancelled',
    withdraw: 'reply total finish cancelled',
    merge: 'reply total finish cancelled',
    suspend: 'finish paused',
    done: 'total finish met',
  },
  dispatched: {
    ...REPLY,
    dispatch: 'claim cancelled, claim started',
    split: 'claim cancelled, claim started',
    claim: 'claim met',
    return: 'claim met',
    withdraw: 'reply total finish claim cancelled',
    merge: 'reply total finish claim cancelled',
    suspend: 'finish claim paused',
  },
  claimed: {
    ...REPLY,
    dispatch: 'claim started',
    withdraw: 'reply total finish cancelled',
    suspend: 'finish paused',
  },
  in_progress: {
    ...REPLY,
    dispatch: 'claim started',
    done: 'total finish met',
    suspend: 'finish paused',
  },
  done: { ...REPLY, publish: 'rate started', return: 'finish started, total goes on' },
  published: {
    ...REPLY,
    ...REDO,
    rate: 'rate met',
    reopen: 'rate cancelled, finish total started',
    close: 'reply rate cancelled',
  },
  rated: { ...REPLY, ...REDO, close: 'reply cancelled' },
  closed: {},
  rejected: { appeal: 'accept total reply started' },
  withdrawn: {},
  returned: {
    ...REPLY,
    dispatch: 'claim started',
    split: 'claim started',
    reject: 'reply total finish cancelled',
    withdraw: 'reply total finish cancelled',
    suspend: 'finish paused',
  },
  merged: { unmerge: 'claim finish started, reply total goes on' },
  suspended: { ...REPLY, resume: 'finish claim running', withdraw: 'reply total finish claim cancelled' },
  reopened: {
    ...REPLY,
    dispatch: 'claim started',
    split: 'claim started',
    suspend: 'finish paused',
    withdraw: 'reply finish total cancelled',
  },
};

describe('what a step does to the promises', () => {
  const cells = ORDER_STATES.flatMap((state) =>
    (Object.keys(LIFECYCLE[state]) as OrderAction[]).map((action) => [state, action] as const),
  );

  it.each(cells)('%s, %s', (state, action) => {
    const life = new Life().does(...ROADS[state]);
    const changes = life.tryTo(COMMANDS[action]);
    if (!changes) {
      // The system's and the resident's own exceptions: only a child is closed from done, work begun is not withdrawn.
      expect([`done close`, `in_progress withdraw`]).toContain(`${state} ${action}`);
      return;
    }
    expect(told(changes, life.now)).toBe(EFFECTS[state][action] ?? '');
  });

  it.each(['published', 'rated'] as const)('a review that finds it unsolved takes it up again (%s)', (state) => {
    const life = new Life().does(...ROADS[state]);
    const dropped = state === 'published' ? 'rate cancelled, ' : '';
    expect(told(life.take(unsolved), life.now)).toBe(`${dropped}finish total started`);
  });

  it('nobody is asked for a second first reply', () => {
    const replied = new Life().does('reply');
    expect(replied.does('reject', 'appeal').owed()).toBe('accept total');
    expect(new Life().does('reply', 'merge', 'unmerge').owed()).toBe('accept total');
    expect(new Life().does('reply', ...ROADS.reopened).owed()).toBe('finish total');
  });
});

describe('a child task', () => {
  const child = (...steps: readonly (OrderCommand | OrderAction)[]) => new Life(CHILD).does(...steps);

  it('has the clocks of the work alone', () => {
    expect(child().owed()).toBe('claim finish');
    expect(child('claim').owed()).toBe('finish');
    expect(child('claim', 'start', 'reply', 'remark').owed()).toBe('finish');
    expect(child('claim', 'return').owed()).toBe('finish');
    expect(child('claim', 'return', 'dispatch').owed()).toBe('finish claim');
    expect(child('claim', 'suspend').owed()).toBe('-finish');
    expect(child('claim', 'start', 'done').owed()).toBe('');
    expect(child('claim', 'start', 'done', 'return').owed()).toBe('finish');
    expect(child('claim', 'start', 'done', 'close').owed()).toBe('');
    expect(child('withdraw').owed()).toBe('');
  });
});

describe('the total', () => {
  const dates = (life: Life) => life.promises.all.filter(({ kind }) => kind === 'total').map(({ dueAt }) => dueAt);

  it('runs from the resident’s word and is moved by nothing on the way', () => {
    const life = new Life();
    const [due] = dates(life);
    life.does(
      'edit',
      'accept',
      'dispatch',
      'urge',
      'remark',
      'claim',
      'return',
      'dispatch',
      'claim',
      'start',
      'suspend',
    );
    life.take({ action: 'resume' }, 3 * 24 * 60);
    life.does('dispatch', 'claim', 'start');
    expect(dates(life)).toEqual([due]);
  });

  it('was not kept by work called done too early', () => {
    const life = new Life().does(...WORKED, 'return');
    const [first, again] = life.promises.all.filter(({ kind }) => kind === 'total');
    expect(again).toMatchObject({ state: 'running', startedAt: NOW, dueAt: first?.dueAt, why: first?.why });
  });

  it('of an order set aside by mistake goes on as it was, whatever the order is called by now', () => {
    const life = new Life().does({ action: 'accept', urgency: 'urgent' }, 'merge');
    const { dueAt } = life.promises.of('total');
    life.take(COMMANDS.unmerge, 600);
    expect(life.promises.of('total')).toMatchObject({ state: 'running', dueAt, startedAt: NOW });
    expect(life.promises.of('reply')).toMatchObject({ state: 'running', dueAt: minutesAfter(NOW, 60) });
    expect(life.promises.of('finish').startedAt).toEqual(life.now);
  });

  describe('that was missed before', () => {
    const climbs = (life: Life) =>
      life.promises.happened.flatMap(({ firing }) =>
        firing.type === 'missed' && firing.climb ? [`${firing.climb.kind} ${firing.climb.rung}`] : [],
      );
    const told = (life: Life) =>
      life.promises.happened.flatMap(({ what, before: { kind } }) => (what === 'missed' ? [kind] : []));
    const untilMissed = () => {
      const life = new Life().does('accept');
      life.promises.letTimePass(minutesAfter(NOW, 65));
      life.now = minutesAfter(NOW, 65);
      return life;
    };

    it('climbs on from where it was when it is taken out of a merger, and nobody is told twice', () => {
      const life = untilMissed();
      const [missed, rung] = [life.promises.of('reply'), life.promises.of('rung')];
      expect(missed.state).toBe('missed');
      life.does('merge');
      life.take(COMMANDS.unmerge, 30);
      expect(life.promises.of('reply')).toMatchObject({ id: missed.id, state: 'missed', settledAt: null });
      expect(life.promises.of('rung')).toMatchObject({ id: rung.id, state: 'running', dueAt: rung.dueAt });
      life.does('merge', 'unmerge');
      life.promises.letTimePass(minutesAfter(NOW, 30 * 24 * 60));
      expect(told(life).filter((kind) => kind === 'reply')).toHaveLength(1);
      expect(climbs(life).filter((each) => each.startsWith('reply'))).toEqual(
        expect.arrayContaining(['reply 1', 'reply 2', 'reply 3']),
      );
      const rungs = life.promises.all.filter(({ kind, ofKind }) => kind === 'rung' && ofKind === 'reply');
      expect(rungs.map((each) => each.rung)).toEqual([1, 2, 3]);
    });

    it('climbs at once over a rung whose time went by while it was set aside', () => {
      const life = untilMissed().does('merge');
      life.take(COMMANDS.unmerge, 10 * 24 * 60);
      life.promises.catchUp(life.now);
      expect(climbs(life).filter((each) => each.startsWith('reply'))).toEqual(['reply 1', 'reply 2']);
    });

    it('begins to climb when it was missed and set aside before anybody looked', () => {
      const life = new Life().does('accept');
      life.take(COMMANDS.merge, 90);
      life.take(COMMANDS.unmerge, 5);
      const missed = life.promises.all.filter(({ kind }) => kind === 'reply');
      expect(missed).toMatchObject([{ state: 'missed', settledAt: null }]);
      life.promises.catchUp(life.now);
      expect(told(life)).toEqual(['rung']);
      expect(climbs(life)).toEqual(['reply 1']);
    });

    it('is not told again when work called done too late comes back', () => {
      const life = new Life().does(...WORKED.slice(0, -1));
      life.now = minutesAfter(NOW, 60 * 24 * 60);
      life.promises.letTimePass(life.now);
      const before = climbs(life).filter((each) => each.startsWith('total'));
      life.does('done', 'return');
      life.promises.letTimePass(minutesAfter(life.now, 60 * 24 * 60));
      expect(climbs(life).filter((each) => each.startsWith('total'))).toEqual(before);
      expect(life.promises.all.filter(({ kind }) => kind === 'total')).toHaveLength(1);
    });
  });

  it('keeps its pauses and extensions when it goes on', () => {
    const policy: CategoryPolicy = {
      ...DEFAULT_POLICY,
      total: { amount: 36, unit: 'hours', clock: 'natural' },
      pauseOn: { ...DEFAULT_POLICY.pauseOn, resident: ['total'] },
    };
    const life = new Life(NEW, policy).does('accept', 'dispatch', 'claim', 'start', 'suspend');
    life.take({ action: 'resume' }, 120);
    const due = minutesAfter(NOW, 38 * 60);
    expect(life.promises.of('total').dueAt).toEqual(due);
    life.does('done', 'return');
    expect(life.promises.of('total')).toMatchObject({ dueAt: due, adjustments: [{ type: 'pause' }] });
  });

  it('begins anew with an appeal and with every reopening, since the resident spoke again', () => {
    const appealed = new Life().does('reject', 'appeal');
    expect(appealed.promises.of('total').startedAt).toEqual(appealed.now);
    const reopened = new Life().does(...ROADS.reopened);
    expect(reopened.promises.of('total').startedAt).toEqual(reopened.now);
    expect(reopened.does(...WORKED.slice(1), 'return').promises.of('total').startedAt).not.toEqual(NOW);
  });
});

describe('a suspension', () => {
  it.each([
    ['resident', COMMANDS.suspend, ['finish', 'claim']],
    ['weather', waiting('weather'), ['finish']],
    ['other', waiting('other'), []],
    ['nothing said', { action: 'suspend', reason: '还要再看看' } as const, []],
  ])('pauses the clocks the policy names (%s), by exactly its length', (_, command, paused) => {
    const life = new Life().does('accept', 'dispatch');
    const before = new Map(life.promises.all.map(({ id, dueAt }) => [id, dueAt]));
    life.take(command);
    expect(life.promises.all.filter(({ state }) => state === 'paused').map(({ kind }) => kind)).toEqual(paused);
    life.now = new Date('2026-11-23T10:00:00+08:00');
    life.take(COMMANDS.resume, 60);
    const moved = life.promises.all.filter(({ id, dueAt }) => before.get(id)?.getTime() !== dueAt.getTime());
    // From Sunday night to Monday 11:00, two hours and a half of work.
    expect(moved.map(({ kind, dueAt }) => [kind, dueAt])).toEqual(
      [
        ['finish', new Date('2026-11-30T11:00:00+08:00')],
        ['claim', new Date('2026-11-24T11:00:00+08:00')],
      ].filter(([kind]) => (paused as unknown[]).includes(kind)),
    );
    expect(life.promises.all.some(({ state }) => state === 'paused')).toBe(false);
  });

  it('lets those who were told of a miss wait too, but does not save what is overdue', () => {
    const life = new Life().does('accept', 'dispatch');
    life.promises.letTimePass(new Date('2026-11-23T18:00:00+08:00'));
    expect(life.promises.of('claim').state).toBe('missed');
    const rung = life.promises.all.find(({ kind, ofKind }) => kind === 'rung' && ofKind === 'claim');
    expect(rung?.state).toBe('running');
    life.now = new Date('2026-11-23T19:00:00+08:00');
    life.does('suspend');
    const now = life.promises.all.filter(({ kind, ofKind }) => kind === 'claim' || ofKind === 'claim');
    expect(now.map(({ kind, state }) => [kind, state])).toEqual([
      ['claim', 'missed'],
      ['rung', 'paused'],
    ]);
  });
});

describe('urgency', () => {
  const urgent = { action: 'accept', urgency: 'urgent' } as const;

  it('shortens what begins after it was said', () => {
    const life = new Life().does(urgent, 'dispatch');
    expect(life.promises.of('finish').limit).toEqual(DEFAULT_POLICY.urgent.finish);
    expect(life.promises.of('claim').limit).toEqual(DEFAULT_POLICY.urgent.claim);
    expect(life.promises.of('total').limit).toEqual(DEFAULT_POLICY.total);
    expect(life.does('claim', 'start', 'done', 'publish', 'reopen').promises.of('total').limit).toEqual(
      DEFAULT_POLICY.urgent.total,
    );
  });

  it('never gives more time', () => {
    for (const limit of [
      { amount: 2, unit: 'hours', clock: 'natural' },
      { amount: 3, unit: 'hours', clock: 'working' },
      { amount: 1, unit: 'workdays', clock: 'working' },
      { amount: 3, unit: 'workdays', clock: 'working' },
    ] as const) {
      for (let hour = 0; hour < 24 * 21; hour += 5) {
        const now = minutesAfter(new Date('2026-02-06T00:30:00+08:00'), hour * 60);
        const after = { ...orderIn('accepted'), urgency: 'urgent' } as const;
        const policy = { ...DEFAULT_POLICY, finish: limit };
        const { started } = moveDeadlines({ action: 'accept', from: 'submitted', after, now }, [], policy, CALENDAR);
        const due = (each: typeof limit) => startDeadline(each, now, CALENDAR, { kind: 'finish' }).dueAt.getTime();
        const hurried = due(DEFAULT_POLICY.urgent.finish as typeof limit);
        expect(started.map(({ dueAt }) => dueAt.getTime())).toEqual([Math.min(due(limit), hurried)]);
      }
    }
  });
});

it('an order older than its promises is given those it owes when it comes into sight', () => {
  const after = { ...orderIn('dispatched'), acceptedAt: NOW, submittedAt: NOW };
  const now = minutesAfter(NOW, 30);
  const { started } = moveDeadlines({ action: 'unmerge', from: 'merged', after, now }, [], DEFAULT_POLICY, CALENDAR);
  expect(started.map(({ kind, startedAt }) => [kind, startedAt])).toEqual([
    ['claim', now],
    ['finish', now],
    ['reply', NOW],
    ['total', NOW],
  ]);
});

describe('the limits of a promise', () => {
  it('are the usual one, and beside it the urgent one where urgency can shorten', () => {
    for (const kind of ['claim', 'finish', 'total'] as const) {
      expect(limitsOf(kind, DEFAULT_POLICY, 'normal')).toEqual([DEFAULT_POLICY[kind]]);
      expect(limitsOf(kind, DEFAULT_POLICY, 'urgent')).toEqual([DEFAULT_POLICY[kind], DEFAULT_POLICY.urgent[kind]]);
      expect(limitsOf(kind, { ...DEFAULT_POLICY, urgent: {} }, 'urgent')).toEqual([DEFAULT_POLICY[kind]]);
    }
    expect(limitsOf('reply', DEFAULT_POLICY, 'urgent')).toEqual([DEFAULT_POLICY.reply]);
    expect(limitsOf('accept', DEFAULT_POLICY, 'urgent')).toEqual([DEFAULT_POLICY.accept]);
  });

  it('of the resident’s own window are natural days', () => {
    expect(limitsOf('rate', DEFAULT_POLICY, 'urgent')).toEqual([{ amount: 7, unit: 'days', clock: 'natural' }]);
  });
});
