import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { OrderAction } from '@linshao/domain';
import { type OrderMoved, orderMoved } from '../orders/orders.events.js';
import { AreaPathHolders } from '../organisation/area-path-holders.service.js';
import type { Transaction } from '../platform/database/database.js';
import type { PublishedEvent } from '../platform/events/event.js';
import { Subscriptions } from '../platform/events/subscriptions.js';
import { ProjectorService } from './projector.service.js';

/** Steps the public never hears of and that change nothing it sees. */
const QUIET: ReadonlySet<OrderAction | 'submit'> = new Set<OrderAction>(['urge', 'remark', 'unfollow']);

/** Keeps the boards up with the orders, within moments of each step. */
@Injectable()
export class PublicationSubscriber implements OnModuleInit {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly projector: ProjectorService,
    private readonly holders: AreaPathHolders,
  ) {}

  onModuleInit(): void {
    this.subscriptions.afterCommit(orderMoved, 'publication.boards', (events, tx) => this.follow(events, tx));
    this.holders.add({ table: 'publications', column: 'area_path', noun: '公示' });
  }

  private async follow(events: readonly PublishedEvent<OrderMoved>[], tx: Transaction): Promise<void> {
    const moved = events.filter(({ payload }) => !QUIET.has(payload.action));
    const byCity = new Map<number, Set<string>>();
    for (const { cityId, payload } of moved)
      byCity.set(cityId, (byCity.get(cityId) ?? new Set<string>()).add(payload.orderId));
    for (const [cityId, orderIds] of byCity) await this.projector.project(tx, cityId, [...orderIds]);
  }
}
