import { ApiProperty } from '@nestjs/swagger';
import { NOTIFICATION_GROUPS, type NotificationGroup } from '@linshao/domain';
import { FlagQuery, Moment } from '../platform/http/fields.js';
import { PageQueryDto } from '../platform/http/page-query.dto.js';

export class InboxQuery extends PageQueryDto {
  /** Unread messages before the others. */
  @FlagQuery() unreadFirst?: boolean;
}

export class MessageSubject {
  /** order, supervision_order, objection, matter, duty, duty_swap, residency. */
  type: string;
  id: string;
}

export class InboxMessage {
  id: string;
  /** mine, followed, work, desk: what the message is to its receiver. */
  @ApiProperty({ enum: NOTIFICATION_GROUPS }) group: NotificationGroup;
  /** Which message, e.g. mine.accepted; for icons. */
  template: string;
  text: string;
  /** The order it is about, if any. */
  @ApiProperty({ type: String, nullable: true }) orderId: string | null;
  /** What to open. */
  subject: MessageSubject;
  createdAt: Date;
  @ApiProperty({ type: Date, nullable: true }) readAt: Date | null;
}

export class InboxPage {
  items: InboxMessage[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class Unread {
  count: number;
  /** Until when nothing should ring, by the person's own quiet hours; null: it may. */
  @ApiProperty({ type: Date, nullable: true }) quietUntil: Date | null;
}

export class ReadAll {
  /** What was told up to this moment counts as read; what came while the person was reading does not. */
  @Moment() before: Date;
}
