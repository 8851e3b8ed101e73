import { environmentManager, focusManager, onlineManager, QueryClient } from '@tanstack/react-query';
import { onForeground, onNetwork } from '../platform/lifecycle.js';
import { ApiError } from './api-error.js';

// Neither WeChat nor Taro's stand-in for `window` has the events the library waits for.
environmentManager.setIsServer(() => false);
focusManager.setEventListener((changed) => onForeground(changed));
onlineManager.setEventListener((changed) => onNetwork(changed));

const FRESH_MS = 10_000;

/** Server state of the whole client. Requests are tried even "offline": phones are often wrong about that. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: FRESH_MS,
      retry: (count, error) => count < 1 && error instanceof ApiError && error.code.startsWith('http.5'),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
