import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../../api-client/api.js';
import { queryClient } from '../../api-client/query-client.js';
import { useSession } from '../../session/use-session.js';
import { isDutyStaff } from './roster-posts.js';

export type Shift = Schemas['ShiftDto'];
export type Swap = Schemas['SwapDto'];

const PAGE = 20;
const MOST_ROSTERS = 50;

/** After a swap was asked or answered, or somebody stands in: who is on which shift is read anew. */
export const rereadDuty = () => void queryClient.invalidateQueries({ queryKey: ['duty'] });

/** My shifts that run or are to come. */
export function useMyShifts() {
  return useInfiniteQuery({
    queryKey: ['duty', 'shifts', 'mine'],
    queryFn: ({ pageParam }) =>
      api.get('/api/duty/shifts', { query: { limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) } }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** All shifts of a roster that run or are to come. */
export function useRosterShifts(rosterId: string) {
  return useInfiniteQuery({
    queryKey: ['duty', 'shifts', rosterId],
    queryFn: ({ pageParam }) =>
      api.get('/api/duty/rosters/{id}/shifts', {
        path: { id: rosterId },
        query: { limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** Swaps asked by or of me, the newest first. */
export function useSwaps() {
  const { signedIn } = useSession();
  return useInfiniteQuery({
    queryKey: ['duty', 'swaps'],
    queryFn: ({ pageParam }) =>
      api.get('/api/duty/swaps', { query: { limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) } }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled: signedIn,
  });
}

/** The rosters of the areas I work for; nobody else is asked for them. */
export function useRosters() {
  const { me } = useSession();
  return useQuery({
    queryKey: ['duty', 'rosters'],
    queryFn: () => api.get('/api/duty/rosters', { query: { limit: MOST_ROSTERS } }),
    enabled: me !== null && isDutyStaff(me.posts),
  });
}

/** Who could take a shift instead. */
export function useColleagues(shiftId: string) {
  return useQuery({
    queryKey: ['duty', 'colleagues', shiftId],
    queryFn: () => api.get('/api/duty/shifts/{id}/colleagues', { path: { id: shiftId } }),
  });
}
