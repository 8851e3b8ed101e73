import { ApiError } from './api-error.js';
import { uuid } from './uuid.js';

/**
 * The Idempotency-Key of one form. Every try of the same submission carries the same key until the server has answered,
 * so neither a retry nor a lost answer ever makes a second order. Other words are another submission, with a key of
 * their own: the server refuses a key that comes back with another body.
 */
export function submissionKeys() {
  let pending: { readonly body: string; readonly key: string } | null = null;
  return {
    async submit<T>(body: object, send: (key: string) => Promise<T>): Promise<T> {
      const text = JSON.stringify(body);
      if (pending?.body !== text) pending = { body: text, key: uuid() };
      try {
        const answer = await send(pending.key);
        pending = null;
        return answer;
      } catch (error) {
        const retriable = error instanceof ApiError && (error.outcomeUnknown || error.needsSignIn);
        if (!retriable) pending = null;
        throw error;
      }
    },
  };
}
