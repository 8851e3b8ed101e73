import { tokens } from '../api-client/tokens.js';
import { keepStored, readStored } from '../platform/storage.js';

const STORAGE_KEY = 'linshao.community';

/**
 * Path of the community of whoever is signed in, as it was when last asked. Kept on the device so that the next visit can
 * ask about it at once; it may have changed, so nothing is shown by it. Gone with the login.
 */
export const lastCommunity = {
  now(): string | null {
    const kept = readStored(STORAGE_KEY);
    return typeof kept === 'string' ? kept : null;
  },
  keep(path: string | null): void {
    const next = tokens.now() === null ? null : path;
    if (next !== lastCommunity.now()) keepStored(STORAGE_KEY, next ?? '');
  },
};

tokens.subscribe(() => {
  if (tokens.now() === null) lastCommunity.keep(null);
});
