import type { CategoryPolicy, Order, TimeLimit } from '@linshao/domain';

const MINUTES: Readonly<Record<TimeLimit['unit'], number | null>> = {
  minutes: 1,
  hours: 60,
  days: null,
  workdays: null,
};

/** End of a limit in natural time counted from the moment (Civil Code art. 201); null for limits counted in days or working time. */
function naturalEnd(from: Date, { amount, unit, clock }: TimeLimit): Date | null {
  const minutes = MINUTES[unit];
  return clock === 'natural' && minutes !== null ? new Date(from.getTime() + amount * minutes * 60_000) : null;
}

/** The nearest open promise in natural time: the public reply (C6), then finishing where the category promises hours. */
export function nearestDue(
  order: Pick<Order, 'submittedAt' | 'repliedAt' | 'doneAt' | 'state'>,
  policy: CategoryPolicy,
): Date | null {
  if (['withdrawn', 'rejected', 'merged', 'suspended'].includes(order.state)) return null;
  const open = [
    order.repliedAt === null ? naturalEnd(order.submittedAt, policy.reply) : null,
    order.doneAt === null ? naturalEnd(order.submittedAt, policy.finish) : null,
  ].filter((due) => due !== null);
  return open.length > 0 ? new Date(Math.min(...open.map((due) => due.getTime()))) : null;
}
