import { Injectable } from '@nestjs/common';
import { WechatApi } from './wechat-api.js';

export interface SubscriptionMessage {
  readonly openId: string;
  /** The template's id in the account. */
  readonly templateId: string;
  /** What the mini-program opens, without a leading slash. */
  readonly page: string;
  readonly data: Readonly<Record<string, { readonly value: string }>>;
}

/** Subscription messages 订阅消息: each uses up one consent of its receiver, which only they can give. */
@Injectable()
export class WechatMessagesClient {
  constructor(private readonly api: WechatApi) {}

  /** @throws WechatFailure 43101 without consent, 47003 for wrong data, 40003 for an unknown receiver */
  async send({ openId, templateId, page, data }: SubscriptionMessage): Promise<void> {
    await this.api.post('/cgi-bin/message/subscribe/send', {
      touser: openId,
      template_id: templateId,
      page,
      data,
      lang: 'zh_CN',
    });
  }
}
