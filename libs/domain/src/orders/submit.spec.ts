import { ACTORS } from '../testing/orders.js';
import { GRID, NOW, person, post, SYSTEM } from '../testing/people.js';
import { DEFAULT_POLICY } from './policy.js';
import { submitOrder, type Submission } from './submit.js';

const facts = { now: NOW, policy: DEFAULT_POLICY, kinds: ['problem', 'errand'] } as const;

function submission(changes: Partial<Submission> = {}): Submission {
  return {
    kind: 'problem',
    category: 'lighting',
    title: '路灯不亮',
    description: '',
    areaPath: GRID,
    reporterId: 'reporter',
    ...changes,
  };
}

describe('submitting', () => {
  it('starts an order with its first event', () => {
    expect(submitOrder(submission({ anonymous: true }), ACTORS.reporter, facts)).toMatchObject({
      ok: true,
      value: {
        order: {
          state: 'submitted',
          version: 1,
          submittedAt: NOW,
          reporterId: 'reporter',
          createdById: 'reporter',
          anonymous: true,
        },
        events: [
          { type: 'order.submitted', fromState: null, toState: 'submitted', postId: null, data: { onBehalf: false } },
        ],
      },
    });
  });

  it('lets those who serve the community write it down for a resident, and says so', () => {
    expect(submitOrder(submission(), ACTORS.grid_worker, facts)).toMatchObject({
      value: {
        order: { reporterId: 'reporter', createdById: 'grid-worker' },
        events: [{ actorId: 'grid-worker', postId: 'post-grid_worker', data: { onBehalf: true } }],
      },
    });
  });

  it.each([
    ['a neighbour', person('neighbour')],
    ['a member of another community', person('m', post('party_member', '320400/320402/320402003/320402003013'))],
    ['a regulator', ACTORS.regulator],
    ['the system', SYSTEM],
  ])('lets nobody else: not %s', (_who, actor) => {
    expect(submitOrder(submission(), actor, facts)).toMatchObject({ code: 'order.on_behalf_not_allowed' });
  });

  it('is confidential when the resident or the category says so', () => {
    const policy = { ...DEFAULT_POLICY, confidentialByDefault: true };
    expect(submitOrder(submission(), ACTORS.reporter, { ...facts, policy })).toMatchObject({
      value: { order: { confidential: true } },
    });
    expect(submitOrder(submission({ confidential: true }), ACTORS.reporter, facts)).toMatchObject({
      value: { order: { confidential: true } },
    });
  });

  it.each([
    [{ kind: 'wish' }, 'order.kind_not_in_category'],
    [{ title: ' 灯 ' }, 'order.words_too_short'],
    [{ title: '灯'.repeat(61) }, 'order.words_too_long'],
    [{ description: '暗'.repeat(2001) }, 'order.words_too_long'],
    [{ photoIds: Array.from({ length: 10 }, String) }, 'order.too_many_photos'],
  ] as const)('refuses %j as %s', (changes, code) => {
    expect(submitOrder(submission(changes), ACTORS.reporter, facts)).toMatchObject({ code, kind: 'invalid' });
  });
});
