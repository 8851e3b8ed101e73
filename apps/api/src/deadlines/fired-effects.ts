import {
  type Climb,
  type Firing,
  type OfficeHolder,
  type RungRole,
  seatOf,
  wakeAt,
  type WorkCalendar,
} from '@linshao/domain';
import { type DeadlineRow, newRow, toDeadline } from './deadline-row.js';
import {
  deadlineEscalated,
  deadlineMissed,
  type DeadlineNews,
  deadlineReminded,
  officeVacant,
} from './deadlines.events.js';
import type { Escalation, FiredDeadline } from './firing-hooks.service.js';
import type { DueRow, FiredRow, HungRow } from './firing.repository.js';

/** A due row and what time did to it. */
export interface Fired {
  readonly row: DueRow;
  readonly firing: Firing;
  /** Null also when another miss of the same promise has climbed there before. */
  readonly climb: Climb | null;
}

/** What a firing writes, and what is heard of it in the same transaction. */
export interface Written {
  readonly row: FiredRow;
  readonly missed: FiredDeadline | null;
  readonly escalation: Escalation | null;
}

/** A rung's miss is told by the next rung, the end of the resident's window by the closing. */
const UNTOLD: ReadonlySet<string> = new Set(['rung', 'rate']);
/** Whether reminders and the miss stand in the order's history. */
export const isNoted = ({ order_id, kind }: Pick<DeadlineRow, 'order_id' | 'kind'>): boolean =>
  order_id !== null && !UNTOLD.has(kind);

/** Turns what was judged into the rows it writes. */
export class FiredEffects {
  /** @param nextId makes the ids of what is new */
  constructor(
    private readonly cityId: number,
    private readonly calendar: WorkCalendar,
    private readonly nextId: () => string,
  ) {}

  /** @param holder of the office it climbs to, if it does */
  of(fired: Fired, holder: OfficeHolder | undefined): Written {
    const { row, firing, climb } = fired;
    const told = this.told(fired);
    const escalation = climb ? this.escalationOf(row, climb, holder) : null;
    const climbed = climb && escalation ? this.climbed(row, climb, escalation) : null;
    // Woken for nothing (the calendar moved its reminder), it must still sleep on: else it would be due for ever.
    const deadline = firing.type === 'nothing' ? toDeadline(row) : firing.deadline;
    return {
      row: {
        id: row.id,
        version: row.version,
        order_id: row.order_id,
        order_version: row.order_version,
        state: deadline.state,
        reminded: deadline.reminded,
        wake_at: wakeAt(deadline, this.calendar),
        ended_at: deadline.endedAt,
        settled_at: deadline.settledAt,
        escalation: escalation && escalationRow(this.cityId, escalation),
        rung: climbed && climbed.rung,
        notes: [...told.notes, ...(climbed?.notes ?? [])],
        news: [...told.news, ...(climbed?.news ?? [])],
      },
      missed: firing.type === 'missed' ? firedDeadline(row) : null,
      escalation,
    };
  }

  private escalationOf(row: DueRow, climb: Climb, holder: OfficeHolder | undefined): Escalation {
    const { role, supervise } = climb.to;
    const holderIds = holder?.personIds ?? [];
    return {
      id: this.nextId(),
      deadlineId: climb.rootId,
      kind: climb.kind,
      orderId: row.order_id ?? '',
      rung: climb.rung,
      role,
      areaPath: holder?.areaPath ?? row.area_path,
      holderIds,
      vacant: isVacant(role, holder),
      answerWithin: supervise ?? null,
      at: row.now,
    };
  }

  /** The reminder or the miss: a note in the order's history, and the news. */
  private told({ row, firing }: Fired): Pick<FiredRow, 'notes' | 'news'> {
    if (firing.type === 'nothing') return { notes: [], news: [] };
    const isReminder = firing.type === 'reminded';
    const topic = isReminder ? deadlineReminded.topic : deadlineMissed.topic;
    const number = isReminder ? firing.number : row.rung;
    const noted = isNoted(row);
    const eventId = noted ? this.nextId() : null;
    const data = { kind: row.kind, dueAt: row.due_at, ...(isReminder && { number }) };
    return {
      notes: noted ? [{ id: eventId, order_id: row.order_id, type: topic, data }] : [],
      news: [{ id: this.nextId(), topic, payload: newsOf(row, number, null, row.holder_ids, eventId) }],
    };
  }

  private climbed(
    row: DueRow,
    climb: Climb,
    { rung, role, holderIds, vacant, orderId }: Escalation,
  ): Pick<FiredRow, 'rung' | 'notes' | 'news'> {
    const eventId = this.nextId();
    const deadlineId = this.nextId();
    const belonging = {
      subject: { type: 'order', id: orderId },
      orderId,
      areaPath: row.area_path,
      category: row.category,
      playbookId: row.playbook_id,
      holderIds,
    } as const;
    const news = newsOf({ ...row, id: climb.rootId, kind: climb.kind }, rung, role, holderIds, eventId);
    return {
      rung: newRow(this.cityId, deadlineId, climb.deadline, belonging, this.calendar),
      notes: [
        {
          id: eventId,
          order_id: orderId,
          type: deadlineEscalated.topic,
          data: { kind: climb.kind, rung, role, vacant },
        },
      ],
      news: [
        { id: this.nextId(), topic: deadlineEscalated.topic, payload: news },
        ...(vacant
          ? [
              {
                id: this.nextId(),
                topic: officeVacant.topic,
                payload: { areaPath: seatOf(role, row.area_path), role, orderId },
              },
            ]
          : []),
      ],
    };
  }
}

/** A sector's authority may sit in the district or in the city: only an empty office is a gap. */
function isVacant(role: RungRole, holder: OfficeHolder | undefined): boolean {
  if (!holder || holder.personIds.length === 0) return true;
  return role === 'regulator' ? false : holder.vacant;
}

function escalationRow(cityId: number, escalation: Escalation): HungRow {
  const { id, deadlineId, rung, kind, orderId, role, areaPath, holderIds, vacant, at } = escalation;
  return {
    city_id: cityId,
    id,
    deadline_id: deadlineId,
    rung,
    kind,
    order_id: orderId,
    role,
    area_path: areaPath,
    holder_ids: holderIds,
    vacant,
    at,
  };
}

export const firedDeadline = (row: DeadlineRow): FiredDeadline => ({
  id: row.id,
  subjectType: row.subject_type,
  subjectId: row.subject_id,
  orderId: row.order_id,
  kind: row.kind,
  rung: row.rung,
  areaPath: row.area_path,
  category: row.category,
  dueAt: row.due_at,
  holderIds: row.holder_ids,
});

export const newsOf = (
  row: Pick<DeadlineRow, 'id' | 'kind' | 'subject_type' | 'subject_id' | 'order_id'>,
  rung: number,
  role: string | null,
  holderIds: readonly string[],
  eventId: string | null,
): DeadlineNews => ({
  deadlineId: row.id,
  subjectType: row.subject_type,
  subjectId: row.subject_id,
  orderId: row.order_id,
  kind: row.kind,
  rung,
  role,
  holderIds,
  eventId,
});
