import { Injectable, type OnModuleInit } from '@nestjs/common';
import { shanghaiDay, whoHears } from '@linshao/domain';
import { v5 as uuidv5 } from 'uuid';
import { yearMissing } from '../calendars/calendars.events.js';
import { matterStep } from '../matters/matters.events.js';
import { Clock } from '../platform/clock/clock.js';
import type { Transaction } from '../platform/database/database.js';
import type { EventDefinition, PublishedEvent } from '../platform/events/event.js';
import { Subscriptions } from '../platform/events/subscriptions.js';
import * as deadlineTopics from '../deadlines/deadlines.events.js';
import { dutyGap, dutySwap } from '../duty/duty.events.js';
import { PlaybooksService } from '../playbooks/playbooks.service.js';
import { residencyDecided, residencyRequested } from '../registry/registry.events.js';
import * as objectionTopics from '../objections/objections.events.js';
import * as supervisionTopics from '../supervision/supervision.events.js';
import { NoticeAudience, type Surroundings } from './notice-audience.service.js';
import { type Announcement, RobotSpeech } from './robot-speech.service.js';
import { type Message, TellingService } from './telling.service.js';
import * as told from './told-notice.js';

/** What is older when it is told (a fleet of workers that stood still) still belongs into the inbox, but rings no more. */
const OLD_NEWS_MS = 24 * 3_600_000;

/** Tells people what the clock, duty and the registry have to say. */
@Injectable()
export class NoticesService implements OnModuleInit {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly audience: NoticeAudience,
    private readonly playbooks: PlaybooksService,
    private readonly telling: TellingService,
    private readonly robots: RobotSpeech,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.on(deadlineTopics.deadlineReminded, told.reminded);
    this.on(deadlineTopics.deadlineMissed, told.missed);
    this.on(deadlineTopics.deadlineEscalated, told.escalated);
    this.on(deadlineTopics.deadlineExtended, told.extended);
    this.on(deadlineTopics.officeVacant, told.ofVacantOffice);
    this.on(supervisionTopics.supervisionOpened, told.ofSubject('supervision_opened', 'supervision_order'));
    this.on(supervisionTopics.supervisionAnswered, told.ofSubject('supervision_answered', 'supervision_order'));
    this.on(supervisionTopics.supervisionReturned, told.ofSubject('supervision_returned', 'supervision_order'));
    this.on(supervisionTopics.supervisionClosed, told.ofSubject('supervision_closed', 'supervision_order'));
    this.on(supervisionTopics.supervisionOverdue, told.ofSubject('supervision_overdue', 'supervision_order'));
    this.on(objectionTopics.objectionRaised, told.ofSubject('objection_raised', 'objection'));
    this.on(objectionTopics.objectionRuled, told.ofSubject('objection_ruled', 'objection'));
    this.on(dutyGap, told.ofDutyGap);
    this.on(dutySwap, told.ofDutySwap);
    this.on(matterStep, told.ofMatterStep);
    this.on(residencyRequested, told.ofRequest);
    this.on(residencyDecided, told.ofDecision);
    this.on(yearMissing, told.ofMissingYear);
  }

  private on<P extends object>(
    topic: EventDefinition<P>,
    read: (payload: P, eventId: string) => told.ToldNotice | null,
  ): void {
    this.subscriptions.afterCommit(topic, 'notifications.notices', async (events, tx) => {
      for (const cityId of new Set(events.map((event) => event.cityId)))
        await this.tell(
          tx,
          cityId,
          events.filter((event) => event.cityId === cityId),
          read,
        );
    });
  }

  private async tell<P extends object>(
    tx: Transaction,
    cityId: number,
    events: readonly PublishedEvent<P>[],
    read: (payload: P, eventId: string) => told.ToldNotice | null,
  ): Promise<void> {
    const notices = events.flatMap((event) => {
      const notice = read(event.payload, event.id);
      return notice ? [{ event, notice }] : [];
    });
    const around = await this.audience.around(
      tx,
      cityId,
      notices.map(({ notice }) => notice),
    );
    const messages: Message[] = [];
    const announcements: Announcement[] = [];
    for (const [index, { event, notice }] of notices.entries()) {
      const surroundings = around[index];
      if (!surroundings) continue;
      const { order, areaPath } = surroundings;
      const facts = await this.factsOf(cityId, notice, surroundings);
      const news = { eventId: identityOf(event, notice), at: event.at, orderId: notice.orderId, areaPath, facts };
      const isOld = this.clock.now().getTime() - event.at.getTime() > OLD_NEWS_MS;
      const { kind, holderIds, concernedIds, actorId } = notice;
      for (const heard of whoHears({ kind, holderIds, concernedIds, actorId, order }, surroundings.people))
        messages.push({ ...news, ...heard, isOld, subject: notice.subject });
      if (!isOld && !order?.confidential) announcements.push({ ...news, subject: { notice: kind } });
    }
    await this.telling.tell(tx, cityId, messages);
    await this.robots.say(tx, cityId, announcements);
  }

  private async factsOf(
    cityId: number,
    { moment, when }: told.ToldNotice,
    { areaPath, areaName, row }: Surroundings,
  ): Promise<Message['facts']> {
    return {
      number: row?.number ?? null,
      categoryName: row ? (await this.playbooks.names(cityId, areaPath))(row.category) : null,
      postName: null,
      ...(areaName && { where: areaName }),
      ...(moment && { when: inWords(moment) }),
      ...(when && { when }),
    };
  }
}

/** What is said once a day is the same event all day long: nobody hears of it twice, whoever notices it. */
function identityOf({ id, cityId, at }: PublishedEvent<object>, { oncePerDay }: told.ToldNotice): string {
  return oncePerDay === undefined ? id : uuidv5(`${cityId} ${oncePerDay} ${shanghaiDay(at)}`, DAILY);
}

/** Names of what is said once a day live here. */
const DAILY = '9f0c7c52-6d0e-4f5e-9a0b-2b7a4f1c8e11';

const IN_WORDS = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  hour12: false,
});

/** 11月23日8:00 */
function inWords(at: Date): string {
  const part = Object.fromEntries(IN_WORDS.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${part['month']}月${part['day']}日${Number(part['hour']) % 24}:${part['minute']}`;
}
