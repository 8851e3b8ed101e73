import {
  type Actor,
  type AreaPath,
  type CategoryPolicy,
  DEADLINE_KIND_NAMES,
  DEADLINE_STATE_NAMES,
  explainClock,
  ifPausedUntil,
  isFinal,
  ownTime,
  pauseDeadline,
  shanghaiIso,
  mayExtend,
  type WorkCalendar,
} from '@linshao/domain';
import { type DeadlineRow, toDeadline } from './deadline-row.js';
import type { DeadlineView } from './deadlines.dto.js';

const isoOrNull = (at: Date | null): string | null => at && shanghaiIso(at);

interface Looked {
  readonly actor: Actor;
  readonly areaPath: AreaPath;
  readonly policy: CategoryPolicy;
  readonly calendar: WorkCalendar;
  readonly now: Date;
  /** Answers "what if this pause lasts until then". */
  readonly pausedUntil?: Date | undefined;
}

export function toView(row: DeadlineRow, looked: Looked): DeadlineView {
  const { actor, calendar, now, pausedUntil } = looked;
  const deadline = toDeadline(row);
  const stateName = DEADLINE_STATE_NAMES[deadline.state];
  const over = isFinal(deadline);
  const may = mayExtend(deadline, actor, looked);
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
    mayExtend: may.ok,
    extendedEnough: !may.ok && may.code === 'deadline.extended_enough' ? may.title : null,
  };
}

function whatIf(row: DeadlineRow, now: Date, until: Date, calendar: WorkCalendar): DeadlineView['ifPaused'] {
  const { dueAt, provisional, why } = ifPausedUntil(pauseDeadline(toDeadline(row), now), until, calendar);
  return { dueAt: shanghaiIso(dueAt), provisional, why };
}
