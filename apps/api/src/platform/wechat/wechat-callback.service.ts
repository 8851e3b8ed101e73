import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { parseJsonBody } from '../http/json-body.js';
import { notFound, Problem } from '../http/problem.js';
import type { WechatCallbackQuery } from './wechat-callback.dto.js';
import { isSigned, unseal } from './wechat-envelope.js';
import { type WechatEvent, WechatEvents } from './wechat-events.js';
import { readXml } from './wechat-xml.js';

/** In plain text the signature does not cover the message: an address somebody saw is worth little ten minutes later. */
const FRESH_SECONDS = 600;

const forged = (): Problem => new Problem(403, 'wechat.signature_wrong', '签名不对，请检查消息推送的 Token');
const unreadable = (): Problem => new Problem(400, 'request.malformed', '请求的格式不对，请检查后再试');

/** WeChat's calls to us (消息推送): believed when signed with the configured token, in plain text or in safe mode. */
@Injectable()
export class WechatCallback {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly events: WechatEvents,
  ) {}

  /** How WeChat finds out that the address is ours: it gets its own words back. */
  prove(query: WechatCallbackQuery): string {
    this.check(query);
    return query.echostr ?? '';
  }

  /** @throws Problem 403 for a wrong signature, 404 for an event that is not known yet (WeChat tries again) */
  async take(query: WechatCallbackQuery, body: unknown): Promise<string> {
    const token = this.check(query);
    const outer = messageOf(body);
    const sealed = outer['Encrypt'];
    const { callbackAesKey: key, appId } = this.config.wechat;
    if (key === null) return this.tell(outer);
    // With a key configured nothing comes in plain text: a forger would.
    if (typeof sealed !== 'string') throw forged();
    if (!isSigned(query.msg_signature ?? '', token, query.timestamp, query.nonce, sealed)) throw forged();
    const inner = unseal(sealed, appId, key);
    if (inner === null) throw forged();
    return this.tell(messageOf(inner));
  }

  private async tell(event: WechatEvent): Promise<string> {
    if (!(await this.events.tell(event))) throw notFound('wechat.event_unknown', '没有找到对应的记录');
    return 'success';
  }

  private check({ signature, timestamp, nonce }: WechatCallbackQuery): string {
    const token = this.config.wechat.callbackToken;
    if (token === null) throw notFound();
    const age = Math.abs(this.clock.now().getTime() / 1000 - Number(timestamp));
    if (!(age <= FRESH_SECONDS) || !isSigned(signature, token, timestamp, nonce)) throw forged();
    return token;
  }
}

/** JSON or XML, whichever the account is set to. */
function messageOf(body: unknown): WechatEvent {
  const read = typeof body !== 'string' ? body : body.trimStart().startsWith('<') ? readXml(body) : parseJsonBody(body);
  if (typeof read !== 'object' || read === null || Array.isArray(read)) throw unreadable();
  return read as WechatEvent;
}
