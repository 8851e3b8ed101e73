import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DeadlinesService } from '../deadlines/deadlines.service.js';
import { type PersonalRecordKeeper, PersonalRecords } from '../identity/personal-records.service.js';
import { AreaPathHolders } from '../organisation/area-path-holders.service.js';
import { Clock } from '../platform/clock/clock.js';
import type { Sql, Transaction } from '../platform/database/database.js';
import { MatterRecordsRepository } from './matter-records.repository.js';

/** Tells the others what applications keep: about persons, and copies of area paths. */
@Injectable()
export class MatterRecords implements PersonalRecordKeeper, OnModuleInit {
  readonly name = '民生事项';

  constructor(
    private readonly records: PersonalRecords,
    private readonly holders: AreaPathHolders,
    private readonly repository: MatterRecordsRepository,
    private readonly deadlines: DeadlinesService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.records.add(this);
    this.holders.add({ table: 'matters', column: 'area_path', noun: '民生事项' });
  }

  hasAny(sql: Sql, cityId: number, personId: string): Promise<boolean> {
    return this.repository.hasAny(sql, cityId, personId);
  }

  export(cityId: number, personId: string): Promise<readonly object[]> {
    return this.repository.appliedBy(cityId, personId);
  }

  /** Nobody is left for whom an open application could be granted: it ends. All of them stay as work done, without a name or a word. */
  async erase(tx: Transaction, cityId: number, personId: string): Promise<void> {
    const now = this.clock.now();
    for (const id of await this.repository.openOf(tx, cityId, personId)) {
      await this.deadlines.settle(tx, cityId, { type: 'matter', id }, ['step'], 'cancelled', now);
      await this.repository.end(tx, cityId, id, now);
    }
    await this.repository.scrub(tx, cityId, personId);
  }
}
