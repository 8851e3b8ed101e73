import { Injectable, type OnModuleInit } from '@nestjs/common';
import { activePosts } from '@linshao/domain';
import { isUUID } from 'class-validator';
import { AreaPathHolders } from '../organisation/area-path-holders.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { decodeCursor, pageOf } from '../platform/http/cursor.js';
import { notFound, Problem } from '../platform/http/problem.js';
import type { DeliveryPage, DeliveryQuery, DeliveryView } from './deliveries.dto.js';
import { DeliveriesWaker } from './deliveries.jobs.js';
import { DeliveryAdminRepository, type WatchedRow } from './delivery-admin.repository.js';

/** What became of messages, for the administrators of the places they are about. */
@Injectable()
export class DeliveryAdminService implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly holders: AreaPathHolders,
    private readonly repository: DeliveryAdminRepository,
    private readonly waker: DeliveriesWaker,
  ) {}

  onModuleInit(): void {
    this.holders.add({ table: 'deliveries', column: 'area_path', noun: '消息记录' });
  }

  async list(caller: Caller, query: DeliveryQuery): Promise<DeliveryPage> {
    const before = decodeCursor(query.cursor, [isUUID])?.[0]?.toString();
    const rows = await this.repository.list(caller.cityId, this.areasOf(caller), query, before);
    return pageOf(rows, query.limit, toView, ({ id }) => [id]);
  }

  /** @throws Problem 404, 409 `delivery.not_stuck` */
  async retry(caller: Caller, id: string): Promise<DeliveryView> {
    const found = await this.repository.find(caller.cityId, this.areasOf(caller), id);
    if (!found) throw notFound();
    const row = await this.repository.retry(caller.cityId, id, this.clock.now());
    if (!row) throw new Problem(409, 'delivery.not_stuck', '这条消息不需要重发，请刷新后查看');
    this.waker.wake();
    return toView(row);
  }

  private areasOf({ actor }: Caller): string[] {
    return activePosts(actor, this.clock.now())
      .filter(({ role }) => role === 'administrator')
      .map(({ scope }) => scope.areaPath);
  }
}

const toView = (row: WatchedRow): DeliveryView => ({
  id: row.id,
  channel: row.channel,
  template: row.template,
  text: row.text,
  state: row.state,
  attempts: row.attempts,
  error: row.error,
  nextAt: row.next_at,
  sentAt: row.sent_at,
  createdAt: row.created_at,
});
