import { Injectable } from '@nestjs/common';
import type { MessageRelation } from '@linshao/domain';
import { Database } from '../platform/database/database.js';
import type { DeliveryState } from './delivery.entity.js';
import type { OrderMessage } from './order-messages.dto.js';

export interface OrderMessageRow {
  readonly id: string;
  readonly event_id: string;
  readonly template: string;
  readonly text: string;
  readonly relation: MessageRelation | null;
  readonly channel: OrderMessage['channel'];
  readonly state: DeliveryState;
  readonly created_at: Date;
  readonly sent_at: Date | null;
}

export interface OrderMessageQuery {
  readonly to: string | null;
  readonly before: string | null;
  readonly limit: number;
}

@Injectable()
export class OrderMessagesRepository {
  constructor(private readonly database: Database) {}

  /** Newest first; with `to`, only what that person was told. Who it was for is never read. */
  page(cityId: number, orderId: string, { to, before, limit }: OrderMessageQuery): Promise<OrderMessageRow[]> {
    const part = (table: string, receiver: string, columns: string): string =>
      `(SELECT id, event_id, template, text, relation, channel, ${columns}, created_at FROM ${table}
         WHERE city_id = $1 AND order_id = $2 AND ($4::uuid IS NULL OR id < $4) AND ($5::uuid IS NULL OR ${receiver} = $5)
         ORDER BY id DESC LIMIT $3)`;
    return this.database.rows<OrderMessageRow>(
      `SELECT * FROM (
         ${part('notifications', 'person_id', `'sent' AS state, created_at AS sent_at`)}
         UNION ALL
         ${part('deliveries', 'recipient_id', 'state, sent_at')}
       ) messages ORDER BY id DESC LIMIT $3`,
      [cityId, orderId, limit, before, to],
    );
  }
}
