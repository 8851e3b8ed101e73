import type { Query, QueryClient } from '@tanstack/react-query';
import type { Schemas } from '../api-client/api.js';
import { stitch, type LoadedPages } from './stitch.js';

type Page = Schemas['OrderPage'];
type List = LoadedPages<Page>;
type Fetch = (filter: unknown, cursor: string | null) => Promise<Page>;

/** Everything under it is a list of orders, newest first, that is read page by page; the last part of its key is the filter. */
export const ORDER_LISTS = ['orders', 'list'] as const;

/**
 * After moves of some orders: of a list that is on a screen only the pages with these orders are read again (the first one
 * when none of them was in it), so that a long list costs no more than a short one; of one that is on no screen the
 * first page is kept, and read again when somebody comes back to it.
 */
export async function refreshLists(client: QueryClient, ids: readonly string[], fetch: Fetch): Promise<void> {
  const lists = client.getQueryCache().findAll({ queryKey: ORDER_LISTS });
  await Promise.all(lists.map((query) => refresh(client, query, ids, fetch)));
}

async function refresh(client: QueryClient, query: Query, ids: readonly string[], fetch: Fetch): Promise<void> {
  const { queryKey } = query;
  const list = client.getQueryData<List>(queryKey);
  // What is being read at this moment may be from before the move.
  if (list === undefined || query.state.fetchStatus === 'fetching') {
    await client.invalidateQueries({ queryKey, exact: true });
    return;
  }
  const later = () => client.invalidateQueries({ queryKey, exact: true, refetchType: 'none' });
  if (!query.isActive()) {
    client.setQueryData<List>(queryKey, { pages: list.pages.slice(0, 1), pageParams: list.pageParams.slice(0, 1) });
    await later();
    return;
  }
  // Without a network the list stays as it is, and is read again as soon as somebody looks.
  await readAgain(client, queryKey, ids, fetch).catch(later);
}

async function readAgain(
  client: QueryClient,
  queryKey: Query['queryKey'],
  ids: readonly string[],
  fetch: Fetch,
): Promise<void> {
  const left = new Set(ids);
  for (let first = true; ; first = false) {
    const list = client.getQueryData<List>(queryKey);
    const found = list?.pages.findIndex(({ items }) => items.some(({ id }) => left.has(id))) ?? -1;
    if (list === undefined || (found === -1 && !first)) return;
    const at = Math.max(found, 0);
    if (found === -1) left.clear();
    for (const { id } of list.pages[at]?.items ?? []) left.delete(id);
    const fresh = await fetch(queryKey.at(-1), list.pageParams[at] ?? null);
    client.setQueryData<List>(queryKey, (now) => now && stitch(now, at, fresh));
  }
}
