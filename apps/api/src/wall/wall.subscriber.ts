import { wallPlace } from '@linshao/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { deadlineEscalated, deadlineMissed, type DeadlineNews } from '../deadlines/deadlines.events.js';
import { matterMissed, matterStep } from '../matters/matters.events.js';
import { orderMoved, orderNoted } from '../orders/orders.events.js';
import type { Transaction } from '../platform/database/database.js';
import type { EventDefinition, PublishedEvent } from '../platform/events/event.js';
import { Subscriptions } from '../platform/events/subscriptions.js';
import { WallRepository } from './wall.repository.js';

interface OfOrder {
  readonly orderId: string;
}
interface OfMatter {
  readonly areaPath: string;
}

/** Notes which walls are out of date, in the transaction in which the change is told. */
@Injectable()
export class WallSubscriber implements OnModuleInit {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly repository: WallRepository,
  ) {}

  onModuleInit(): void {
    const ofOrders = (events: readonly PublishedEvent<OfOrder>[], tx: Transaction): Promise<void> =>
      this.note(events, tx, (cityId, news) =>
        this.repository.placesOfOrders(
          tx,
          cityId,
          news.map(({ orderId }) => orderId),
        ),
      );
    const ofDeadlines = (events: readonly PublishedEvent<DeadlineNews>[], tx: Transaction): Promise<void> =>
      ofOrders(
        events.flatMap(({ payload: { orderId }, ...event }) => (orderId ? [{ ...event, payload: { orderId } }] : [])),
        tx,
      );
    const ofMatters = (events: readonly PublishedEvent<OfMatter>[], tx: Transaction): Promise<void> =>
      this.note(events, tx, async (_cityId, news) => news.map(({ areaPath }) => areaPath));
    this.on(orderMoved, ofOrders);
    this.on(orderNoted, ofOrders);
    this.on(deadlineMissed, ofDeadlines);
    this.on(deadlineEscalated, ofDeadlines);
    this.on(matterStep, ofMatters);
    this.on(matterMissed, ofMatters);
  }

  private on<P extends object>(
    topic: EventDefinition<P>,
    handle: (events: readonly PublishedEvent<P>[], tx: Transaction) => Promise<void>,
  ): void {
    this.subscriptions.afterCommit(topic, 'wall.versions', handle);
  }

  private async note<P extends object>(
    events: readonly PublishedEvent<P>[],
    tx: Transaction,
    placesOf: (cityId: number, news: readonly P[]) => Promise<readonly string[]>,
  ): Promise<void> {
    for (const cityId of new Set(events.map((event) => event.cityId))) {
      const news = events.filter((event) => event.cityId === cityId).map(({ payload }) => payload);
      const places = new Set((await placesOf(cityId, news)).map(wallPlace));
      if (places.size > 0) await this.repository.change(tx, cityId, [...places]);
    }
  }
}
