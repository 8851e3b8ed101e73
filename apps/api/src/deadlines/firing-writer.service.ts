import type { NewDeadline } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { CalendarsService } from '../calendars/calendars.service.js';
import type { Transaction } from '../platform/database/database.js';
import { OutboxWaker } from '../platform/events/outbox.jobs.js';
import { OperationMeters } from '../platform/metrics/operation-meters.js';
import type { Fired, Written } from './fired-effects.js';
import { FiringHooks } from './firing-hooks.service.js';
import { batchOf, type FiredBatch, FiringRepository } from './firing.repository.js';
import { WakesService } from './wakes.service.js';

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

  /**
   * @param batch of the same
   * @returns the deadlines that fired; the others changed meanwhile, are not due yet, or somebody is at them
   */
  async write(
    tx: Transaction,
    cityId: number,
    written: readonly Written[],
    batch: FiredBatch = batchOf(written.map(({ row }) => row)),
  ): Promise<ReadonlySet<string>> {
    const fired = new Set(await this.repository.write(tx, cityId, batch));
    const real = written.filter(({ row }) => fired.has(row.id));
    const missed = real.flatMap((each) => each.missed ?? []);
    const escalations = real.flatMap(({ escalation }) => escalation ?? []);
    await this.hooks.tell(tx, cityId, missed, escalations);
    return fired;
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
