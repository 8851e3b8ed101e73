import { forgetEarly } from './ask-early.js';
import type { HttpRequest, HttpResponse } from './http-messages.js';

/** Older than this, an answer may not be what the screen would be told now. */
const GOOD_FOR_MS = 30_000;

/**
 * The answer to this very question, asked early by the same person, once; else null, and it has to be asked. A change sent
 * to the server makes all of them out of date.
 */
export async function earlyAnswer({ method, path, headers }: HttpRequest): Promise<HttpResponse | null> {
  if (method !== 'GET') forgetEarly();
  const early = window.linshaoEarly?.get(path);
  if (early === undefined) return null;
  window.linshaoEarly?.delete(path);
  const same = early.as === null || early.as === headers?.authorization;
  return same && Date.now() - early.at < GOOD_FOR_MS ? early.answer : null;
}
