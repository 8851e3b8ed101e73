import { Injectable } from '@nestjs/common';
import { WechatHttp } from './wechat-http.js';

/** WeCom 企业微信 group robots: a webhook per group, whose key is the whole permission. */
@Injectable()
export class WecomRobotClient {
  constructor(private readonly http: WechatHttp) {}

  /**
   * @param markdown at most 4096 bytes; `<@userid>` calls somebody
   * @throws WechatFailure 45009 above 20 a minute, 93000 for a key that is none
   */
  async send(key: string, markdown: string): Promise<void> {
    await this.http.send({
      wecom: true,
      path: '/cgi-bin/webhook/send',
      query: { key },
      body: { msgtype: 'markdown', markdown: { content: markdown } },
    });
  }
}
