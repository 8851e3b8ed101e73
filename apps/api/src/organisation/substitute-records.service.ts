import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type PersonalRecordKeeper, PersonalRecords } from '../identity/personal-records.service.js';
import type { Sql, Transaction } from '../platform/database/database.js';
import { PostSubstitutesRepository } from './post-substitutes.repository.js';

/** Why somebody was away is theirs to take along, and goes with their account; who stood in for the post stays as history. */
@Injectable()
export class SubstituteRecords implements PersonalRecordKeeper, OnModuleInit {
  readonly name = '代班';

  constructor(
    private readonly records: PersonalRecords,
    private readonly substitutes: PostSubstitutesRepository,
  ) {}

  onModuleInit(): void {
    this.records.add(this);
  }

  /** Posts themselves keep two accounts apart. */
  async hasAny(_sql: Sql, _cityId: number, _personId: string): Promise<boolean> {
    return false;
  }

  export(cityId: number, personId: string): Promise<readonly object[]> {
    return this.substitutes.allOf(cityId, personId);
  }

  erase(tx: Transaction, cityId: number, personId: string): Promise<void> {
    return this.substitutes.forgetReasons(tx, cityId, personId);
  }
}
