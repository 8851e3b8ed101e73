import { Injectable } from '@nestjs/common';
import { decide, type Decision, accept, type OrderCommand, refuse } from '@linshao/domain';
import { Clock } from '../platform/clock/clock.js';
import type { Transaction } from '../platform/database/database.js';
import { PlaybooksService } from '../playbooks/playbooks.service.js';
import { toOrder } from './order-row.js';
import { OrdersRepository } from './orders.repository.js';
import { SaveMoveService } from './save-move.service.js';

/** Moves that follow from a rule or a ruling instead of a person's tap. */
@Injectable()
export class SystemMovesService {
  constructor(
    private readonly repository: OrdersRepository,
    private readonly playbooks: PlaybooksService,
    private readonly saving: SaveMoveService,
    private readonly clock: Clock,
  ) {}

  /**
   * Within the caller's transaction; the order is locked until it ends. A move the rules do not allow (any more) is answered
   * with their refusal and changes nothing.
   * @param name what moves it, e.g. `rating-window`
   */
  async move(
    tx: Transaction,
    cityId: number,
    orderId: string,
    command: OrderCommand,
    name: string,
  ): Promise<Decision<void>> {
    const row = await this.repository.lock(tx, cityId, orderId);
    if (!row) return refuse('order.not_visible');
    const order = toOrder(row);
    const at = this.clock.now();
    const category = await this.playbooks.categoryOfOrder(cityId, order.areaPath, order.category);
    const decision = decide(order, command, { type: 'system', name }, { now: at, policy: category.policy });
    if (!decision.ok) return decision;
    const decided = { cityId, order, command, move: decision.value, category, actorId: null, at };
    await this.saving.save(tx, decided);
    await this.saving.moveChildren(tx, decided);
    return accept(undefined);
  }
}
