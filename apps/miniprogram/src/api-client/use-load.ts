import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError } from './api-error.js';

export type Loaded<T> = { state: 'loading' } | { state: 'ready'; value: T } | { state: 'failed'; message: string };

/**
 * Loads once when the screen appears and again on `reload`.
 * @param load must be stable (declared outside the component); otherwise it would load on every render
 */
export function useLoad<T>(load: () => Promise<T>): [Loaded<T>, () => Promise<void>] {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  const latest = useRef(0);

  const reload = useCallback(async () => {
    const ticket = ++latest.current;
    const next = await outcome(load);
    // An older answer may arrive after a newer one, or after the screen is gone.
    if (ticket === latest.current) setLoaded(next);
  }, [load]);

  useEffect(() => {
    void reload();
    return () => {
      latest.current += 1;
    };
  }, [reload]);

  return [loaded, reload];
}

async function outcome<T>(load: () => Promise<T>): Promise<Loaded<T>> {
  try {
    return { state: 'ready', value: await load() };
  } catch (error) {
    return { state: 'failed', message: error instanceof ApiError ? error.message : '出了点意外，请再试一次。' };
  }
}
