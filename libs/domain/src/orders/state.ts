export const ORDER_KINDS = ['wish', 'service', 'problem', 'errand'] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];

export const ORDER_KIND_NAMES: Readonly<Record<OrderKind, string>> = {
  wish: '微心愿',
  service: '服务',
  problem: '问题',
  errand: '代办',
};

export const URGENCIES = ['normal', 'urgent'] as const;
export type Urgency = (typeof URGENCIES)[number];

export const ORDER_STATES = [
  'submitted',
  'accepted',
  'dispatched',
  'claimed',
  'in_progress',
  'done',
  'published',
  'rated',
  'closed',
  'rejected',
  'withdrawn',
  'returned',
  'merged',
  'suspended',
  'reopened',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const ORDER_STATE_NAMES: Readonly<Record<OrderState, string>> = {
  submitted: '待受理',
  accepted: '已受理',
  dispatched: '已派单',
  claimed: '已接单',
  in_progress: '办理中',
  done: '已办理',
  published: '已晒单',
  rated: '已评价',
  closed: '已办结',
  rejected: '不予受理',
  withdrawn: '已撤回',
  returned: '已退回',
  merged: '已合并',
  suspended: '已挂起',
  reopened: '重新办理',
};
