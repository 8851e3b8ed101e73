import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ORDER_STATES, voidsSupervision } from '@linshao/domain';
import { DeadlinesService } from '../deadlines/deadlines.service.js';
import { type FiredDeadline, FiringHooks } from '../deadlines/firing-hooks.service.js';
import { personErased } from '../identity/identity.events.js';
import { type OrderMoved, orderMoved } from '../orders/orders.events.js';
import { AreaPathHolders } from '../organisation/area-path-holders.service.js';
import { Clock } from '../platform/clock/clock.js';
import type { Transaction } from '../platform/database/database.js';
import { outboxRows, type PublishedEvent } from '../platform/events/event.js';
import { Subscriptions } from '../platform/events/subscriptions.js';
import { OpenSupervisionService } from './open-supervision.service.js';
import { supervisionOverdue, supervisionVoided } from './supervision.events.js';
import { SupervisionRepository } from './supervision.repository.js';

const VOIDING = ORDER_STATES.filter(voidsSupervision);

/** Opens supervision orders as misses climb, tells of those nobody answers, lets go of those whose order went. */
@Injectable()
export class SupervisionSubscriber implements OnModuleInit {
  constructor(
    private readonly firing: FiringHooks,
    private readonly subscriptions: Subscriptions,
    private readonly holders: AreaPathHolders,
    private readonly opening: OpenSupervisionService,
    private readonly repository: SupervisionRepository,
    private readonly deadlines: DeadlinesService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.firing.onEscalated('supervision', (tx, cityId, escalations) => this.opening.onLadder(tx, cityId, escalations));
    this.firing.onMissed('answer', 'supervision', (tx, cityId, missed) => this.overdue(tx, cityId, missed));
    this.subscriptions.afterCommit(orderMoved, 'supervision.void', (events, tx) => this.follow(events, tx));
    this.subscriptions.afterCommit(personErased, 'supervision.erasure', async (events, tx) => {
      for (const { cityId, payload } of events) await this.repository.eraseWords(tx, cityId, [payload.personId]);
    });
    for (const column of ['area_path', 'issued_area_path'])
      this.holders.add({ table: 'supervision_orders', column, noun: '督办单' });
  }

  private async overdue(tx: Transaction, cityId: number, missed: readonly FiredDeadline[]): Promise<void> {
    const late = await this.repository.markOverdue(
      tx,
      cityId,
      missed.map(({ subjectId, dueAt }) => ({ id: subjectId, at: dueAt })),
    );
    await tx.rows(outboxRows(supervisionOverdue, cityId, late.map(newsOf)));
  }

  private async follow(events: readonly PublishedEvent<OrderMoved>[], tx: Transaction): Promise<void> {
    const gone = events.filter(({ payload }) => voidsSupervision(payload.to));
    for (const cityId of new Set(gone.map((event) => event.cityId))) {
      const orderIds = gone.filter((event) => event.cityId === cityId).map(({ payload }) => payload.orderId);
      const at = this.clock.now();
      await this.repository.lockClocks(tx, cityId, orderIds);
      const voided = await this.repository.void(tx, cityId, orderIds, VOIDING, at);
      for (const { id } of voided)
        await this.deadlines.settle(tx, cityId, { type: 'supervision_order', id }, ['answer'], 'cancelled', at);
      await tx.rows(outboxRows(supervisionVoided, cityId, voided.map(newsOf)));
    }
  }
}

interface Told {
  readonly id: string;
  readonly order_id: string;
  readonly holder_ids: readonly string[];
}

const newsOf = ({ id, order_id: orderId, holder_ids: holderIds }: Told) => ({
  subjectId: id,
  orderId,
  holderIds,
  actorId: null,
});
