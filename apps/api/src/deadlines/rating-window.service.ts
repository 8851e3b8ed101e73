import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { SystemMovesService } from '../orders/system-moves.service.js';
import { Subscriptions } from '../platform/events/subscriptions.js';
import { deadlineMissed } from './deadlines.events.js';

/** Closes what nobody rated within the window (C12); a matter called unsolved stays open for a review. */
@Injectable()
export class RatingWindowService implements OnModuleInit {
  private readonly log = new Logger(RatingWindowService.name);

  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly moves: SystemMovesService,
  ) {}

  onModuleInit(): void {
    this.subscriptions.afterCommit(deadlineMissed, 'deadlines.rating-window', async (events, tx) => {
      for (const { cityId, payload } of events) {
        if (payload.kind !== 'rate' || payload.orderId === null) continue;
        const decision = await this.moves.move(tx, cityId, payload.orderId, { action: 'close' }, 'rating-window');
        if (!decision.ok) this.log.log({ order: payload.orderId, code: decision.code }, 'not closed by itself');
      }
    });
  }
}
