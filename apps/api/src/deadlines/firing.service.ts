import { Injectable, Logger } from '@nestjs/common';
import { Database, type Transaction } from '../platform/database/database.js';
import { Precedence } from '../platform/events/precedence.js';
import { nextId } from '../platform/ids.js';
import type { Fired } from './fired-effects.js';
import { batchOf, FiringWriter } from './firing-writer.service.js';
import { type DueRow, FiringRepository } from './firing.repository.js';
import { idsOf, JudgeService } from './judge.service.js';

const BATCH = 250;
/** How many batches of a city are under way at once in one process: one judged while one is written; a third gained nothing. */
const LANES = 2;
/** How much smaller the next batch is after one that failed. */
const SHRINK = 8;
/** With so many that cannot be fired it is not them. */
const MOST_BROKEN = 20;

/** A city's clock being brought up to now. */
interface Drain {
  /** Those that could not be fired, and why. */
  readonly broken: { readonly id: string; readonly error: unknown }[];
  readonly failures: { readonly error: unknown }[];
  fired: number;
  /** Something was due whose promise another lane or worker held. */
  left: boolean;
}

/**
 * The one handler of time: takes what is due by the database's clock, batch by batch, and makes everything that follows true in
 * the same transaction: state, reminder or miss, next rung, history, news. Idempotent: woken twice, by two workers, after a
 * crash or a day too late, each deadline fires once.
 */
@Injectable()
export class FiringService {
  private readonly log = new Logger(FiringService.name);

  constructor(
    private readonly database: Database,
    private readonly repository: FiringRepository,
    private readonly judge: JudgeService,
    private readonly writer: FiringWriter,
    private readonly precedence: Precedence,
  ) {}

  /**
   * Fires everything that is due in a city now, the oldest first. Answers with how many. One that cannot be fired holds up
   * nobody: ever smaller batches find it, the others fire, and it is tried again at the next sweep.
   * @throws what the first of those threw, after all others have fired
   */
  drain(cityId: number): Promise<number> {
    return this.precedence.first(async () => {
      const drain: Drain = { broken: [], failures: [], fired: 0, left: false };
      const lanes: Promise<void>[] = [];
      // While one batch is written the next is judged. Another lane opens only when a batch was full.
      const open = (): void => {
        if (lanes.length < LANES) lanes.push(this.lane(cityId, drain, open));
      };
      open();
      for (const lane of lanes) await lane;
      // Of two misses of one promise in two lanes, one had to be left.
      if (drain.left && drain.failures.length === 0) await this.lane(cityId, drain, () => undefined);
      const [failure] = [...drain.failures, ...drain.broken];
      if (failure) throw failure.error;
      return drain.fired;
    });
  }

  /** One batch after the other. Never throws: the other lanes go on. */
  private async lane(cityId: number, drain: Drain, full: () => void): Promise<void> {
    let size = BATCH;
    for (;;) {
      const taken: DueRow[] = [];
      const take = (due: readonly DueRow[]): void => {
        taken.push(...due);
        if (due.length === BATCH) full();
      };
      const started = performance.now();
      try {
        const but = drain.broken.map(({ id }) => id);
        const batch = await this.database.transaction((tx) => this.fireBatch(tx, cityId, { size, but }, take));
        if (batch.length > 0) {
          const took = performance.now() - started;
          await this.writer.follow(
            cityId,
            batch,
            ({ row }) => row.now.getTime() - (row.wake_at ?? row.now).getTime() + took,
          );
        }
        drain.fired += batch.length;
        drain.left ||= batch.length < taken.length;
        if (batch.length === 0 || (size === BATCH && batch.length < BATCH)) return;
        size = Math.min(BATCH, size * SHRINK);
      } catch (error) {
        const [first] = taken;
        // Nothing was taken: it is the database itself.
        if (!first || drain.broken.length >= MOST_BROKEN) {
          drain.failures.push({ error });
          return;
        }
        if (taken.length === 1) {
          this.log.error({ deadline: first.id, error: String(error) }, 'a deadline could not be fired');
          drain.broken.push({ id: first.id, error });
        }
        size = taken.length === 1 ? BATCH : Math.ceil(taken.length / SHRINK);
      }
    }
  }

  async drainAll(): Promise<number> {
    let fired = 0;
    for (const cityId of await this.repository.cities()) fired += await this.drain(cityId);
    return fired;
  }

  /**
   * Those whose promise somebody else holds at the moment are left for later.
   * @param take hears what it is at, for whoever must know when it fails
   */
  private async fireBatch(
    tx: Transaction,
    cityId: number,
    { size, but }: { readonly size: number; readonly but: readonly string[] },
    take: (due: readonly DueRow[]) => void,
  ): Promise<readonly Fired[]> {
    const due = await this.repository.due(tx, cityId, size, but);
    take(due);
    if (due.length === 0) return [];
    const roots = await this.repository.lockRoots(tx, cityId, idsOf(due.map(({ root_id }) => root_id)));
    const climbed = await this.repository.climbed(tx, cityId, [...roots.keys()]);
    const fired = await this.judge.judge(tx, cityId, due, roots, climbed);
    const written = await this.writer.write(tx, cityId, batchOf(await this.judge.effects(tx, cityId, fired, nextId)));
    return fired.filter(({ row }) => written.has(row.id));
  }
}
