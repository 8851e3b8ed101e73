import type { HttpRequest, HttpResponse } from '../platform/http.js';
import { authorised, tokenExchange } from './authorised.js';
import type { Tokens } from './tokens.js';

const OLD = { accessToken: 'old', refreshToken: 'r0' };
const NEW = { accessToken: 'new', refreshToken: 'r1' };

function store(initial: Tokens | null, onDevice: Tokens | null = initial) {
  let current = initial;
  let device = onDevice;
  return {
    now: () => current,
    reread: () => (current = device),
    keep: (next: Tokens | null) => void (current = device = next),
  };
}

const client = (send: (request: HttpRequest) => Promise<HttpResponse>, tokens: ReturnType<typeof store>) =>
  authorised(send, tokens, tokenExchange(send, tokens));

/** A server that knows one access token and exchanges one refresh token. */
function server(good: string, refresh: (token: string) => HttpResponse = () => ({ status: 200, body: NEW })) {
  const seen: HttpRequest[] = [];
  const send = async (request: HttpRequest): Promise<HttpResponse> => {
    seen.push(request);
    if (request.path === '/api/auth/refresh') {
      return refresh((request.body as { refreshToken: string }).refreshToken);
    }
    const known = request.headers?.authorization === `Bearer ${good}`;
    return known ? { status: 200, body: 'yes' } : { status: 401, body: { code: 'auth.expired' } };
  };
  return { send, seen, paths: () => seen.map(({ path }) => path) };
}

describe('authorised', () => {
  const ask: HttpRequest = { method: 'GET', path: '/api/me' };

  it('sends nothing but the request when nobody is signed in', async () => {
    const { send, seen } = server('new');
    expect((await client(send, store(null))(ask)).status).toBe(401);
    expect(seen).toEqual([ask]);
  });

  it('exchanges a token that ran out and asks once more, with the same request', async () => {
    const { send, paths } = server('new');
    const tokens = store(OLD);
    expect(await client(send, tokens)(ask)).toEqual({ status: 200, body: 'yes' });
    expect(paths()).toEqual(['/api/me', '/api/auth/refresh', '/api/me']);
    expect(tokens.now()).toEqual(NEW);
  });

  it('exchanges once for many requests at the same time', async () => {
    const { send, paths } = server('new');
    const call = client(send, store(OLD));
    const answers = await Promise.all(Array.from({ length: 8 }, () => call(ask)));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(paths().filter((path) => path === '/api/auth/refresh')).toHaveLength(1);
  });

  it('takes the pair another window got instead of using up the old one', async () => {
    const { send, paths } = server('new');
    expect((await client(send, store(OLD, NEW))(ask)).status).toBe(200);
    expect(paths()).toEqual(['/api/me', '/api/me']);
  });

  it('signs out when the refresh token is refused, and gives the 401 to the screen', async () => {
    const { send } = server('new', () => ({ status: 401, body: { code: 'auth.expired' } }));
    const tokens = store(OLD);
    expect((await client(send, tokens)(ask)).status).toBe(401);
    expect(tokens.now()).toBeNull();
  });

  it('leaves the person signed in who signed in again before the refusal of the old pair came', async () => {
    const tokens = store(OLD);
    const { send, paths } = server('new', () => {
      tokens.keep(NEW);
      return { status: 401, body: { code: 'auth.expired' } };
    });
    expect((await client(send, tokens)(ask)).status).toBe(200);
    expect(tokens.now()).toEqual(NEW);
    expect(paths()).toEqual(['/api/me', '/api/auth/refresh', '/api/me']);
  });

  it('does not sign in again who signed out before the next pair came', async () => {
    const tokens = store(OLD);
    const { send, paths } = server('new', () => {
      tokens.keep(null);
      return { status: 200, body: NEW };
    });
    expect((await client(send, tokens)(ask)).status).toBe(401);
    expect(tokens.now()).toBeNull();
    expect(paths()).toEqual(['/api/me', '/api/auth/refresh']);
  });

  it('stays signed in when the server is only busy, or does not answer', async () => {
    const busy = store(OLD);
    await client(server('new', () => ({ status: 503, body: null })).send, busy)(ask);
    expect(busy.now()).toEqual(OLD);

    const cut = store(OLD);
    const { send } = server('new', () => {
      throw new Error('cut');
    });
    await expect(client(send, cut)(ask)).rejects.toThrow('cut');
    expect(cut.now()).toEqual(OLD);
  });
});
