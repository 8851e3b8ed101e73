import { Injectable } from '@nestjs/common';
import { type Order, refuse } from '@linshao/domain';
import type { Transaction } from '../platform/database/database.js';
import { problemOf } from '../platform/http/problem.js';
import { toOrder } from './order-row.js';
import { OrdersRepository } from './orders.repository.js';

/** Orders for other features' rules: as they are now, and as they stay until the caller's transaction ends. */
@Injectable()
export class LockOrderService {
  constructor(private readonly repository: OrdersRepository) {}

  /** @throws Problem 404 `order.not_visible`; whether the caller may see it is still to be asked. */
  async lock(tx: Transaction, cityId: number, id: string): Promise<Order> {
    const row = await this.repository.lock(tx, cityId, id);
    if (!row) throw problemOf(refuse('order.not_visible'));
    return toOrder(row);
  }

  /** Gives a locked order a new version, so that a move decided on what was true before is decided again. */
  async renew(tx: Transaction, cityId: number, id: string): Promise<void> {
    await this.repository.renew(tx, cityId, id);
  }
}
