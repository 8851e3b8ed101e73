import type { HttpResponse } from './http-messages.js';

/** A question asked before the app had come. */
interface Early {
  /** By whose authorization; null where everybody gets the same answer. */
  readonly as: string | null;
  readonly at: number;
  readonly answer: Promise<HttpResponse | null>;
}

declare global {
  interface Window {
    /** By path; the one thing the page's own script (src/first-screen) and the app share. */
    linshaoEarly?: Map<string, Early> | undefined;
  }
}

/**
 * Asks at once, unless it is asked already; the app takes the answer when it comes to the same question. Null when none that
 * can be read came.
 * @param as authorization; null for what anybody may read and everybody reads alike
 */
export function askEarly(path: string, as: string | null): Promise<HttpResponse | null> {
  const asked = window.linshaoEarly?.get(path);
  if (asked?.as === as) return asked.answer;
  const headers = { accept: 'application/json', ...(as === null ? null : { authorization: as }) };
  const answer = fetch(path, { headers })
    .then(async (response) => ({ status: response.status, body: (await response.json()) as unknown }))
    .catch(() => null);
  window.linshaoEarly ??= new Map();
  window.linshaoEarly.set(path, { as, at: Date.now(), answer });
  return answer;
}

/** What was asked early is forgotten: it is not needed, or may have become untrue. */
export function forgetEarly(): void {
  window.linshaoEarly = undefined;
}
