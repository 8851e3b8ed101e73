import {
  type Climb,
  type Deadline,
  type Firing,
  type OfficeHolder,
  type RungRole,
  seatOf,
  wakeAt,
  type WorkCalendar,
} from '@linshao/domain';
import type { Office } from '../organisation/office-holders.service.js';
import { nextId } from '../platform/ids.js';
import { type DeadlineRow, newRow, toDeadline } from './deadline-row.js';
import {
  deadlineEscalated,
  deadlineMissed,
  type DeadlineNews,
  deadlineReminded,
  officeVacant,
} from './deadlines.events.js';
import type { Escalation, FiredDeadline } from './firing-hooks.service.js';
import type { DueRow, FiredBatch } from './firing.repository.js';

/** A due row, what time did to it, and how late that was. */
export interface Fired {
  readonly row: DueRow;
  readonly firing: Firing;
  /** Null also when another miss of the same promise has climbed there before. */
  readonly climb: Climb | null;
  readonly lateMs: number;
}

interface Written {
  readonly batch: FiredBatch;
  readonly missed: readonly FiredDeadline[];
  readonly escalations: readonly Escalation[];
}

type Climbing = Fired & { readonly climb: Climb };
/** A rung's miss is told by the next rung, the end of the resident's window by the closing. */
const UNTOLD: ReadonlySet<string> = new Set(['rung', 'rate']);
/** Whether reminders and the miss stand in the order's history. */
export const isNoted = ({ order_id, kind }: Pick<DeadlineRow, 'order_id' | 'kind'>): boolean =>
  order_id !== null && !UNTOLD.has(kind);

/** Turns a judged batch into the rows it writes. */
export class FiredEffects {
  private readonly climbing: readonly Climbing[];

  constructor(
    private readonly cityId: number,
    private readonly fired: readonly Fired[],
    private readonly calendar: WorkCalendar,
  ) {
    this.climbing = fired.filter((each): each is Climbing => each.climb !== null);
  }

  /** The offices that must be found for the climbs, one each. */
  get offices(): readonly Office[] {
    return this.climbing.map(({ row, climb }) => ({
      role: climb.to.role,
      areaPath: seatOf(climb.to.role, row.area_path),
    }));
  }

  /** @param holders of `offices`, in their order */
  with(holders: readonly OfficeHolder[]): Written {
    const escalations = this.climbing.map((each, i) => this.escalationOf(each, holders[i]));
    const told = this.fired.flatMap((each) => this.told(each));
    const climbs = this.climbing.map((each, i) => this.climbed(each, escalations[i]));
    return {
      batch: {
        // Woken for nothing (the calendar moved its reminder), it must still sleep on: else it would be due for ever.
        changes: this.fired.map(({ row, firing }) =>
          changeOf(firing.type === 'nothing' ? toDeadline(row) : firing.deadline, this.calendar),
        ),
        rungs: climbs.flatMap(({ rung }) => rung),
        escalations: escalations.map((escalation) => escalationRow(this.cityId, escalation)),
        notes: [...told, ...climbs].flatMap(({ notes }) => notes),
        outbox: [...told, ...climbs].flatMap(({ outbox }) => outbox),
      },
      missed: this.fired.flatMap(({ row, firing }) => (firing.type === 'missed' ? [firedDeadline(row)] : [])),
      escalations,
    };
  }

  private escalationOf({ row, climb }: Climbing, holder: OfficeHolder | undefined): Escalation {
    const { role, supervise } = climb.to;
    const holderIds = holder?.personIds ?? [];
    return {
      id: nextId(),
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
  private told({ row, firing }: Fired): { notes: object[]; outbox: FiredBatch['outbox'] } {
    if (firing.type === 'nothing') return { notes: [], outbox: [] };
    const isReminder = firing.type === 'reminded';
    const topic = isReminder ? deadlineReminded.topic : deadlineMissed.topic;
    const number = isReminder ? firing.number : row.rung;
    const noted = isNoted(row);
    const eventId = noted ? nextId() : null;
    const data = { kind: row.kind, dueAt: row.due_at, ...(isReminder && { number }) };
    return {
      notes: noted ? [{ id: eventId, order_id: row.order_id, type: topic, data }] : [],
      outbox: [{ id: nextId(), topic, payload: newsOf(row, number, null, row.holder_ids, eventId) }],
    };
  }

  private climbed(
    { row, climb }: Climbing,
    escalation: Escalation | undefined,
  ): { rung: object[]; notes: object[]; outbox: FiredBatch['outbox'] } {
    if (!escalation) return { rung: [], notes: [], outbox: [] };
    const { rung, role, holderIds, vacant, orderId } = escalation;
    const eventId = nextId();
    const deadlineId = nextId();
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
      rung: [newRow(this.cityId, deadlineId, climb.deadline, belonging, this.calendar)],
      notes: [
        {
          id: eventId,
          order_id: orderId,
          type: deadlineEscalated.topic,
          data: { kind: climb.kind, rung, role, vacant },
        },
      ],
      outbox: [
        { id: nextId(), topic: deadlineEscalated.topic, payload: news },
        ...(vacant
          ? [
              {
                id: nextId(),
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

function changeOf(deadline: Deadline, calendar: WorkCalendar): object {
  return {
    id: deadline.id,
    state: deadline.state,
    reminded: deadline.reminded,
    wake_at: wakeAt(deadline, calendar),
    ended_at: deadline.endedAt,
    settled_at: deadline.settledAt,
  };
}

function escalationRow(cityId: number, escalation: Escalation): object {
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
