import type { RawAnswer } from './raw-request.js';

/** Words of the inside: frames of a stack, SQL, source files, errors of the language and of drivers. */
const INSIDE =
  /\n\s+at |node_modules|\.[jt]s:\d|(Type|Reference|Range|QueryFailed)Error|SELECT |INSERT |UPDATE |pg_|syntax error/;

/** What a client must never get, in a few words; null for an answer as it should be: success, or problem+json in Chinese with its code. */
export function faultOf({ status, type, body }: RawAnswer): string | null {
  if (status === 0) return 'is no answer';
  if (status >= 500) return 'is our fault';
  if (status < 400) return null;
  if (!type.startsWith('application/problem+json')) return `is ${type}`;
  if (INSIDE.test(body)) return 'shows the inside';
  const problem = JSON.parse(body) as Readonly<Record<string, unknown>>;
  if (!/^[a-z_]+(\.[a-z_]+)+$/.test(String(problem['code']))) return 'has no code';
  if (!/[\u4e00-\u9fff]/.test(String(problem['title']))) return 'has no Chinese title';
  return problem['status'] === status ? null : 'says another status';
}
