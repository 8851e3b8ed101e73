import { Text } from '../http/fields.js';

/** What WeChat puts into the address of every call back. */
export class WechatCallbackQuery {
  @Text({ max: 64 }) signature: string;
  @Text({ max: 20 }) timestamp: string;
  @Text({ max: 64 }) nonce: string;
  @Text({ max: 200, optional: true }) echostr?: string;
  /** `aes` in safe mode. */
  @Text({ max: 20, optional: true }) encrypt_type?: string;
  /** In safe mode over the sealed message too. */
  @Text({ max: 64, optional: true }) msg_signature?: string;
  @Text({ max: 64, optional: true }) openid?: string;
}
