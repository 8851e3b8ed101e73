import { Injectable } from '@nestjs/common';
import { type Order, refuse, type Ruled, ruleObjection } from '@linshao/domain';
import { DeadlinesService } from '../deadlines/deadlines.service.js';
import { LockOrderService } from '../orders/lock-order.service.js';
import { OrderNotes } from '../orders/order-notes.service.js';
import { SystemMovesService } from '../orders/system-moves.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { outboxRows } from '../platform/events/event.js';
import { OutboxWaker } from '../platform/events/outbox.jobs.js';
import { problemOf } from '../platform/http/problem.js';
import { once, type Repeatable, takeKey } from '../platform/idempotency/idempotency.js';
import { PlaybooksService } from '../playbooks/playbooks.service.js';
import type { RuleObjectionDto } from './objections.dto.js';
import { objectionRuled } from './objections.events.js';
import { type ObjectionRow, ObjectionsRepository, toObjection } from './objections.repository.js';

/** 街道督办裁定: the order goes back to dispatch, or the unit must claim it. */
@Injectable()
export class RuleObjectionService {
  constructor(
    private readonly database: Database,
    private readonly repository: ObjectionsRepository,
    private readonly orders: LockOrderService,
    private readonly moves: SystemMovesService,
    private readonly playbooks: PlaybooksService,
    private readonly deadlines: DeadlinesService,
    private readonly notes: OrderNotes,
    private readonly clock: Clock,
    private readonly waker: OutboxWaker,
  ) {}

  /** Sent twice with the same key it happens once. */
  async rule(caller: Caller, id: string, ruling: RuleObjectionDto, key: Repeatable | null): Promise<void> {
    await once(this.database, caller, key, async () => {
      await this.database.transaction((tx) => this.decide(tx, caller, id, ruling, key));
      this.waker.wake();
      return id;
    });
  }

  private async decide(
    tx: Transaction,
    caller: Caller,
    id: string,
    ruling: RuleObjectionDto,
    key: Repeatable | null,
  ): Promise<void> {
    const { cityId, personId, actor } = caller;
    const known = await this.repository.byId(cityId, id, tx);
    if (!known) throw problemOf(refuse('objection.not_visible'));
    // The order first, as everybody who moves it does.
    const order = await this.orders.lock(tx, cityId, known.order_id);
    const row = (await this.repository.lock(tx, cityId, id)) ?? known;
    const at = this.clock.now();
    const decision = ruleObjection(toObjection(row), order, ruling, actor, at);
    if (!decision.ok) throw problemOf(decision);
    await this.write(tx, caller, order, row, decision.value, at);
    if (key) await tx.rows(takeKey(cityId, personId, key, id, '(SELECT 1) AS always'));
  }

  private async write(
    tx: Transaction,
    { cityId, personId }: Caller,
    order: Order,
    { id, unit_id: unitId, raised_by: raisedBy }: ObjectionRow,
    { state, words, post }: Ruled,
    at: Date,
  ): Promise<void> {
    const { id: orderId } = order;
    await this.repository.rule(tx, cityId, id, { state, words, personId, postName: post.name, at });
    await this.deadlines.settle(tx, cityId, { type: 'objection', id }, ['ruling'], 'met', at);
    const data = { objectionId: id, unitId, upheld: state === 'upheld' };
    const signed = { actorId: personId, postId: post.id, postName: post.name };
    await this.notes.note(tx, cityId, [
      { orderId, type: 'objection.ruled', words, public: false, data, ...signed, at },
    ]);
    // Upheld, the order is no longer with the unit: whoever argued must still be told.
    const news = { subjectId: id, orderId, holderIds: [raisedBy], actorId: personId };
    await tx.rows(outboxRows(objectionRuled, cityId, [news]));
    await (state === 'upheld' ? this.giveBack(tx, cityId, orderId, words) : this.claimAnew(tx, cityId, order, at));
  }

  private async giveBack(tx: Transaction, cityId: number, orderId: string, reason: string): Promise<void> {
    const moved = await this.moves.move(tx, cityId, orderId, { action: 'return', reason }, 'objection');
    if (!moved.ok) throw problemOf(moved);
  }

  /** The unit has the time it was given once more; it argued in time. */
  private async claimAnew(tx: Transaction, cityId: number, order: Order, at: Date): Promise<void> {
    const { id, areaPath, category } = order;
    const subject = { type: 'order', id } as const;
    const { policy, playbookId } = await this.playbooks.categoryOfOrder(cityId, areaPath, category);
    // Sent to the same unit once more while the objection was open, the order has a clock already.
    await this.deadlines.settle(tx, cityId, subject, ['claim'], 'cancelled', at);
    // A claim or a withdrawal under way was decided without this clock: it must look again, or would leave it running.
    await this.orders.renew(tx, cityId, id);
    const before = await this.repository.lastClaim(tx, cityId, id);
    await this.deadlines.start(tx, cityId, [
      {
        subject,
        orderId: id,
        kind: 'claim',
        limit: before?.time_limit ?? policy.claim,
        startedAt: at,
        areaPath,
        category,
        playbookId: before?.playbook_id ?? playbookId,
        remindAt: before?.reminders ?? policy.reminders.claim,
      },
    ]);
  }
}
