import { assertNever } from '../kernel/assert-never.js';
import type { OrderAction, WaitingFor } from '../orders/commands.js';
import type { NewOrder } from '../orders/order.js';
import type { CategoryPolicy, PausableClock } from '../orders/policy.js';
import type { OrderState, Urgency } from '../orders/state.js';
import { limitOfDays, type TimeLimit } from '../time/time-limit.js';
import type { WorkCalendar } from '../time/work-calendar.js';
import {
  cancelDeadline,
  climbAgain,
  type Deadline,
  fulfilDeadline,
  goOnDeadline,
  type NewDeadline,
  oweAgain,
  pauseDeadline,
  resumeDeadline,
  startDeadline,
} from './deadline.js';
import { type DeadlineKind, PROMISE_KINDS, type PromiseKind } from './kinds.js';

/** A step an order took, as far as its deadlines care. */
export interface OrderStep {
  readonly action: OrderAction | 'submit';
  readonly from: OrderState | null;
  /** The order after the step. */
  readonly after: NewOrder;
  readonly now: Date;
  readonly waitingFor?: WaitingFor;
}

export interface DeadlineChanges {
  readonly started: readonly NewDeadline[];
  /** Whole, as they are now; only those that changed. */
  readonly changed: readonly Deadline[];
}

/** What a step does to the promises of its order. */
interface Effect {
  /** The act came. */
  readonly meet?: readonly PromiseKind[];
  /** Not owed any more. */
  readonly drop?: readonly PromiseKind[] | 'all';
  /** A clock of this step, from now. */
  readonly start?: readonly PromiseKind[];
  /** A promise whose clock was never really interrupted goes on from where it began. */
  readonly goOn?: readonly PromiseKind[];
}

const NOTHING: Effect = {};

/**
 * What a step of an order does to its deadlines, complete. Two clocks run side by side: that of the step (accept, claim,
 * finish), and the total since the resident spoke, which no step and no edit moves. (Children have no resident of their own:
 * only claim and finish.)
 * @param deadlines all of the order, settled ones too, in the order in which they began to be owed
 */
export function moveDeadlines(
  step: OrderStep,
  deadlines: readonly Deadline[],
  policy: CategoryPolicy,
  calendar: WorkCalendar,
  scale = 1,
): DeadlineChanges {
  const { now } = step;
  const effect = effectOf(step);
  const pausing = step.action === 'suspend' ? policy.pauseOn[step.waitingFor ?? 'other'] : [];
  const moving = deadlines.flatMap((deadline) => {
    const next = moved(deadline, effect, step, pausing, calendar);
    return next === deadline ? [] : [next];
  });
  const begin = (kind: PromiseKind, startedAt: Date): NewDeadline =>
    begun(kind, startedAt, step, policy, calendar, scale);
  const going = (effect.goOn ?? []).map((kind): DeadlineChanges => {
    const last = deadlines.filter((deadline) => deadline.kind === kind).at(-1);
    return last
      ? goingOn(last, deadlines, now, calendar)
      : { started: [begin(kind, step.after.submittedAt)], changed: [] };
  });
  const started = [...(effect.start ?? []).map((kind) => begin(kind, now)), ...going.flatMap((each) => each.started)];
  return {
    started: step.after.parentId === null ? started : started.filter(isOfChild),
    changed: [...moving, ...going.flatMap((each) => each.changed)],
  };
}

/**
 * A promise that goes on. One that was missed before stays that miss: whom it climbed to is not told again, and the rung that
 * was set aside with it has the time it had.
 */
function goingOn(last: Deadline, deadlines: readonly Deadline[], now: Date, calendar: WorkCalendar): DeadlineChanges {
  if (last.state !== 'missed') return { started: [goOnDeadline(last, now, calendar)], changed: [] };
  const rung = deadlines
    .filter(({ kind, rootId }) => kind === 'rung' && rootId === last.id)
    .reduce<Deadline | null>((highest, each) => (highest && highest.rung > each.rung ? highest : each), null);
  const owed = oweAgain(last);
  if (rung !== null) {
    const wasSetAside = rung.settledAt?.getTime() === last.settledAt?.getTime();
    return { started: [], changed: [owed, ...(wasSetAside ? [climbAgain(rung, now, calendar)] : [])] };
  }
  // Set aside before anybody was told, it begins to climb now: from a rung before the first, whose time is up.
  const ofKind = PROMISE_KINDS.find((kind) => kind === last.kind) ?? null;
  const ground = { ...last, kind: 'rung', ofKind, rootId: last.id } as const;
  return { started: [goOnDeadline(ground, now, calendar)], changed: [owed] };
}

const isOfChild = ({ kind }: NewDeadline): boolean => kind === 'claim' || kind === 'finish';

/** Which promise a deadline serves; null for those that do not follow the order's steps. */
const served = ({ kind, ofKind }: NewDeadline): PromiseKind | null => {
  switch (kind) {
    case 'rung':
      return ofKind;
    // A supervision order, a ruling and a matter's step end by acts of their own.
    case 'answer':
    case 'ruling':
    case 'step':
      return null;
    default:
      return kind;
  }
};

function moved(
  deadline: Deadline,
  effect: Effect,
  { action, now }: OrderStep,
  pausing: readonly PausableClock[],
  calendar: WorkCalendar,
): Deadline {
  const kind = served(deadline);
  if (kind === null || deadline.settledAt) return deadline;
  if (effect.meet?.includes(kind)) return fulfilDeadline(deadline, now);
  if (effect.drop === 'all' || effect.drop?.includes(kind)) return cancelDeadline(deadline, now);
  if (action === 'resume') return resumeDeadline(deadline, now, calendar);
  return (pausing as readonly DeadlineKind[]).includes(kind) ? pauseDeadline(deadline, now) : deadline;
}

/** By each of the limits that hold; the earliest date counts. */
function begun(
  kind: PromiseKind,
  startedAt: Date,
  { after }: OrderStep,
  policy: CategoryPolicy,
  calendar: WorkCalendar,
  scale: number,
): NewDeadline {
  const options = { kind, reminders: policy.reminders[kind], scale };
  const [first, ...others] = limitsOf(kind, policy, after.urgency);
  return others
    .map((limit) => startDeadline(limit, startedAt, calendar, options))
    .reduce((a, b) => (b.dueAt < a.dueAt ? b : a), startDeadline(first, startedAt, calendar, options));
}

/** The limits a policy sets for a promise: its usual one, and of an urgent order the urgent one beside it. */
export function limitsOf(
  kind: PromiseKind,
  policy: CategoryPolicy,
  urgency: Urgency,
): readonly [TimeLimit, ...TimeLimit[]] {
  const usual = kind === 'rate' ? limitOfDays(policy.rateDays) : policy[kind];
  const urgent = urgency === 'urgent' && isHurried(kind) ? policy.urgent[kind] : undefined;
  return urgent ? [usual, urgent] : [usual];
}

const isHurried = (kind: PromiseKind): kind is 'claim' | 'finish' | 'total' =>
  kind === 'claim' || kind === 'finish' || kind === 'total';

function effectOf({ action, from, after }: OrderStep): Effect {
  const owedReply: readonly PromiseKind[] = after.repliedAt === null ? ['reply'] : [];
  switch (action) {
    case 'submit':
      return after.parentId === null ? { start: ['reply', 'accept', 'total'] } : { start: ['claim', 'finish'] };
    case 'accept':
      return { meet: ['accept'], start: ['finish'] };
    case 'reject':
      // The reason is told to the resident: no other answer is owed. It counts as none either (C6).
      return { meet: ['accept'], drop: ['reply', 'claim', 'finish', 'total'] };
    case 'appeal':
      return { start: ['accept', 'total', ...owedReply] };
    case 'reply':
      return { meet: ['reply'] };
    case 'dispatch':
    case 'split':
      return { drop: ['claim'], start: ['claim'] };
    case 'claim':
      return { meet: ['claim'] };
    case 'return':
      // 退回重办: called done too early, so that the total was never really kept; the work gets a new step.
      return from === 'done' ? { start: ['finish'], goOn: ['total'] } : { meet: ['claim'] };
    case 'done':
      return { meet: ['finish', 'total'], drop: ['claim'] };
    case 'publish':
      return { start: ['rate'] };
    case 'rate':
      return { meet: ['rate'] };
    case 'reopen':
      return { drop: ['rate'], start: ['finish', 'total'] };
    case 'review':
      return after.state === 'reopened' ? { drop: ['rate'], start: ['finish', 'total'] } : NOTHING;
    case 'close':
    case 'withdraw':
    case 'merge':
      return { drop: 'all' };
    case 'unmerge':
      return { start: stepClocks(after), goOn: [...owedReply, 'total'] };
    case 'start':
    case 'edit':
    case 'suspend':
    case 'resume':
    case 'urge':
    case 'remark':
    case 'follow':
    case 'unfollow':
      return NOTHING;
    default:
      return assertNever(action);
  }
}

/** The clocks of the step an order stands in, for one that was out of sight for a while. */
function stepClocks({ state, acceptedAt, doneAt }: NewOrder): readonly PromiseKind[] {
  if (state === 'submitted') return ['accept'];
  const working: readonly PromiseKind[] = acceptedAt !== null && doneAt === null ? ['finish'] : [];
  return state === 'dispatched' ? ['claim', ...working] : working;
}
