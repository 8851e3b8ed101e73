import { ApiProperty } from '@nestjs/swagger';
import { PUSH_CHANNELS, type PushChannel } from '@linshao/domain';
import { OneOf } from '../platform/http/fields.js';
import { PageQueryDto } from '../platform/http/page-query.dto.js';
import { DELIVERY_STATES, type DeliveryState } from './delivery.entity.js';

export class DeliveryQuery extends PageQueryDto {
  /** dead: given up; unknown: perhaps sent, perhaps not. */
  @OneOf(DELIVERY_STATES, { optional: true }) state: DeliveryState = 'dead';
  @OneOf(PUSH_CHANNELS, { optional: true }) channel?: PushChannel;
}

/** A message on its way, without who it is for: that is not needed to repair a channel. */
export class DeliveryView {
  id: string;
  @ApiProperty({ enum: PUSH_CHANNELS }) channel: PushChannel;
  template: string;
  text: string;
  @ApiProperty({ enum: DELIVERY_STATES }) state: DeliveryState;
  attempts: number;
  /** What went wrong last, in words. */
  @ApiProperty({ type: String, nullable: true }) error: string | null;
  /** When it is tried next. */
  @ApiProperty({ type: Date, nullable: true }) nextAt: Date | null;
  @ApiProperty({ type: Date, nullable: true }) sentAt: Date | null;
  createdAt: Date;
}

export class DeliveryPage {
  items: DeliveryView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
