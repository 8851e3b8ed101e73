import { communityOf } from '@linshao/domain';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api-client/api.js';
import { useSession } from './use-session.js';

/** Path of the community one belongs to, by home or by post; null for whoever belongs to none, and while it is not known. */
export function useOwnCommunity(): string | null {
  const { me, post } = useSession();
  const home = me?.homes.find(({ state }) => state === 'confirmed');
  const path = home?.areaPath ?? post?.areaPath ?? me?.areas[0]?.path ?? null;
  return path === null ? null : (communityOf(path) ?? path);
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
