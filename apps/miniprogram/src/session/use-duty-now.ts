import { useQuery } from '@tanstack/react-query';
import { api } from '../api-client/api.js';
import { useOwnCommunity } from './use-community.js';

/** Who answers for one's own community now and next; a help and not a must, so nothing is said when it could not be read. */
export function useDutyNow() {
  const area = useOwnCommunity();
  return useQuery({
    queryKey: ['duty', 'now', area],
    queryFn: () => api.get('/api/duty/now', { query: { area: area ?? '' } }),
    enabled: area !== null,
    retry: false,
  });
}
