import { Injectable } from '@nestjs/common';
import { type Order, raiseObjection, type RaisedObjection, refuse } from '@linshao/domain';
import { DeadlinesService } from '../deadlines/deadlines.service.js';
import { LockOrderService } from '../orders/lock-order.service.js';
import { OrderNotes } from '../orders/order-notes.service.js';
import { OfficeHolders } from '../organisation/office-holders.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { isViolation } from '../platform/database/violation.js';
import { outboxRows } from '../platform/events/event.js';
import { OutboxWaker } from '../platform/events/outbox.jobs.js';
import { problemOf } from '../platform/http/problem.js';
import { once, type Repeatable, takeKey } from '../platform/idempotency/idempotency.js';
import { nextId } from '../platform/ids.js';
import { PlaybooksService } from '../playbooks/playbooks.service.js';
import type { ObjectDto } from './objections.dto.js';
import { objectionRaised } from './objections.events.js';
import { ObjectionsRepository } from './objections.repository.js';

/** A unit argues an order back: its own clock is answered, the supervisor's begins. */
@Injectable()
export class RaiseObjectionService {
  constructor(
    private readonly database: Database,
    private readonly repository: ObjectionsRepository,
    private readonly orders: LockOrderService,
    private readonly playbooks: PlaybooksService,
    private readonly offices: OfficeHolders,
    private readonly deadlines: DeadlinesService,
    private readonly notes: OrderNotes,
    private readonly clock: Clock,
    private readonly waker: OutboxWaker,
  ) {}

  /** Sent twice with the same key it happens once. Answers with the objection's id. */
  raise(caller: Caller, orderId: string, input: ObjectDto, key: Repeatable | null): Promise<string> {
    return once(this.database, caller, key, async () => {
      const id = await this.database
        .transaction((tx) => this.object(tx, caller, orderId, input, key))
        .catch((error: unknown) => {
          throw isViolation(error, 'unique', 'objections_once') ? problemOf(refuse('objection.once')) : error;
        });
      this.waker.wake();
      return id;
    });
  }

  private async object(
    tx: Transaction,
    caller: Caller,
    orderId: string,
    input: ObjectDto,
    key: Repeatable | null,
  ): Promise<string> {
    const { cityId, personId } = caller;
    const id = nextId();
    const order = await this.orders.lock(tx, cityId, orderId);
    const at = this.clock.now();
    const raised = await this.judge(tx, caller, order, input, at);
    await this.write(tx, caller, order, id, raised, at);
    if (key) await tx.rows(takeKey(cityId, personId, key, id, '(SELECT 1) AS always'));
    return id;
  }

  private async judge(
    tx: Transaction,
    { cityId, actor }: Caller,
    order: Order,
    { reasonCode, text }: ObjectDto,
    now: Date,
  ): Promise<RaisedObjection> {
    const unitId = order.assignment?.type === 'unit' ? order.assignment.unitId : null;
    const decision = raiseObjection(order, { reasonCode, text }, actor, {
      now,
      catalogue: await this.playbooks.dutyCatalogue(cityId, order.areaPath),
      claimDue: await this.repository.claimDue(tx, cityId, order.id),
      hasObjected: unitId !== null && (await this.repository.hasObjected(tx, cityId, order.id, unitId)),
    });
    if (!decision.ok) throw problemOf(decision);
    return decision.value;
  }

  private async write(
    tx: Transaction,
    { cityId, personId }: Caller,
    order: Order,
    id: string,
    { unitId, reason, words, post }: RaisedObjection,
    at: Date,
  ): Promise<void> {
    const { id: orderId, areaPath } = order;
    const [office] = await this.offices.find(tx, cityId, [{ role: 'supervisor', areaPath }]);
    const rulerIds = office?.personIds ?? [];
    await this.repository.insert(tx, cityId, {
      id,
      orderId,
      unitId,
      areaPath,
      reasonCode: reason.code,
      reasonName: reason.name,
      words,
      raisedBy: personId,
      raisedPost: post.name,
      raisedAt: at,
      rulerIds,
    });
    const { policy, playbookId } = await this.playbooks.categoryOfOrder(cityId, areaPath, order.category);
    await this.deadlines.settle(tx, cityId, { type: 'order', id: orderId }, ['claim'], 'met', at);
    await this.deadlines.start(tx, cityId, [
      {
        subject: { type: 'objection', id },
        orderId,
        kind: 'ruling',
        limit: policy.ruling,
        startedAt: at,
        areaPath,
        category: order.category,
        playbookId,
        holderIds: rulerIds,
        remindAt: [0.75],
      },
    ]);
    const data = { objectionId: id, unitId, reason: reason.code, reasonName: reason.name };
    const signed = { actorId: personId, postId: post.id, postName: post.name };
    await this.notes.note(tx, cityId, [
      { orderId, type: 'objection.raised', words, public: false, data, ...signed, at },
    ]);
    const news = { subjectId: id, orderId, holderIds: rulerIds, actorId: personId };
    await tx.rows(outboxRows(objectionRaised, cityId, [news]));
  }
}
