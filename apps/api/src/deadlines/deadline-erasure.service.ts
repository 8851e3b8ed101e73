import { Injectable, type OnModuleInit } from '@nestjs/common';
import { withoutReasons } from '@linshao/domain';
import { personErased } from '../identity/identity.events.js';
import type { Transaction } from '../platform/database/database.js';
import { Subscriptions } from '../platform/events/subscriptions.js';
import { toDeadline } from './deadline-row.js';
import { DeadlinesRepository } from './deadlines.repository.js';

/** Why a date was moved may tell of the person who reported; the words go with the order's own (PIPL art. 47), the date stays. */
@Injectable()
export class DeadlineErasure implements OnModuleInit {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly repository: DeadlinesRepository,
  ) {}

  onModuleInit(): void {
    this.subscriptions.afterCommit(personErased, 'deadlines.erasure', async (events, tx) => {
      for (const { cityId, payload } of events) await this.erase(tx, cityId, payload.personId);
    });
  }

  private async erase(tx: Transaction, cityId: number, personId: string): Promise<void> {
    const extended = await this.repository.extendedFor(tx, cityId, personId);
    for (const { id, adjustments, why } of extended.map(toDeadline).map(withoutReasons))
      await this.repository.eraseReasons(tx, cityId, { id, adjustments, why });
  }
}
