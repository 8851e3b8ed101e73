import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type PersonalRecordKeeper, PersonalRecords } from '../identity/personal-records.service.js';
import { AreaPathHolders } from '../organisation/area-path-holders.service.js';
import type { Sql, Transaction } from '../platform/database/database.js';
import { OrderRecordsRepository } from './order-records.repository.js';

/** Tells the others what orders keep: about persons, and copies of area paths. */
@Injectable()
export class OrderRecords implements PersonalRecordKeeper, OnModuleInit {
  readonly name = '诉求';

  constructor(
    private readonly records: PersonalRecords,
    private readonly holders: AreaPathHolders,
    private readonly repository: OrderRecordsRepository,
  ) {}

  onModuleInit(): void {
    this.records.add(this);
    this.holders.add({ table: 'orders', column: 'area_path', noun: '诉求' });
  }

  hasAny(sql: Sql, cityId: number, personId: string): Promise<boolean> {
    return this.repository.hasAny(sql, cityId, personId);
  }

  export(cityId: number, personId: string): Promise<readonly object[]> {
    return this.repository.reportedBy(cityId, personId);
  }

  /** The work stays, for its figures; its words, place and photos go, and its reporter is nobody's name any more. */
  erase(tx: Transaction, cityId: number, personId: string): Promise<void> {
    return this.repository.scrub(tx, cityId, personId);
  }
}
