import type { ServerResponse } from 'node:http';
import { EVERY_ANSWER } from '../platform/http/every-answer.js';
import type { BoardBytes } from '../platform/boards/board-cache.js';

const HEAD = {
  ...EVERY_ANSWER,
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  // nginx would collect events until a buffer is full.
  'X-Accel-Buffering': 'no',
};
/** After a deployment every screen comes back; not all in the same second. */
const RETRY_MS = 3_000;
const RETRY_SPREAD_MS = 4_000;
/** Who has this much unread has stopped reading. */
const MOST_UNREAD = 512 * 1024;

/** One screen that a wall is told to. */
export class WallListener {
  private told: string | null;
  private wroteAt = performance.now();

  /** @param known tag of the last event it got before it came back */
  constructor(
    private readonly response: ServerResponse,
    known: string | null,
  ) {
    this.told = known;
    response.writeHead(200, HEAD);
    this.write(`retry: ${RETRY_MS + Math.floor(Math.random() * RETRY_SPREAD_MS)}\n\n`);
  }

  /** Sends the wall unless it is the one it has. */
  tell({ etag, plain }: BoardBytes): void {
    if (this.told === etag) return;
    this.told = etag;
    this.write(`event: wall\nid: ${etag}\ndata: ${plain.body}\n\n`);
  }

  /** A comment, so that nothing in between takes the silence for the end. */
  keepAlive(everyMs: number): void {
    if (performance.now() - this.wroteAt >= everyMs) this.write(': \n\n');
  }

  end(): void {
    this.response.end();
  }

  private write(frame: string): void {
    this.wroteAt = performance.now();
    if (this.response.writableLength > MOST_UNREAD) this.response.destroy();
    // A board's body has one character for each byte.
    else this.response.write(frame, 'latin1');
  }
}
