import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { communityOf, type Deadline, moveDeadlines, nearestDue, type OrderAction } from '@linshao/domain';
import { CalendarsService } from '../calendars/calendars.service.js';
import { type Consequence, StepHooks, type StepTaken } from '../orders/step-hooks.service.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import type { NamedStatement } from '../platform/database/statement.js';
import { outboxRow } from '../platform/events/event.js';
import { nextId } from '../platform/ids.js';
import { clockColumns, type DeadlineRow, newRow, toDeadline } from './deadline-row.js';
import { insertDeadlines, updateDeadlines } from './deadline-parts.js';
import { deadlineMissed } from './deadlines.events.js';
import { DeadlinesRepository } from './deadlines.repository.js';
import { isNoted, newsOf } from './fired-effects.js';
import { WakesService } from './wakes.service.js';

/** Steps that no promise hears of: nothing is read for them. */
const SILENT: ReadonlySet<OrderAction | 'submit'> = new Set<OrderAction>([
  'edit',
  'start',
  'urge',
  'remark',
  'follow',
  'unfollow',
]);

/** Keeps an order's deadlines true in the very statement that moves it. */
@Injectable()
export class OrderDeadlinesService implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly hooks: StepHooks,
    private readonly calendars: CalendarsService,
    private readonly repository: DeadlinesRepository,
    private readonly wakes: WakesService,
  ) {}

  onModuleInit(): void {
    this.hooks.add((step) => this.follow(step));
  }

  private async follow(step: StepTaken): Promise<Consequence> {
    if (SILENT.has(step.action)) return { parts: [] };
    const { cityId, orderId, after, category, part } = step;
    const { calendar } = await this.calendars.inForce(cityId);
    const rows = step.action === 'submit' ? [] : await this.repository.ofOrder(cityId, orderId);
    const known = rows.map(toDeadline);
    const { started, changed } = moveDeadlines(step, known, category.policy, calendar, this.config.demoTimeScale);
    this.wakes.soon(cityId, started, calendar);
    const belonging = {
      subject: { type: 'order', id: orderId },
      orderId,
      areaPath: after.areaPath,
      category: after.category,
      playbookId: category.playbookId,
    } as const;
    const newRows = started.map((deadline) => newRow(cityId, nextId(), deadline, belonging, calendar));
    const changes = changed.map((deadline) => ({ ...versioned(deadline), ...clockColumns(deadline, calendar) }));
    return {
      parts: [
        ...(newRows.length > 0 ? [insertDeadlines(`${part}_deadlines`, newRows, part)] : []),
        ...(changes.length > 0 ? [updateDeadlines(`${part}_clocks`, cityId, changes, part)] : []),
        ...rows
          .filter((row) => isMissedBy(row, changed))
          .flatMap((row, i) => missedParts(step, row, `${part}_missed${i}`)),
      ],
      dueAt: nearestDue([
        ...known.map((deadline) => changed.find(({ id }) => id === deadline.id) ?? deadline),
        ...started,
      ]),
    };
  }
}

const isMissedBy = ({ id, state }: DeadlineRow, changed: readonly Deadline[]): boolean =>
  state === 'running' && changed.some((deadline) => deadline.id === id && deadline.state === 'missed');

/** The act came after the date but before a worker looked: missed all the same, noted before the act, and told. */
function missedParts({ cityId, part, after, from, now }: StepTaken, row: DeadlineRow, as: string): NamedStatement[] {
  const eventId = isNoted(row) ? nextId() : null;
  const told = outboxRow(deadlineMissed, cityId, newsOf(row, row.rung, null, row.holder_ids, eventId), part, as);
  if (eventId === null) return [told];
  const note = {
    as: `${as}_note`,
    text: `INSERT INTO order_events (city_id, id, order_id, version, community_path, type, from_state, to_state, words, public, data, at)
           SELECT $1::int, $2::uuid, $3::uuid, $4::int, $5, $6, $7, $7, NULL, false, $8::jsonb, $9::timestamptz FROM ${part}`,
    values: [
      cityId,
      eventId,
      row.order_id,
      after.version,
      communityOf(after.areaPath),
      deadlineMissed.topic,
      from ?? after.state,
      JSON.stringify({ kind: row.kind, dueAt: row.due_at }),
      now,
    ],
  };
  return [note, told];
}

const versioned = ({ id, version }: Deadline): { id: string; version: number } => ({ id, version });
