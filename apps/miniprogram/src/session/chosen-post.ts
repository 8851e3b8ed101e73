import { keepStored, readStored } from '../platform/storage.js';

const STORAGE_KEY = 'linshao.post';

const listeners = new Set<() => void>();
let current = stored();

/** Which of their posts the person works by on this device. */
export const chosenPost = {
  now: (): string | null => current,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export function choosePost(id: string): void {
  current = id;
  keepStored(STORAGE_KEY, id);
  for (const listener of listeners) listener();
}

function stored(): string | null {
  const value = readStored(STORAGE_KEY);
  return typeof value === 'string' ? value : null;
}
