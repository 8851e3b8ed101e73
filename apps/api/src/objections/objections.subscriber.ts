import { Injectable, type OnModuleInit } from '@nestjs/common';
import { objectionStands, type OrderAction } from '@linshao/domain';
import { DeadlinesService } from '../deadlines/deadlines.service.js';
import { personErased } from '../identity/identity.events.js';
import { LockOrderService } from '../orders/lock-order.service.js';
import { type OrderMoved, orderMoved } from '../orders/orders.events.js';
import { AreaPathHolders } from '../organisation/area-path-holders.service.js';
import { Clock } from '../platform/clock/clock.js';
import type { Transaction } from '../platform/database/database.js';
import { outboxRows, type PublishedEvent } from '../platform/events/event.js';
import { Subscriptions } from '../platform/events/subscriptions.js';
import { objectionVoided } from './objections.events.js';
import { ObjectionsRepository } from './objections.repository.js';

/** Steps that may take an order out of the hands of the unit that objected. */
const AWAY: ReadonlySet<OrderAction | 'submit'> = new Set<OrderAction>([
  'claim',
  'dispatch',
  'split',
  'merge',
  'withdraw',
]);

/** Lets go of objections whose order went elsewhere before anybody ruled. */
@Injectable()
export class ObjectionsSubscriber implements OnModuleInit {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly holders: AreaPathHolders,
    private readonly repository: ObjectionsRepository,
    private readonly orders: LockOrderService,
    private readonly deadlines: DeadlinesService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.subscriptions.afterCommit(orderMoved, 'objections.void', (events, tx) => this.follow(events, tx));
    this.subscriptions.afterCommit(personErased, 'objections.erasure', async (events, tx) => {
      for (const { cityId, payload } of events) await this.repository.eraseWords(tx, cityId, [payload.personId]);
    });
    this.holders.add({ table: 'objections', column: 'area_path', noun: '承办单位异议' });
  }

  private async follow(events: readonly PublishedEvent<OrderMoved>[], tx: Transaction): Promise<void> {
    const moved = events.filter(({ payload }) => AWAY.has(payload.action));
    for (const cityId of new Set(moved.map((event) => event.cityId))) {
      const orderIds = moved.filter((event) => event.cityId === cityId).map(({ payload }) => payload.orderId);
      const raised = await this.repository.raised(tx, cityId, [...new Set(orderIds)]);
      const voided = [];
      for (const objection of raised) {
        const order = await this.orders.lock(tx, cityId, objection.orderId);
        const at = this.clock.now();
        if (objectionStands(objection, order) || !(await this.repository.void(tx, cityId, objection.id, at))) continue;
        await this.deadlines.settle(tx, cityId, { type: 'objection', id: objection.id }, ['ruling'], 'cancelled', at);
        const { id, orderId, rulerIds } = objection;
        voided.push({ subjectId: id, orderId, holderIds: rulerIds, actorId: null });
      }
      await tx.rows(outboxRows(objectionVoided, cityId, voided));
    }
  }
}
