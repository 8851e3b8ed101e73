import {
  DEADLINE_KIND_NAMES,
  DEADLINE_STATE_NAMES,
  endTime,
  explainClock,
  isFinal,
  monthDayTime,
  ORDER_STATE_NAMES,
  ROLE_NAMES,
  spanWords,
  type WorkCalendar,
} from '@linshao/domain';
import { type DeadlineRow, toDeadline } from './deadline-row.js';
import type { ExplainedChange, ExplainedEscalation, ExplainedOrder } from './explain.repository.js';

/** Later than this, somebody should have looked at it: the sweep comes every thirty seconds. */
const UNLOOKED_AT_MS = 60_000;

export interface Explained {
  readonly order: ExplainedOrder;
  readonly deadlines: readonly DeadlineRow[];
  readonly changes: readonly ExplainedChange[];
  readonly escalations: readonly ExplainedEscalation[];
  readonly calendar: WorkCalendar;
}

/** Every promise of an order in plain Chinese: why that date, how it stands, what moved it, whom it climbed to. */
export function explainText(explained: Explained): string {
  const { order, deadlines } = explained;
  const head = [
    `诉求 ${order.number}（${ORDER_STATE_NAMES[order.state]}） 类别 ${order.category}  区域 ${order.area_path}`,
    `数据库时间 ${monthDayTime(order.now)}；编号 ${order.id}`,
  ];
  if (deadlines.length === 0) head.push('', '没有任何时限。');
  return [...head, ...deadlines.flatMap((row, index) => ['', ...deadlineLines(row, index + 1, explained)])].join('\n');
}

function deadlineLines(row: DeadlineRow, place: number, explained: Explained): string[] {
  const { order, calendar } = explained;
  const { now } = order;
  const lines = [
    `依据：${row.why}`,
    `现状：${isFinal(toDeadline(row)) ? endWords(row, now) : explainClock(toDeadline(row), now, calendar)}`,
    ...row.adjustments.flatMap((adjustment) =>
      adjustment.type === 'pause'
        ? [`暂停：${monthDayTime(new Date(adjustment.from), now)}至${monthDayTime(new Date(adjustment.to), now)}`]
        : [],
    ),
    ...explained.changes.filter(({ deadline_id }) => deadline_id === row.id).map((change) => changeWords(change, now)),
    ...(row.reminders.length > 0 ? [`提醒：应提醒${row.reminders.length}次，已提醒${row.reminded}次`] : []),
    ...explained.escalations
      .filter(({ deadline_id }) => deadline_id === row.id)
      .map((escalation) => escalationWords(escalation, now)),
    ...(row.provisional ? ['注意：涉及尚未公布放假安排的年份，日期为暂定'] : []),
    ...(row.scale > 1 ? [`演示：按${row.scale}倍速计时`] : []),
    ...overlookedWords(row, now),
    `编号：${row.id}`,
  ];
  return [`${place}. ${titleOf(row)}：${DEADLINE_STATE_NAMES[row.state]}`, ...lines.map((line) => `   ${line}`)];
}

function titleOf({ kind, of_kind, rung }: DeadlineRow): string {
  const missed = kindName(of_kind);
  if (rung === 0) return DEADLINE_KIND_NAMES[kind];
  return `${DEADLINE_KIND_NAMES[kind]}（第${rung}级${missed && `，因${missed}超时`}）`;
}

const kindName = (kind: string | null): string =>
  Object.entries(DEADLINE_KIND_NAMES).find(([known]) => known === kind)?.[1] ?? '';

function endWords({ state, due_at, ended_at, fulfilled_at, settled_at }: DeadlineRow, now: Date): string {
  const due = `应于${endTime(due_at, now)}前完成`;
  switch (state) {
    case 'met':
      return `${due}，${ended_at ? monthDayTime(ended_at, now) : ''}按时完成`;
    case 'cancelled':
      return `${ended_at ? monthDayTime(ended_at, now) : ''}起不再适用`;
    default: {
      if (fulfilled_at) return `${due}，${monthDayTime(fulfilled_at, now)}才完成`;
      return settled_at ? `${due}，没有做到；${monthDayTime(settled_at, now)}起不再需要` : `${due}，至今没有做到`;
    }
  }
}

function changeWords({ what, due_before, due_after, reason, post_name, at }: ExplainedChange, now: Date): string {
  const by = post_name ?? '系统';
  const verb = what === 'extended' ? '延期' : '重排';
  const why = reason ? `（${reason}）` : '';
  return `${verb}：${monthDayTime(at, now)}由${by}从${endTime(due_before, now)}改到${endTime(due_after, now)}${why}`;
}

function escalationWords({ rung, role, area_path, holders, vacant, at }: ExplainedEscalation, now: Date): string {
  const who = vacant ? `该岗无人，转至 ${area_path}，${holders}人在岗` : `${area_path}，${holders}人在岗`;
  return `上报：${monthDayTime(at, now)}报到第${rung}级 ${ROLE_NAMES[role]}（${who}）`;
}

/** What nobody looked at in time is a fault of the operation, not of the community. */
function overlookedWords({ wake_at }: DeadlineRow, now: Date): string[] {
  const late = wake_at ? now.getTime() - wake_at.getTime() : 0;
  if (!wake_at || late < UNLOOKED_AT_MS) return [];
  const since = `${monthDayTime(wake_at, now)}就该处理，已晚${spanWords(late)}`;
  return [`异常：${since}。请检查工作进程，见 docs/operations.md`];
}
