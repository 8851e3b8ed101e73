import { Injectable } from '@nestjs/common';
import {
  type Actor,
  childCommand,
  decide,
  type Move,
  type Order,
  type OrderCommand,
  type OrderFacts,
  refuse,
} from '@linshao/domain';
import { FilesService } from '../files/files.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Sql } from '../platform/database/database.js';
import { type NamedStatement, oneStatement } from '../platform/database/statement.js';
import { OutboxWaker } from '../platform/events/outbox.jobs.js';
import { Problem, problemOf } from '../platform/http/problem.js';
import { earlierSubject, isRepeated, type Repeatable, takeKey } from '../platform/idempotency/idempotency.js';
import { type CategoryInForce, PlaybooksService } from '../playbooks/playbooks.service.js';
import { nearestDue } from './due.js';
import { type OrderRow, toColumns, toOrder } from './order-row.js';
import { moveParts, updateOrder } from './order-writer.js';
import { OrdersRepository } from './orders.repository.js';

/** What one request asks of an order. */
export interface MoveRequest {
  readonly command: OrderCommand;
  /** The version the person saw; absent: whatever it is now. */
  readonly version?: number;
  readonly repeatable?: Repeatable | null;
}

/** Somebody else moved the order between load and save. */
class Overtaken extends Error {}

// The rules are asked again after every lost race; with many hands on one order the last ones are told to try again.
const ATTEMPTS = 5;

/** Every move of an order: load → decide → save with its event and outbox row in one statement that wins or does nothing. */
@Injectable()
export class MoveOrderService {
  constructor(
    private readonly database: Database,
    private readonly repository: OrdersRepository,
    private readonly playbooks: PlaybooksService,
    private readonly files: FilesService,
    private readonly clock: Clock,
    private readonly waker: OutboxWaker,
  ) {}

  async move(caller: Caller, id: string, request: MoveRequest): Promise<void> {
    if (await this.isDone(caller, request)) return;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      try {
        await this.tryOnce(caller, id, request);
        this.waker.wake();
        return;
      } catch (error) {
        // Sent twice at once, its twin may have moved the order since, and be the very reason why this one is refused.
        if ((isRepeated(error) || error instanceof Problem) && (await this.isDone(caller, request))) return;
        if (!(error instanceof Overtaken)) throw error;
      }
    }
    throw problemOf(refuse('order.stale'));
  }

  private async isDone({ cityId, personId }: Caller, { repeatable = null }: MoveRequest): Promise<boolean> {
    return (await earlierSubject(this.database, cityId, personId, repeatable)) !== null;
  }

  private async tryOnce(caller: Caller, id: string, { command, version, repeatable }: MoveRequest): Promise<void> {
    const row = await this.repository.loadFor(caller.cityId, id, caller.personId);
    if (!row) throw problemOf(refuse('order.not_visible'));
    const order = toOrder(row);
    const category = await this.playbooks.category(
      caller.cityId,
      order.areaPath,
      (command.action === 'edit' && command.category) || order.category,
    );
    const facts = await this.facts(caller.cityId, command, category, {
      isFollower: row.is_follower,
      ...(version !== undefined && { expectedVersion: version }),
    });
    const decision = decide(order, command, caller.actor, facts);
    if (!decision.ok) throw this.refusal(decision, order);
    const { value: move } = decision;
    const key = repeatable ? [takeKey(caller.cityId, caller.personId, repeatable, id, 'moved')] : [];
    const columns = { ...this.columns(order, move, category), ...editedContent(command) };
    const save = (sql: Sql) => this.save(sql, caller.cityId, order, move, columns, caller.personId, facts.now, key);
    const photoIds = 'photoIds' in command ? (command.photoIds ?? []) : [];
    if (move.children === null && photoIds.length === 0) return save(this.database);
    await this.database.transaction(async (tx) => {
      await save(tx);
      if (photoIds.length > 0)
        await this.files.claimForOrder(tx, caller.cityId, caller.personId, photoIds, { type: 'order', id });
      await this.moveChildren(tx, caller.cityId, order, move.children, facts.now);
    });
  }

  /** 409s say where the order stands now, so that a screen can refresh itself. */
  private refusal(refusal: Parameters<typeof problemOf>[0], { state, version }: Order): Problem {
    return problemOf(
      refusal.kind === 'conflict' ? { ...refusal, facts: { ...refusal.facts, current: { state, version } } } : refusal,
    );
  }

  /** What the rules need that the order does not hold; only what this command asks for is loaded. */
  private async facts(
    cityId: number,
    command: OrderCommand,
    category: CategoryInForce,
    known: Partial<OrderFacts>,
  ): Promise<OrderFacts> {
    const receivers =
      command.action === 'dispatch'
        ? [command.to]
        : command.action === 'split'
          ? command.tasks.map(({ to }) => to)
          : [];
    return {
      now: this.clock.now(),
      policy: category.policy,
      kinds: category.isLeaf ? category.category.kinds : [],
      ...known,
      ...(command.action === 'merge' && { target: await this.repository.mergeTarget(cityId, command.into) }),
      receivers: await Promise.all(
        receivers.flatMap((to) => (to.type === 'pool' ? [] : [this.repository.receiver(cityId, to)])),
      ),
    };
  }

  private columns(order: Order, move: Move, category: CategoryInForce): Record<string, unknown> {
    if (Object.keys(move.patch).length === 0) return {};
    return { ...toColumns(move.patch), due_at: nearestDue({ ...order, ...move.patch }, category.policy) };
  }

  private async save(
    sql: Sql,
    cityId: number,
    order: Order,
    move: Move,
    columns: Record<string, unknown>,
    actorId: string | null,
    at: Date,
    more: readonly NamedStatement[] = [],
  ): Promise<void> {
    const parts = [
      updateOrder('moved', cityId, order, columns),
      ...moveParts(cityId, order, move, actorId, at),
      ...more,
    ];
    const rows = await sql.rows<OrderRow>(oneStatement('moved', parts));
    if (rows.length === 0) throw new Overtaken();
  }

  /** Children end with their parent, each by a command and an event of its own. */
  private async moveChildren(
    tx: Sql,
    cityId: number,
    parent: Order,
    instruction: Move['children'],
    now: Date,
  ): Promise<void> {
    if (instruction === null) return;
    const system: Actor = { type: 'system', name: 'parent' };
    for (const row of await this.repository.children(cityId, parent.id, tx)) {
      const child = toOrder(row);
      const command = childCommand(instruction, child.state);
      if (!command) continue;
      const category = await this.playbooks.category(cityId, child.areaPath, child.category);
      const decision = decide(child, command, system, { now, policy: category.policy });
      if (!decision.ok) throw new Error(`child ${child.id}: ${decision.code}`);
      const move = { ...decision.value, parentOpenChildren: 0 as const };
      await this.save(tx, cityId, child, move, this.columns(child, move, category), null, now);
    }
  }
}

function editedContent(command: OrderCommand): Record<string, unknown> {
  if (command.action !== 'edit') return {};
  const { title, description, address, photoIds } = command;
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(address !== undefined && { address }),
    ...(photoIds !== undefined && { photo_ids: photoIds }),
  };
}
