import type { NewDeadline } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { CalendarsService } from '../calendars/calendars.service.js';
import type { Transaction } from '../platform/database/database.js';
import { OutboxWaker } from '../platform/events/outbox.jobs.js';
import { OperationMeters } from '../platform/metrics/operation-meters.js';
import type { Fired, Written } from './fired-effects.js';
import { FiringHooks } from './firing-hooks.service.js';
import { FiringRepository, type Hung, hungOf, turnsOf } from './firing.repository.js';
import { WakesService } from './wakes.service.js';

/** Judged and ready to be written. */
export interface Batch {
  readonly written: readonly Written[];
  readonly turns: string;
  readonly hung: Hung;
}

export function batchOf(written: readonly Written[]): Batch {
  const rows = written.map(({ row }) => row);
  return { written, turns: turnsOf(rows), hung: hungOf(rows) };
}

/** Makes a judged batch true: once, however many bring it, and only of deadlines that are still as they were judged. */
@Injectable()
export class FiringWriter {
  constructor(
    private readonly repository: FiringRepository,
    private readonly hooks: FiringHooks,
    private readonly calendars: CalendarsService,
    private readonly meters: OperationMeters,
    private readonly waker: OutboxWaker,
    private readonly wakes: WakesService,
  ) {}

  /** @returns the deadlines that fired; the others changed meanwhile, are not due yet, or somebody is at them */
  async write(tx: Transaction, cityId: number, { written, turns, hung }: Batch): Promise<ReadonlySet<string>> {
    const turned = new Set(await this.repository.turn(tx, cityId, turns));
    const real = turned.size === written.length ? written : written.filter(({ row }) => turned.has(row.id));
    if (real.length === 0) return turned;
    await this.repository.hang(tx, cityId, real === written ? hung : hungOf(real.map(({ row }) => row)), null);
    await this.tell(tx, cityId, real);
    return turned;
  }

  /**
   * The same with most of the work before its time: what hangs on the batch is written first, where nobody sees it or waits
   * for it; what is left at the second is to turn the rows.
   * @param at the second
   * @param due whether it has come; false: it is called off
   * @throws unless every one of them fires; then nothing is written
   */
  async writeAhead(
    tx: Transaction,
    cityId: number,
    { written, turns, hung }: Batch,
    at: Date,
    due: Promise<boolean>,
  ): Promise<ReadonlySet<string>> {
    await this.repository.hang(tx, cityId, hung, at);
    if (!(await due)) throw new Error('called off');
    const turned = new Set(await this.repository.turn(tx, cityId, turns));
    if (turned.size < written.length) throw new Error('not all is as it was judged');
    await this.tell(tx, cityId, written);
    return turned;
  }

  private async tell(tx: Transaction, cityId: number, written: readonly Written[]): Promise<void> {
    const missed = written.flatMap((each) => each.missed ?? []);
    const escalations = written.flatMap(({ escalation }) => escalation ?? []);
    await this.hooks.tell(tx, cityId, missed, escalations);
  }

  /** After the commit: counts it, and has woken whoever tells of it and fires what began. @param lateMs of each */
  async follow(cityId: number, fired: readonly Fired[], lateMs: (each: Fired) => number): Promise<void> {
    for (const each of fired) this.measure(each, lateMs(each));
    this.waker.wake();
    this.wakes.soon(cityId, fired.flatMap(whatRunsOn), (await this.calendars.inForce(cityId)).calendar);
  }

  private measure({ row, firing, climb }: Fired, lateMs: number): void {
    this.meters.fired(row.kind, lateMs);
    if (firing.type === 'missed') this.meters.missed(row.kind);
    if (firing.type === 'reminded') this.meters.reminded(row.kind);
    if (climb) this.meters.escalated(climb.rung);
  }
}

/** The next reminder or the end of what was reminded, and the rung that began. */
const whatRunsOn = ({ firing, climb }: Fired): NewDeadline[] => [
  ...(firing.type === 'reminded' ? [firing.deadline] : []),
  ...(climb ? [climb.deadline] : []),
];
