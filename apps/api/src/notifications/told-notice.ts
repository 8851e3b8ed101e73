import { missOf, type NoticeKind, reminderOf, ROLE_NAMES } from '@linshao/domain';
import type { yearMissing } from '../calendars/calendars.events.js';
import type { MatterStep } from '../matters/matters.events.js';
import type { residencyDecided, residencyRequested } from '../registry/registry.events.js';
import type { DeadlineNews, OfficeVacant } from '../deadlines/deadlines.events.js';
import type { ObjectionNews } from '../objections/objections.events.js';
import type { SupervisionNews } from '../supervision/supervision.events.js';
import type { DutyGap, DutySwap } from '../duty/duty.events.js';

/** A piece of news, whatever feature it came from, in the terms of the table of notices. */
export interface ToldNotice {
  readonly kind: NoticeKind;
  readonly subject: { readonly type: string; readonly id: string };
  readonly orderId: string | null;
  /** Null: that of the order. */
  readonly areaPath: string | null;
  readonly holderIds: readonly string[];
  readonly concernedIds: readonly string[];
  readonly actorId: string | null;
  /** A moment it speaks of. */
  readonly moment: Date | null;
  /** What it speaks of instead of a moment: 2027年. */
  readonly when?: string;
  /** What many events of a day may say, and nobody needs to hear more than once on that day. */
  readonly oncePerDay?: string;
}

type PayloadOf<T> = T extends { payload?: infer P } ? NonNullable<P> : never;

const NOBODY = { holderIds: [], concernedIds: [], actorId: null, moment: null } as const;
const known = (id: string | null): string[] => (id === null ? [] : [id]);

function ofDeadline(kind: NoticeKind | null, news: DeadlineNews): ToldNotice | null {
  if (kind === null) return null;
  const { subjectType, subjectId, orderId, holderIds } = news;
  return { ...NOBODY, kind, subject: { type: subjectType, id: subjectId }, orderId, areaPath: null, holderIds };
}

export const reminded = (news: DeadlineNews): ToldNotice | null => ofDeadline(reminderOf(news.kind, news.rung), news);
export const missed = (news: DeadlineNews): ToldNotice | null => ofDeadline(missOf(news.kind), news);
export const escalated = (news: DeadlineNews): ToldNotice | null => ofDeadline('escalated', news);
export const extended = (news: DeadlineNews): ToldNotice | null => ofDeadline('extended', news);

export const ofSubject =
  (kind: NoticeKind, type: string) =>
  ({ subjectId, orderId, holderIds, actorId }: SupervisionNews | ObjectionNews): ToldNotice => ({
    ...NOBODY,
    kind,
    subject: { type, id: subjectId },
    orderId,
    areaPath: null,
    holderIds,
    actorId,
  });

export const ofDutyGap = ({ areaPath, from, level }: DutyGap, eventId: string): ToldNotice => ({
  ...NOBODY,
  kind: `duty_gap_${level}`,
  subject: { type: 'duty', id: eventId },
  orderId: null,
  areaPath,
  moment: new Date(from),
});

export const ofDutySwap = ({ swapId, state, personIds, actorId }: DutySwap): ToldNotice => ({
  ...NOBODY,
  kind: `swap_${state}`,
  subject: { type: 'duty_swap', id: swapId },
  orderId: null,
  areaPath: null,
  concernedIds: personIds,
  actorId,
});

export const ofMatterStep = ({ matterId, areaPath, applicantId, holderIds, actorId }: MatterStep): ToldNotice => ({
  ...NOBODY,
  kind: 'step_moved',
  subject: { type: 'matter', id: matterId },
  orderId: null,
  areaPath,
  holderIds,
  concernedIds: known(applicantId),
  actorId,
});

export const ofRequest = ({ residencyId, personId, areaPath }: PayloadOf<typeof residencyRequested>): ToldNotice => ({
  ...NOBODY,
  kind: 'residency_requested',
  subject: { type: 'residency', id: residencyId },
  orderId: null,
  areaPath,
  actorId: personId,
});

export const ofDecision = ({ residencyId, personId, state }: PayloadOf<typeof residencyDecided>): ToldNotice => ({
  ...NOBODY,
  kind: `residency_${state}`,
  subject: { type: 'residency', id: residencyId },
  orderId: null,
  areaPath: null,
  concernedIds: [personId],
});

export const ofMissingYear = ({ year }: PayloadOf<typeof yearMissing>, eventId: string): ToldNotice => ({
  ...NOBODY,
  kind: 'year_missing',
  subject: { type: 'calendar', id: eventId },
  orderId: null,
  areaPath: null,
  when: `${year}年`,
});

export const ofVacantOffice = ({ areaPath, role, orderId }: OfficeVacant, eventId: string): ToldNotice => ({
  ...NOBODY,
  kind: 'office_vacant',
  subject: { type: 'office', id: eventId },
  orderId,
  areaPath,
  when: ROLE_NAMES[role],
  oncePerDay: `office_vacant ${role} ${areaPath}`,
});
