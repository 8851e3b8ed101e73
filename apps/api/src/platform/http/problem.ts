import type { Refusal } from '@linshao/domain';

export interface FieldProblem {
  /** Path of the field as the client sent it (`location.lng`), or a row and column in an import. */
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

export interface ProblemOptions {
  readonly detail?: string;
  readonly errors?: readonly FieldProblem[];
  /** Facts a client may use (`allowed`, `current`); never personal data. */
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly retryAfterSeconds?: number;
}

/** An error meant for the person who asked: a stable code, a Chinese sentence, an HTTP status (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly options: ProblemOptions = {},
  ) {
    super(`${code}: ${title}`);
  }
}

const STATUS: Record<Refusal['kind'], number> = {
  invalid: 422,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_many: 429,
};

/** The one place where a refusal of the domain becomes an HTTP answer. */
export function problemOf(refusal: Refusal): Problem {
  const retryAfter = refusal.facts?.['retryAfterSeconds'];
  return new Problem(STATUS[refusal.kind], refusal.code, refusal.title, {
    ...(refusal.facts && { facts: refusal.facts }),
    ...(typeof retryAfter === 'number' && { retryAfterSeconds: retryAfter }),
  });
}

export const notFound = (code = 'request.not_found', title = '没有找到，或您无权查看'): Problem =>
  new Problem(404, code, title);
