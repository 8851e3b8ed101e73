import { Injectable, type OnModuleInit } from '@nestjs/common';
import { deadlineEscalated, deadlineMissed, deadlineReminded } from '../deadlines/deadlines.events.js';
import { personErased } from '../identity/identity.events.js';
import { orderMoved, orderNoted } from '../orders/orders.events.js';
import type { Sql, Transaction } from '../platform/database/database.js';
import type { PublishedEvent } from '../platform/events/event.js';
import { Subscriptions } from '../platform/events/subscriptions.js';
import { nextLink } from './ledger-links.js';
import { type EntryRow, type Head, LedgerRepository } from './ledger.repository.js';

/** Links every committed event into its community's hash chain, right after commit (docs/decisions/0002). */
@Injectable()
export class LedgerService implements OnModuleInit {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly repository: LedgerRepository,
  ) {}

  onModuleInit(): void {
    this.subscriptions.afterCommit(orderMoved, 'audit.ledger', (events, tx) => this.seal(events, tx));
    this.subscriptions.afterCommit(orderNoted, 'audit.ledger', (events, tx) => this.seal(events, tx));
    for (const clock of [deadlineReminded, deadlineMissed, deadlineEscalated])
      this.subscriptions.afterCommit(clock, 'audit.ledger', (events, tx) => this.seal(events, tx));
    this.subscriptions.afterCommit(personErased, 'audit.erasure', async (events, tx) => {
      for (const { cityId, payload } of events) {
        const orders = await this.repository.ordersOf(tx, cityId, [payload.personId]);
        await this.erase(
          tx,
          cityId,
          orders.map(({ id }) => id),
        );
      }
    });
  }

  /** What time did to something that is no order has no event in a history. */
  private async seal(
    events: readonly PublishedEvent<{ readonly eventId: string | null }>[],
    tx: Transaction,
  ): Promise<void> {
    for (const cityId of new Set(events.map((event) => event.cityId))) {
      const ofCity = events.filter((event) => event.cityId === cityId);
      const ids = ofCity.flatMap(({ payload: { eventId } }) => (eventId === null ? [] : [eventId]));
      if (ids.length > 0) await this.sealCity(tx, cityId, ids);
    }
  }

  private async sealCity(sql: Sql, cityId: number, eventIds: readonly string[]): Promise<void> {
    const chainOf = (path: string | null): string => path ?? String(cityId);
    const seen = await this.repository.unsealed(sql, cityId, eventIds);
    const heads = new Map<string, Head>();
    for (const head of await this.repository.lockHeads(sql, cityId, [
      ...new Set(seen.map((e) => chainOf(e.community_path))),
    ]))
      heads.set(head.chain, head);
    // Looked at again under the locks: another relay may have sealed some of them meanwhile.
    const links: EntryRow[] = [];
    for (const event of await this.repository.unsealed(
      sql,
      cityId,
      seen.map(({ id }) => id),
    )) {
      const chain = chainOf(event.community_path);
      const head = heads.get(chain);
      if (!head) throw new Error(`chain ${chain} is not locked`);
      const link = nextLink(head, event);
      links.push(link);
      heads.set(chain, link);
    }
    await this.repository.append(sql, cityId, links, [...heads.values()]);
  }

  /**
   * Erases words, particulars, people and salts of orders (PIPL art. 47). The chain keeps verifying: it never held them.
   * What has no link yet gets it first; without its salt it never could.
   */
  async erase(sql: Sql, cityId: number, orderIds: readonly string[]): Promise<void> {
    const events = await this.repository.eventsOf(sql, cityId, orderIds);
    await this.sealCity(
      sql,
      cityId,
      events.map(({ id }) => id),
    );
    await this.repository.erase(sql, cityId, orderIds);
  }
}
