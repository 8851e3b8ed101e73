import { Inject, Injectable } from '@nestjs/common';
import {
  isUrgent,
  isWanted,
  type MessageFacts,
  type MessageRelation,
  messageText,
  PROMISE_CRITICAL,
  type TemplateId,
  wechatTemplateOf,
} from '@linshao/domain';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../platform/clock/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import type { Transaction } from '../platform/database/database.js';
import { nextId } from '../platform/ids.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { DeliveriesWaker } from './deliveries.jobs.js';
import type { NewDelivery } from './delivery.js';
import { InboxRepository, type NewNotification } from './inbox.repository.js';
import { PeopleRepository, type Reach } from './people.repository.js';
import { SmsFallback } from './sms-fallback.service.js';

/** One message to one person, before it is known by which ways it goes. */
export interface Message {
  readonly personId: string;
  readonly template: TemplateId;
  readonly relation: MessageRelation;
  readonly eventId: string;
  /** When the news happened. */
  readonly at: Date;
  /** Told long after: kept for the record, rings nowhere. */
  readonly isOld: boolean;
  readonly orderId: string | null;
  /** What to open. */
  readonly subject: { readonly type: string; readonly id: string };
  readonly areaPath: string;
  readonly facts: MessageFacts;
}

/** Puts messages into the inboxes, and onto the ways by which each receiver can be reached. */
@Injectable()
export class TellingService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly people: PeopleRepository,
    private readonly inbox: InboxRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly fallback: SmsFallback,
    private readonly waker: DeliveriesWaker,
  ) {}

  async tell(tx: Transaction, cityId: number, messages: readonly Message[]): Promise<void> {
    if (messages.length === 0) return;
    const personIds = [...new Set(messages.map(({ personId }) => personId))];
    const reach = new Map((await this.people.reach(tx, cityId, personIds)).map((row) => [row.id, row]));
    const known = messages.flatMap((message) => {
      const person = reach.get(message.personId);
      return person ? [{ message, person }] : [];
    });
    await this.inbox.add(
      tx,
      'inbox',
      known
        .filter(({ message, person }) => isWanted(message.template, 'inbox', person.off))
        .map(({ message }) => toNotification(cityId, message)),
    );
    const pushed = known.filter(({ message }) => !message.isOld);
    const byWechat = pushed.filter(({ message, person }) => this.mayPush(message.template, person));
    const unreached = pushed.filter(
      (each) => !byWechat.includes(each) && each.person.has_phone && PROMISE_CRITICAL.has(each.message.template),
    );
    await this.deliveries.add(
      tx,
      byWechat.map(({ message }) => this.toDelivery(cityId, message)),
    );
    await this.fallback.instead(
      tx,
      unreached.map(({ message }) => this.toDelivery(cityId, message)),
    );
    if (byWechat.length + unreached.length > 0) this.waker.wake();
  }

  private mayPush(template: TemplateId, { has_wechat, consents, off }: Reach): boolean {
    const wanted = wechatTemplateOf(template);
    return (
      has_wechat &&
      wanted in this.config.wechat.templates &&
      consents.includes(wanted) &&
      isWanted(template, 'wechat', off)
    );
  }

  private toDelivery(cityId: number, message: Message): NewDelivery {
    const { template, relation, facts, at } = message;
    return {
      city_id: cityId,
      id: nextId(),
      channel: 'wechat',
      recipient_id: message.personId,
      event_id: message.eventId,
      template,
      relation,
      text: messageText(template, facts),
      facts: { ...facts, at: at.toISOString() },
      urgent: isUrgent(template, relation),
      area_path: message.areaPath,
      order_id: message.orderId,
      next_at: this.clock.now(),
      created_at: this.clock.now(),
    };
  }
}

function toNotification(cityId: number, message: Message): NewNotification {
  return {
    city_id: cityId,
    person_id: message.personId,
    id: uuidv7({ msecs: message.at.getTime() }),
    order_id: message.orderId,
    subject_type: message.subject.type,
    subject_id: message.subject.id,
    event_id: message.eventId,
    relation: message.relation,
    template: message.template,
    text: messageText(message.template, message.facts),
    created_at: message.at,
    read_at: message.isOld ? message.at : null,
  };
}
