import type { TemplateId } from './templates.js';

/** How somebody stands to a step. The members of the pool are no audience: an order in the hall is nobody's yet. */
export const TOLD_RELATIONS = [
  'assignee',
  'addressee',
  'unit',
  'former',
  'leader',
  'reporter',
  'creator',
  'duty_officer',
  'dispatcher',
  'secretary',
  'follower',
] as const;
/** `former`: had it before the step and has it no longer; `leader`: has the parent order of a child task. */
export type ToldRelation = (typeof TOLD_RELATIONS)[number];

/** A step as far as it matters who hears of it. */
export const STEPS = [
  'submitted',
  'task_given',
  'accepted',
  'rejected',
  'appealed',
  'replied',
  'dispatched',
  'claimed',
  'returned',
  'sent_back',
  'started',
  'suspended',
  'waits_for_resident',
  'resumed',
  'done',
  'task_done',
  'published',
  'rated_solved',
  'rated_unsolved',
  'reopened',
  'reviewed_solved',
  'reviewed_unsolved',
  'closed',
  'withdrawn',
  'task_withdrawn',
  'merged',
  'unmerged',
  'urged',
  'remarked',
  'remarked_unassigned',
] as const;
export type Step = (typeof STEPS)[number];

type Audience = Readonly<Partial<Record<ToldRelation, TemplateId>>>;

const MINE = (reporter: TemplateId, follower: TemplateId | null = null): Audience => ({
  reporter,
  creator: reporter,
  ...(follower && { follower }),
});
const DESK = (template: TemplateId): Audience => ({ dispatcher: template, duty_officer: template });
const DESK_AND_SECRETARY = (template: TemplateId): Audience => ({ ...DESK(template), secretary: template });
const WORK = (template: TemplateId): Audience => ({ assignee: template, addressee: template, unit: template });

/** Step × relation → message: who is told what, complete. The actor is never told of their own act (see `whoIsTold`). */
export const AUDIENCE: Readonly<Record<Step, Audience>> = {
  submitted: { reporter: 'mine.recorded', ...DESK('desk.new') },
  task_given: { addressee: 'work.addressed', unit: 'work.addressedToUnit' },
  accepted: MINE('mine.accepted', 'followed.accepted'),
  rejected: MINE('mine.rejected', 'followed.rejected'),
  appealed: DESK_AND_SECRETARY('desk.appealed'),
  replied: MINE('mine.replied', 'followed.replied'),
  dispatched: {
    addressee: 'work.addressed',
    unit: 'work.addressedToUnit',
    former: 'work.takenAway',
    ...MINE('mine.dispatched', 'followed.dispatched'),
  },
  claimed: { unit: 'work.colleagueClaimed', ...MINE('mine.claimed', 'followed.claimed') },
  returned: { ...DESK('desk.returned'), leader: 'work.taskReturned', ...MINE('mine.returned', 'followed.returned') },
  sent_back: { assignee: 'work.redo', ...MINE('mine.redone', 'followed.redone') },
  started: MINE('mine.started', 'followed.started'),
  suspended: { assignee: 'work.suspended', ...MINE('mine.suspended', 'followed.suspended') },
  waits_for_resident: { assignee: 'work.suspended', ...MINE('mine.waitsForYou', 'followed.suspended') },
  resumed: { ...WORK('work.resumed'), ...MINE('mine.resumed', 'followed.resumed') },
  done: { dispatcher: 'desk.done', ...MINE('mine.done', 'followed.done') },
  task_done: { leader: 'work.taskDone' },
  published: { assignee: 'work.published', ...MINE('mine.published', 'followed.published') },
  rated_solved: { assignee: 'work.ratedSolved', follower: 'followed.rated' },
  rated_unsolved: {
    assignee: 'work.ratedUnsolved',
    dispatcher: 'desk.ratedUnsolved',
    secretary: 'desk.ratedUnsolved',
    follower: 'followed.rated',
  },
  reopened: { former: 'work.reopened', ...DESK_AND_SECRETARY('desk.reopened'), follower: 'followed.reopened' },
  reviewed_solved: MINE('mine.reviewed'),
  reviewed_unsolved: {
    former: 'work.reopened',
    ...DESK_AND_SECRETARY('desk.reopened'),
    ...MINE('mine.reopened', 'followed.reopened'),
  },
  closed: MINE('mine.closed', 'followed.closed'),
  withdrawn: {
    former: 'work.withdrawn',
    dispatcher: 'desk.withdrawn',
    ...MINE('mine.withdrawn', 'followed.withdrawn'),
  },
  task_withdrawn: { former: 'work.withdrawn' },
  merged: { ...WORK('work.merged'), ...MINE('mine.merged', 'followed.merged') },
  unmerged: { ...WORK('work.resumed'), ...MINE('mine.unmerged', 'followed.unmerged') },
  urged: { ...WORK('work.urged'), ...DESK('desk.urged') },
  remarked: { ...WORK('work.remarked'), ...MINE('mine.remarked') },
  remarked_unassigned: { dispatcher: 'desk.remarked', ...MINE('mine.remarked') },
};
