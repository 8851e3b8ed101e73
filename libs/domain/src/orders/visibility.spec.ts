import type { Post } from '../identity/post.js';
import { ACTORS, orderIn, type ActorName } from '../testing/orders.js';
import { COMMUNITY, GRID, NOW, person, post, unitScope } from '../testing/people.js';
import type { Order } from './order.js';
import { ORDER_STATES } from './state.js';
import { boardsOf, mayKnowReporter, visibility } from './visibility.js';

const seenBy = (name: ActorName, order: Order) =>
  visibility(order, ACTORS[name], { now: NOW, isFollower: name === 'follower' });
const everybody = (order: Order) =>
  Object.fromEntries((Object.keys(ACTORS) as ActorName[]).map((name) => [name, seenBy(name, order)]));

describe('an order is seen', () => {
  it('while it waits in the hall', () => {
    expect(everybody(orderIn('dispatched'))).toEqual({
      reporter: 'full',
      creator: 'full',
      follower: 'public',
      assignee: 'pool',
      addressee: 'pool',
      unit: 'none',
      pool: 'pool',
      grid_worker: 'full',
      duty_officer: 'full',
      dispatcher: 'full',
      secretary: 'full',
      supervisor: 'full',
      regulator: 'full',
      administrator: 'full',
      system: 'full',
      stranger: 'none',
    });
  });

  it('no longer by those who did not get it', () => {
    expect(seenBy('pool', orderIn('claimed'))).toBe('none');
    expect(seenBy('assignee', orderIn('claimed'))).toBe('full');
  });

  it('by whoever wrote it down for the resident, as long as they help residents there', () => {
    const written = (...posts: Post[]) => visibility(orderIn('submitted'), person('creator', ...posts), { now: NOW });
    expect(written(post('party_member'))).toBe('full');
    expect(written(post('party_member', COMMUNITY, { to: NOW }))).toBe('none');
    expect(written(post('party_member', '320400/320402/320402003/320402003013'))).toBe('none');
    expect(written(post('unit_responder', GRID, { scope: unitScope('u9') }))).toBe('none');
    const own = orderIn('submitted', { createdById: 'reporter' });
    expect(visibility(own, ACTORS.reporter, { now: NOW })).toBe('full');
  });

  it('when confidential, by its circle alone, in every state', () => {
    for (const state of ORDER_STATES) {
      const order = orderIn(state, { confidential: true, kind: 'wish' });
      const seen = everybody(order);
      expect(seen).toMatchObject({ reporter: 'full', dispatcher: 'full', secretary: 'full', supervisor: 'full' });
      for (const name of [
        'creator',
        'follower',
        'pool',
        'grid_worker',
        'duty_officer',
        'regulator',
        'administrator',
        'stranger',
      ] as const) {
        if (name !== 'pool' || state !== 'dispatched')
          expect({ state, name, seen: seen[name] }).toEqual({ state, name, seen: 'none' });
      }
    }
  });

  it('when a problem is under way, by the neighbours too, so that they say "me too"', () => {
    expect(seenBy('stranger', orderIn('accepted', { kind: 'problem' }))).toBe('public');
    expect(seenBy('stranger', orderIn('submitted', { kind: 'problem' }))).toBe('none');
    expect(seenBy('stranger', orderIn('accepted', { kind: 'problem', parentId: 'o0' }))).toBe('none');
    expect(seenBy('stranger', orderIn('accepted', { kind: 'errand' }))).toBe('none');
  });
});

describe('boards', () => {
  it('show results once published and wishes once accepted', () => {
    const on = (kind: Order['kind']) => ORDER_STATES.filter((state) => boardsOf(orderIn(state, { kind })).length > 0);
    expect(on('service')).toEqual(['published', 'rated', 'closed']);
    expect(on('wish')).toEqual([
      'accepted',
      'dispatched',
      'claimed',
      'in_progress',
      'done',
      'published',
      'rated',
      'closed',
      'returned',
      'reopened',
    ]);
    expect(boardsOf(orderIn('rated', { kind: 'wish' }))).toEqual(['results', 'wishes']);
  });

  it('never show a confidential order or a child task', () => {
    for (const state of ORDER_STATES) {
      expect(boardsOf(orderIn(state, { kind: 'wish', confidential: true }))).toEqual([]);
      expect(boardsOf(orderIn(state, { kind: 'wish', parentId: 'o0' }))).toEqual([]);
    }
  });
});

describe('the name behind an order', () => {
  it('is known to all who see it in full, but of an anonymous one only to those who must call back', () => {
    const knows = (order: Order) =>
      (Object.keys(ACTORS) as ActorName[]).filter((name) => mayKnowReporter(order, ACTORS[name], { now: NOW }));
    expect(knows(orderIn('in_progress'))).toEqual(expect.arrayContaining(['assignee', 'grid_worker', 'dispatcher']));
    expect(knows(orderIn('in_progress', { anonymous: true }))).toEqual([
      'reporter',
      'creator',
      'dispatcher',
      'secretary',
      'supervisor',
      'system',
    ]);
    expect(knows(orderIn('dispatched'))).not.toContain('pool');
    expect(knows(orderIn('published'))).not.toContain('stranger');
  });
});
