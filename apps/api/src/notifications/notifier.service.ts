import { Injectable, type OnModuleInit } from '@nestjs/common';
import { stepTold, whoIsTold } from '@linshao/domain';
import { type OrderMoved, orderMoved } from '../orders/orders.events.js';
import type { Transaction } from '../platform/database/database.js';
import type { PublishedEvent } from '../platform/events/event.js';
import { Subscriptions } from '../platform/events/subscriptions.js';
import { PlaybooksService } from '../playbooks/playbooks.service.js';
import { AudienceService, type Hearing } from './audience.service.js';
import { type Announcement, RobotSpeech } from './robot-speech.service.js';
import { type Message, TellingService } from './telling.service.js';

type Moved = PublishedEvent<OrderMoved>;

/** History that was loaded, not lived (a demo, an import) and is older than this is nothing new to anybody. */
const OLD_NEWS_MS = 2 * 24 * 3_600_000;

/** Tells people of the steps that concern them, right after commit. */
@Injectable()
export class NotifierService implements OnModuleInit {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly audience: AudienceService,
    private readonly playbooks: PlaybooksService,
    private readonly telling: TellingService,
    private readonly robots: RobotSpeech,
  ) {}

  onModuleInit(): void {
    this.subscriptions.afterCommit(orderMoved, 'notifications.inbox', (events, tx) => this.tell(events, tx));
  }

  private async tell(events: readonly Moved[], tx: Transaction): Promise<void> {
    for (const cityId of new Set(events.map((event) => event.cityId))) {
      const ofCity = new Map(
        events.filter((event) => event.cityId === cityId).map((event) => [event.payload.eventId, event]),
      );
      const messages: Message[] = [];
      const announcements: Announcement[] = [];
      for (const hearing of await this.audience.around(tx, cityId, [...ofCity.keys()])) {
        const event = ofCity.get(hearing.row.id);
        if (!event) continue;
        const isOld = isOldNews(event);
        const categoryName = (await this.playbooks.names(cityId, hearing.row.area_path))(hearing.row.category);
        messages.push(...messagesOf(hearing, categoryName, isOld));
        if (!isOld) announcements.push(...announcementsOf(hearing, categoryName));
      }
      await this.telling.tell(tx, cityId, messages);
      await this.robots.say(tx, cityId, announcements);
    }
  }
}

function messagesOf({ row, news, people }: Hearing, categoryName: string, isOld: boolean): Message[] {
  return whoIsTold(news, people).map(({ personId, template, relation, about }) => {
    const [orderId, number] =
      about === 'parent'
        ? [row.parent_id ?? row.order_id, row.parent_number ?? row.number]
        : [row.order_id, row.number];
    return {
      personId,
      template,
      relation,
      eventId: row.id,
      at: row.at,
      isOld,
      orderId,
      subject: { type: 'order', id: orderId },
      areaPath: row.area_path,
      facts: { number, categoryName, postName: row.post_name },
    };
  });
}

/** A group hears of what everybody may read: no confidential orders, no child tasks. */
function announcementsOf({ row, news }: Hearing, categoryName: string): Announcement[] {
  const step = stepTold(news);
  if (step === null || news.order.confidential || news.order.parentId !== null) return [];
  const facts = { number: row.number, categoryName, postName: row.post_name };
  return [{ subject: { step }, eventId: row.id, at: row.at, orderId: row.order_id, areaPath: row.area_path, facts }];
}

/** The outbox row's own id tells when it was written. */
function isOldNews({ id, at }: Moved): boolean {
  const writtenAt = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
  return writtenAt - at.getTime() > OLD_NEWS_MS;
}
