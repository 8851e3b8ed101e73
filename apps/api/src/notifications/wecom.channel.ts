import { Injectable } from '@nestjs/common';
import { WechatFailure } from '../platform/wechat/wechat-failure.js';
import { WecomRobotClient } from '../platform/wechat/wecom-robot.client.js';
import { type DeliveryChannel, type SendResult, withNote } from './delivery-channel.js';
import type { DeliveryRow } from './delivery.js';
import type { Mention } from './robot.entity.js';
import { RobotKeys } from './robot-keys.js';
import { RobotsRepository } from './robots.repository.js';

const TOO_OFTEN = 45009;
const A_MINUTE = 60;

/** WeCom group robots 企业微信群机器人. */
@Injectable()
export class WecomChannel implements DeliveryChannel {
  readonly name = 'wecom';
  /** WeCom's own: 20 messages a minute and robot. */
  readonly limits = { perMinute: 20, dropsTwins: false };

  constructor(
    private readonly robots: RobotsRepository,
    private readonly keys: RobotKeys,
    private readonly client: WecomRobotClient,
  ) {}

  async send(delivery: DeliveryRow): Promise<SendResult> {
    const robot = await this.robots.find(delivery.city_id, delivery.recipient_id);
    if (!robot) return { result: 'void', reason: '机器人已删除' };
    try {
      await this.client.send(this.keys.open(robot.key_sealed), markdown(delivery, robot.mentions));
      return { result: 'sent' };
    } catch (error) {
      if (!(error instanceof WechatFailure)) throw error;
      const { errcode, errmsg, isUnclear } = error;
      if (errcode === TOO_OFTEN)
        return { result: 'retry', reason: '群机器人发送过快（45009）', afterSeconds: A_MINUTE, countless: true };
      if (errcode !== null && errcode > 0)
        return { result: 'dead', reason: `群机器人拒绝了消息，请检查密钥（${errcode}）：${errmsg}` };
      return isUnclear
        ? { result: 'unclear', reason: '企业微信没有回应' }
        : { result: 'retry', reason: '企业微信暂时不可用' };
    }
  }
}

function markdown(delivery: DeliveryRow, mentions: readonly Mention[]): string {
  const wanted = delivery.facts.mention ?? [];
  const called = mentions.filter(({ role }) => wanted.includes(role)).map(({ userId }) => `<@${userId}>`);
  // What a category or a post is called must not become a link or a picture in the group.
  return [withNote(delivery).replace(/[[\]<>`*_#!\\]/g, ' '), ...called].join(' ');
}
