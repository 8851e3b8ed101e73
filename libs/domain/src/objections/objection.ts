import type { AreaPath } from '../identity/area-path.js';
import type { Order } from '../orders/order.js';

export const OBJECTION_STATES = ['raised', 'upheld', 'overruled', 'void'] as const;
/** `void`: the order went elsewhere before anybody ruled. */
export type ObjectionState = (typeof OBJECTION_STATES)[number];

export const OBJECTION_STATE_NAMES: Readonly<Record<ObjectionState, string>> = {
  raised: '待裁定',
  upheld: '异议成立',
  overruled: '异议不成立',
  void: '已失效',
};

/** A unit argues an order back (C7): at most once for each order, with a reason of the duty catalogue. */
export interface Objection {
  readonly id: string;
  readonly orderId: string;
  readonly unitId: string;
  /** Where the order is, and whose supervisor rules. */
  readonly areaPath: AreaPath;
  readonly state: ObjectionState;
  readonly raisedById: string;
}

type Standing = Pick<Order, 'state' | 'stateBefore' | 'assignment' | 'assigneeId'>;

/**
 * Whether the question is still open: the order is with that unit and nobody has taken it on. While it is suspended the
 * objection waits with it.
 */
export function objectionStands({ unitId }: Pick<Objection, 'unitId'>, order: Standing): boolean {
  const state = order.state === 'suspended' ? order.stateBefore : order.state;
  const { assignment } = order;
  return (
    state === 'dispatched' && order.assigneeId === null && assignment?.type === 'unit' && assignment.unitId === unitId
  );
}
