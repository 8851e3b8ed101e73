import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type PersonalRecordKeeper, PersonalRecords } from '../identity/personal-records.service.js';
import type { Sql, Transaction } from '../platform/database/database.js';
import { HandoversRepository } from './handovers.repository.js';

/** What somebody handed over is an act in office: it is in their copy, and stays without its words when their account goes. */
@Injectable()
export class DeskRecords implements PersonalRecordKeeper, OnModuleInit {
  readonly name = '值班交接';

  constructor(
    private readonly records: PersonalRecords,
    private readonly handovers: HandoversRepository,
  ) {}

  onModuleInit(): void {
    this.records.add(this);
  }

  hasAny(sql: Sql, cityId: number, personId: string): Promise<boolean> {
    return this.handovers.hasAny(sql, cityId, personId);
  }

  export(cityId: number, personId: string): Promise<readonly object[]> {
    return this.handovers.allOf(cityId, personId);
  }

  erase(tx: Transaction, cityId: number, personId: string): Promise<void> {
    return this.handovers.erase(tx, cityId, personId);
  }
}
