/** One field the server did not take, in a sentence for the person. */
interface FieldFault {
  readonly field: string;
  readonly message: string;
}

/** A request that did not give what was asked, with a sentence for the person. */
export class ApiError extends Error {
  constructor(
    /** The server's own code (`order.stale` …), or `network.unreachable`, `answer.unreadable`. */
    readonly code: string,
    message: string,
    readonly fields: readonly FieldFault[] = [],
  ) {
    super(message);
  }

  /** No answer came, so nobody knows what became of the request: asking again with the same key is right. */
  get outcomeUnknown(): boolean {
    return this.code === 'network.unreachable' || this.code.startsWith('http.5');
  }

  /** The person must sign in (again) before this can be done. */
  get needsSignIn(): boolean {
    return this.code === 'auth.required' || this.code === 'auth.expired';
  }
}

/** The sentence to show for whatever was thrown. */
export function sentenceOf(error: unknown): string {
  return error instanceof ApiError ? error.message : '出了点意外，请再试一次。';
}
