import { Inject, Injectable, Logger } from '@nestjs/common';
import { backOffMs, MAX_DELIVERY_ATTEMPTS, type PushChannel } from '@linshao/domain';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { DeliveriesRepository, type Receiver } from './deliveries.repository.js';
import type { DeliveryChannel, SendResult } from './delivery-channel.js';
import type { DeliveryRow } from './delivery.js';
import { SmsFallback } from './sms-fallback.service.js';
import { TurnsService } from './turns.service.js';

export const DELIVERY_CHANNELS = Symbol('DELIVERY_CHANNELS');

const BATCH = 40;
const AT_ONCE = 8;

/**
 * Sends what is due. A message is marked as under way before it is sent and settled afterwards, both committed on their
 * own: a process killed in between leaves a mark instead of a doubt (see docs/decisions/0010).
 */
@Injectable()
export class DeliveriesService {
  private readonly log = new Logger(DeliveriesService.name);
  private readonly channels: ReadonlyMap<PushChannel, DeliveryChannel>;

  constructor(
    @Inject(DELIVERY_CHANNELS) channels: readonly DeliveryChannel[],
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly deliveries: DeliveriesRepository,
    private readonly turns: TurnsService,
    private readonly fallback: SmsFallback,
  ) {
    this.channels = new Map(channels.map((channel) => [channel.name, channel]));
  }

  /** Any number of workers may. Answers with how many messages were tried. */
  async sweep(): Promise<number> {
    await this.recover();
    let tried = 0;
    for (;;) {
      const receivers = await this.deliveries.receiversDue(this.clock.now(), BATCH);
      let moved = false;
      for (let from = 0; from < receivers.length; from += AT_ONCE) {
        const lots = await Promise.all(receivers.slice(from, from + AT_ONCE).map((receiver) => this.serve(receiver)));
        tried += lots.reduce((sum, lot) => sum + lot.tried, 0);
        moved ||= lots.some((lot) => lot.moved);
      }
      if (!moved) return tried;
    }
  }

  private async recover(): Promise<void> {
    const dropTwins = [...this.channels.values()].filter(({ limits }) => limits.dropsTwins).map(({ name }) => name);
    const lost = await this.deliveries.recover(this.clock.now(), dropTwins);
    if (lost.length > 0) this.log.warn({ deliveries: lost.map(({ id }) => id) }, 'whoever sent these died on the way');
  }

  private async serve(receiver: Receiver): Promise<{ tried: number; moved: boolean }> {
    const channel = this.channels.get(receiver.channel);
    if (!channel) throw new Error(`no channel ${receiver.channel}`);
    const { rows, moved } = await this.turns.next(receiver, channel.limits.perMinute);
    // One after the other: a receiver reads them in this order.
    for (const row of rows) await this.settle(row, await this.attempt(channel, row));
    return { tried: rows.length, moved };
  }

  private async attempt(channel: DeliveryChannel, row: DeliveryRow): Promise<SendResult> {
    try {
      return await channel.send(row);
    } catch (error) {
      this.log.error({ delivery: row.id, channel: channel.name, error: String(error) }, 'a channel failed');
      return { result: 'retry', reason: '发送程序出错' };
    }
  }

  private async settle(row: DeliveryRow, outcome: SendResult): Promise<void> {
    await this.database.transaction(async (tx) => {
      const end = this.endOf(row, outcome);
      const isOurs = await this.deliveries.settle(tx, row, end);
      if (isOurs && (end.state === 'dead' || end.state === 'void')) await this.fallback.instead(tx, [row]);
    });
    if (outcome.result === 'dead') this.log.error({ delivery: row.id, reason: outcome.reason }, 'undeliverable');
  }

  private endOf(row: DeliveryRow, outcome: SendResult): Parameters<DeliveriesRepository['settle']>[2] {
    const now = this.clock.now();
    switch (outcome.result) {
      case 'sent':
        return { state: 'sent', error: null, sentAt: now };
      case 'dead':
      case 'void':
        return { state: outcome.result, error: outcome.reason };
      case 'unclear':
        // Nobody was told that it arrived, nobody that it did not: the same as a worker that died on the way.
        return row.urgent && row.attempts < MAX_DELIVERY_ATTEMPTS
          ? { state: 'failed', error: outcome.reason, nextAt: this.later(row), again: true }
          : { state: 'unknown', error: outcome.reason };
      case 'retry': {
        if (row.attempts >= MAX_DELIVERY_ATTEMPTS && !outcome.countless)
          return { state: 'dead', error: outcome.reason };
        const { afterSeconds, countless, reason } = outcome;
        const nextAt = afterSeconds ? new Date(now.getTime() + afterSeconds * 1000) : this.later(row);
        return { state: 'failed', error: reason, nextAt, ...(countless && { uncounted: true }) };
      }
    }
  }

  private later({ attempts }: DeliveryRow): Date {
    return new Date(this.clock.now().getTime() + backOffMs(attempts, Math.random()));
  }
}
