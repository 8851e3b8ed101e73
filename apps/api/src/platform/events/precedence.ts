import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';

/** So long before an expected moment nothing big begins any more. */
const LEAD_MS = 250;
/** An expected moment that brought no work within this time brings none. */
const GONE_MS = 100;
const LOOK_MS = 10;
/** Urgent work without end must not silence the rest: then it goes on, a batch at a time. */
const PATIENCE_MS = 2_000;

/**
 * Who goes first when both want the same processor and the same database: what is due to the second before what is told
 * afterwards. Within one process; between processes the machine's own scheduler shares.
 */
@Injectable()
export class Precedence {
  private running = 0;
  /** Of `performance.now()`: no clock that is set moves it. */
  private expected: number[] = [];

  /** Urgent work comes in so many milliseconds. */
  expect(inMs: number): void {
    const now = performance.now();
    this.expected = [...this.expected.filter((at) => at > now - GONE_MS), now + inMs];
  }

  async first<T>(work: () => Promise<T>): Promise<T> {
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
    }
  }

  /** Resolves when nothing urgent is under way or about to be; called between two batches of what can wait. */
  async giveWay(): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
    while (this.isTaken() && performance.now() < until) await sleep(LOOK_MS);
  }

  private isTaken(): boolean {
    const now = performance.now();
    return this.running > 0 || this.expected.some((at) => at > now - GONE_MS && at < now + LEAD_MS);
  }
}
