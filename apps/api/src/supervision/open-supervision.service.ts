import { Injectable } from '@nestjs/common';
import {
  askedArea,
  DEFAULT_ANSWER_WITHIN,
  issuingRole,
  openSupervision,
  type Post,
  refuse,
  type TimeLimit,
  voidsSupervision,
} from '@linshao/domain';
import { DeadlinesService } from '../deadlines/deadlines.service.js';
import type { Escalation } from '../deadlines/firing-hooks.service.js';
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
import { DeskHolders } from './desk-holders.service.js';
import type { NewSupervision } from './supervision-row.js';
import { type AskedOrder, SupervisionRepository } from './supervision.repository.js';
import type { AnswerWithinDto, SuperviseDto } from './supervision.dto.js';
import { supervisionOpened } from './supervision.events.js';

/** One about to be opened, with what its deadline and its note need. */
interface Opening {
  readonly row: NewSupervision;
  readonly within: TimeLimit;
  readonly category: string;
  /** Null: the ladder opens it. */
  readonly by: { readonly personId: string; readonly post: Post } | null;
}

/** A supervision order 督办单 begins: a miss climbed to a rung that asks for an answer, or a supervisor asks by hand. */
@Injectable()
export class OpenSupervisionService {
  constructor(
    private readonly database: Database,
    private readonly repository: SupervisionRepository,
    private readonly deadlines: DeadlinesService,
    private readonly offices: OfficeHolders,
    private readonly desks: DeskHolders,
    private readonly orders: LockOrderService,
    private readonly notes: OrderNotes,
    private readonly clock: Clock,
    private readonly waker: OutboxWaker,
  ) {}

  /** Inside the firing's transaction: the miss, the climb, the question and its clock become true together. */
  async onLadder(tx: Transaction, cityId: number, escalations: readonly Escalation[]): Promise<void> {
    const asking = escalations.filter(({ answerWithin }) => answerWithin !== null);
    if (asking.length === 0) return;
    const orders = await this.repository.orders(tx, cityId, [...new Set(asking.map(({ orderId }) => orderId))]);
    const known = new Map(orders.map((order) => [order.id, order]));
    const openings: Opening[] = [];
    for (const escalation of asking) {
      const order = known.get(escalation.orderId);
      const opening = order && (await this.openingOf(tx, cityId, escalation, order));
      if (opening) openings.push(opening);
    }
    const desks = await this.desks.of(
      tx,
      cityId,
      openings.map(({ row }) => row.area_path),
    );
    await this.open(
      tx,
      cityId,
      openings.map((opening) => withHolders(opening, desks)),
    );
  }

  /** Asking again while the last question by hand is unanswered is told, not done twice. Answers with its id. */
  byHand(caller: Caller, orderId: string, input: SuperviseDto, key: Repeatable | null): Promise<string> {
    return once(this.database, caller, key, async () => {
      const id = await this.database
        .transaction((tx) => this.ask(tx, caller, orderId, input, key))
        .catch((error: unknown) => {
          const isOpen = isViolation(error, 'unique', 'supervision_orders_by_hand');
          throw isOpen ? problemOf(refuse('supervision.already_open')) : error;
        });
      this.waker.wake();
      return id;
    });
  }

  private async ask(
    tx: Transaction,
    { cityId, personId, actor }: Caller,
    orderId: string,
    { text, answerWithin }: SuperviseDto,
    key: Repeatable | null,
  ): Promise<string> {
    const order = await this.orders.lock(tx, cityId, orderId);
    const at = this.clock.now();
    const decision = openSupervision(order, text, actor, at);
    if (!decision.ok) throw problemOf(decision);
    const { post, words } = decision.value;
    const row = {
      id: nextId(),
      order_id: orderId,
      deadline_id: null,
      rung: null,
      missed_kind: null,
      area_path: askedArea(order.areaPath),
      holder_ids: [],
      issued_role: 'supervisor',
      issued_area_path: post.scope.areaPath,
      issuer_ids: [personId],
      opened_by: personId,
      words,
      opened_at: at,
    } as const;
    const opening = { row, within: limitOf(answerWithin), category: order.category, by: { personId, post } };
    const desks = await this.desks.of(tx, cityId, [row.area_path]);
    await this.open(tx, cityId, [withHolders(opening, desks)]);
    if (key) await tx.rows(takeKey(cityId, personId, key, row.id, '(SELECT 1) AS always'));
    return row.id;
  }

  private async openingOf(
    tx: Transaction,
    cityId: number,
    escalation: Escalation,
    order: AskedOrder,
  ): Promise<Opening | null> {
    const { answerWithin, role, areaPath, holderIds, deadlineId, rung, kind, at } = escalation;
    const issued = issuingRole(role, order);
    if (issued === null || answerWithin === null || voidsSupervision(order.state)) return null;
    const [office] =
      issued === role
        ? [{ areaPath, personIds: holderIds }]
        : await this.offices.find(tx, cityId, [{ role: issued, areaPath: order.area_path }]);
    return {
      row: {
        id: nextId(),
        order_id: order.id,
        deadline_id: deadlineId,
        rung,
        missed_kind: kind,
        area_path: askedArea(order.area_path),
        holder_ids: [],
        issued_role: issued,
        issued_area_path: office?.areaPath ?? order.area_path,
        issuer_ids: office?.personIds ?? [],
        opened_by: null,
        words: null,
        opened_at: at,
      },
      within: answerWithin,
      category: order.category,
      by: null,
    };
  }

  private async open(tx: Transaction, cityId: number, openings: readonly Opening[]): Promise<void> {
    if (openings.length === 0) return;
    const written = await this.repository.insert(
      tx,
      cityId,
      openings.map(({ row }) => row),
    );
    const numbers = new Map(written.map(({ id, number }) => [id, number]));
    // Whatever another worker opened first has its clock and its note already.
    const opened = openings.filter(({ row }) => numbers.has(row.id));
    if (opened.length === 0) return;
    await this.deadlines.start(
      tx,
      cityId,
      opened.map(({ row, within, category }) => ({
        subject: { type: 'supervision_order', id: row.id },
        orderId: row.order_id,
        kind: 'answer',
        limit: within,
        startedAt: row.opened_at,
        areaPath: row.area_path,
        category,
        holderIds: row.holder_ids,
        remindAt: REMIND_AT,
        ...(row.deadline_id !== null && row.rung !== null && { root: { deadlineId: row.deadline_id, rung: row.rung } }),
      })),
    );
    await this.notes.note(
      tx,
      cityId,
      opened.map(({ row, by }) => ({
        orderId: row.order_id,
        type: 'supervision.opened',
        words: row.words,
        public: false,
        data: { supervisionOrderId: row.id, number: numbers.get(row.id), missed: row.missed_kind, rung: row.rung },
        actorId: by?.personId ?? null,
        postId: by?.post.id ?? null,
        postName: by?.post.name ?? null,
        at: row.opened_at,
      })),
    );
    const news = opened.map(({ row }) => ({
      subjectId: row.id,
      orderId: row.order_id,
      holderIds: row.holder_ids,
      actorId: row.opened_by,
    }));
    await tx.rows(outboxRows(supervisionOpened, cityId, news));
  }
}

/** Of its own time. */
export const REMIND_AT = [0.75] as const;

const withHolders = (opening: Opening, desks: ReadonlyMap<string, readonly string[]>): Opening => ({
  ...opening,
  row: { ...opening.row, holder_ids: desks.get(opening.row.area_path) ?? [] },
});

function limitOf(within: AnswerWithinDto | undefined): TimeLimit {
  if (!within) return DEFAULT_ANSWER_WITHIN;
  return {
    amount: within.amount,
    unit: within.unit,
    clock: within.unit === 'days' ? 'natural' : (within.clock ?? 'working'),
  };
}
