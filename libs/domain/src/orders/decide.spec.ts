import { ACTORS, COMMANDS, facts, orderIn, POOL, UNIT, type ActorName } from '../testing/orders.js';
import { COMMUNITY, GRID, minutesAfter, NOW, post, unitScope } from '../testing/people.js';
import type { OrderCommand } from './commands.js';
import { decide } from './decide.js';
import type { OrderFacts } from './facts.js';
import type { Move } from './move.js';
import type { Order } from './order.js';

function move(order: Order, command: OrderCommand, name: ActorName, changes: Partial<OrderFacts> = {}): Move {
  const decision = decide(order, command, ACTORS[name], facts(changes));
  if (!decision.ok) throw new Error(decision.code);
  return decision.value;
}

function refusal(order: Order, command: OrderCommand, name: ActorName, changes: Partial<OrderFacts> = {}) {
  const decision = decide(order, command, ACTORS[name], facts(changes));
  if (decision.ok) throw new Error(`${command.action} was allowed`);
  return decision;
}

const days = (count: number) => count * 24 * 60;

describe('the version', () => {
  it('grows with every change of the row and refuses a stale client', () => {
    expect(
      move(orderIn('submitted', { version: 3 }), COMMANDS.accept, 'dispatcher', { expectedVersion: 3 }).patch.version,
    ).toBe(4);
    expect(
      refusal(orderIn('submitted', { version: 4 }), COMMANDS.accept, 'dispatcher', { expectedVersion: 3 }),
    ).toMatchObject({
      code: 'order.stale',
      kind: 'conflict',
      facts: { version: 4 },
    });
  });

  it('rests while only words or followers are added', () => {
    expect(move(orderIn('accepted'), COMMANDS.remark, 'reporter').patch).toEqual({});
    expect(move(orderIn('accepted', { kind: 'problem' }), COMMANDS.follow, 'stranger')).toMatchObject({
      patch: {},
      followers: { type: 'add_actor' },
    });
    expect(move(orderIn('accepted'), COMMANDS.unfollow, 'follower', { isFollower: true }).followers).toEqual({
      type: 'remove_actor',
    });
  });
});

describe('a refused move', () => {
  it('names the state, the action and what would be possible', () => {
    expect(refusal(orderIn('submitted'), COMMANDS.publish, 'dispatcher')).toMatchObject({
      code: 'order.illegal_move',
      title: '这条诉求现在是“待受理”，不能“晒单”，请刷新后看看可以做什么。',
      facts: {
        state: 'submitted',
        action: 'publish',
        allowed: expect.arrayContaining(['accept', 'reject']) as string[],
      },
    });
  });
});

describe('clocks', () => {
  it('are not moved by an edit', () => {
    const { patch, events } = move(
      orderIn('submitted'),
      { action: 'edit', title: '三楼路灯', category: 'lighting' },
      'reporter',
    );
    expect(patch).toEqual({ category: 'lighting', confidential: false, state: 'submitted', version: 2 });
    expect(events[0]).toMatchObject({ words: null, data: { fields: ['title', 'category'] } });
  });

  it('take the first reply once and for all', () => {
    expect(move(orderIn('submitted'), COMMANDS.reply, 'duty_officer').patch).toEqual({
      repliedAt: NOW,
      state: 'submitted',
      version: 2,
    });
    expect(
      move(orderIn('submitted', { repliedAt: minutesAfter(NOW, -5) }), COMMANDS.reply, 'dispatcher').patch,
    ).toEqual({});
  });
});

describe('a claim', () => {
  it('makes the claimant the assignee, by the post that entitles them', () => {
    const { patch, events } = move(orderIn('dispatched'), COMMANDS.claim, 'pool');
    expect(patch).toMatchObject({ state: 'claimed', assigneeId: 'member' });
    expect(events).toMatchObject([{ actorId: 'member', postId: 'post-party_member', type: 'order.claimed' }]);
  });

  it('tells the loser that it was claimed, though they see it no longer', () => {
    const lost = refusal(orderIn('claimed'), COMMANDS.claim, 'pool', { expectedVersion: 0 });
    expect(lost).toMatchObject({ code: 'order.already_claimed', kind: 'conflict' });
    expect(refusal(orderIn('claimed'), COMMANDS.claim, 'stranger').code).toBe('order.not_visible');
  });

  it('is open to the whole community’s members, not to the next community’s', () => {
    const elsewhere = post('party_member', '320400/320402/320402003/320402003013');
    const neighbour = { type: 'person', personId: 'n', posts: [post('party_member', `${COMMUNITY}/G07`)] } as const;
    const outsider = { type: 'person', personId: 'x', posts: [elsewhere] } as const;
    expect(decide(orderIn('dispatched'), COMMANDS.claim, neighbour, facts()).ok).toBe(true);
    expect(decide(orderIn('dispatched'), COMMANDS.claim, outsider, facts())).toMatchObject({
      code: 'order.not_visible',
    });
  });

  it('ends with the post', () => {
    const former = { type: 'person', personId: 'n', posts: [post('cadre', COMMUNITY, { to: NOW })] } as const;
    expect(decide(orderIn('dispatched'), COMMANDS.claim, former, facts()).ok).toBe(false);
  });
});

describe('dispatching', () => {
  it('goes only where somebody can take it', () => {
    const order = orderIn('accepted');
    expect(move(order, { action: 'dispatch', to: UNIT }, 'dispatcher').patch).toMatchObject({
      assignment: UNIT,
      assigneeId: null,
    });
    const person = (personId: string) => ({ type: 'person', personId }) as const;
    const receivers = [
      { to: person('far'), posts: [post('party_member', '320400/320402/320402003/320402003013')] },
      { to: person('admin'), posts: [post('administrator'), post('regulator')] },
      { to: UNIT, posts: [post('unit_responder', GRID, { scope: unitScope('another') })] },
      { to: person('retired'), posts: [post('party_member', GRID, { to: NOW })] },
    ];
    for (const to of [UNIT, person('far'), person('admin'), person('retired'), person('nobody')]) {
      expect(refusal(order, { action: 'dispatch', to }, 'dispatcher', { receivers })).toMatchObject({
        code: 'order.no_receiver',
        facts: { to },
      });
    }
  });

  it('to a unit concerns that unit’s people only', () => {
    const scope = unitScope('u2');
    const other = { type: 'person', personId: 'r2', posts: [post('unit_responder', GRID, { scope })] } as const;
    const order = orderIn('dispatched', { assignment: UNIT });
    expect(decide(order, COMMANDS.claim, other, facts())).toMatchObject({ code: 'order.not_visible' });
    expect(decide(order, COMMANDS.claim, ACTORS.unit, facts()).ok).toBe(true);
  });

  it('never goes back to the resident, nor a confidential one to the hall', () => {
    const toReporter = { action: 'dispatch', to: { type: 'person', personId: 'reporter' } } as const;
    expect(refusal(orderIn('accepted'), toReporter, 'dispatcher').code).toBe('order.receiver_is_reporter');
    expect(refusal(orderIn('accepted', { confidential: true }), COMMANDS.dispatch, 'dispatcher').code).toBe(
      'order.confidential_not_for_pool',
    );
  });

  it('says when it takes the order from somebody else', () => {
    const { patch, events } = move(
      orderIn('in_progress'),
      { action: 'dispatch', to: UNIT, reason: '需要专业队伍' },
      'secretary',
    );
    expect(patch).toMatchObject({ state: 'dispatched', assignment: UNIT, assigneeId: null });
    expect(events[0]).toMatchObject({ words: '需要专业队伍', data: { to: UNIT, instead: POOL } });
  });
});

describe('handled and solved', () => {
  it('are two facts: the assignee states only the first', () => {
    const { patch } = move(orderIn('in_progress'), COMMANDS.done, 'assignee');
    expect(patch).toEqual({ state: 'done', version: 2, doneAt: NOW });
  });

  it('names who settled it on the spot', () => {
    expect(move(orderIn('accepted'), COMMANDS.done, 'grid_worker').patch).toMatchObject({
      doneAt: NOW,
      assigneeId: 'grid-worker',
      assignment: { type: 'person', personId: 'grid-worker' },
    });
  });

  it('never closes what the resident calls unsolved', () => {
    const later = { now: minutesAfter(NOW, days(60)) };
    const unsolved = orderIn('rated', { solved: false, stars: 1 });
    for (const name of ['system', 'dispatcher', 'secretary'] as const) {
      expect(refusal(unsolved, COMMANDS.close, name, later).code).toBe('order.not_solved');
    }
  });

  it('lets a review settle the doubt either way', () => {
    const unsolved = orderIn('rated', { solved: false, stars: 1 });
    const settled = move(unsolved, COMMANDS.review, 'duty_officer').patch;
    expect(settled).toMatchObject({ state: 'rated', solved: true, reviewed: true });
    expect(move({ ...unsolved, ...settled }, COMMANDS.close, 'system').patch).toMatchObject({
      state: 'closed',
      closedAt: NOW,
    });
    const again = move(unsolved, { ...COMMANDS.review, solved: false }, 'duty_officer');
    expect(again.patch).toMatchObject({
      state: 'reopened',
      solved: null,
      doneAt: null,
      assigneeId: null,
      reopenCount: 1,
    });
    expect(again.events).toMatchObject([{ fromState: 'rated', toState: 'reopened', data: { solved: false } }]);
  });

  it('leaves a silent resident the whole rating window', () => {
    const published = orderIn('published', { publishedAt: new Date('2026-11-22T09:00:00+08:00') });
    const lastMoment = new Date('2026-11-29T23:59:59+08:00');
    expect(refusal(published, COMMANDS.close, 'system', { now: lastMoment })).toMatchObject({
      code: 'order.rating_window_open',
      title: '居民还在评价期内（至11月29日），到期后才能办结。',
    });
    expect(move(published, COMMANDS.close, 'system', { now: new Date('2026-11-30T00:00:00+08:00') }).patch.state).toBe(
      'closed',
    );
  });
});

describe('a review', () => {
  it('is the resident’s word got at the door: what it settles need not wait for the window', () => {
    const published = orderIn('published', { publishedAt: NOW });
    expect(refusal(published, COMMANDS.close, 'system').code).toBe('order.rating_window_open');
    const reviewed = { ...published, ...move(published, COMMANDS.review, 'duty_officer').patch };
    expect(reviewed).toMatchObject({ state: 'published', solved: true, reviewed: true });
    expect(move(reviewed, COMMANDS.close, 'system').patch.state).toBe('closed');
  });
});

describe('reopening', () => {
  const published = orderIn('rated', { publishedAt: new Date('2026-11-01T09:00:00+08:00') });

  it('is open until the end of the last day, by the server’s clock', () => {
    expect(
      move(published, COMMANDS.reopen, 'reporter', { now: new Date('2026-11-16T23:59:59+08:00') }).patch,
    ).toMatchObject({
      state: 'reopened',
      publishedAt: null,
      ratedAt: null,
      stars: null,
    });
    expect(
      refusal(published, COMMANDS.reopen, 'reporter', { now: new Date('2026-11-17T00:00:00+08:00') }),
    ).toMatchObject({
      code: 'order.reopen_window_over',
      facts: { days: 15 },
    });
  });
});

describe('an appeal', () => {
  const rejected = orderIn('rejected', { rejectedAt: NOW });

  it('comes once and in time', () => {
    expect(move(rejected, COMMANDS.appeal, 'reporter').patch).toMatchObject({
      state: 'submitted',
      appealedAt: NOW,
      rejectedAt: null,
    });
    expect(refusal({ ...rejected, appealedAt: NOW }, COMMANDS.appeal, 'reporter').code).toBe('order.already_appealed');
    expect(refusal(rejected, COMMANDS.appeal, 'reporter', { now: minutesAfter(NOW, days(8)) }).code).toBe(
      'order.appeal_window_over',
    );
  });
});

describe('urging', () => {
  it('is counted and spaced', () => {
    const order = orderIn('accepted', { lastUrgedAt: minutesAfter(NOW, -119), urgeCount: 1 });
    expect(refusal(order, COMMANDS.urge, 'reporter')).toMatchObject({
      code: 'order.urged_too_often',
      kind: 'too_many',
      title: '刚刚已经催办过了，请1分钟后再催。',
      facts: { retryAfterSeconds: 60 },
    });
    const later = { now: minutesAfter(NOW, 1) };
    expect(refusal(order, COMMANDS.urge, 'reporter', { now: new Date(later.now.getTime() - 1) }).facts).toEqual({
      minutes: 1,
      retryAfterSeconds: 1,
    });
    expect(move(order, COMMANDS.urge, 'reporter', later).patch).toMatchObject({ urgeCount: 2, lastUrgedAt: later.now });
  });
});

describe('withdrawing', () => {
  it('ends when work has started, also behind a suspension', () => {
    expect(refusal(orderIn('in_progress'), COMMANDS.withdraw, 'reporter').code).toBe('order.work_started');
    expect(refusal(orderIn('suspended', { stateBefore: 'in_progress' }), COMMANDS.withdraw, 'reporter').code).toBe(
      'order.work_started',
    );
    expect(move(orderIn('claimed'), COMMANDS.withdraw, 'reporter').patch).toMatchObject({
      state: 'withdrawn',
      assigneeId: null,
    });
  });
});

describe('suspending', () => {
  it('remembers where it was and goes back there', () => {
    const order = orderIn('in_progress');
    const suspended = move(order, COMMANDS.suspend, 'assignee');
    expect(suspended.patch).toEqual({ state: 'suspended', stateBefore: 'in_progress', version: 2 });
    expect(suspended.events[0]).toMatchObject({ data: { waitingFor: 'resident' }, public: false });
    expect(move({ ...order, ...suspended.patch }, COMMANDS.resume, 'assignee').patch).toEqual({
      state: 'in_progress',
      stateBefore: null,
      version: 3,
    });
  });

  it('would not guess a state that was lost', () => {
    expect(() => move(orderIn('suspended', { stateBefore: null }), COMMANDS.resume, 'dispatcher')).toThrow(
      'without a state',
    );
  });
});

describe('merging', () => {
  it('sends the reporter and followers along and back', () => {
    const order = orderIn('dispatched');
    const merged = move(order, COMMANDS.merge, 'dispatcher');
    expect(merged).toMatchObject({
      patch: { state: 'merged', stateBefore: 'dispatched', mergedInto: 'o2' },
      followers: { type: 'follow_survivor', orderId: 'o2' },
    });
    expect(move({ ...order, ...merged.patch }, COMMANDS.unmerge, 'dispatcher')).toMatchObject({
      patch: { state: 'dispatched', stateBefore: null, mergedInto: null },
      followers: { type: 'leave_survivor', orderId: 'o2' },
    });
  });

  const target = { id: 'o2', state: 'accepted', areaPath: GRID, confidential: false, parentId: null } as const;
  it.each([
    ['order.merge_itself', 'o1', target],
    ['order.merge_target_missing', 'o2', undefined],
    ['order.merge_target_missing', 'o3', target],
    ['order.merge_target_missing', 'o2', { ...target, parentId: 'o8' }],
    ['order.merge_target_ended', 'o2', { ...target, state: 'merged' as const }],
    ['order.merge_elsewhere', 'o2', { ...target, areaPath: '320400/320402/320402003/320402003013' }],
    ['order.merge_confidential', 'o2', { ...target, confidential: true }],
  ])('is refused as %s', (code, into, found) => {
    expect(refusal(orderIn('accepted'), { action: 'merge', into }, 'dispatcher', { target: found }).code).toBe(code);
  });
});

describe('words', () => {
  it.each([
    [{ action: 'reply', text: ' 收 到 了 \u200b\u200b\u200b' }, 'duty_officer', 'order.words_too_short'],
    [{ action: 'reply', text: '好'.repeat(2001) }, 'duty_officer', 'order.words_too_long'],
    [{ action: 'reject', reason: '   ' }, 'dispatcher', 'order.words_too_short'],
    [{ action: 'edit' }, 'reporter', 'order.nothing_to_change'],
    [{ action: 'edit', title: '灯' }, 'reporter', 'order.words_too_short'],
    [{ action: 'edit', photoIds: Array.from({ length: 10 }, String) }, 'reporter', 'order.too_many_photos'],
  ] as const)('%j by the %s → %s', (command, name, code) => {
    expect(refusal(orderIn('submitted'), command, name)).toMatchObject({ code, kind: 'invalid' });
  });

  it.each([0, 6, 4.5, NaN])('take no %s stars', (stars) => {
    expect(refusal(orderIn('published'), { ...COMMANDS.rate, stars }, 'reporter').code).toBe(
      'order.stars_out_of_range',
    );
  });

  it('count rare characters as one', () => {
    expect(move(orderIn('submitted'), { action: 'reply', text: '𠮷㐂𠮷㐂𠮷' }, 'duty_officer').events[0]?.words).toBe(
      '𠮷㐂𠮷㐂𠮷',
    );
    expect(
      move(orderIn('submitted'), { action: 'reply', text: '𠮷'.repeat(2000) }, 'duty_officer').events,
    ).toHaveLength(1);
    expect(refusal(orderIn('submitted'), { action: 'reply', text: '𠮷㐂𠮷㐂' }, 'duty_officer').code).toBe(
      'order.words_too_short',
    );
  });

  it('keep an edit within a category that takes this kind', () => {
    const command = { action: 'edit', category: 'wishes' } as const;
    expect(refusal(orderIn('submitted'), command, 'reporter', { kinds: ['wish'] }).code).toBe(
      'order.kind_not_in_category',
    );
    expect(refusal(orderIn('submitted'), command, 'reporter', { kinds: undefined }).code).toBe(
      'order.kind_not_in_category',
    );
  });
});

describe('an edit of the category', () => {
  it('makes an order confidential when the new category is, and never opens one up', () => {
    const edit = { action: 'edit', category: 'family' } as const;
    const { policy } = facts();
    const secretive = { policy: { ...policy, confidentialByDefault: true } };
    expect(move(orderIn('submitted'), edit, 'reporter', secretive).patch.confidential).toBe(true);
    expect(move(orderIn('submitted', { confidential: true }), edit, 'reporter').patch.confidential).toBe(true);
  });
});

describe('a confidential order', () => {
  const secret = { confidential: true };

  it('exists only for its circle', () => {
    for (const name of [
      'creator',
      'follower',
      'grid_worker',
      'duty_officer',
      'regulator',
      'administrator',
      'stranger',
    ] as const) {
      expect(refusal(orderIn('submitted', secret), COMMANDS.remark, name, { isFollower: true }).code).toBe(
        'order.not_visible',
      );
    }
    expect(move(orderIn('submitted', secret), COMMANDS.reply, 'dispatcher').events[0]?.public).toBe(false);
  });
});
