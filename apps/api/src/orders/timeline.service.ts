import { Injectable } from '@nestjs/common';
import { ACTIONS, isAmongOffices, maskName, ORDER_NOTES, type OrderAction, PAST, redact } from '@linshao/domain';
import type { Caller } from '../platform/auth/caller.js';
import type { TimelineStep } from './timeline.dto.js';
import { type EventRow, OrdersRepository, type ReadRow } from './orders.repository.js';
import { ReadOrderService } from './read-order.service.js';

const LABELS: Readonly<Record<string, string>> = {
  ...ORDER_NOTES,
  'order.submitted': '提交',
  ...Object.fromEntries(
    (Object.keys(ACTIONS) as OrderAction[]).map((action) => [`order.${PAST[action]}`, ACTIONS[action].label]),
  ),
};

/** An order's history as the caller may see it: everything with full sight, otherwise the public steps in redacted words. */
@Injectable()
export class TimelineService {
  constructor(
    private readonly orders: ReadOrderService,
    private readonly repository: OrdersRepository,
  ) {}

  async timeline(caller: Caller, id: string): Promise<TimelineStep[]> {
    const { row, visibility, inOffice } = await this.orders.read(caller, id);
    const events = await this.repository.events(caller.cityId, id);
    const full = visibility === 'full';
    const isReporter = row.reporter_id === caller.personId;
    const showsOffices = inOffice && !isReporter;
    return events
      .filter((event) => (full || event.public) && (showsOffices || !isAmongOffices(event.type)))
      .map((event) => toStep(event, row, full, !isReporter));
  }
}

function toStep(event: EventRow, order: ReadRow, full: boolean, hideReporter: boolean): TimelineStep {
  const known = [order.reporter_name, order.assignee_name, event.actor_name].filter((name) => name !== null);
  const words =
    event.words &&
    (full
      ? event.words
      : redact(event.words, {
          names: known,
          phones: [],
          idNumbers: [],
          addresses: order.address ? [order.address] : [],
        }));
  return {
    id: event.id,
    type: event.type,
    label: LABELS[event.type] ?? event.type,
    fromState: event.from_state,
    toState: event.to_state,
    at: event.at,
    actor: actorOf(event, order, full, hideReporter),
    post: event.post_name,
    words: words ?? null,
    public: event.public,
    data: full ? event.data : {},
  };
}

/** A resident acts under a masked name, and under none when they asked for it; whoever acts by a post is known by it. */
function actorOf(event: EventRow, order: ReadRow, full: boolean, hideReporter: boolean): string {
  if (event.actor_id === null) return '系统';
  if (event.actor_id === order.reporter_id && hideReporter)
    return order.anonymous ? '匿名居民' : maskName(event.actor_name ?? '');
  return full && event.post_name !== null ? (event.actor_name ?? '') : maskName(event.actor_name ?? '');
}
