import type { TemplateId } from './templates.js';

/** Everything that is told besides the steps of an order. */
export const NOTICES = [
  'reply_reminded',
  'reply_reminded_last',
  'reply_missed',
  'accept_reminded',
  'accept_missed',
  'claim_reminded',
  'claim_missed',
  'finish_reminded',
  'finish_missed',
  'rate_reminded',
  'rung_reminded',
  'escalated',
  'extended',
  'supervision_opened',
  'supervision_reminded',
  'supervision_answered',
  'supervision_returned',
  'supervision_closed',
  'supervision_overdue',
  'objection_raised',
  'objection_ruled',
  'ruling_reminded',
  'ruling_missed',
  'step_moved',
  'step_reminded',
  'step_missed',
  'duty_gap_week',
  'duty_gap_day',
  'duty_gap_hour',
  'swap_asked',
  'swap_accepted',
  'swap_declined',
  'residency_requested',
  'residency_confirmed',
  'residency_refused',
  'year_missing',
  'office_vacant',
] as const;
export type NoticeKind = (typeof NOTICES)[number];

/**
 * `holder`: whose turn it is, named by the news itself; `concerned`: the private person it is about; `registrar`: who keeps
 * the register of the place; `administrator`: who keeps its calendar and its rules.
 */
export const HEARING_RELATIONS = [
  'holder',
  'concerned',
  'assignee',
  'addressee',
  'unit',
  'reporter',
  'creator',
  'duty_officer',
  'dispatcher',
  'secretary',
  'supervisor',
  'registrar',
  'administrator',
] as const;
export type HearingRelation = (typeof HEARING_RELATIONS)[number];

type Audience = Readonly<Partial<Record<HearingRelation, TemplateId>>>;

const WORK = (template: TemplateId): Audience => ({ assignee: template, addressee: template, unit: template });
const MINE = (template: TemplateId): Audience => ({ reporter: template, creator: template });

/** Notice × relation → message, complete. A promise missed is told to the resident as honestly as to the desk (C6). */
export const NOTICE_AUDIENCE: Readonly<Record<NoticeKind, Audience>> = {
  reply_reminded: { duty_officer: 'desk.replySoon' },
  reply_reminded_last: { duty_officer: 'desk.replyLast', dispatcher: 'desk.replyLast' },
  reply_missed: { duty_officer: 'desk.replyMissed', secretary: 'desk.replyMissed', ...MINE('mine.replyMissed') },
  accept_reminded: { duty_officer: 'desk.acceptSoon', dispatcher: 'desk.acceptSoon' },
  accept_missed: { duty_officer: 'desk.acceptMissed', dispatcher: 'desk.acceptMissed' },
  // A person or a unit was asked; an order in the hall is nobody's yet, and only the desk can send it elsewhere.
  claim_reminded: { ...WORK('work.claimSoon'), dispatcher: 'desk.claimSoon' },
  claim_missed: {
    ...WORK('work.claimMissed'),
    dispatcher: 'desk.claimMissed',
    secretary: 'desk.claimMissed',
  },
  finish_reminded: WORK('work.finishSoon'),
  finish_missed: {
    ...WORK('work.finishMissed'),
    dispatcher: 'desk.finishMissed',
    secretary: 'desk.finishMissed',
    ...MINE('mine.finishMissed'),
  },
  rate_reminded: { reporter: 'mine.rateSoon' },
  rung_reminded: { holder: 'desk.rungSoon' },
  escalated: { holder: 'desk.escalated' },
  extended: { ...WORK('work.extended'), ...MINE('mine.extended') },
  supervision_opened: { holder: 'desk.supervisionOpened', assignee: 'work.supervised' },
  supervision_reminded: { holder: 'desk.supervisionSoon' },
  supervision_answered: { holder: 'desk.supervisionAnswered', supervisor: 'desk.supervisionAnswered' },
  supervision_returned: { holder: 'desk.supervisionReturned' },
  supervision_closed: { holder: 'desk.supervisionClosed' },
  supervision_overdue: { holder: 'desk.supervisionOverdue', supervisor: 'desk.supervisionOverdue' },
  objection_raised: { holder: 'desk.objectionRaised', dispatcher: 'desk.objectionRaised' },
  objection_ruled: { holder: 'work.objectionRuled', unit: 'work.objectionRuled', dispatcher: 'desk.objectionRuled' },
  ruling_reminded: { holder: 'desk.rulingSoon' },
  ruling_missed: { holder: 'desk.rulingMissed', supervisor: 'desk.rulingMissed' },
  step_moved: { holder: 'work.stepGiven', concerned: 'mine.matterMoved' },
  step_reminded: { holder: 'work.stepDue' },
  step_missed: { holder: 'work.stepMissed', secretary: 'desk.stepMissed' },
  duty_gap_week: { secretary: 'desk.dutyGap' },
  duty_gap_day: { secretary: 'desk.dutyGap' },
  duty_gap_hour: { secretary: 'desk.dutyGapSoon', supervisor: 'desk.dutyGapSoon' },
  swap_asked: { concerned: 'work.swapAsked' },
  swap_accepted: { concerned: 'work.swapAccepted' },
  swap_declined: { concerned: 'work.swapDeclined' },
  residency_requested: { registrar: 'desk.residencyRequested' },
  residency_confirmed: { concerned: 'mine.residencyConfirmed' },
  residency_refused: { concerned: 'mine.residencyRefused' },
  year_missing: { administrator: 'desk.yearMissing' },
  office_vacant: { administrator: 'desk.officeVacant' },
};

/** Which notice a deadline's reminder is; null: nobody needs it. @param number of the reminder, from 1 */
export function reminderOf(deadline: string, number: number): NoticeKind | null {
  switch (deadline) {
    case 'reply':
      return number >= 2 ? 'reply_reminded_last' : 'reply_reminded';
    case 'accept':
    case 'claim':
    case 'finish':
    case 'rate':
    case 'rung':
    case 'ruling':
    case 'step':
      return `${deadline}_reminded`;
    case 'total':
      return 'finish_reminded';
    case 'answer':
      return 'supervision_reminded';
    default:
      return null;
  }
}

/**
 * Which notice a missed deadline is; null where nothing was promised to anybody (the window to rate), or where the climb
 * to the next rung, or the supervision order itself, tells it.
 */
export function missOf(deadline: string): NoticeKind | null {
  switch (deadline) {
    case 'reply':
    case 'accept':
    case 'claim':
    case 'finish':
    case 'ruling':
    case 'step':
      return `${deadline}_missed`;
    case 'total':
      return 'finish_missed';
    default:
      return null;
  }
}
