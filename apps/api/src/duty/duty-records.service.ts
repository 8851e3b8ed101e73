import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type PersonalRecordKeeper, PersonalRecords } from '../identity/personal-records.service.js';
import type { Sql, Transaction } from '../platform/database/database.js';
import { ShiftsRepository } from './shifts.repository.js';
import { SwapsRepository } from './swaps.repository.js';

/** When somebody was on duty is an act in office and stays; why they could not come is theirs, and goes with their account. */
@Injectable()
export class DutyRecords implements PersonalRecordKeeper, OnModuleInit {
  readonly name = '值班';

  constructor(
    private readonly records: PersonalRecords,
    private readonly shifts: ShiftsRepository,
    private readonly swaps: SwapsRepository,
  ) {}

  onModuleInit(): void {
    this.records.add(this);
  }

  async hasAny(sql: Sql, cityId: number, personId: string): Promise<boolean> {
    return (await this.shifts.anyOf(sql, cityId, personId)) !== null;
  }

  export(cityId: number, personId: string): Promise<readonly object[]> {
    return this.shifts.allOf(cityId, personId);
  }

  erase(tx: Transaction, cityId: number, personId: string): Promise<void> {
    return this.swaps.forgetReasons(tx, cityId, personId);
  }
}
