import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query';
import type { Schemas } from '../api-client/api.js';
import { ORDER_LISTS, refreshLists } from './refresh-lists.js';

const PAGE = 3;
const KEY = [...ORDER_LISTS, { status: ['submitted'] }];

/** A server with these orders, newest first, that counts how often it is asked for a page. */
function world(count: number) {
  let rows = Array.from({ length: count }, (_, index) => `o${String(count - index).padStart(2, '0')}`);
  const asked: (string | null)[] = [];
  const down = { now: false };
  const fetch = (_: unknown, cursor: string | null): Promise<Schemas['OrderPage']> => {
    asked.push(cursor);
    if (down.now) return Promise.reject(new Error('no network'));
    const from = rows.filter((id) => cursor === null || id < cursor);
    const items = from.slice(0, PAGE).map((id) => ({ id })) as Schemas['OrderItem'][];
    return Promise.resolve({ items, nextCursor: from.length > PAGE ? (items.at(-1)?.id ?? null) : null });
  };
  const client = new QueryClient();
  const observer = new InfiniteQueryObserver(client, {
    queryKey: KEY,
    queryFn: ({ pageParam }) => fetch(null, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    retry: false,
    staleTime: Infinity,
  });
  const shown = () => observer.getCurrentResult().data?.pages.flatMap(({ items }) => items.map(({ id }) => id));
  return {
    client,
    asked,
    down,
    observer,
    shown,
    rows: () => rows,
    take: (...ids: string[]) => (rows = rows.filter((id) => !ids.includes(id))),
    add: (id: string) => (rows = [id, ...rows]),
    /** On a screen, with so many pages read; what was asked until then is not counted. */
    async show(pages: number) {
      const hide = observer.subscribe(() => undefined);
      await observer.refetch();
      for (let page = 1; page < pages; page += 1) await observer.fetchNextPage();
      asked.length = 0;
      return hide;
    },
    refresh: (...ids: string[]) => refreshLists(client, ids, fetch),
  };
}

it.each([
  ['the first page', 'o30', [null]],
  ['a page in the middle', 'o17', ['o19']],
  ['the last page that was read', 'o04', ['o07']],
])('reads one page of ten, when an order leaves %s', async (_, id, cursors) => {
  const { show, take, refresh, asked, shown, rows } = world(30);
  const hide = await show(10);
  take(id);
  await refresh(id);
  expect(asked).toEqual(cursors);
  expect(shown()).toEqual(rows());
  hide();
});

it('goes on where it was: what is read next follows what is shown', async () => {
  const { show, take, refresh, asked, shown, rows, observer } = world(30);
  const hide = await show(3);
  take('o26');
  await refresh('o26');
  expect(asked).toEqual(['o28']);
  expect(shown()).toEqual(rows().slice(0, 8));
  await observer.fetchNextPage();
  expect(shown()).toEqual(rows().slice(0, 11));
  take('o24');
  await refresh('o24');
  expect(shown()).toEqual(rows().slice(0, 10));
  hide();
});

it('reads the first page when the order was not in the list, and keeps what a newcomer pushed down', async () => {
  const { show, add, refresh, asked, shown, rows } = world(30);
  const hide = await show(4);
  add('o31');
  await refresh('o31');
  expect(asked).toEqual([null]);
  expect(shown()).toEqual(rows().slice(0, 13));
  hide();
});

it('reads each page once when several orders left', async () => {
  const { show, take, refresh, asked, shown, rows } = world(30);
  const hide = await show(6);
  take('o30', 'o29', 'o20');
  await refresh('o30', 'o29', 'o20');
  expect(asked).toHaveLength(2);
  expect(shown()).toEqual(rows().slice(0, 15));
  hide();
});

it('reads nothing of a list on no screen, and its first page only when somebody comes back', async () => {
  const { show, take, refresh, asked, shown, rows, observer, client } = world(30);
  const hide = await show(5);
  hide();
  take('o28');
  await refresh('o28');
  expect(asked).toEqual([]);
  expect(client.getQueryState(KEY)?.isInvalidated).toBe(true);
  await observer.refetch();
  expect(asked).toEqual([null]);
  expect(shown()).toEqual(rows().slice(0, PAGE));
});

it('stays as it is without a network, and is read again later', async () => {
  const { show, take, refresh, down, shown, client } = world(9);
  const hide = await show(2);
  const before = shown();
  take('o08');
  down.now = true;
  await refresh('o08');
  expect(shown()).toEqual(before);
  expect(client.getQueryState(KEY)?.isInvalidated).toBe(true);
  hide();
});

it('becomes empty when its last order leaves', async () => {
  const { show, take, refresh, shown } = world(1);
  const hide = await show(1);
  take('o01');
  await refresh('o01');
  expect(shown()).toEqual([]);
  hide();
});
