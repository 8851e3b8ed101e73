import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Precedence } from '../platform/events/precedence.js';
import { ids } from '../platform/ids.js';
import type { Fired, Written } from './fired-effects.js';
import { FiringWriter } from './firing-writer.service.js';
import { batchOf, type FiredBatch, FiringRepository } from './firing.repository.js';
import { JudgeService, leavesCircle } from './judge.service.js';

/** Prepared at most for one second; the rest fires as what is overdue does. */
const MOST = 2_000;
const BATCH = 250;
/** Batches written at once. */
const LANES = 2;
/** Waiting longer than this would hold work up for a second that is not near. */
const MOST_WAIT_MS = 5_000;
/** Later than this it is not that second any more: what is judged as of then would take time from whoever is told only now. */
const MOST_LATE_MS = 1_000;
const isNear = (inMs: number): boolean => inMs < MOST_WAIT_MS && inMs > -MOST_LATE_MS;

interface Prepared {
  readonly fired: readonly Fired[];
  readonly written: readonly Written[];
  readonly batch: FiredBatch;
}

/**
 * Has what ends at a second read and judged before that second comes, so that only writing is left when it is there. Nothing is
 * locked or promised ahead: what changed in between is not written, and `FiringService` finds it like all that is due.
 */
@Injectable()
export class FiringAhead {
  private readonly log = new Logger(FiringAhead.name);

  constructor(
    private readonly database: Database,
    private readonly repository: FiringRepository,
    private readonly judge: JudgeService,
    private readonly writer: FiringWriter,
    private readonly precedence: Precedence,
  ) {}

  /**
   * Fires what ends at a second, at that second, and resolves then; of one that is far off or long past, nothing. Never
   * fails: what could not be fired so is due.
   * @param second of the Unix epoch
   * @returns how many fired
   */
  async fire(cityId: number, second: number): Promise<number> {
    try {
      if (!isNear(await this.repository.msUntil(second))) return 0;
      const batches = await this.prepare(cityId, second);
      const inMs = await this.repository.msUntil(second);
      if (!isNear(inMs)) return 0;
      // By a clock that cannot be set, from when the database's answer was there.
      const at = performance.now() + inMs;
      // A hair early nothing would be due. A timer may be early by a millisecond.
      for (let left = inMs + 1; left > 0; left = at + 1 - performance.now()) await sleep(left);
      return await this.precedence.first(() => this.write(cityId, batches, at));
    } catch (error) {
      this.log.warn({ error: String(error) }, 'could not fire to the second; it fires as overdue');
      return 0;
    }
  }

  private async prepare(cityId: number, second: number): Promise<Prepared[]> {
    const rows = await this.repository.endingAt(cityId, second, MOST);
    const prepared: Prepared[] = [];
    const nextId = ids(() => second * 1_000);
    for (let from = 0; from < rows.length; from += BATCH) {
      const judged = await this.judge.judge(this.database, cityId, rows.slice(from, from + BATCH));
      // Whether an order is confidential is asked when it fires.
      const fired = judged.filter((each) => !leavesCircle(each));
      const written = await this.judge.effects(this.database, cityId, fired, nextId);
      prepared.push({ fired, written, batch: batchOf(written.map(({ row }) => row)) });
    }
    return prepared;
  }

  private async write(cityId: number, batches: readonly Prepared[], at: number): Promise<number> {
    const left = [...batches];
    const lateness = new Map<Fired, number>();
    const lane = async (): Promise<void> => {
      for (let next = left.shift(); next; next = left.shift()) {
        const { fired, written, batch } = next;
        const done = await this.database.transaction((tx) => this.writer.write(tx, cityId, written, batch));
        const lateMs = performance.now() - at;
        for (const each of fired) if (done.has(each.row.id)) lateness.set(each, lateMs);
      }
    };
    const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
    // What follows waits until the last is written: the processor is theirs.
    if (lateness.size > 0) await this.writer.follow(cityId, [...lateness.keys()], (each) => lateness.get(each) ?? 0);
    for (const outcome of lanes) if (outcome.status === 'rejected') throw outcome.reason;
    return lateness.size;
  }
}
