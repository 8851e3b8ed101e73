import { keepStored, readStored } from '../platform/storage.js';
import { isRecord } from './json.js';

/** What proves who one is: the access token lives minutes, the refresh token is exchanged for the next pair. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

const STORAGE_KEY = 'linshao.tokens';

const listeners = new Set<() => void>();
let current = stored();

/** The pair this device holds now. Kept on the device, so that one signs in once. */
export const tokens = {
  now: (): Tokens | null => current,
  /** What is on the device, which another window of the same browser may have exchanged meanwhile. */
  reread(): Tokens | null {
    current = stored();
    return current;
  },
  keep(next: Tokens | null): void {
    current = next && { accessToken: next.accessToken, refreshToken: next.refreshToken };
    keepStored(STORAGE_KEY, current === null ? '' : JSON.stringify(current));
    for (const listener of listeners) listener();
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

function stored(): Tokens | null {
  const text = readStored(STORAGE_KEY);
  if (typeof text !== 'string') return null;
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value)) return null;
    const { accessToken, refreshToken } = value;
    return typeof accessToken === 'string' && typeof refreshToken === 'string' ? { accessToken, refreshToken } : null;
  } catch {
    return null;
  }
}
