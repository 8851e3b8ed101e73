import { activePosts, type Actor } from '../identity/actor.js';
import { type AreaPath, covers } from '../identity/area-path.js';
import type { Post } from '../identity/post.js';
import type { Role } from '../identity/role.js';
import { countCharacters } from '../kernel/count-characters.js';
import { accept, type Decision, refuse } from '../kernel/decision.js';
import { isCountable } from '../time/derive-due.js';
import { endTime } from '../time/format.js';
import type { CategoryPolicy } from '../orders/policy.js';
import type { TimeLimit } from '../time/time-limit.js';
import type { WorkCalendar } from '../time/work-calendar.js';
import { type Deadline, isFinal, isOverdue, lengthen } from './deadline.js';
import { DEADLINE_KIND_NAMES, DEADLINE_STATE_NAMES, PROMISE_KINDS, type PromiseKind } from './kinds.js';

/** A supervisor's office stands outside the community that made the promise. */
const MAY_EXTEND: ReadonlySet<Role> = new Set<Role>(['supervisor']);

/** The reason stands in the sentence that derives the date. */
export const REASON = { min: 2, max: 40 } as const;

export interface ExtensionFacts {
  readonly now: Date;
  readonly areaPath: AreaPath;
  readonly policy: CategoryPolicy;
  readonly calendar: WorkCalendar;
}

export interface Extension {
  readonly deadline: Deadline;
  readonly post: Post | null;
}

interface Allowance {
  readonly post: Post;
  /** At most this much at a time. */
  readonly most: TimeLimit;
}

/** Whether somebody may give a promise more time now, whatever the reason. */
export function mayExtend(
  deadline: Deadline,
  actor: Actor,
  { now, areaPath, policy }: Omit<ExtensionFacts, 'calendar'>,
): Decision<Allowance> {
  const post = activePosts(actor, now).find(
    (each) => MAY_EXTEND.has(each.role) && covers(each.scope.areaPath, areaPath),
  );
  const kindName = DEADLINE_KIND_NAMES[deadline.kind];
  if (!post) return refuse('deadline.not_allowed', { kindName });
  if (isFinal(deadline) || isOverdue(deadline, now)) {
    const state = isFinal(deadline) ? deadline.state : 'missed';
    return refuse('deadline.final', { kindName, stateName: DEADLINE_STATE_NAMES[state] });
  }
  const allowed = isPromise(deadline.kind) ? policy.extensions[deadline.kind] : undefined;
  if (!allowed) return refuse('deadline.not_extendable', { kindName });
  const earlier = deadline.adjustments.filter(({ type }) => type === 'extension').length;
  if (earlier >= allowed.times) return refuse('deadline.extended_enough', { kindName, times: allowed.times });
  return accept({ post, most: allowed.most });
}

/** 延期: more time for a promise that still runs, by a supervisor, with a reason, within what the policy allows. */
export function extendDeadline(
  deadline: Deadline,
  by: TimeLimit,
  reason: string,
  actor: Actor,
  facts: ExtensionFacts,
): Decision<Extension> {
  const may = mayExtend(deadline, actor, facts);
  if (!may.ok) return may;
  const { now, calendar } = facts;
  if (countCharacters(reason) < REASON.min || [...reason.trim()].length > REASON.max)
    return refuse('deadline.reason_needed', { ...REASON, field: 'reason' });
  const { post, most } = may.value;
  const latest = lengthen(deadline, most, reason.trim(), now, calendar).dueAt;
  const tooLong = refuse('deadline.extension_too_long', { until: endTime(latest, now) });
  if (!isCountable(by)) return tooLong;
  const extended = lengthen(deadline, by, reason.trim(), now, calendar);
  if (extended.dueAt > latest) return tooLong;
  return accept({ deadline: extended, post });
}

const isPromise = (kind: Deadline['kind']): kind is PromiseKind => PROMISE_KINDS.some((promise) => promise === kind);
