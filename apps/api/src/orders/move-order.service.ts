import { Injectable } from '@nestjs/common';
import { decide, type Order, type OrderCommand, type OrderFacts, refuse } from '@linshao/domain';
import { FilesService } from '../files/files.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { OutboxWaker } from '../platform/events/outbox.jobs.js';
import { Problem, problemOf } from '../platform/http/problem.js';
import { earlierSubject, isRepeated, type Repeatable, takeKey } from '../platform/idempotency/idempotency.js';
import { type CategoryInForce, PlaybooksService } from '../playbooks/playbooks.service.js';
import { toOrder } from './order-row.js';
import { OrdersRepository } from './orders.repository.js';
import { type DecidedMove, Overtaken, SaveMoveService } from './save-move.service.js';

/** What one request asks of an order. */
export interface MoveRequest {
  readonly command: OrderCommand;
  /** The version the person saw; absent: whatever it is now. */
  readonly version?: number;
  readonly repeatable?: Repeatable | null;
}

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
    private readonly saving: SaveMoveService,
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
    const category = await this.categoryFor(caller.cityId, order, command);
    const facts = await this.facts(caller.cityId, command, category, {
      isFollower: row.is_follower,
      ...(version !== undefined && { expectedVersion: version }),
    });
    const decision = decide(order, command, caller.actor, facts);
    if (!decision.ok) throw this.refusal(decision, order);
    const { value: move } = decision;
    const decided: DecidedMove = {
      cityId: caller.cityId,
      order,
      command,
      move,
      category,
      actorId: caller.personId,
      at: facts.now,
      content: editedContent(command),
      more: repeatable ? [takeKey(caller.cityId, caller.personId, repeatable, id, 'moved')] : [],
    };
    const photoIds = 'photoIds' in command ? (command.photoIds ?? []) : [];
    if (move.children === null && photoIds.length === 0) return this.saving.save(this.database, decided);
    await this.database.transaction(async (tx) => {
      await this.saving.save(tx, decided);
      if (photoIds.length > 0)
        await this.files.claimForOrder(tx, caller.cityId, caller.personId, photoIds, { type: 'order', id });
      await this.saving.moveChildren(tx, decided);
    });
  }

  /** A new category must be one of those in force; the order's own stays good whatever became of it. */
  private categoryFor(cityId: number, order: Order, command: OrderCommand): Promise<CategoryInForce> {
    const wanted = (command.action === 'edit' && command.category) || order.category;
    return wanted === order.category
      ? this.playbooks.categoryOfOrder(cityId, order.areaPath, wanted)
      : this.playbooks.category(cityId, order.areaPath, wanted);
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
