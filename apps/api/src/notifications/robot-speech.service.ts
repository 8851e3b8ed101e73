import { Injectable } from '@nestjs/common';
import { ancestorsOf, type MessageFacts, robotMessage, type RobotSubject } from '@linshao/domain';
import { Clock } from '../platform/clock/clock.js';
import type { Transaction } from '../platform/database/database.js';
import { nextId } from '../platform/ids.js';
import { DeliveriesWaker } from './deliveries.jobs.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import type { NewDelivery } from './delivery.js';
import { RobotsRepository } from './robots.repository.js';

/** Something a group may hear of. */
export interface Announcement {
  readonly subject: RobotSubject;
  readonly eventId: string;
  readonly at: Date;
  readonly orderId: string | null;
  readonly areaPath: string;
  readonly facts: MessageFacts;
}

/** Has the robots of a place and of the areas above it say what their groups are there for. */
@Injectable()
export class RobotSpeech {
  constructor(
    private readonly clock: Clock,
    private readonly robots: RobotsRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly waker: DeliveriesWaker,
  ) {}

  async say(tx: Transaction, cityId: number, announcements: readonly Announcement[]): Promise<void> {
    const said = announcements.flatMap((announcement) => {
      const message = robotMessage(announcement.subject, announcement.facts);
      return message ? [{ announcement, message }] : [];
    });
    if (said.length === 0) return;
    const paths = said.flatMap(({ announcement }) => around(announcement.areaPath));
    const robots = await this.robots.speakingFor(tx, cityId, [...new Set(paths)]);
    const rows = said.flatMap(({ announcement, message }) =>
      robots
        .filter(
          ({ area_path, purposes }) =>
            purposes.includes(message.purpose) && around(announcement.areaPath).includes(area_path),
        )
        .map(({ id }): NewDelivery => ({
          city_id: cityId,
          id: nextId(),
          channel: 'wecom',
          recipient_id: id,
          event_id: announcement.eventId,
          template: `robot.${message.purpose}`,
          relation: 'group',
          text: message.text,
          facts: { ...announcement.facts, at: announcement.at.toISOString(), mention: message.mention },
          urgent: message.purpose === 'alarm',
          area_path: announcement.areaPath,
          order_id: announcement.orderId,
          next_at: this.clock.now(),
          created_at: this.clock.now(),
        })),
    );
    await this.deliveries.add(tx, rows);
    if (rows.length > 0) this.waker.wake();
  }
}

const around = (path: string): string[] => [...ancestorsOf(path), path];
