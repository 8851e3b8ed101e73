import { Injectable } from '@nestjs/common';
import { type Assignment, type OrderCommand, parseOrderNumber, refuse } from '@linshao/domain';
import type { Caller } from '../platform/auth/caller.js';
import { problemOf } from '../platform/http/problem.js';
import { invalid } from '../platform/http/validation.js';
import type { Repeatable } from '../platform/idempotency/idempotency.js';
import { MoveOrderService } from './move-order.service.js';
import type { MergeBody, ReceiverBody, SplitBody, Versioned } from './order-actions.dto.js';
import type { OrderView } from './order-view.dto.js';
import { OrdersRepository } from './orders.repository.js';
import { ReadOrderService } from './read-order.service.js';

/** A request to move an order: who, which, and whether it may come twice. */
export interface Asked {
  readonly caller: Caller;
  readonly id: string;
  readonly key: Repeatable | null;
}

/** From a request's body to a command of the rules, and back to the order as its new state shows it. */
@Injectable()
export class OrderMovesService {
  constructor(
    private readonly moving: MoveOrderService,
    private readonly reading: ReadOrderService,
    private readonly repository: OrdersRepository,
  ) {}

  async move({ caller, id, key }: Asked, command: OrderCommand, { version }: Versioned): Promise<OrderView> {
    await this.moving.move(caller, id, { command, repeatable: key, ...(version !== undefined && { version }) });
    return this.reading.get(caller, id);
  }

  dispatch(asked: Asked, { version, reason, ...to }: ReceiverBody & { reason?: string }): Promise<OrderView> {
    return this.move(asked, { action: 'dispatch', to: assignmentOf(to), ...(reason && { reason }) }, { version });
  }

  split(asked: Asked, { version, tasks }: SplitBody): Promise<OrderView> {
    return this.move(
      asked,
      {
        action: 'split',
        tasks: tasks.map(({ to, title, description }) => ({ to: assignmentOf(to), title, description })),
      },
      { version },
    );
  }

  async merge(asked: Asked, { version, into }: MergeBody): Promise<OrderView> {
    const number = parseOrderNumber(into);
    const target = number ? await this.repository.idByNumber(asked.caller.cityId, number) : into.toLowerCase();
    if (!target) throw problemOf(refuse('order.merge_target_missing'));
    return this.move(asked, { action: 'merge', into: target }, { version });
  }
}

function assignmentOf({ pool, personId, unitId }: ReceiverBody): Assignment {
  const given = [pool, personId, unitId].filter((value) => value !== undefined);
  if (given.length !== 1)
    throw invalid([{ field: 'personId', code: 'receiver', message: 'pool、personId、unitId 三者填一个' }]);
  if (personId) return { type: 'person', personId };
  return unitId ? { type: 'unit', unitId } : { type: 'pool', pool: 'members' };
}
