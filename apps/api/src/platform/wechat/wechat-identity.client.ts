import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { WechatApi } from './wechat-api.js';
import { WechatHttp } from './wechat-http.js';

/** Who somebody is to WeChat. */
@Injectable()
export class WechatIdentityClient {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly http: WechatHttp,
    private readonly api: WechatApi,
  ) {}

  /**
   * The openid behind a code of `wx.login` (code2Session). The session_key that comes with it is dropped here: nothing
   * of ours needs it, so it can neither be stored nor logged.
   * @throws WechatFailure
   */
  async openIdOf(code: string): Promise<string> {
    const { appId: appid, secret } = this.config.wechat;
    const { openid } = await this.http.send<{ openid: string }>({
      path: '/sns/jscode2session',
      query: { appid, secret, js_code: code, grant_type: 'authorization_code' },
    });
    return openid;
  }

  /**
   * The phone number behind a code of the phone button, without its country code.
   * @throws WechatFailure
   */
  async phoneOf(code: string): Promise<{ number: string; countryCode: string }> {
    const { phone_info: info } = await this.api.post<{ phone_info: { purePhoneNumber: string; countryCode: string } }>(
      '/wxa/business/getuserphonenumber',
      { code },
    );
    return { number: info.purePhoneNumber, countryCode: info.countryCode };
  }
}
