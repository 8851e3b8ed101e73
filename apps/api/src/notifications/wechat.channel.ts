import { Inject, Injectable } from '@nestjs/common';
import { type TemplateId, wechatFields, wechatTemplateOf } from '@linshao/domain';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { WechatFailure } from '../platform/wechat/wechat-failure.js';
import { WechatMessagesClient } from '../platform/wechat/wechat-messages.client.js';
import { ConsentsRepository } from './consents.repository.js';
import { type DeliveryChannel, type SendResult, withNote } from './delivery-channel.js';
import type { DeliveryRow } from './delivery.js';
import { OpenIdsRepository } from './open-ids.repository.js';

const PAGE = 'pages/messages/index';

/** WeChat subscription messages 订阅消息: one consent, one message. */
@Injectable()
export class WechatChannel implements DeliveryChannel {
  readonly name = 'wechat';
  readonly limits = { perMinute: null, dropsTwins: false };

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly consents: ConsentsRepository,
    private readonly openIds: OpenIdsRepository,
    private readonly messages: WechatMessagesClient,
  ) {}

  async send(delivery: DeliveryRow): Promise<SendResult> {
    const template = wechatTemplateOf(delivery.template as TemplateId);
    const templateId = this.config.wechat.templates[template];
    if (!templateId) return { result: 'void', reason: '没有配置订阅消息模板' };
    const openId = await this.openIds.of(delivery);
    if (!openId) return { result: 'void', reason: '没有可用的微信登录' };
    if (!(await this.consents.spend(delivery, template))) return { result: 'void', reason: '没有可用的订阅授权' };
    const { facts, order_id: orderId } = delivery;
    const tip = facts.digestOf || facts.again ? withNote(delivery) : undefined;
    const data = wechatFields(delivery.template as TemplateId, { ...facts, at: new Date(facts.at) }, tip);
    try {
      await this.messages.send({ openId, templateId, page: orderId ? `${PAGE}?orderId=${orderId}` : PAGE, data });
      return { result: 'sent' };
    } catch (error) {
      if (!(error instanceof WechatFailure)) throw error;
      return this.refused(error, delivery, template, openId);
    }
  }

  private async refused(
    { errcode, errmsg, isUnclear }: WechatFailure,
    delivery: DeliveryRow,
    template: string,
    openId: string,
  ): Promise<SendResult> {
    switch (errcode) {
      case 43101:
        // They took it back in WeChat's own settings: whatever consents we counted are worth nothing.
        await this.consents.voidAll(delivery, template);
        return { result: 'void', reason: '本人已取消订阅授权（43101）' };
      case 40003:
        await this.openIds.void(delivery.city_id, openId);
        await this.consents.release(delivery);
        return { result: 'void', reason: '微信已不认这个用户，须重新登录（40003）' };
      case 47003:
        await this.consents.release(delivery);
        return { result: 'dead', reason: `订阅消息模板的字段不对，请检查模板配置（47003）：${errmsg}` };
      case 40037:
      case 41030:
        await this.consents.release(delivery);
        return { result: 'dead', reason: `订阅消息的模板编号或页面不对，请检查配置（${errcode}）：${errmsg}` };
      default:
        // The consent stays with this delivery for its next try.
        return isUnclear
          ? { result: 'unclear', reason: '微信没有回应' }
          : { result: 'retry', reason: `微信暂时不可用（${errcode ?? '无应答'}）` };
    }
  }
}
