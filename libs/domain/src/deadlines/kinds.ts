/** What is promised to somebody while an order is under way. `rate` is the resident's own window. */
export const PROMISE_KINDS = ['reply', 'accept', 'claim', 'finish', 'total', 'rate'] as const;
export type PromiseKind = (typeof PROMISE_KINDS)[number];

/** Every kind of deadline: the promises of orders, and those that follow from missing them or belong to other subjects. */
export const DEADLINE_KINDS = [...PROMISE_KINDS, 'rung', 'answer', 'ruling', 'step'] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

export const DEADLINE_KIND_NAMES: Readonly<Record<DeadlineKind, string>> = {
  reply: '公开回复',
  accept: '受理',
  claim: '接单',
  finish: '办理',
  total: '全程',
  rate: '评价',
  rung: '上报处理',
  answer: '督办答复',
  ruling: '异议裁定',
  step: '民生事项',
};

/** Running and paused may still change; met, missed and cancelled are final. */
export const DEADLINE_STATES = ['running', 'paused', 'met', 'missed', 'cancelled'] as const;
export type DeadlineState = (typeof DEADLINE_STATES)[number];

export const DEADLINE_STATE_NAMES: Readonly<Record<DeadlineState, string>> = {
  running: '计时中',
  paused: '暂停计时',
  met: '按时完成',
  missed: '已超时',
  cancelled: '不再适用',
};

/** What a deadline can belong to. */
export const DEADLINE_SUBJECTS = ['order', 'supervision_order', 'objection', 'matter'] as const;
export type DeadlineSubject = (typeof DEADLINE_SUBJECTS)[number];
