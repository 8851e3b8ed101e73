import { Injectable } from '@nestjs/common';
import { PROMISE_KINDS } from '@linshao/domain';
import { CalendarsService } from '../calendars/calendars.service.js';
import { ReadOrderService } from '../orders/read-order.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { invalid } from '../platform/http/validation.js';
import { PlaybooksService } from '../playbooks/playbooks.service.js';
import type { DeadlineRow } from './deadline-row.js';
import { toView } from './deadline-views.js';
import type { DeadlineList, DeadlinesQuery, DeadlineView } from './deadlines.dto.js';
import { DeadlinesRepository } from './deadlines.repository.js';

const TEN_YEARS_MS = 3660 * 86_400_000;
const TOO_FAR = { field: 'pausedUntil', code: 'limit', message: '最远只能推算到十年以后' };

@Injectable()
export class ReadDeadlinesService {
  constructor(
    private readonly orders: ReadOrderService,
    private readonly repository: DeadlinesRepository,
    private readonly calendars: CalendarsService,
    private readonly playbooks: PlaybooksService,
    private readonly clock: Clock,
  ) {}

  /** The offices see all of it; the resident and everybody else what was promised, not whom a miss climbed to. */
  async ofOrder(caller: Caller, id: string, { pausedUntil }: DeadlinesQuery): Promise<DeadlineList> {
    const { row: order, visibility, inOffice, now } = await this.orders.read(caller, id);
    // Farther than any promise runs; counting working time that far would keep everybody else waiting.
    if (pausedUntil && pausedUntil.getTime() - now.getTime() > TEN_YEARS_MS) throw invalid([TOO_FAR]);
    const rows = await this.repository.aboutOrder(caller.cityId, id);
    const all = inOffice && visibility === 'full';
    const seen = rows.filter(({ kind }) => all || PROMISE_KINDS.some((promise) => promise === kind));
    return { items: await Promise.all(seen.map((row) => this.view(caller, row, order.area_path, pausedUntil))) };
  }

  /** How the caller sees a deadline of an order. @param areaPath of the order */
  async view({ cityId, actor }: Caller, row: DeadlineRow, areaPath: string, pausedUntil?: Date): Promise<DeadlineView> {
    const { calendar } = await this.calendars.inForce(cityId);
    const policy = await this.playbooks.policyOf(cityId, row.playbook_id, row.category);
    return toView(row, { actor, areaPath, policy, calendar, now: this.clock.now(), pausedUntil });
  }
}
