import type { OrderAction } from './commands.js';
import type { OrderState } from './state.js';

/** Past tense of every action; an event's type is `order.` and this word. */
export const PAST = {
  submit: 'submitted',
  edit: 'edited',
  accept: 'accepted',
  reject: 'rejected',
  appeal: 'appealed',
  reply: 'replied',
  dispatch: 'dispatched',
  claim: 'claimed',
  return: 'returned',
  start: 'started',
  suspend: 'suspended',
  resume: 'resumed',
  done: 'done',
  publish: 'published',
  rate: 'rated',
  reopen: 'reopened',
  review: 'reviewed',
  close: 'closed',
  withdraw: 'withdrawn',
  merge: 'merged',
  unmerge: 'unmerged',
  split: 'split',
  urge: 'urged',
  remark: 'remarked',
  follow: 'followed',
  unfollow: 'unfollowed',
} as const satisfies Record<OrderAction | 'submit', string>;

export type OrderEventType = `order.${(typeof PAST)[keyof typeof PAST]}`;

/** What is noted in an order's history without being a step of it, and how a timeline calls it. */
export const ORDER_NOTES = {
  'deadline.reminded': '时限提醒',
  'deadline.missed': '超过时限',
  'deadline.escalated': '逐级上报',
  'deadline.extended': '延期',
  'deadline.replanned': '时限重新推算',
  'supervision.opened': '开出督办单',
  'supervision.answered': '答复督办单',
  'supervision.returned': '退回督办答复',
  'supervision.closed': '督办单办结',
  'objection.raised': '单位提出异议',
  'objection.ruled': '异议裁定',
} as const;
export type OrderNoteType = keyof typeof ORDER_NOTES;

/**
 * What the offices settle among themselves. The person the order is from sees that a promise was missed or prolonged, not whom
 * it climbed to, nor what a community told its supervisor about its own people.
 */
const AMONG_OFFICES: ReadonlySet<string> = new Set<OrderNoteType>([
  'deadline.reminded',
  'deadline.escalated',
  'supervision.opened',
  'supervision.answered',
  'supervision.returned',
  'supervision.closed',
  'objection.raised',
  'objection.ruled',
]);

/** Whether a line of history stays among the offices, whatever else the person asking may see of the order. */
export const isAmongOffices = (type: string): boolean => AMONG_OFFICES.has(type);

/** Everything a line of history can be. */
export type HistoryType = OrderEventType | OrderNoteType;

/** One line of an order's timeline. History is append-only: an event is never changed. */
export interface OrderEvent {
  readonly type: OrderEventType;
  readonly action: OrderAction | 'submit';
  /** Null for the first event of an order. */
  readonly fromState: OrderState | null;
  readonly toState: OrderState;
  /** What the person wrote, unredacted. */
  readonly words: string | null;
  /** Whether the step and its (redacted) words may stand on the order's public page. */
  readonly public: boolean;
  readonly data: Readonly<Record<string, unknown>>;
  /** The post by which the person acted; null when they acted as a resident, or for the system. */
  readonly postId: string | null;
  readonly postName: string | null;
  /** Null for the system. */
  readonly actorId: string | null;
}
