import { Injectable } from '@nestjs/common';
import { MESSAGE_RELATION_NAMES, type Role, rolesOver } from '@linshao/domain';
import { isUUID } from 'class-validator';
import { ReadOrderService } from '../orders/read-order.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { decodeCursor, pageOf } from '../platform/http/cursor.js';
import type { PageQueryDto } from '../platform/http/page-query.dto.js';
import type { OrderMessage, OrderMessagePage } from './order-messages.dto.js';
import { type OrderMessageRow, OrderMessagesRepository } from './order-messages.repository.js';

/** The offices that answer for an order being told of. */
const OFFICES: readonly Role[] = ['duty_officer', 'dispatcher', 'secretary', 'supervisor', 'administrator'];

@Injectable()
export class OrderMessagesService {
  constructor(
    private readonly orders: ReadOrderService,
    private readonly repository: OrderMessagesRepository,
  ) {}

  /** @throws Problem 404 for an order the caller may not see */
  async list(caller: Caller, orderId: string, { cursor, limit }: PageQueryDto): Promise<OrderMessagePage> {
    const { row, visibility, now } = await this.orders.read(caller, orderId);
    const roles = rolesOver(caller.actor, row.area_path, now);
    const answersForIt = visibility === 'full' && OFFICES.some((role) => roles.has(role));
    const before = decodeCursor(cursor, [isUUID])?.[0]?.toString() ?? null;
    const rows = await this.repository.page(caller.cityId, orderId, {
      to: answersForIt ? null : caller.personId,
      before,
      limit: limit + 1,
    });
    return pageOf(rows, limit, toView, ({ id }) => [id]);
  }
}

const toView = (row: OrderMessageRow): OrderMessage => ({
  id: row.id,
  eventId: row.event_id,
  template: row.template,
  text: row.text,
  relation: row.relation,
  relationName: row.relation && MESSAGE_RELATION_NAMES[row.relation],
  channel: row.channel,
  state: row.state,
  at: row.created_at,
  sentAt: row.sent_at,
});
