import {
  DEADLINE_KIND_NAMES,
  DEADLINE_STATE_NAMES,
  explainClock,
  ifPausedUntil,
  isFinal,
  ownTime,
  pauseDeadline,
  shanghaiIso,
  type WorkCalendar,
} from '@linshao/domain';
import { type DeadlineRow, toDeadline } from './deadline-row.js';
import type { DeadlineView } from './deadlines.dto.js';

const isoOrNull = (at: Date | null): string | null => at && shanghaiIso(at);

/** @param pausedUntil answers "what if this pause lasts until then" */
export function toView(row: DeadlineRow, now: Date, calendar: WorkCalendar, pausedUntil?: Date): DeadlineView {
  const deadline = toDeadline(row);
  const stateName = DEADLINE_STATE_NAMES[deadline.state];
  const over = isFinal(deadline);
  return {
    id: row.id,
    kind: row.kind,
    kindName: DEADLINE_KIND_NAMES[row.kind],
    clock: ownTime(deadline),
    startedAt: shanghaiIso(row.started_at),
    dueAt: shanghaiIso(row.due_at),
    state: row.state,
    stateName,
    rung: row.rung,
    provisional: row.provisional,
    why: row.why,
    explanation: over ? `${stateName}：${row.why}。` : explainClock(deadline, now, calendar),
    pausedAt: isoOrNull(row.paused_at),
    endedAt: isoOrNull(row.ended_at),
    fulfilledAt: isoOrNull(row.fulfilled_at),
    ifPaused: over || !pausedUntil ? null : whatIf(row, now, pausedUntil, calendar),
  };
}

function whatIf(row: DeadlineRow, now: Date, until: Date, calendar: WorkCalendar): DeadlineView['ifPaused'] {
  const { dueAt, provisional, why } = ifPausedUntil(pauseDeadline(toDeadline(row), now), until, calendar);
  return { dueAt: shanghaiIso(dueAt), provisional, why };
}
