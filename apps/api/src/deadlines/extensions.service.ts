import { Injectable } from '@nestjs/common';
import { explainClock, extendDeadline, type Extension, refuse, shanghaiIso, type TimeLimit } from '@linshao/domain';
import { CalendarsService } from '../calendars/calendars.service.js';
import { OrderNotes } from '../orders/order-notes.service.js';
import { ReadOrderService } from '../orders/read-order.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { isOvertaken, oneStatement } from '../platform/database/statement.js';
import { outboxRow } from '../platform/events/event.js';
import { OutboxWaker } from '../platform/events/outbox.jobs.js';
import { problemOf } from '../platform/http/problem.js';
import { earlierSubject, isRepeated, type Repeatable, takeKey } from '../platform/idempotency/idempotency.js';
import { nextId } from '../platform/ids.js';
import { PlaybooksService } from '../playbooks/playbooks.service.js';
import { clockColumns, type DeadlineRow, toDeadline } from './deadline-row.js';
import type { DeadlineView, ExtendBody } from './deadlines.dto.js';
import { deadlineExtended } from './deadlines.events.js';
import { DeadlinesRepository } from './deadlines.repository.js';
import { ReadDeadlinesService } from './read-deadlines.service.js';
import { WakesService } from './wakes.service.js';

/** 延期: more time for a promise, decided by a supervisor. */
@Injectable()
export class ExtensionsService {
  constructor(
    private readonly database: Database,
    private readonly repository: DeadlinesRepository,
    private readonly orders: ReadOrderService,
    private readonly reading: ReadDeadlinesService,
    private readonly playbooks: PlaybooksService,
    private readonly calendars: CalendarsService,
    private readonly notes: OrderNotes,
    private readonly wakes: WakesService,
    private readonly clock: Clock,
    private readonly waker: OutboxWaker,
  ) {}

  /** @throws Problem 404 for a deadline of an order the caller may not see, as for one that does not exist. */
  async extend(caller: Caller, id: string, body: ExtendBody, repeatable: Repeatable | null): Promise<DeadlineView> {
    const { cityId, personId } = caller;
    const row = await this.repository.byId(cityId, id);
    if (!row?.order_id) throw problemOf(refuse('deadline.unknown'));
    const { row: order } = await this.orders.read(caller, row.order_id);
    if (body.preview) return this.preview(caller, row, order.area_path, body);
    if ((await earlierSubject(this.database, cityId, personId, repeatable)) === null) {
      try {
        await this.database.transaction((tx) => this.write(tx, caller, row, order.area_path, body, repeatable));
        this.waker.wake();
      } catch (error) {
        if (isOvertaken(error)) throw problemOf(refuse('order.stale'));
        if (!isRepeated(error)) throw error;
      }
    }
    return this.reading.view(caller, (await this.repository.byId(cityId, id)) ?? row, order.area_path);
  }

  /** The date there would be, judged as it will be judged. */
  private async preview(caller: Caller, row: DeadlineRow, areaPath: string, body: ExtendBody): Promise<DeadlineView> {
    const { cityId, actor } = caller;
    const { deadline } = await this.decide(cityId, row, areaPath, body, actor);
    const { calendar } = await this.calendars.inForce(cityId);
    const { dueAt, provisional, why } = deadline;
    const explanation = explainClock(deadline, this.clock.now(), calendar);
    const view = await this.reading.view(caller, row, areaPath);
    return { ...view, dueAt: shanghaiIso(dueAt), provisional, why, explanation };
  }

  private async decide(
    cityId: number,
    row: DeadlineRow,
    areaPath: string,
    { amount, unit, reason }: ExtendBody,
    actor: Caller['actor'],
  ): Promise<Extension> {
    const { calendar } = await this.calendars.inForce(cityId);
    const policy = await this.playbooks.policyOf(cityId, row.playbook_id, row.category);
    const by: TimeLimit = { amount, unit, clock: clockFor(unit, row) };
    const facts = { now: this.clock.now(), areaPath, policy, calendar };
    const decision = extendDeadline(toDeadline(row), by, reason, actor, facts);
    if (!decision.ok) throw problemOf(decision);
    return decision.value;
  }

  private async write(
    tx: Transaction,
    caller: Caller,
    { id, order_id }: DeadlineRow,
    areaPath: string,
    body: ExtendBody,
    repeatable: Repeatable | null,
  ): Promise<void> {
    const { cityId, personId, actor } = caller;
    const orderId = order_id ?? '';
    await this.repository.lockOrder(tx, cityId, orderId);
    const row = await this.repository.lock(tx, cityId, id);
    if (!row) throw problemOf(refuse('deadline.unknown'));
    const before = toDeadline(row);
    const now = this.clock.now();
    const { calendar } = await this.calendars.inForce(cityId);
    const { deadline, post } = await this.decide(cityId, row, areaPath, body, actor);
    const { reason } = body;
    await this.repository.update(tx, cityId, [{ id, version: row.version, ...clockColumns(deadline, calendar) }]);
    const change = { deadline_id: id, due_before: before.dueAt, due_after: deadline.dueAt, reason };
    const signed = { actor_id: personId, post_id: post?.id ?? null, post_name: post?.name ?? null };
    await this.repository.remember(tx, cityId, [{ id: nextId(), what: 'extended', ...change, ...signed }]);
    await this.repository.keepDueOf(tx, cityId, [orderId]);
    const data = { kind: row.kind, dueAt: before.dueAt, newDueAt: deadline.dueAt };
    const told = { type: 'deadline.extended', words: reason, public: false, data, at: now } as const;
    await this.notes.note(tx, cityId, [
      { orderId, ...told, actorId: personId, postId: signed.post_id, postName: signed.post_name },
    ]);
    const news = {
      deadlineId: id,
      subjectType: row.subject_type,
      subjectId: row.subject_id,
      orderId,
      kind: row.kind,
      rung: row.rung,
      role: null,
      holderIds: row.holder_ids,
      eventId: null,
    };
    const always = { as: 'always', text: 'SELECT 1 AS done', values: [] };
    await tx.rows(
      oneStatement('always', [
        always,
        outboxRow(deadlineExtended, cityId, news, 'always'),
        ...(repeatable ? [takeKey(cityId, personId, repeatable, id, 'always')] : []),
      ]),
    );
    this.wakes.soon(cityId, [deadline], calendar);
  }
}

function clockFor(unit: TimeLimit['unit'], { time_limit }: DeadlineRow): TimeLimit['clock'] {
  switch (unit) {
    case 'workdays':
      return 'working';
    case 'days':
      return 'natural';
    case 'minutes':
    case 'hours':
      return time_limit.clock;
  }
}
