import { ACTORS, COMMANDS, facts, orderIn, POOL, UNIT } from '../testing/orders.js';
import { move, refusal } from '../testing/outcomes.js';
import { COMMUNITY, GRID, NOW, post, unitScope } from '../testing/people.js';
import { decide } from './decide.js';

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
