import { api, type Schemas } from '../api-client/api.js';
import { ApiError, sentenceOf } from '../api-client/api-error.js';
import { isRecord } from '../api-client/json.js';
import { keepStored, readStored } from '../platform/storage.js';
import { rereadOrders } from './reread-orders.js';

type Body = Schemas['CreateOrder'];

/** An order that was sent while there was no network: it goes out by itself with the key of its first try. */
export interface WaitingOrder {
  readonly key: string;
  /** Whose it is: it never goes out in another person's name. */
  readonly personId: string;
  readonly body: Body;
  /** Why the server did not take it; such a one waits for the person. */
  readonly fault: string | null;
}

const STORAGE_KEY = 'linshao.waiting';

const listeners = new Set<() => void>();
let current: readonly WaitingOrder[] = stored();
let sending: Promise<void> | null = null;

export const waitingOrders = {
  now: () => current,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  add(key: string, personId: string, body: Body): void {
    keep([...current.filter((each) => each.key !== key), { key, personId, body, fault: null }]);
  },
  remove(key: string): void {
    keep(current.filter((each) => each.key !== key));
  },
};

/** Sends what waits for this person, oldest first; what reaches nobody goes on waiting. One run at a time. */
export function sendWaiting(me: string): Promise<void> {
  return (sending ??= run(me).finally(() => (sending = null)));
}

async function run(me: string): Promise<void> {
  for (const { key, personId, body, fault } of current) {
    if (fault !== null || personId !== me) continue;
    try {
      await api.post('/api/orders', { body, key });
      waitingOrders.remove(key);
      rereadOrders([]);
    } catch (error) {
      const later = error instanceof ApiError && (error.outcomeUnknown || error.needsSignIn);
      if (later) return;
      keep(current.map((each) => (each.key === key ? { ...each, fault: sentenceOf(error) } : each)));
    }
  }
}

function keep(next: readonly WaitingOrder[]): void {
  current = next;
  keepStored(STORAGE_KEY, JSON.stringify(next));
  for (const listener of listeners) listener();
}

function stored(): readonly WaitingOrder[] {
  const text = readStored(STORAGE_KEY);
  try {
    const value: unknown = typeof text === 'string' && text !== '' ? JSON.parse(text) : [];
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    return items.flatMap((item) => {
      if (!isRecord(item) || typeof item.key !== 'string' || !isRecord(item.body)) return [];
      if (typeof item.personId !== 'string') return [];
      const fault = typeof item.fault === 'string' ? item.fault : null;
      // The server looks at the body anew; a spoilt one is refused there with a sentence.
      return [{ key: item.key, personId: item.personId, body: item.body as unknown as Body, fault }];
    });
  } catch {
    return [];
  }
}
