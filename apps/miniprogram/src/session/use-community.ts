import { useQuery } from '@tanstack/react-query';
import { api } from '../api-client/api.js';
import { ownCommunity } from './own-community.js';
import { useSession } from './use-session.js';

/** Path of one's own community; null for whoever belongs to none, and while it is not known. */
export function useOwnCommunity(): string | null {
  const { me, post } = useSession();
  return me === null ? null : ownCommunity(me, post);
}

/** One's own community, else the first one whose boards are open to everybody. */
export function useCommunity(): string | null {
  const { signedIn, me } = useSession();
  const own = useOwnCommunity();
  const anybodys = useQuery({
    queryKey: ['board-areas'],
    queryFn: () => api.get('/api/boards/areas'),
    enabled: own === null && (!signedIn || me !== null),
  });
  return own ?? anybodys.data?.items[0]?.path ?? null;
}
