import { Injectable, type OnModuleInit } from '@nestjs/common';
import { personErased } from '../identity/identity.events.js';
import { type PersonalRecordKeeper, PersonalRecords } from '../identity/personal-records.service.js';
import type { Sql, Transaction } from '../platform/database/database.js';
import { Subscriptions } from '../platform/events/subscriptions.js';
import { ConsentsRepository } from './consents.repository.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { InboxRepository } from './inbox.repository.js';

/** What a person was told is theirs to take along, and goes with their account. */
@Injectable()
export class NotificationRecords implements PersonalRecordKeeper, OnModuleInit {
  readonly name = '消息';

  constructor(
    private readonly records: PersonalRecords,
    private readonly subscriptions: Subscriptions,
    private readonly inbox: InboxRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly consents: ConsentsRepository,
  ) {}

  onModuleInit(): void {
    this.records.add(this);
    // Once more after the commit: the last news may have been on its way while the account was being deleted.
    this.subscriptions.afterCommit(personErased, 'notifications.erasure', async (events, tx) => {
      for (const { cityId, payload } of events) await this.erase(tx, cityId, payload.personId);
    });
  }

  /** Messages are about an account's other records; alone they are no reason to keep two accounts apart. */
  async hasAny(_sql: Sql, _cityId: number, _personId: string): Promise<boolean> {
    return false;
  }

  export(cityId: number, personId: string): Promise<readonly object[]> {
    return this.inbox.allOf(cityId, personId);
  }

  async erase(tx: Transaction, cityId: number, personId: string): Promise<void> {
    await this.inbox.removeAllOf(tx, cityId, personId);
    await this.deliveries.removeAllOf(tx, cityId, personId);
    await this.consents.removeAllOf(tx, cityId, personId);
  }
}
