import { assertNever, type OrderState } from '@linshao/domain';

/** The stages at which an order waits for the community: two characters each, so that all of them fit a phone. */
export const DESK_TABS = [
  { code: 'submitted', label: '新单' },
  { code: 'dispatch', label: '待派' },
  { code: 'claim', label: '待接' },
  { code: 'publish', label: '待晒' },
  { code: 'overdue', label: '超时' },
] as const;
export type DeskTab = (typeof DESK_TABS)[number]['code'];

function statesOf(tab: Exclude<DeskTab, 'overdue'>): OrderState[] {
  switch (tab) {
    case 'submitted':
      return ['submitted'];
    case 'dispatch':
      return ['accepted', 'returned', 'reopened'];
    case 'claim':
      return ['dispatched'];
    case 'publish':
      return ['done'];
    default:
      return assertNever(tab);
  }
}

export const filterOf = (tab: DeskTab) => (tab === 'overdue' ? { overdue: true } : { status: statesOf(tab) });

export function howMany(
  tab: DeskTab,
  { byState, overdue }: { byState: Readonly<Record<string, unknown>>; overdue: number },
): number {
  if (tab === 'overdue') return overdue;
  return statesOf(tab).reduce((sum, state) => sum + (typeof byState[state] === 'number' ? byState[state] : 0), 0);
}
