import { ApiProperty } from '@nestjs/swagger';
import { WECHAT_TEMPLATES, type WechatTemplate } from '@linshao/domain';
import { Id, NestedList, OneOf } from '../platform/http/fields.js';

const ANSWERS = ['accept', 'reject', 'ban', 'filter'] as const;

export class SubscriptionAnswer {
  @OneOf(WECHAT_TEMPLATES) template: WechatTemplate;
  /** What wx.requestSubscribeMessage said of it. */
  @OneOf(ANSWERS) answer: (typeof ANSWERS)[number];
}

export class RecordSubscriptions {
  /** The client's own id of this tap (UUID): told again it counts once. */
  @Id() id: string;
  @NestedList(() => SubscriptionAnswer, { min: 1, max: 3 }) answers: SubscriptionAnswer[];
}

export class SubscriptionView {
  @ApiProperty({ enum: WECHAT_TEMPLATES }) template: WechatTemplate;
  /** To give to wx.requestSubscribeMessage. */
  templateId: string;
  /** How many messages the person has agreed to and not got yet. */
  left: number;
}

export class SubscriptionsView {
  items: SubscriptionView[];
}
