import type { HttpRequest, HttpResponse } from '../platform/http.js';
import { isRecord } from './json.js';
import type { Tokens } from './tokens.js';

interface TokenStore {
  now(): Tokens | null;
  reread(): Tokens | null;
  keep(next: Tokens | null): void;
}

type Send = (request: HttpRequest) => Promise<HttpResponse>;
type Exchange = (used: Tokens) => Promise<Tokens | null>;

/**
 * Exchanges a pair that ran out for the next one, once, however many requests find that out at the same time. A refresh
 * token that is no good any more signs the person out (null); a server that is busy does not.
 */
export function tokenExchange(send: Send, tokens: TokenStore): Exchange {
  let running: Promise<Tokens | null> | null = null;

  async function exchanged(used: Tokens): Promise<Tokens | null> {
    const latest = tokens.reread();
    // Another request or another window was faster.
    if (latest !== null && latest.accessToken !== used.accessToken) return latest;
    const { status, body } = await send({
      method: 'POST',
      path: '/api/auth/refresh',
      body: { refreshToken: used.refreshToken },
    });
    // Whoever signed in again or out while this was under way is not to be undone by its answer.
    const held = tokens.reread();
    if (held?.accessToken !== latest?.accessToken) return held;
    const next = status === 200 ? pairOf(body) : null;
    if (next !== null || (status >= 400 && status < 500 && status !== 429)) tokens.keep(next);
    return next;
  }

  return (used) => (running ??= exchanged(used).finally(() => (running = null)));
}

export const authorizationOf = ({ accessToken }: Tokens): string => `Bearer ${accessToken}`;

/** Sends as the person who is signed in. A 401 that stays is left to the screen, which keeps what was typed. */
export function authorised(send: Send, tokens: TokenStore, exchange: Exchange): Send {
  const sendAs = (pair: Tokens | null, request: HttpRequest) =>
    send(
      pair === null ? request : { ...request, headers: { ...request.headers, authorization: authorizationOf(pair) } },
    );

  return async (request) => {
    const used = tokens.now();
    const answer = await sendAs(used, request);
    if (answer.status !== 401 || used === null) return answer;
    const next = await exchange(used);
    return next === null ? answer : sendAs(next, request);
  };
}

function pairOf(body: unknown): Tokens | null {
  if (!isRecord(body)) return null;
  const { accessToken, refreshToken } = body;
  return typeof accessToken === 'string' && typeof refreshToken === 'string' ? { accessToken, refreshToken } : null;
}
