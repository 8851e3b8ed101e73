import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Figures name no person, but tell a stranger when we are weak. With a token whoever has it may read them; without one
 * only programs on this machine: by the connection's own address, and not through a proxy, which speaks for others.
 */
export function mayMonitor({ headers, socket }: IncomingMessage, token: string | null): boolean {
  if (token !== null) return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`));
  const isHere = /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '');
  return isHere && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined;
}
