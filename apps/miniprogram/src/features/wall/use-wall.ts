import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../../api-client/api.js';
import { queryClient } from '../../api-client/query-client.js';
import { followWall } from '../../platform/wall-stream.js';

const LOOK_EVERY_MS = 60_000;

/** A wall, told anew whenever it changes; asked for now and then as well, should the stream be held up on its way. */
export function useWall(area: string | null) {
  const [live, setLive] = useState(false);
  const query = useQuery({
    queryKey: ['wall', area],
    queryFn: () => api.get('/api/wall', { query: { area: area ?? '' } }),
    enabled: area !== null,
    refetchInterval: LOOK_EVERY_MS,
  });
  useEffect(() => {
    if (area === null) return;
    return followWall(area, {
      // The stream sends what the address above answers.
      wall: (body) => queryClient.setQueryData(['wall', area], body),
      live: setLive,
    });
  }, [area]);
  return { ...query, live };
}
