import { Injectable } from '@nestjs/common';
import { WechatFailure } from './wechat-failure.js';
import { WechatHttp } from './wechat-http.js';
import { WechatTokens } from './wechat-tokens.js';

const TOKEN_REFUSED: readonly (number | null)[] = [40001, 40014, 42001];

/** Calls that carry the access token. A new call of WeChat's is one small client on top of this. */
@Injectable()
export class WechatApi {
  constructor(
    private readonly http: WechatHttp,
    private readonly tokens: WechatTokens,
  ) {}

  /**
   * POSTs with the current token; a token WeChat no longer takes is replaced once.
   * @throws WechatFailure
   */
  async post<T extends object>(path: string, body: object): Promise<T> {
    const token = await this.tokens.current();
    try {
      return await this.http.send<T>({ path, query: { access_token: token }, body });
    } catch (error) {
      if (!(error instanceof WechatFailure) || !TOKEN_REFUSED.includes(error.errcode)) throw error;
      const next = await this.tokens.current(token);
      return this.http.send<T>({ path, query: { access_token: next }, body });
    }
  }
}
