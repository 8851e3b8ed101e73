import type {
  Adjustment,
  Deadline,
  DeadlineKind,
  DeadlineState,
  DeadlineSubject,
  NewDeadline,
  TimeLimit,
  WorkCalendar,
} from '@linshao/domain';
import { PROMISE_KINDS, wakeAt } from '@linshao/domain';

/** A row of `deadlines` as PostgreSQL returns it. */
export interface DeadlineRow {
  readonly city_id: number;
  readonly id: string;
  readonly subject_type: DeadlineSubject;
  readonly subject_id: string;
  readonly order_id: string | null;
  readonly kind: DeadlineKind;
  readonly of_kind: string | null;
  readonly rung: number;
  readonly root_id: string | null;
  readonly area_path: string;
  readonly category: string | null;
  readonly playbook_id: string | null;
  readonly state: DeadlineState;
  readonly time_limit: TimeLimit;
  readonly started_at: Date;
  readonly due_at: Date;
  readonly paused_at: Date | null;
  readonly adjustments: readonly StoredAdjustment[];
  readonly provisional: boolean;
  readonly why: string;
  readonly scale: number;
  readonly reminders: readonly number[];
  readonly reminded: number;
  readonly wake_at: Date | null;
  readonly ended_at: Date | null;
  readonly fulfilled_at: Date | null;
  readonly settled_at: Date | null;
  readonly holder_ids: readonly string[];
  readonly version: number;
}

/** Moments inside JSON are text. */
type StoredAdjustment =
  { readonly type: 'pause'; readonly from: string; readonly to: string } | Extract<Adjustment, { type: 'extension' }>;

/** Whose a deadline is and where it belongs, beside its clock. */
export interface Belonging {
  readonly subject: { readonly type: DeadlineSubject; readonly id: string };
  readonly orderId: string | null;
  readonly areaPath: string;
  readonly category: string | null;
  readonly playbookId: string | null;
  readonly holderIds?: readonly string[];
}

/** The rules' view of a row. */
export function toDeadline(row: DeadlineRow): Deadline {
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    ofKind: PROMISE_KINDS.find((kind) => kind === row.of_kind) ?? null,
    rung: row.rung,
    rootId: row.root_id,
    state: row.state,
    limit: row.time_limit,
    startedAt: row.started_at,
    dueAt: row.due_at,
    pausedAt: row.paused_at,
    adjustments: row.adjustments.map((adjustment) =>
      adjustment.type === 'pause'
        ? { type: 'pause', from: new Date(adjustment.from), to: new Date(adjustment.to) }
        : adjustment,
    ),
    provisional: row.provisional,
    why: row.why,
    scale: row.scale,
    reminders: row.reminders,
    reminded: row.reminded,
    endedAt: row.ended_at,
    fulfilledAt: row.fulfilled_at,
    settledAt: row.settled_at,
  };
}

/** What a change of the clock writes. */
export function clockColumns(deadline: NewDeadline, calendar: WorkCalendar): object {
  return {
    state: deadline.state,
    time_limit: deadline.limit,
    due_at: deadline.dueAt,
    paused_at: deadline.pausedAt,
    adjustments: deadline.adjustments,
    provisional: deadline.provisional,
    why: deadline.why,
    reminded: deadline.reminded,
    wake_at: wakeAt(deadline, calendar),
    ended_at: deadline.endedAt,
    fulfilled_at: deadline.fulfilledAt,
    settled_at: deadline.settledAt,
  };
}

/** A whole new row, as JSON that `jsonb_populate_recordset(null::deadlines, …)` reads. */
export function newRow(
  cityId: number,
  id: string,
  deadline: NewDeadline,
  { subject, orderId, areaPath, category, playbookId, holderIds = [] }: Belonging,
  calendar: WorkCalendar,
): Readonly<Record<string, unknown>> & { readonly id: string } {
  return {
    city_id: cityId,
    id,
    subject_type: subject.type,
    subject_id: subject.id,
    order_id: orderId,
    kind: deadline.kind,
    of_kind: deadline.ofKind,
    rung: deadline.rung,
    root_id: deadline.rootId,
    area_path: areaPath,
    category,
    playbook_id: playbookId,
    started_at: deadline.startedAt,
    scale: deadline.scale ?? 1,
    reminders: deadline.reminders,
    holder_ids: holderIds,
    version: 1,
    ...clockColumns(deadline, calendar),
  };
}
