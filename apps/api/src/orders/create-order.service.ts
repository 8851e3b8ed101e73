import { Injectable } from '@nestjs/common';
import { submitOrder } from '@linshao/domain';
import { FilesService } from '../files/files.service.js';
import { AreasService } from '../organisation/areas.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Sql } from '../platform/database/database.js';
import { oneStatement, type Statement } from '../platform/database/statement.js';
import { OutboxWaker } from '../platform/events/outbox.jobs.js';
import { Problem, problemOf } from '../platform/http/problem.js';
import { earlierSubject, isRepeated, type Repeatable, takeKey } from '../platform/idempotency/idempotency.js';
import { nextId } from '../platform/ids.js';
import { PlaybooksService } from '../playbooks/playbooks.service.js';
import type { CreateOrder, CreatedOrder } from './create-order.dto.js';
import type { OrderRow } from './order-row.js';
import { eventParts, insertOrder } from './order-writer.js';
import { OrdersRepository } from './orders.repository.js';
import { StepHooks } from './step-hooks.service.js';

/** 群众点单: a resident's order, or one written down on their behalf, becomes a numbered row, an event and an outbox row at once. */
@Injectable()
export class CreateOrderService {
  constructor(
    private readonly database: Database,
    private readonly repository: OrdersRepository,
    private readonly playbooks: PlaybooksService,
    private readonly areas: AreasService,
    private readonly files: FilesService,
    private readonly hooks: StepHooks,
    private readonly clock: Clock,
    private readonly waker: OutboxWaker,
  ) {}

  async create(caller: Caller, input: CreateOrder, repeatable: Repeatable | null): Promise<CreatedOrder> {
    const now = this.clock.now();
    const areaPath = await this.placeOf(caller, input);
    const category = await this.playbooks.category(caller.cityId, areaPath, input.category);
    if (!category.isLeaf)
      throw new Problem(422, 'order.category_too_general', '请选择更具体的类别', {
        facts: { category: input.category },
      });
    const reporterId = input.reporterId ?? caller.personId;
    if (reporterId !== caller.personId && !(await this.repository.personExists(caller.cityId, reporterId))) {
      throw new Problem(422, 'order.reporter_unknown', '没有找到这位居民，请先为其登记');
    }
    const decision = submitOrder({ ...input, areaPath, reporterId }, caller.actor, {
      now,
      policy: category.policy,
      kinds: category.category.kinds,
    });
    if (!decision.ok) throw problemOf(decision);
    const { order, events } = decision.value;
    const id = nextId();
    const { parts: consequences, dueAt = null } = await this.hooks.consequenceOf({
      cityId: caller.cityId,
      orderId: id,
      action: 'submit',
      from: null,
      after: order,
      category,
      now,
      part: 'created',
    });
    const content = {
      title: input.title,
      description: input.description,
      address: input.address ?? null,
      lng: input.location?.lng ?? null,
      lat: input.location?.lat ?? null,
      photo_ids: input.photoIds ?? [],
      due_at: dueAt,
    };
    const parts = [
      insertOrder('created', caller.cityId, id, order, content, null),
      ...events.flatMap((event) => eventParts(caller.cityId, id, areaPath, order.version, event, now, 'created')),
      ...consequences,
      ...(repeatable ? [takeKey(caller.cityId, caller.personId, repeatable, id, 'created')] : []),
    ];
    try {
      const created = await this.write(caller, id, input.photoIds ?? [], oneStatement('created', parts));
      this.waker.wake();
      return { id, number: created.number, state: created.state, version: created.version };
    } catch (error) {
      if (!isRepeated(error)) throw error;
      return this.earlier(caller, repeatable);
    }
  }

  /** One statement; with photos a transaction around it, since a photo must belong to the writer and to nothing else. */
  private async write(
    caller: Caller,
    id: string,
    photoIds: readonly string[],
    statement: Statement,
  ): Promise<OrderRow> {
    const insert = async (sql: Sql): Promise<OrderRow> => {
      const [row] = await sql.rows<OrderRow>(statement);
      if (!row) throw new Error('the new order was not returned');
      return row;
    };
    if (photoIds.length === 0) return insert(this.database);
    return this.database.transaction(async (tx) => {
      const row = await insert(tx);
      await this.files.claimForOrder(tx, caller.cityId, caller.personId, photoIds, { type: 'order', id });
      return row;
    });
  }

  /** The same answer as the first time, whatever became of the order since. */
  private async earlier(caller: Caller, repeatable: Repeatable | null): Promise<CreatedOrder> {
    const id = await earlierSubject(this.database, caller.cityId, caller.personId, repeatable);
    const row = id && (await this.repository.load(caller.cityId, id));
    if (!row) throw new Problem(409, 'request.conflict', '请求正在处理，请稍后再试');
    return { id: row.id, number: row.number, state: 'submitted', version: 1 };
  }

  /** C3: the grid the point lies in; without a point, the named area, then the caller's home. */
  private async placeOf(caller: Caller, { location, area }: CreateOrder): Promise<string> {
    if (location) {
      const found = await this.areas.areaAtPoint(caller.cityId, location.lng, location.lat);
      if (found) return found.path;
    }
    if (area) {
      const named = await this.areas.areaNamed(caller.cityId, area);
      if (!named) throw new Problem(422, 'area.unknown', '没有找到这个区域，请核对区域代码', { facts: { area } });
      return named.path;
    }
    if (caller.homeAreaPath) return caller.homeAreaPath;
    throw new Problem(422, 'order.place_needed', '请在地图上选位置，或先在“我的”里登记住址');
  }
}
