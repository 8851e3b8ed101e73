import { ACTIONS, type OrderAction, type OrderEventType, PAST } from '@linshao/domain';

const LABELS: ReadonlyMap<string, string> = new Map([
  ['order.submitted', '提交'],
  ...(Object.keys(ACTIONS) as OrderAction[]).map((action) => [`order.${PAST[action]}`, ACTIONS[action].label] as const),
]);

/** What people call a step: 回复, 接单, 晒单 … */
export const labelOf = (type: OrderEventType): string => LABELS.get(type) ?? type;
