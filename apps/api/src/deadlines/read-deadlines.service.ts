import { Injectable } from '@nestjs/common';
import { PROMISE_KINDS } from '@linshao/domain';
import { CalendarsService } from '../calendars/calendars.service.js';
import { ReadOrderService } from '../orders/read-order.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { invalid } from '../platform/http/validation.js';
import { toView } from './deadline-views.js';
import type { DeadlineList, DeadlinesQuery } from './deadlines.dto.js';
import { DeadlinesRepository } from './deadlines.repository.js';

const TEN_YEARS_MS = 3660 * 86_400_000;
const TOO_FAR = { field: 'pausedUntil', code: 'limit', message: '最远只能推算到十年以后' };

@Injectable()
export class ReadDeadlinesService {
  constructor(
    private readonly orders: ReadOrderService,
    private readonly repository: DeadlinesRepository,
    private readonly calendars: CalendarsService,
  ) {}

  /** The offices see all of it; the resident and everybody else what was promised, not whom a miss climbed to. */
  async ofOrder(caller: Caller, id: string, { pausedUntil }: DeadlinesQuery): Promise<DeadlineList> {
    const { visibility, inOffice, now } = await this.orders.read(caller, id);
    // Farther than any promise runs; counting working time that far would keep everybody else waiting.
    if (pausedUntil && pausedUntil.getTime() - now.getTime() > TEN_YEARS_MS) throw invalid([TOO_FAR]);
    const { calendar } = await this.calendars.inForce(caller.cityId);
    const rows = await this.repository.aboutOrder(caller.cityId, id);
    const all = inOffice && visibility === 'full';
    const seen = rows.filter(({ kind }) => all || PROMISE_KINDS.some((promise) => promise === kind));
    return { items: seen.map((row) => toView(row, now, calendar, pausedUntil)) };
  }
}
