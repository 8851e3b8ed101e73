import { Injectable } from '@nestjs/common';
import { PROMISE_KINDS } from '@linshao/domain';
import { CalendarsService } from '../calendars/calendars.service.js';
import { ReadOrderService } from '../orders/read-order.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { toView } from './deadline-views.js';
import type { DeadlineList, DeadlinesQuery } from './deadlines.dto.js';
import { DeadlinesRepository } from './deadlines.repository.js';

@Injectable()
export class ReadDeadlinesService {
  constructor(
    private readonly orders: ReadOrderService,
    private readonly repository: DeadlinesRepository,
    private readonly calendars: CalendarsService,
  ) {}

  /** As the caller sees the order: with less than full sight only what was promised, not whom it climbed to. */
  async ofOrder(caller: Caller, id: string, { pausedUntil }: DeadlinesQuery): Promise<DeadlineList> {
    const { visibility, now } = await this.orders.read(caller, id);
    const { calendar } = await this.calendars.inForce(caller.cityId);
    const rows = await this.repository.aboutOrder(caller.cityId, id);
    const seen = rows.filter(({ kind }) => visibility === 'full' || PROMISE_KINDS.some((promise) => promise === kind));
    return { items: seen.map((row) => toView(row, now, calendar, pausedUntil)) };
  }
}
