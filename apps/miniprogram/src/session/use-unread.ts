import { useQuery } from '@tanstack/react-query';
import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import { api } from '../api-client/api.js';
import { useSession } from './use-session.js';

const EVERY_MS = 60_000;
const MESSAGES_TAB = 2;
const MOST = 99;

/** How many messages are unread; the tab bar's badge follows. */
export function useUnread(): number {
  const { signedIn } = useSession();
  const { data, refetch } = useQuery({
    queryKey: ['unread'],
    queryFn: () => api.get('/api/inbox/unread'),
    enabled: signedIn,
    refetchInterval: EVERY_MS,
  });
  useDidShow(() => {
    if (signedIn) void refetch({ cancelRefetch: false });
  });
  const count = signedIn ? (data?.count ?? 0) : 0;
  useEffect(() => {
    // A page beneath another one has no tab bar to write on.
    const options = { index: MESSAGES_TAB, fail: () => undefined };
    const done =
      count === 0
        ? Taro.removeTabBarBadge(options)
        : Taro.setTabBarBadge({ ...options, text: count > MOST ? `${MOST}+` : String(count) });
    done.catch(() => undefined);
  }, [count]);
  return count;
}
