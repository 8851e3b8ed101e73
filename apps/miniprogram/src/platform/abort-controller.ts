/** WeChat has no AbortController, and the query library makes one for every request. Nothing here is ever interrupted half-way. */
export class AbortController {
  readonly signal = {
    aborted: false,
    reason: undefined as unknown,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    throwIfAborted: () => undefined,
  };

  abort(reason?: unknown): void {
    this.signal.aborted = true;
    this.signal.reason = reason;
  }
}
