import { Injectable } from '@nestjs/common';
import {
  activePosts,
  ANSWERING_ROLES,
  DEFAULT_ANSWER_WITHIN,
  decideSupervision,
  type OrderNoteType,
  refuse,
  type Role,
  seesSupervision,
  type SupervisionAction,
  type SupervisionCommand,
  type SupervisionMove,
} from '@linshao/domain';
import { DeadlinesService } from '../deadlines/deadlines.service.js';
import { OrderNotes } from '../orders/order-notes.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { type EventDefinition, outboxRows } from '../platform/events/event.js';
import { OutboxWaker } from '../platform/events/outbox.jobs.js';
import { decodeCursor, isId, pageOf } from '../platform/http/cursor.js';
import { problemOf } from '../platform/http/problem.js';
import { once, type Repeatable, takeKey } from '../platform/idempotency/idempotency.js';
import { DeskHolders } from './desk-holders.service.js';
import { OpenSupervisionService, REMIND_AT } from './open-supervision.service.js';
import { type SupervisionRow, toSupervision } from './supervision-row.js';
import { toView } from './supervision-views.js';
import type { SuperviseDto, SupervisionListQueryDto, SupervisionPage, SupervisionView } from './supervision.dto.js';
import {
  supervisionAnswered,
  supervisionClosed,
  type SupervisionNews,
  supervisionReturned,
} from './supervision.events.js';
import { type Said, SupervisionRepository } from './supervision.repository.js';

const CIRCLE: ReadonlySet<Role> = new Set<Role>([...ANSWERING_ROLES, 'supervisor']);

/** How each step is noted and told. */
const STEPS: Readonly<
  Record<SupervisionAction, { readonly note: OrderNoteType; readonly event: EventDefinition<SupervisionNews> }>
> = {
  answer: { note: 'supervision.answered', event: supervisionAnswered },
  close: { note: 'supervision.closed', event: supervisionClosed },
  return: { note: 'supervision.returned', event: supervisionReturned },
};

/** Reading supervision orders 督办单, answering them, closing them or sending the answer back. */
@Injectable()
export class SupervisionService {
  constructor(
    private readonly database: Database,
    private readonly repository: SupervisionRepository,
    private readonly deadlines: DeadlinesService,
    private readonly desks: DeskHolders,
    private readonly opening: OpenSupervisionService,
    private readonly notes: OrderNotes,
    private readonly clock: Clock,
    private readonly waker: OutboxWaker,
  ) {}

  /** Of the areas where the caller holds an office; of a regulator's those that are not confidential. */
  async list(caller: Caller, query: SupervisionListQueryDto): Promise<SupervisionPage> {
    const now = this.clock.now();
    const seen = activePosts(caller.actor, now).flatMap(({ role, scope }) =>
      CIRCLE.has(role) || role === 'regulator' ? [{ path: scope.areaPath, confidential: CIRCLE.has(role) }] : [],
    );
    const { state, overdue, order: orderId, limit } = query;
    const before = decodeCursor(query.cursor, [isId])?.[0]?.toString();
    const rows = await this.repository.list(caller.cityId, { seen, state, overdue, orderId, before }, limit + 1);
    return pageOf(
      rows,
      limit,
      (row) => toView(row, caller.actor, now),
      ({ id }) => [id],
    );
  }

  async get(caller: Caller, id: string): Promise<SupervisionView> {
    const row = await this.repository.byId(caller.cityId, id);
    const now = this.clock.now();
    if (!row || !seesSupervision(toSupervision(row), caller.actor, now))
      throw problemOf(refuse('supervision.not_visible'));
    return toView(row, caller.actor, now);
  }

  async openByHand(
    caller: Caller,
    orderId: string,
    input: SuperviseDto,
    key: Repeatable | null,
  ): Promise<SupervisionView> {
    return this.get(caller, await this.opening.byHand(caller, orderId, input, key));
  }

  /** Sent twice with the same key it happens once. */
  async step(
    caller: Caller,
    id: string,
    command: SupervisionCommand,
    key: Repeatable | null,
  ): Promise<SupervisionView> {
    const { cityId, personId } = caller;
    await once(this.database, caller, key, async () => {
      await this.database.transaction(async (tx) => {
        await this.take(tx, caller, id, command);
        if (key) await tx.rows(takeKey(cityId, personId, key, id, '(SELECT 1) AS always'));
      });
      this.waker.wake();
      return id;
    });
    return this.get(caller, id);
  }

  private async take(tx: Transaction, caller: Caller, id: string, command: SupervisionCommand): Promise<void> {
    const { cityId, personId, actor } = caller;
    const row = await this.repository.lock(tx, cityId, id);
    if (!row) throw problemOf(refuse('supervision.not_visible'));
    const at = this.clock.now();
    const decision = decideSupervision(toSupervision(row), command, actor, at);
    if (!decision.ok) throw problemOf(decision);
    const { words, post } = decision.value;
    const holderIds = await this.write(tx, cityId, row, command, { words, personId, postName: post.name, at });
    await this.record(tx, caller, row, command.action, decision.value, holderIds, at);
  }

  /** Answers with whose turn it is now. */
  private async write(
    tx: Transaction,
    cityId: number,
    row: SupervisionRow,
    { action }: SupervisionCommand,
    said: Said,
  ): Promise<readonly string[]> {
    const subject = { type: 'supervision_order', id: row.id } as const;
    switch (action) {
      case 'answer':
        await this.repository.answer(tx, cityId, row.id, said, row.due_at && row.due_at <= said.at ? row.due_at : null);
        await this.deadlines.settle(tx, cityId, subject, ['answer'], 'met', said.at);
        return row.issuer_ids;
      case 'close':
        await this.repository.close(tx, cityId, row.id, said);
        return row.holder_ids;
      case 'return': {
        const holderIds = (await this.desks.of(tx, cityId, [row.area_path])).get(row.area_path) ?? [];
        await this.repository.askAgain(tx, cityId, row.id, said, holderIds);
        await this.deadlines.start(tx, cityId, [
          {
            subject,
            orderId: row.order_id,
            kind: 'answer',
            limit: row.time_limit ?? DEFAULT_ANSWER_WITHIN,
            startedAt: said.at,
            areaPath: row.area_path,
            category: row.order_category,
            holderIds,
            remindAt: REMIND_AT,
          },
        ]);
        return holderIds;
      }
    }
  }

  private async record(
    tx: Transaction,
    { cityId, personId }: Caller,
    { id, number, order_id: orderId }: SupervisionRow,
    action: SupervisionAction,
    { words, post }: SupervisionMove,
    holderIds: readonly string[],
    at: Date,
  ): Promise<void> {
    const { note, event } = STEPS[action];
    const data = { supervisionOrderId: id, number };
    const signed = { actorId: personId, postId: post.id, postName: post.name };
    await this.notes.note(tx, cityId, [{ orderId, type: note, words, public: false, data, ...signed, at }]);
    await tx.rows(outboxRows(event, cityId, [{ subjectId: id, orderId, holderIds, actorId: personId }]));
  }
}
