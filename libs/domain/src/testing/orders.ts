import type { Actor } from '../identity/actor.js';
import type { OrderAction, OrderCommand } from '../orders/commands.js';
import type { OrderFacts } from '../orders/facts.js';
import type { Assignment, Order } from '../orders/order.js';
import { DEFAULT_POLICY } from '../orders/policy.js';
import type { OrderState } from '../orders/state.js';
import { blankOrder } from '../orders/submit.js';
import { GRID, minutesAfter, NOW, person, post, SYSTEM, unitScope } from './people.js';

export const POOL: Assignment = { type: 'pool', pool: 'members' };
export const UNIT: Assignment = { type: 'unit', unitId: 'u1' };

const HELD: ReadonlySet<OrderState> = new Set<OrderState>([
  'claimed',
  'in_progress',
  'done',
  'published',
  'rated',
  'closed',
]);
const AFTER_PUBLISHING: ReadonlySet<OrderState> = new Set<OrderState>(['published', 'rated', 'closed']);

/** An order as it would be in that state: sent to the pool and claimed by `assignee` where the state implies it. */
export function orderIn(state: OrderState, changes: Partial<Order> = {}): Order {
  const submittedAt = minutesAfter(NOW, -24 * 60);
  const held = HELD.has(state);
  const published = AFTER_PUBLISHING.has(state);
  const told = state === 'rated' || state === 'closed';
  return {
    ...blankOrder(submittedAt),
    id: 'o1',
    number: '261121-000001',
    kind: 'errand',
    category: 'errand-insurance',
    state,
    areaPath: GRID,
    reporterId: 'reporter',
    createdById: 'creator',
    anonymous: false,
    confidential: false,
    assignment: held || state === 'dispatched' ? POOL : null,
    assigneeId: held ? 'assignee' : null,
    stateBefore: state === 'suspended' || state === 'merged' ? 'accepted' : null,
    mergedInto: state === 'merged' ? 'o2' : null,
    rejectedAt: state === 'rejected' ? submittedAt : null,
    doneAt: state === 'done' || published ? submittedAt : null,
    publishedAt: published ? submittedAt : null,
    ratedAt: told ? submittedAt : null,
    solved: told ? true : null,
    stars: told ? 5 : null,
    closedAt: state === 'closed' ? submittedAt : null,
    ...changes,
  };
}

export function facts(changes: Partial<OrderFacts> = {}): OrderFacts {
  return {
    now: NOW,
    policy: DEFAULT_POLICY,
    kinds: ['wish', 'service', 'problem', 'errand'],
    target: { id: 'o2', state: 'accepted', areaPath: GRID, confidential: false, parentId: null },
    receivers: [
      { to: { type: 'person', personId: 'addressee' }, posts: [post('party_member')] },
      { to: UNIT, posts: [post('unit_responder', GRID, { scope: unitScope('u1') })] },
    ],
    ...changes,
  };
}

/** One actor per relation, named after it. */
export const ACTORS = {
  reporter: person('reporter'),
  creator: person('creator', post('party_member')),
  follower: person('follower'),
  assignee: person('assignee', post('party_member')),
  addressee: person('addressee', post('party_member')),
  unit: person('responder', post('unit_responder', GRID, { scope: unitScope('u1') })),
  pool: person('member', post('party_member')),
  grid_worker: person('grid-worker', post('grid_worker', GRID)),
  duty_officer: person('duty-officer', post('duty_officer')),
  dispatcher: person('dispatcher', post('dispatcher')),
  secretary: person('secretary', post('secretary')),
  supervisor: person('supervisor', post('supervisor', '320400/320402/320402003')),
  regulator: person('regulator', post('regulator', '320400')),
  administrator: person('administrator', post('administrator', '320400')),
  system: SYSTEM,
  stranger: person('stranger'),
} as const satisfies Record<string, Actor>;
export type ActorName = keyof typeof ACTORS;

/** A well-formed command of every kind. */
export const COMMANDS: { readonly [A in OrderAction]: Extract<OrderCommand, { action: A }> } = {
  edit: { action: 'edit', title: '路灯不亮了' },
  accept: { action: 'accept' },
  reject: { action: 'reject', reason: '不属于社区受理范围' },
  appeal: { action: 'appeal', reason: '确实属于社区管理' },
  reply: { action: 'reply', text: '我们马上派人去看' },
  dispatch: { action: 'dispatch', to: POOL },
  claim: { action: 'claim' },
  return: { action: 'return', reason: '本单位无此职责' },
  start: { action: 'start' },
  suspend: { action: 'suspend', reason: '等居民回家', waitingFor: 'resident' },
  resume: { action: 'resume' },
  done: { action: 'done', summary: '已经换好灯泡' },
  publish: { action: 'publish', text: '路灯已修好' },
  rate: { action: 'rate', solved: true, stars: 5, comment: '很快' },
  reopen: { action: 'reopen', reason: '第二天又坏了' },
  review: { action: 'review', text: '上门看过，确已修好', solved: true },
  close: { action: 'close' },
  withdraw: { action: 'withdraw', reason: '自己解决了' },
  merge: { action: 'merge', into: 'o2' },
  unmerge: { action: 'unmerge' },
  split: {
    action: 'split',
    tasks: [
      { to: UNIT, title: '换灯泡', description: '' },
      { to: { type: 'person', personId: 'addressee' }, title: '修剪遮挡的树枝', description: '' },
    ],
  },
  urge: { action: 'urge' },
  remark: { action: 'remark', text: '下午三点后在家' },
  follow: { action: 'follow' },
  unfollow: { action: 'unfollow' },
};
