import { Injectable } from '@nestjs/common';
import { type Actor, childCommand, decide, type Move, type Order, type OrderCommand } from '@linshao/domain';
import type { Sql } from '../platform/database/database.js';
import { isOvertaken, type NamedStatement, oneStatement } from '../platform/database/statement.js';
import { nextId } from '../platform/ids.js';
import { type CategoryInForce, PlaybooksService } from '../playbooks/playbooks.service.js';
import { type OrderRow, toColumns, toOrder } from './order-row.js';
import { type IdentifiedChild, moveParts, updateOrder } from './order-writer.js';
import { OrdersRepository } from './orders.repository.js';
import { type Consequence, StepHooks, type StepTaken } from './step-hooks.service.js';

/** A move the rules have agreed to, with everything its saving needs. */
export interface DecidedMove {
  readonly cityId: number;
  readonly order: Order;
  readonly command: OrderCommand;
  readonly move: Move;
  readonly category: CategoryInForce;
  /** Null: the system. */
  readonly actorId: string | null;
  readonly at: Date;
  /** Words and photos that change with it. */
  readonly content?: Readonly<Record<string, unknown>>;
  readonly more?: readonly NamedStatement[];
}

/** Somebody else moved the order, or one of its deadlines, between load and save. */
export class Overtaken extends Error {}

/** Saves a move with its event, its outbox row and what its hooks add, as one statement that wins or does nothing. */
@Injectable()
export class SaveMoveService {
  constructor(
    private readonly repository: OrdersRepository,
    private readonly playbooks: PlaybooksService,
    private readonly hooks: StepHooks,
  ) {}

  /** @throws Overtaken */
  async save(sql: Sql, decided: DecidedMove): Promise<void> {
    const { cityId, order, move, actorId, at, content = {}, more = [] } = decided;
    const consequence = await this.hooks.consequenceOf(stepOf(decided));
    const children = await Promise.all(move.newChildren.map((child, i) => this.identify(decided, child, i)));
    const columns = { ...columnsOf(move, consequence), ...content };
    const statement = oneStatement('moved', [
      updateOrder('moved', cityId, order, columns),
      ...moveParts(
        cityId,
        order,
        move,
        actorId,
        at,
        children.map(({ child }) => child),
      ),
      ...consequence.parts,
      ...children.flatMap(({ parts }) => parts),
      ...more,
    ]);
    const rows = await sql.rows<OrderRow>(statement).catch((error: unknown) => {
      throw isOvertaken(error) ? new Overtaken() : error;
    });
    if (rows.length === 0) throw new Overtaken();
  }

  /** Children end with their parent, each by a command and an event of its own. */
  async moveChildren(
    tx: Sql,
    { cityId, order: parent, move: { children: instruction }, at }: DecidedMove,
  ): Promise<void> {
    if (instruction === null) return;
    const system: Actor = { type: 'system', name: 'parent' };
    for (const row of await this.repository.children(cityId, parent.id, tx)) {
      const child = toOrder(row);
      const command = childCommand(instruction, child.state);
      if (!command) continue;
      const category = await this.playbooks.categoryOfOrder(cityId, child.areaPath, child.category);
      const decision = decide(child, command, system, { now: at, policy: category.policy });
      if (!decision.ok) throw new Error(`child ${child.id}: ${decision.code}`);
      const move = { ...decision.value, parentOpenChildren: 0 as const };
      await this.save(tx, { cityId, order: child, command, move, category, actorId: null, at });
    }
  }

  private async identify(
    { cityId, category, at }: DecidedMove,
    child: Move['newChildren'][number],
    index: number,
  ): Promise<{ child: IdentifiedChild; parts: readonly NamedStatement[] }> {
    const id = nextId();
    const part = `child${index}`;
    const { parts, dueAt = null } = await this.hooks.consequenceOf({
      cityId,
      orderId: id,
      action: 'submit',
      from: null,
      after: child.order,
      category,
      now: at,
      part,
    });
    return { child: { id, child, part, dueAt }, parts };
  }
}

function stepOf({ cityId, order, command, move, category, at }: DecidedMove): StepTaken {
  return {
    cityId,
    orderId: order.id,
    action: command.action,
    from: order.state,
    after: { ...order, ...move.patch },
    category,
    now: at,
    ...(command.action === 'suspend' && command.waitingFor && { waitingFor: command.waitingFor }),
    part: 'moved',
  };
}

function columnsOf(move: Move, { dueAt }: Consequence): Record<string, unknown> {
  if (Object.keys(move.patch).length === 0) return {};
  return { ...toColumns(move.patch), ...(dueAt !== undefined && { due_at: dueAt }) };
}
