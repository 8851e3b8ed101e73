import { createHmac, randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { PersonalData } from '../platform/crypto/personal-data.js';
import { Database } from '../platform/database/database.js';
import { neverLeft } from '../platform/wechat/wechat-http.js';
import { type DeliveryChannel, type SendResult, withNote } from './delivery-channel.js';
import type { DeliveryRow } from './delivery.js';

const TIMEOUT_MS = 5_000;
const MAY_PASS: readonly number[] = [408, 425, 429];

interface Receiver {
  readonly phone_sealed: string | null;
  readonly is_read: boolean;
}

/**
 * Text messages by a hook of the operator's choice: one POST of `{id, phone, text}`, signed with
 * `X-Linshao-Signature: hex(HMAC-SHA256(SMS_HOOK_SECRET, timestamp + "." + nonce + "." + body))`. The id comes again with
 * every try of the same message; the hook must drop what it has sent.
 */
@Injectable()
export class SmsChannel implements DeliveryChannel {
  readonly name = 'sms';
  readonly limits = { perMinute: null, dropsTwins: true };
  private readonly log = new Logger(SmsChannel.name);

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly personalData: PersonalData,
  ) {}

  async send(delivery: DeliveryRow): Promise<SendResult> {
    const hook = this.config.smsHook;
    if (!hook) return { result: 'void', reason: '没有配置短信通道' };
    const receiver = await this.receiver(delivery);
    if (!receiver?.phone_sealed) return { result: 'void', reason: '没有手机号' };
    if (receiver.is_read) return { result: 'void', reason: '已在应用内读过' };
    const phone = this.personalData.open(receiver.phone_sealed, 'persons.phone_sealed');
    const body = JSON.stringify({ id: delivery.id, phone, text: withNote(delivery) });
    const [timestamp, nonce] = [String(Math.floor(this.clock.now().getTime() / 1000)), randomUUID()];
    const headers = {
      'content-type': 'application/json',
      'x-linshao-timestamp': timestamp,
      'x-linshao-nonce': nonce,
      'x-linshao-signature': createHmac('sha256', hook.secret).update(`${timestamp}.${nonce}.${body}`).digest('hex'),
    };
    try {
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const { ok, status } = await fetch(hook.url, { method: 'POST', headers, body, signal, redirect: 'error' });
      if (ok) return { result: 'sent' };
      const passes = status >= 500 || MAY_PASS.includes(status);
      return { result: passes ? 'retry' : 'dead', reason: `短信通道回应 ${status}` };
    } catch (error) {
      // Its name only: the message may hold the hook's address.
      this.log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'the SMS hook did not answer');
      return { result: 'retry', reason: neverLeft(error) ? '短信通道连不上' : '短信通道没有回应' };
    }
  }

  private receiver({ city_id, recipient_id, event_id }: DeliveryRow): Promise<Receiver | null> {
    return this.database.first<Receiver>(
      `SELECT p.phone_sealed, coalesce(n.read_at IS NOT NULL, false) AS is_read FROM persons p
         LEFT JOIN notifications n ON n.city_id = p.city_id AND n.person_id = p.id AND n.event_id = $3
        WHERE p.city_id = $1 AND p.id = $2 AND p.erased_at IS NULL`,
      [city_id, recipient_id, event_id],
    );
  }
}
