import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CHANNELS, isWanted, messageText, whoIsTold } from '@linshao/domain';
import { v7 as uuidv7 } from 'uuid';
import { type OrderMoved, orderMoved } from '../orders/orders.events.js';
import type { Transaction } from '../platform/database/database.js';
import type { PublishedEvent } from '../platform/events/event.js';
import { Subscriptions } from '../platform/events/subscriptions.js';
import { PlaybooksService } from '../playbooks/playbooks.service.js';
import { AudienceService, type Hearing } from './audience.service.js';
import { InboxRepository, type NewNotification } from './inbox.repository.js';
import { PeopleRepository } from './people.repository.js';

type Moved = PublishedEvent<OrderMoved>;

/** History that was loaded, not lived (a demo, an import) and is older than this is nothing new to anybody. */
const OLD_NEWS_MS = 2 * 24 * 3_600_000;

/** Tells people of the steps that concern them, right after commit. */
@Injectable()
export class NotifierService implements OnModuleInit {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly audience: AudienceService,
    private readonly people: PeopleRepository,
    private readonly playbooks: PlaybooksService,
    private readonly inbox: InboxRepository,
  ) {}

  onModuleInit(): void {
    this.subscriptions.afterCommit(orderMoved, 'notifications.inbox', (events, tx) => this.tell(events, tx));
  }

  private async tell(events: readonly Moved[], tx: Transaction): Promise<void> {
    for (const cityId of new Set(events.map((event) => event.cityId))) {
      const ofCity = new Map(
        events.filter((event) => event.cityId === cityId).map((event) => [event.payload.eventId, event]),
      );
      const messages: NewNotification[] = [];
      for (const hearing of await this.audience.around(tx, cityId, [...ofCity.keys()])) {
        const event = ofCity.get(hearing.row.id);
        if (event) messages.push(...(await this.messages(cityId, hearing, isOldNews(event))));
      }
      await this.deliver(tx, cityId, messages);
    }
  }

  private async messages(cityId: number, { row, news, people }: Hearing, read: boolean): Promise<NewNotification[]> {
    const told = whoIsTold(news, people);
    if (told.length === 0) return [];
    const categoryName = (await this.playbooks.names(cityId, row.area_path))(row.category);
    return told.map(({ personId, template, about }) => {
      const [orderId, number] =
        about === 'parent'
          ? [row.parent_id ?? row.order_id, row.parent_number ?? row.number]
          : [row.order_id, row.number];
      return {
        city_id: cityId,
        person_id: personId,
        id: uuidv7({ msecs: row.at.getTime() }),
        order_id: orderId,
        event_id: row.id,
        template,
        text: messageText(template, { number, categoryName, postName: row.post_name }),
        created_at: row.at,
        read_at: read ? row.at : null,
      };
    });
  }

  private async deliver(tx: Transaction, cityId: number, messages: readonly NewNotification[]): Promise<void> {
    if (messages.length === 0) return;
    const personIds = [...new Set(messages.map((message) => message.person_id))];
    const wishes = new Map((await this.people.wishes(tx, cityId, personIds)).map(({ id, off }) => [id, off]));
    for (const channel of CHANNELS) {
      const wanted = messages.filter((message) => {
        const off = wishes.get(message.person_id);
        return off !== undefined && isWanted(message.template, channel, off);
      });
      await this.inbox.add(tx, channel, wanted);
    }
  }
}

/** The outbox row's own id tells when it was written. */
function isOldNews({ id, at }: Moved): boolean {
  const writtenAt = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
  return writtenAt - at.getTime() > OLD_NEWS_MS;
}
