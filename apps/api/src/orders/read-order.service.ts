import { Injectable } from '@nestjs/common';
import { type OrderFacts, permittedActions, refuse, relationsTo, visibilityOf } from '@linshao/domain';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { problemOf } from '../platform/http/problem.js';
import { PlaybooksService } from '../playbooks/playbooks.service.js';
import type { ActionView } from './order-actions.dto.js';
import { toOrder } from './order-row.js';
import type { OrderView } from './order-view.dto.js';
import { toView } from './order-views.js';
import { PublicAreas } from './public-areas.service.js';
import { OrdersRepository, type ReadRow } from './orders.repository.js';

interface Read {
  readonly row: ReadRow;
  readonly visibility: OrderView['visibility'];
  /** Through a post, not only as the person whose matter it is: how offices answer to each other is theirs to see. */
  readonly inOffice: boolean;
  readonly now: Date;
}

@Injectable()
export class ReadOrderService {
  constructor(
    private readonly repository: OrdersRepository,
    private readonly playbooks: PlaybooksService,
    private readonly areas: PublicAreas,
    private readonly clock: Clock,
  ) {}

  async get(caller: Caller, id: string): Promise<OrderView> {
    const { row, visibility, now } = await this.read(caller, id);
    const categoryName = await this.playbooks.names(caller.cityId, row.area_path);
    const areaOf = await this.areas.of(caller.cityId, visibility === 'full' ? [] : [row.area_path]);
    return toView(row, { caller, visibility, isFollower: row.is_follower, now, categoryName, areaOf });
  }

  /** What the caller may do with the order now: the buttons of a screen. */
  async actions(caller: Caller, id: string): Promise<ActionView[]> {
    const { row, now } = await this.read(caller, id);
    const { policy, category } = await this.playbooks.categoryOfOrder(caller.cityId, row.area_path, row.category);
    const facts: OrderFacts = { now, policy, kinds: category.kinds, isFollower: row.is_follower };
    return permittedActions(toOrder(row), caller.actor, facts).map(({ action, label, fields }) => ({
      action,
      label,
      fields: [...fields],
    }));
  }

  /** @throws Problem 404 for an order the caller may not see, as for one that does not exist. */
  async read(caller: Caller, id: string): Promise<Read> {
    const row = await this.repository.read(caller.cityId, id, caller.personId);
    if (!row) throw problemOf(refuse('order.not_visible'));
    const now = this.clock.now();
    const order = toOrder(row);
    const relations = relationsTo(order, caller.actor, { now, isFollower: row.is_follower });
    const seen = visibilityOf(order, relations);
    if (seen === 'none') throw problemOf(refuse('order.not_visible'));
    const inOffice = [...relations.values()].some((post) => post !== null);
    return { row, visibility: seen, inOffice, now };
  }
}
