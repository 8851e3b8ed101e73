import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type PersonalRecordKeeper, PersonalRecords } from '../identity/personal-records.service.js';
import { AreaPathHolders } from '../organisation/area-path-holders.service.js';
import type { Sql, Transaction } from '../platform/database/database.js';
import { ResidenciesRepository } from './residencies.repository.js';
import { ResidencyViews } from './residency-views.service.js';

/** Tells the others what the registry keeps: about persons, and copies of area paths. */
@Injectable()
export class RegistryRecords implements PersonalRecordKeeper, OnModuleInit {
  readonly name = '住址登记';

  constructor(
    private readonly records: PersonalRecords,
    private readonly holders: AreaPathHolders,
    private readonly residencies: ResidenciesRepository,
    private readonly views: ResidencyViews,
  ) {}

  onModuleInit(): void {
    this.records.add(this);
    this.holders.add({ table: 'dwellings', column: 'area_path', noun: '房屋' });
    this.holders.add({ table: 'residencies', column: 'area_path', noun: '住址登记' });
  }

  async hasAny(sql: Sql, cityId: number, personId: string): Promise<boolean> {
    const row = await sql.first('SELECT 1 FROM residencies WHERE city_id = $1 AND person_id = $2 LIMIT 1', [
      cityId,
      personId,
    ]);
    return row !== null;
  }

  async export(cityId: number, personId: string): Promise<readonly object[]> {
    return this.views.of(cityId, await this.residencies.ofPerson(cityId, personId));
  }

  /** Who lived where is nobody else's business once they are gone. */
  erase(tx: Transaction, cityId: number, personId: string): Promise<void> {
    return this.residencies.removeAllOf(tx, cityId, personId);
  }
}
