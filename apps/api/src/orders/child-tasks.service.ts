import { Injectable } from '@nestjs/common';
import { relationsTo, visibilityOf } from '@linshao/domain';
import type { Caller } from '../platform/auth/caller.js';
import { PlaybooksService } from '../playbooks/playbooks.service.js';
import { toOrder } from './order-row.js';
import type { ChildTask } from './order-view.dto.js';
import { limitedItem, toItem } from './order-views.js';
import { OrdersRepository } from './orders.repository.js';
import { PublicAreas } from './public-areas.service.js';
import { ReadOrderService } from './read-order.service.js';

/** The shares of an order that was split: who sees all of the order knows how each of them stands. */
@Injectable()
export class ChildTasksService {
  constructor(
    private readonly repository: OrdersRepository,
    private readonly reading: ReadOrderService,
    private readonly playbooks: PlaybooksService,
    private readonly areas: PublicAreas,
  ) {}

  /** A task that is not the caller's own is shown in its redacted copy: whoever leads must know what is still open. */
  async of(caller: Caller, parentId: string): Promise<ChildTask[]> {
    const { row: parent, visibility, now } = await this.reading.read(caller, parentId);
    if (visibility !== 'full') return [];
    const rows = await this.repository.readChildren(caller.cityId, parentId, caller.personId);
    if (rows.length === 0) return [];
    const categoryName = await this.playbooks.names(caller.cityId, parent.area_path);
    const areaOf = await this.areas.of(caller.cityId, [parent.area_path, ...rows.map(({ area_path }) => area_path)]);
    return rows.map((row) => {
      const order = toOrder(row);
      const seen = visibilityOf(order, relationsTo(order, caller.actor, { now, isFollower: row.is_follower }));
      const item = toItem(row, now, categoryName);
      const names = [row.reporter_name, row.assignee_name].filter((name) => name !== null);
      return { ...(seen === 'full' ? item : limitedItem(item, row, names, areaOf)), opens: seen !== 'none' };
    });
  }
}
