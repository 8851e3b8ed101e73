import { Injectable } from '@nestjs/common';
import type { Sql, Transaction } from '../platform/database/database.js';

/** What a feature keeps about persons, so that they can take it with them, and have it forgotten (PIPL art. 45, 47). */
export interface PersonalRecordKeeper {
  /** Chinese heading in the person's own copy of their data: 诉求, 住址登记. */
  readonly name: string;
  /** Whether there is anything at all; an account with records of its own is not joined to another. */
  hasAny(sql: Sql, cityId: number, personId: string): Promise<boolean>;
  /** The person's records, readable, unmasked: it is their own copy. */
  export(cityId: number, personId: string): Promise<readonly object[]>;
  /** Deletes them, or makes them nobody's where the community must keep them. */
  erase(tx: Transaction, cityId: number, personId: string): Promise<void>;
}

/** Features name their records here at start; identity knows none of them. */
@Injectable()
export class PersonalRecords {
  private readonly keepers: PersonalRecordKeeper[] = [];

  add(keeper: PersonalRecordKeeper): void {
    this.keepers.push(keeper);
  }

  async hasAny(sql: Sql, cityId: number, personId: string): Promise<boolean> {
    for (const keeper of this.keepers) if (await keeper.hasAny(sql, cityId, personId)) return true;
    return false;
  }

  async export(cityId: number, personId: string): Promise<Record<string, readonly object[]>> {
    const records: Record<string, readonly object[]> = {};
    for (const keeper of this.keepers) records[keeper.name] = await keeper.export(cityId, personId);
    return records;
  }

  async erase(tx: Transaction, cityId: number, personId: string): Promise<void> {
    for (const keeper of this.keepers) await keeper.erase(tx, cityId, personId);
  }
}
