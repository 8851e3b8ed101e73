import type { IncomingMessage } from 'node:http';
import { mayMonitor } from './monitoring.js';

const request = (remoteAddress: string, headers: Record<string, string> = {}): IncomingMessage =>
  ({ headers, socket: { remoteAddress } }) as unknown as IncomingMessage;
const TOKEN = 'a-token-of-some-length';

describe('who may read figures', () => {
  it.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])('without a token: a program here, %s', (address) => {
    expect(mayMonitor(request(address), null)).toBe(true);
  });

  it.each(['10.0.0.7', '203.0.113.9', '::ffff:10.0.0.7', '2001:db8::1', '1.127.0.0', ''])(
    'without a token: nobody elsewhere, %s',
    (address) => {
      expect(mayMonitor(request(address), null)).toBe(false);
      expect(mayMonitor(request(address, { 'x-forwarded-for': '127.0.0.1' }), null)).toBe(false);
    },
  );

  it.each(['x-forwarded-for', 'forwarded'])('without a token: nobody through a proxy here (%s)', (header) => {
    expect(mayMonitor(request('127.0.0.1', { [header]: '203.0.113.9' }), null)).toBe(false);
  });

  it('with a token: whoever shows it, and nobody else, not even here', () => {
    expect(mayMonitor(request('203.0.113.9', { authorization: `Bearer ${TOKEN}` }), TOKEN)).toBe(true);
    for (const authorization of [`Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(1)}`, TOKEN, 'Bearer ', ''])
      expect(mayMonitor(request('127.0.0.1', { authorization }), TOKEN)).toBe(false);
    expect(mayMonitor(request('127.0.0.1'), TOKEN)).toBe(false);
  });
});
