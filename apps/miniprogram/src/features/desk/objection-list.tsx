import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../api-client/api.js';
import { ObjectionCard } from '../../orders/objection-card.js';
import { PagedList } from '../../ui/paged-list.js';

const PAGE = 20;

/** Units' objections, the newest first: those that wait for a ruling, or all. */
export function ObjectionList({ waiting, empty }: { waiting: boolean; empty: string }) {
  const query = useInfiniteQuery({
    queryKey: ['desk', 'objections', waiting],
    queryFn: ({ pageParam }) =>
      api.get('/api/objections', {
        query: {
          limit: PAGE,
          ...(waiting ? { state: 'raised' as const } : {}),
          ...(pageParam === null ? {} : { cursor: pageParam }),
        },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  usePullDownRefresh(() => void query.refetch().then(() => Taro.stopPullDownRefresh()));
  return (
    <PagedList
      query={query}
      keyOf={({ id }) => id}
      render={(item) => <ObjectionCard item={item} />}
      empty={{ text: empty }}
    />
  );
}
