import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Precedence } from '../platform/events/precedence.js';
import { ids } from '../platform/ids.js';
import type { Fired } from './fired-effects.js';
import { type Batch, batchOf, FiringWriter } from './firing-writer.service.js';
import { FiringRepository } from './firing.repository.js';
import { JudgeService, leavesCircle } from './judge.service.js';

/** Prepared at most for one second; the rest fires as what is overdue does. */
const MOST = 2_000;
const BATCH = 250;
/** Batches hung ahead at once in a process, each in a transaction that waits: of the connections never more than a quarter. */
const MOST_HUNG = 4;
/** Waiting longer than this would hold work up for a second that is not near. */
const MOST_WAIT_MS = 5_000;
/** Later than this it is not that second any more: what is judged as of then would take time from whoever is told only now. */
const MOST_LATE_MS = 1_000;
const isNear = (inMs: number): boolean => inMs < MOST_WAIT_MS && inMs > -MOST_LATE_MS;

interface Prepared {
  readonly fired: readonly Fired[];
  readonly batch: Batch;
  /** With those that fired, once it is time; null: not hung ahead, or it could not be written so. Never rejects. */
  readonly hung: Promise<ReadonlySet<string> | null>;
}

interface When {
  /** Of the Unix epoch. */
  readonly second: number;
  /** About when it comes, of `performance.now()`. */
  readonly roughly: number;
  /** Whether it has come; false: it is called off. */
  readonly due: Promise<boolean>;
}

const NOT_HUNG = Promise.resolve(null);

/**
 * Has what ends at a second read, judged and all that hangs on it written before that second comes, so that only the rows
 * themselves are left to turn when it is there. None of them is locked and nothing is to be seen ahead: what changed in
 * between takes all that was written for its batch with it, and the rest of that batch is written anew; `FiringService` finds
 * what is left like all that is due.
 */
@Injectable()
export class FiringAhead {
  private readonly log = new Logger(FiringAhead.name);
  private free: number;

  constructor(
    private readonly database: Database,
    private readonly repository: FiringRepository,
    private readonly judge: JudgeService,
    private readonly writer: FiringWriter,
    private readonly precedence: Precedence,
  ) {
    this.free = Math.min(MOST_HUNG, Math.floor(database.pool.options.max / 4));
  }

  /**
   * Fires what ends at a second, at that second, and resolves then; of one that is far off or long past, nothing. Never
   * fails: what could not be fired so is due.
   * @param second of the Unix epoch
   * @returns how many fired
   */
  async fire(cityId: number, second: number): Promise<number> {
    const batches: Prepared[] = [];
    let come: (isHere: boolean) => void = () => undefined;
    const due = new Promise<boolean>((resolve) => (come = resolve));
    try {
      const aheadMs = await this.repository.msUntil(second);
      if (!isNear(aheadMs)) return 0;
      await this.prepare(cityId, { second, due, roughly: performance.now() + aheadMs }, batches);
      const inMs = await this.repository.msUntil(second);
      if (!isNear(inMs)) return 0;
      // By a clock that cannot be set, from when the database's answer was there.
      const at = performance.now() + inMs;
      // A hair early nothing would be due. A timer may be early by a millisecond.
      for (let left = inMs + 1; left > 0; left = at + 1 - performance.now()) await sleep(left);
      return await this.precedence.first(() => {
        come(true);
        return this.write(cityId, batches, at);
      });
    } catch (error) {
      this.log.warn({ error: String(error) }, 'could not fire to the second; it fires as overdue');
      return 0;
    } finally {
      come(false);
      await Promise.all(batches.map(({ hung }) => hung));
    }
  }

  /** @param batches gets them, so that whoever began them can end them, also when a later one fails */
  private async prepare(cityId: number, when: When, batches: Prepared[]): Promise<void> {
    const { second, roughly } = when;
    const rows = await this.repository.endingAt(cityId, second, MOST);
    const nextId = ids(() => second * 1_000);
    for (let from = 0; from < rows.length; from += BATCH) {
      const judged = await this.judge.judge(this.database, cityId, rows.slice(from, from + BATCH));
      // Whether an order is confidential is asked when it fires.
      const fired = judged.filter((each) => !leavesCircle(each));
      if (fired.length === 0) continue;
      const batch = batchOf(await this.judge.effects(this.database, cityId, fired, nextId));
      const isAhead = this.free > 0 && performance.now() < roughly;
      batches.push({ fired, batch, hung: isAhead ? this.hang(cityId, when, batch) : NOT_HUNG });
    }
  }

  private async hang(cityId: number, { second, due }: When, batch: Batch): Promise<ReadonlySet<string> | null> {
    this.free -= 1;
    try {
      const at = new Date(second * 1_000);
      return await this.database.transaction((tx) => this.writer.writeAhead(tx, cityId, batch, at, due));
    } catch (error) {
      this.log.debug({ error: String(error) }, 'a batch hung ahead is written anew');
      return null;
    } finally {
      this.free += 1;
    }
  }

  private async write(cityId: number, batches: readonly Prepared[], at: number): Promise<number> {
    const lateness = new Map<Fired, number>();
    const write = async ({ fired, batch, hung }: Prepared): Promise<void> => {
      const done = (await hung) ?? (await this.database.transaction((tx) => this.writer.write(tx, cityId, batch)));
      const lateMs = performance.now() - at;
      for (const each of fired) if (done.has(each.row.id)) lateness.set(each, lateMs);
    };
    const outcomes = await Promise.allSettled(batches.map(write));
    // What follows waits until the last is written: the processor is theirs.
    if (lateness.size > 0) await this.writer.follow(cityId, [...lateness.keys()], (each) => lateness.get(each) ?? 0);
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
    return lateness.size;
  }
}
