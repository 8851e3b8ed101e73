import { ACTORS, COMMANDS, facts, orderIn, UNIT, type ActorName } from '../testing/orders.js';
import type { OrderAction } from './commands.js';
import { decide } from './decide.js';
import { LIFECYCLE } from './lifecycle.js';
import type { Order } from './order.js';
import { ORDER_STATES, type OrderState } from './state.js';

/** Who may do what in each state: the whole matrix. COMMUNITY and STAFF are the two groups named below. */
const MATRIX: Readonly<Record<OrderState, Readonly<Partial<Record<OrderAction, string>>>>> = {
  submitted: {
    edit: 'reporter creator',
    accept: 'COMMUNITY',
    reject: 'dispatcher secretary',
    reply: 'STAFF',
    withdraw: 'reporter creator',
    merge: 'dispatcher secretary',
    urge: 'reporter creator follower',
    remark: 'reporter creator STAFF regulator',
    follow: 'creator STAFF regulator administrator',
    unfollow: 'follower',
  },
  accepted: {
    reject: 'dispatcher secretary',
    reply: 'STAFF',
    dispatch: 'duty_officer dispatcher secretary system',
    suspend: 'dispatcher secretary',
    done: 'COMMUNITY',
    withdraw: 'reporter creator',
    merge: 'dispatcher secretary',
    split: 'dispatcher secretary',
    urge: 'reporter creator follower',
    remark: 'reporter creator STAFF regulator',
    follow: 'creator STAFF regulator administrator',
    unfollow: 'follower',
  },
  dispatched: {
    reply: 'addressee unit STAFF',
    dispatch: 'duty_officer dispatcher secretary system',
    claim: 'assignee addressee unit pool creator',
    return: 'addressee system',
    suspend: 'dispatcher secretary',
    withdraw: 'reporter creator',
    merge: 'dispatcher secretary',
    split: 'dispatcher secretary',
    urge: 'reporter creator follower',
    remark: 'reporter creator addressee unit STAFF regulator',
    follow: 'creator assignee addressee unit pool STAFF regulator administrator',
    unfollow: 'follower',
  },
  claimed: {
    reply: 'assignee addressee unit STAFF',
    dispatch: 'dispatcher secretary',
    return: 'assignee',
    start: 'assignee',
    suspend: 'assignee dispatcher secretary',
    withdraw: 'reporter creator',
    urge: 'reporter creator follower',
    remark: 'reporter creator assignee addressee unit STAFF regulator',
    follow: 'creator assignee addressee unit STAFF regulator administrator',
    unfollow: 'follower',
  },
  in_progress: {
    reply: 'assignee addressee unit STAFF',
    dispatch: 'dispatcher secretary',
    return: 'assignee',
    suspend: 'assignee dispatcher secretary',
    done: 'assignee',
    urge: 'reporter creator follower',
    remark: 'reporter creator assignee addressee unit STAFF regulator',
    follow: 'creator assignee addressee unit STAFF regulator administrator',
    unfollow: 'follower',
  },
  done: {
    reply: 'assignee addressee unit STAFF',
    return: 'dispatcher secretary',
    publish: 'dispatcher secretary',
    urge: 'reporter creator follower',
    remark: 'reporter creator assignee addressee unit STAFF regulator',
    follow: 'creator assignee addressee unit STAFF regulator administrator',
    unfollow: 'follower',
  },
  published: {
    reply: 'assignee addressee unit STAFF',
    rate: 'reporter',
    reopen: 'reporter creator',
    review: 'STAFF',
    close: 'dispatcher secretary system',
    remark: 'reporter creator assignee addressee unit STAFF regulator',
    follow: 'creator assignee addressee unit pool STAFF regulator administrator stranger',
    unfollow: 'follower',
  },
  rated: {
    reply: 'assignee addressee unit STAFF',
    reopen: 'reporter creator',
    review: 'STAFF',
    close: 'dispatcher secretary system',
    remark: 'reporter creator assignee addressee unit STAFF regulator',
    follow: 'creator assignee addressee unit pool STAFF regulator administrator stranger',
    unfollow: 'follower',
  },
  closed: {},
  rejected: {
    appeal: 'reporter creator',
    reply: 'STAFF',
    remark: 'reporter creator STAFF regulator',
    unfollow: 'follower',
  },
  withdrawn: {},
  returned: {
    reject: 'dispatcher secretary',
    reply: 'STAFF',
    dispatch: 'duty_officer dispatcher secretary system',
    suspend: 'dispatcher secretary',
    withdraw: 'reporter creator',
    split: 'dispatcher secretary',
    urge: 'reporter creator follower',
    remark: 'reporter creator STAFF regulator',
    follow: 'creator STAFF regulator administrator',
    unfollow: 'follower',
  },
  merged: {
    unmerge: 'dispatcher secretary',
    remark: 'reporter creator STAFF regulator',
  },
  suspended: {
    reply: 'STAFF',
    resume: 'dispatcher secretary system',
    withdraw: 'reporter creator',
    urge: 'reporter creator follower',
    remark: 'reporter creator STAFF regulator',
    follow: 'creator STAFF regulator administrator',
    unfollow: 'follower',
  },
  reopened: {
    reply: 'STAFF',
    dispatch: 'duty_officer dispatcher secretary system',
    suspend: 'dispatcher secretary',
    withdraw: 'reporter creator',
    split: 'dispatcher secretary',
    urge: 'reporter creator follower',
    remark: 'reporter creator STAFF regulator',
    follow: 'creator STAFF regulator administrator',
    unfollow: 'follower',
  },
};

const COMMUNITY = 'grid_worker duty_officer dispatcher secretary';
const NAMES = Object.keys(ACTORS) as ActorName[];

function expected(state: OrderState, action: OrderAction): string[] {
  const cell = (MATRIX[state][action] ?? '').replace('STAFF', 'COMMUNITY supervisor').replace('COMMUNITY', COMMUNITY);
  return NAMES.filter((name) => cell.split(' ').includes(name));
}

/** The order as the named actor meets it: sent to them, where they are a receiver. */
function orderFor(name: ActorName, state: OrderState): Order {
  const order = orderIn(state);
  if (order.assignment === null) return order;
  if (name === 'addressee') return { ...order, assignment: { type: 'person', personId: 'addressee' } };
  return name === 'unit' ? { ...order, assignment: UNIT } : order;
}

/** After the rating window, when a published order may be closed; within every other window. */
const NOW = new Date('2026-11-30T00:00:00+08:00');

describe.each(ORDER_STATES)('an order that is %s', (state) => {
  it.each(Object.keys(COMMANDS) as OrderAction[])('%s', (action) => {
    const now = state === 'rejected' ? facts().now : NOW;
    const outcomes = NAMES.map((name) => ({
      name,
      decision: decide(
        orderFor(name, state),
        COMMANDS[action],
        ACTORS[name],
        facts({ now, isFollower: name === 'follower' }),
      ),
    }));
    expect(outcomes.filter(({ decision }) => decision.ok).map(({ name }) => name)).toEqual(expected(state, action));
    // A stranger learns nothing of the state, whatever they try.
    const told = outcomes.find(({ name }) => name === 'stranger')?.decision;
    if (told?.ok === false && action !== 'follow') expect(told.kind).toMatch(/^(not_found|forbidden)$/);
    // The state is blamed only where it is to blame.
    const blamed = outcomes.some(({ decision }) => !decision.ok && decision.code === 'order.illegal_move');
    expect(blamed && LIFECYCLE[state][action] !== undefined).toBe(false);
  });
});

describe('separation of duties', () => {
  const staff = { ...ACTORS.secretary, personId: 'reporter' };
  const worker = { ...ACTORS.secretary, personId: 'assignee' };

  it.each([
    ['submitted', 'accept'],
    ['submitted', 'reject'],
    ['submitted', 'merge'],
    ['accepted', 'dispatch'],
    ['accepted', 'split'],
    ['accepted', 'done'],
    ['done', 'publish'],
    ['rated', 'review'],
    ['rated', 'close'],
    ['merged', 'unmerge'],
  ] as const)('in %s a secretary may not %s what they reported', (state, action) => {
    expect(decide(orderIn(state), COMMANDS[action], staff, facts())).toMatchObject({ code: 'order.own_matter' });
  });

  it('keeps a party member from claiming their own order', () => {
    const member = { ...ACTORS.pool, personId: 'reporter' };
    expect(decide(orderIn('dispatched'), COMMANDS.claim, member, facts())).toMatchObject({ code: 'order.own_matter' });
  });

  it.each([
    ['done', 'publish'],
    ['rated', 'review'],
    ['rated', 'close'],
  ] as const)('in %s a secretary may not %s work they did', (state, action) => {
    expect(decide(orderIn(state), COMMANDS[action], worker, facts())).toMatchObject({ code: 'order.own_work' });
  });
});
