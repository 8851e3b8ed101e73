import type { OrderState } from '@linshao/domain';

const ENDED: ReadonlySet<OrderState> = new Set<OrderState>(['done', 'published', 'rated', 'closed', 'withdrawn']);

/** How far the shares of an order are, all together. */
export function childrenWords(tasks: readonly { readonly state: OrderState }[]): string {
  const open = tasks.filter(({ state }) => !ENDED.has(state)).length;
  return open === 0
    ? `共 ${tasks.length} 张，都已结束`
    : `共 ${tasks.length} 张，还有 ${open} 张没办完；都办完，牵头的才能报办结`;
}
