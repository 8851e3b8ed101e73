import { faultOf } from './answer-fault.js';
import type { ApiOperation } from './api-operations.js';
import { type RawAnswer, sendRaw } from './raw-request.js';

/** One request to be tried. */
export interface Try {
  readonly operation: ApiOperation;
  /** Said of a fault. */
  readonly what: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** What is wrong with the answer to a try, or null. */
export type Judge = (answer: RawAnswer, attempt: Try) => string | null;

const AT_ONCE = 4;

/** Sends them all, a few at once; answers with what was wrong with the answers, a line each. */
export async function faultsOf(baseUrl: string, tries: readonly Try[], judge: Judge = faultOf): Promise<string[]> {
  const faults: string[] = [];
  const waiting = [...tries];
  const work = async (): Promise<void> => {
    for (let attempt = waiting.shift(); attempt; attempt = waiting.shift()) {
      const { operation, what, path, headers, body } = attempt;
      const answer = await sendRaw(baseUrl, {
        method: operation.method,
        path,
        headers,
        ...(body !== undefined && { body }),
      });
      const wrong = judge(answer, attempt);
      if (wrong) faults.push(`${operation.name} ${what}: ${answer.status} ${wrong} ${answer.body.slice(0, 150)}`);
    }
  };
  // Files are taken in one by one; whoever comes meanwhile is told that it is busy, and rightly.
  const atOnce = tries.some(({ operation }) => operation.takesFiles) ? 1 : AT_ONCE;
  await Promise.all(Array.from({ length: atOnce }, work));
  return faults;
}
