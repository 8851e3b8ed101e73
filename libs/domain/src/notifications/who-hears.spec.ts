import { orderIn, POOL, UNIT } from '../testing/orders.js';
import { missOf, NOTICES, type NoticeKind, reminderOf } from './notices.js';
import { type Notice, type PostHolders, whoHears } from './who-hears.js';

const PEOPLE: PostHolders = {
  unit: (unitId) => (unitId === 'u1' ? ['responder', 'colleague'] : []),
  office: (role) => [role],
  registrars: () => ['registrar'],
  helps: () => true,
};
const ORDER = { ...orderIn('in_progress'), assignment: POOL, assigneeId: 'assignee' };
const notice = (kind: NoticeKind, more: Partial<Notice> = {}): Notice => ({
  kind,
  holderIds: ['holder'],
  concernedIds: ['concerned'],
  actorId: null,
  order: { ...ORDER, confidential: false, parentId: null },
  ...more,
});
const heard = (kind: NoticeKind, more: Partial<Notice> = {}, people = PEOPLE): string =>
  whoHears(notice(kind, more), people)
    .map(({ personId, template }) => `${personId} ${template}`)
    .join(', ');

/** The whole table, of an order somebody works on. */
const TABLE: Readonly<Record<NoticeKind, string>> = {
  reply_reminded: 'duty_officer desk.replySoon',
  reply_reminded_last: 'duty_officer desk.replyLast, dispatcher desk.replyLast',
  reply_missed:
    'reporter mine.replyMissed, creator mine.replyMissed, duty_officer desk.replyMissed, secretary desk.replyMissed',
  accept_reminded: 'duty_officer desk.acceptSoon, dispatcher desk.acceptSoon',
  accept_missed: 'duty_officer desk.acceptMissed, dispatcher desk.acceptMissed',
  claim_reminded: 'assignee work.claimSoon, dispatcher desk.claimSoon',
  claim_missed: 'assignee work.claimMissed, dispatcher desk.claimMissed, secretary desk.claimMissed',
  finish_reminded: 'assignee work.finishSoon',
  finish_missed:
    'assignee work.finishMissed, reporter mine.finishMissed, creator mine.finishMissed, dispatcher desk.finishMissed, secretary desk.finishMissed',
  rate_reminded: 'reporter mine.rateSoon',
  rung_reminded: 'holder desk.rungSoon',
  escalated: 'holder desk.escalated',
  extended: 'assignee work.extended, reporter mine.extended, creator mine.extended',
  supervision_opened: 'holder desk.supervisionOpened, assignee work.supervised',
  supervision_reminded: 'holder desk.supervisionSoon',
  supervision_answered: 'holder desk.supervisionAnswered, supervisor desk.supervisionAnswered',
  supervision_returned: 'holder desk.supervisionReturned',
  supervision_closed: 'holder desk.supervisionClosed',
  supervision_overdue: 'holder desk.supervisionOverdue, supervisor desk.supervisionOverdue',
  objection_raised: 'holder desk.objectionRaised, dispatcher desk.objectionRaised',
  objection_ruled: 'holder work.objectionRuled, dispatcher desk.objectionRuled',
  ruling_reminded: 'holder desk.rulingSoon',
  ruling_missed: 'holder desk.rulingMissed, supervisor desk.rulingMissed',
  step_moved: 'holder work.stepGiven, concerned mine.matterMoved',
  step_reminded: 'holder work.stepDue',
  step_missed: 'holder work.stepMissed, secretary desk.stepMissed',
  duty_gap_week: 'secretary desk.dutyGap',
  duty_gap_day: 'secretary desk.dutyGap',
  duty_gap_hour: 'secretary desk.dutyGapSoon, supervisor desk.dutyGapSoon',
  swap_asked: 'concerned work.swapAsked',
  swap_accepted: 'concerned work.swapAccepted',
  swap_declined: 'concerned work.swapDeclined',
  residency_requested: 'registrar desk.residencyRequested',
  residency_confirmed: 'concerned mine.residencyConfirmed',
  residency_refused: 'concerned mine.residencyRefused',
  year_missing: 'administrator desk.yearMissing',
  office_vacant: 'administrator desk.officeVacant',
};

describe('who hears of what the clock, duty and the registry say', () => {
  it.each(NOTICES)('%s', (kind) => {
    expect(heard(kind)).toBe(TABLE[kind]);
  });

  it('reaches whoever an order was given to before anybody took it on', () => {
    const sent = { ...ORDER, assigneeId: null, confidential: false, parentId: null };
    expect(heard('claim_reminded', { order: { ...sent, assignment: UNIT } })).toBe(
      'responder work.claimSoon, colleague work.claimSoon, dispatcher desk.claimSoon',
    );
    expect(heard('claim_reminded', { order: { ...sent, assignment: { type: 'person', personId: 'p' } } })).toBe(
      'p work.claimSoon, dispatcher desk.claimSoon',
    );
    expect(heard('claim_missed', { order: { ...sent, assignment: POOL } })).toBe(
      'dispatcher desk.claimMissed, secretary desk.claimMissed',
    );
  });

  it('tells a person once, and nobody of what they did themselves', () => {
    for (const kind of NOTICES) {
      const all: PostHolders = { unit: () => ['x'], office: () => ['x'], registrars: () => ['x'], helps: () => true };
      const order = {
        ...ORDER,
        assigneeId: 'x',
        reporterId: 'x',
        createdById: 'x',
        confidential: false,
        parentId: null,
      };
      const everything = { holderIds: ['x'], concernedIds: ['x'], order };
      expect(whoHears(notice(kind, everything), all)).toHaveLength(1);
      expect(whoHears(notice(kind, { ...everything, actorId: 'x' }), all)).toEqual([]);
    }
  });

  it('tells who wrote it down for a resident only while they help residents there', () => {
    const left: PostHolders = { ...PEOPLE, helps: (personId) => personId !== 'creator' };
    for (const kind of NOTICES) expect(heard(kind, {}, left)).not.toContain('creator');
    expect(heard('extended', {}, left)).toBe('assignee work.extended, reporter mine.extended');
  });

  it('keeps what is confidential in its circle, and child tasks from the resident', () => {
    const confidential = { ...ORDER, confidential: true, parentId: null };
    const child = { ...ORDER, confidential: false, parentId: 'o0' };
    for (const kind of NOTICES) {
      expect(heard(kind, { order: confidential })).not.toContain('creator');
      expect(heard(kind, { order: child })).not.toMatch(/reporter|creator/);
    }
  });

  it('without an order goes to the posts of the place', () => {
    expect(heard('duty_gap_hour', { order: null, holderIds: [], concernedIds: [] })).toBe(TABLE.duty_gap_hour);
  });
});

describe('a deadline', () => {
  const DEADLINES = ['reply', 'accept', 'claim', 'finish', 'total', 'rate', 'rung', 'answer', 'ruling', 'step'];

  it('reminds in its own words, the reply twice', () => {
    expect(DEADLINES.map((deadline) => reminderOf(deadline, 1))).toEqual([
      'reply_reminded',
      'accept_reminded',
      'claim_reminded',
      'finish_reminded',
      'finish_reminded',
      'rate_reminded',
      'rung_reminded',
      'supervision_reminded',
      'ruling_reminded',
      'step_reminded',
    ]);
    expect(reminderOf('reply', 2)).toBe('reply_reminded_last');
    expect(reminderOf('another', 1)).toBeNull();
  });

  it('that is missed is told unless something else tells it', () => {
    expect(DEADLINES.map(missOf)).toEqual([
      'reply_missed',
      'accept_missed',
      'claim_missed',
      'finish_missed',
      'finish_missed',
      null,
      null,
      null,
      'ruling_missed',
      'step_missed',
    ]);
  });
});
