import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { api, type Schemas } from '../api-client/api.js';
import { queryClient } from '../api-client/query-client.js';
import { tokens } from '../api-client/tokens.js';
import { chosenPost, choosePost } from './chosen-post.js';
import { lastCommunity } from './last-community.js';
import { ownCommunity, postInUse } from './own-community.js';

type Me = Schemas['MeDto'];
type Post = Me['posts'][number];

interface Session {
  readonly signedIn: boolean;
  /** Null while not signed in, or not read yet. */
  readonly me: Me | null;
  /** The post one works by now; the first one until another is chosen. Null for residents. */
  readonly post: Post | null;
  readonly choosePost: (id: string) => void;
}

const whoAmI = {
  queryKey: ['me'],
  async queryFn(): Promise<Me> {
    const me = await api.get('/api/me');
    lastCommunity.keep(ownCommunity(me, postInUse(me, chosenPost.now())));
    return me;
  },
};

/** Who is in front of the screen. */
export function useSession(): Session {
  const signedIn = useSyncExternalStore(tokens.subscribe, () => tokens.now() !== null);
  const chosen = useSyncExternalStore(chosenPost.subscribe, chosenPost.now);
  const { data } = useQuery({ ...whoAmI, enabled: signedIn });
  const me = signedIn ? (data ?? null) : null;
  const post = me === null ? null : postInUse(me, chosen);
  return { signedIn, me, post, choosePost };
}

type SignedIn = Schemas['SignedInDto'];

/** Takes a login's answer; what was read as somebody else is forgotten. Done when it is known who that is. */
export async function startSession({ accessToken, refreshToken }: SignedIn): Promise<void> {
  tokens.keep({ accessToken, refreshToken });
  void queryClient.resetQueries();
  // Whoever could not be read now is read again by the screens.
  await queryClient.fetchQuery(whoAmI).catch(() => undefined);
}

/** Ends the session here and on the server; without a network the server's half ends by itself in time. */
export async function endSession(): Promise<void> {
  await api.post('/api/auth/logout').catch(() => undefined);
  forgetSession();
}

export function forgetSession(): void {
  tokens.keep(null);
  void queryClient.resetQueries();
}
