/** A request that did not give what was asked, with a sentence for the person. */
export class ApiError extends Error {
  constructor(
    /** The server's own code (`order.stale` …), or `network.unreachable`, `answer.unreadable`. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
