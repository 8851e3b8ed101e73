import { assertNever, type OrderKind, type OrderState } from '@linshao/domain';
import type { Schemas } from '../api-client/api.js';
import type { IconName } from '../ui/icon.js';
import type { Tone } from '../ui/tag.js';

export const KIND_ICONS: Readonly<Record<OrderKind, IconName>> = {
  wish: 'lightbulb',
  service: 'hand-heart',
  problem: 'wrench',
  errand: 'shopping-bag',
};

/** The way of an order as a resident tells it. */
export const STEPS = ['点单', '受理', '接单', '办理', '晒单', '评价'] as const;

/** Which of STEPS an order has come to; null for one that left the way (rejected, withdrawn, merged). */
export function stepReached(state: OrderState): number | null {
  switch (state) {
    case 'submitted':
      return 0;
    case 'accepted':
    case 'dispatched':
    case 'returned':
      return 1;
    case 'claimed':
      return 2;
    case 'in_progress':
    case 'suspended':
    case 'reopened':
    case 'done':
      return 3;
    case 'published':
      return 4;
    case 'rated':
    case 'closed':
      return 5;
    case 'rejected':
    case 'withdrawn':
    case 'merged':
      return null;
    default:
      return assertNever(state);
  }
}

type Moving = Pick<Schemas['OrderItem'], 'state' | 'assignee' | 'assignment'>;

/** What is happening now, in one sentence. */
export function whatNow({ state, assignee, assignment }: Moving): string {
  const who = assignee?.name || assignment?.name || '承办人';
  switch (state) {
    case 'submitted':
      return '社区已收到，等待受理';
    case 'accepted':
      return '社区已受理，正在安排人';
    case 'dispatched':
      return assignment?.type === 'pool' ? '已放进接单大厅，等党员来接' : `已派给${who}，等对方接单`;
    case 'claimed':
      return `${who}已接单`;
    case 'in_progress':
      return `${who}正在办理`;
    case 'done':
      return `${who}已办好，等社区晒单`;
    case 'published':
      return '结果已晒出，等居民评价';
    case 'rated':
      return '居民已评价';
    case 'closed':
      return '已办结';
    case 'rejected':
      return '社区没有受理，原因见下面';
    case 'withdrawn':
      return '已撤回';
    case 'returned':
      return '承办人退回，社区正在重新安排';
    case 'merged':
      return '已并入同一件事的单子';
    case 'suspended':
      return '暂停办理，原因见下面';
    case 'reopened':
      return '居民说没解决，正在重新办理';
    default:
      return assertNever(state);
  }
}

/** How a state looks; what it is stands in its name. */
export function stateTone(state: OrderState): { tone: Tone; icon: IconName } {
  switch (state) {
    case 'submitted':
    case 'accepted':
    case 'dispatched':
      return { tone: 'warn', icon: 'clock' };
    case 'claimed':
    case 'in_progress':
    case 'reopened':
      return { tone: 'brand', icon: 'play' };
    case 'done':
    case 'published':
    case 'rated':
    case 'closed':
      return { tone: 'brand', icon: 'circle-check' };
    case 'rejected':
    case 'returned':
      return { tone: 'alarm', icon: 'circle-x' };
    case 'suspended':
      return { tone: 'warn', icon: 'circle-pause' };
    case 'withdrawn':
      return { tone: 'plain', icon: 'undo-2' };
    case 'merged':
      return { tone: 'plain', icon: 'git-merge' };
    default:
      return assertNever(state);
  }
}

/** Not ended: somebody still owes something. */
export const OPEN_STATES = [
  'submitted',
  'accepted',
  'dispatched',
  'claimed',
  'in_progress',
  'done',
  'published',
  'returned',
  'suspended',
  'reopened',
] as const satisfies readonly OrderState[];
