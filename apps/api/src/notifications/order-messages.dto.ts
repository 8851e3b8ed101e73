import { ApiProperty } from '@nestjs/swagger';
import { MESSAGE_RELATION_NAMES, type MessageRelation } from '@linshao/domain';
import { DELIVERY_STATES, type DeliveryState } from './delivery.entity.js';

const CHANNELS = ['inbox', 'wechat', 'sms', 'wecom'] as const;
const RELATIONS = Object.keys(MESSAGE_RELATION_NAMES) as MessageRelation[];

/** One message about an order: what, as what somebody was told, which way and how far it came. Never to whom by name. */
export class OrderMessage {
  id: string;
  /** The step or other news it tells of; messages with the same one were told together. */
  eventId: string;
  /** Which message, e.g. desk.replyMissed. */
  template: string;
  text: string;
  /** Null where it was not kept. */
  @ApiProperty({ enum: RELATIONS, nullable: true }) relation: MessageRelation | null;
  /** The same in Chinese: 值班员, 诉求人. */
  @ApiProperty({ type: String, nullable: true }) relationName: string | null;
  @ApiProperty({ enum: CHANNELS }) channel: (typeof CHANNELS)[number];
  /** What is in the inbox is sent. */
  @ApiProperty({ enum: DELIVERY_STATES }) state: DeliveryState;
  /** When it was told. */
  at: Date;
  @ApiProperty({ type: Date, nullable: true }) sentAt: Date | null;
}

export class OrderMessagePage {
  items: OrderMessage[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
