import { randomUUID } from 'node:crypto';
import { signatureOf, seal } from '../wechat-envelope.js';

export type StandInAnswer = Readonly<Record<string, unknown>>;

type Body = Readonly<Record<string, unknown>>;

/** A message as it arrived at its receiver. */
export interface ReceivedMessage {
  /** An openid, or a robot's key. */
  readonly to: string;
  readonly body: Body;
  readonly at: number;
}

const MINUTE_MS = 60_000;
const ROBOT_PER_MINUTE = 20;
const KEYWORD_LIMITS: readonly (readonly [prefix: string, fits: RegExp])[] = [
  ['thing', /^.{1,20}$/u],
  ['character_string', /^[\x21-\x7e]{1,32}$/],
  ['time', /^\d{4}-\d\d-\d\d \d\d:\d\d$/],
];
const ok = { errcode: 0, errmsg: 'ok' };
const error = (errcode: number, errmsg: string): StandInAnswer => ({ errcode, errmsg });

/** The stand-in's side of messages: subscription messages, group robots, and pictures that are judged by calling back. */
export class StandInMessages {
  readonly received: ReceivedMessage[] = [];
  /** Where verdicts are sent; null: to the host of the picture's own address. */
  callbackUrl: string | null = null;
  callbackAsXml = false;
  /** What it thinks of the picture at an address; null: it never answers. */
  judge: (address: string) => 'pass' | 'review' | 'risky' | null = () => 'pass';
  private readonly consents = new Map<string, number>();
  private readonly callbacks = new Set<Promise<number>>();

  constructor(
    private readonly appId: string,
    private readonly callbackToken: string,
    private readonly callbackAesKey: Buffer | null,
    private readonly now: () => number,
  ) {}

  /** From now on this receiver of this template has so many consents left; without it they are not counted. */
  allow(openId: string, templateId: string, count: number): void {
    this.consents.set(`${openId} ${templateId}`, count);
  }

  send({ touser, template_id: templateId, data }: Body): StandInAnswer {
    if (typeof touser !== 'string' || !/^o[\w-]{27}$/.test(touser)) return error(40003, 'invalid openid');
    if (typeof templateId !== 'string' || templateId === '') return error(40037, 'invalid template_id');
    const wrong = Object.entries((data ?? {}) as Record<string, { value?: unknown }>).find(
      ([keyword, { value }]) =>
        !KEYWORD_LIMITS.some(([prefix, fits]) => keyword.startsWith(prefix) && fits.test(String(value))),
    );
    if (wrong || !data) return error(47003, `argument invalid! data.${wrong?.[0] ?? ''}.value is invalid`);
    const left = this.consents.get(`${touser} ${templateId}`);
    if (left === 0) return error(43101, 'user refuse to accept the msg');
    if (left !== undefined) this.consents.set(`${touser} ${templateId}`, left - 1);
    this.received.push({ to: touser, body: { template_id: templateId, data }, at: this.now() });
    return { ...ok, msgid: this.received.length };
  }

  speak(key: string | null, body: Body): StandInAnswer {
    if (!key || !/^[0-9a-f-]{36}$/.test(key)) return error(93000, 'invalid webhook url');
    const lately = this.received.filter(({ to, at }) => to === key && this.now() - at < MINUTE_MS);
    if (lately.length >= ROBOT_PER_MINUTE) return error(45009, 'api freq out of limit');
    const { content } = (body['markdown'] ?? {}) as { content?: unknown };
    if (typeof content !== 'string' || content === '' || Buffer.byteLength(content) > 4_096)
      return error(40058, 'invalid Request Parameter');
    this.received.push({ to: key, body, at: this.now() });
    return ok;
  }

  checkMedia({ openid, media_url: address, media_type: type, version, scene }: Body): StandInAnswer {
    if (typeof address !== 'string' || !URL.canParse(address)) return error(40006, 'invalid media url');
    if (version !== 2 || type !== 2 || ![1, 2, 3, 4].includes(Number(scene))) return error(40097, 'invalid args');
    if (typeof openid !== 'string' || !/^o[\w-]{27}$/.test(openid)) return error(40003, 'invalid openid');
    const traceId = randomUUID();
    const suggest = this.judge(address);
    if (suggest !== null) this.callBack(address, traceId, suggest);
    return { ...ok, trace_id: traceId };
  }

  /** Statuses of the answers to every verdict sent so far. */
  async calledBack(): Promise<number[]> {
    return Promise.all(this.callbacks);
  }

  private callBack(address: string, traceId: string, suggest: string): void {
    const event = {
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: this.appId,
      trace_id: traceId,
      version: 2,
      detail: { suggest: 'pass', label: 100 },
      result: { suggest, label: suggest === 'pass' ? 100 : 20_002 },
    };
    const target = this.callbackUrl ?? `${new URL(address).origin}/api/wechat/callback`;
    this.callbacks.add(this.push(target, this.callbackAsXml ? `<xml>${xmlOf(event)}</xml>` : JSON.stringify(event)));
  }

  /** As WeChat does: three tries, a little apart. */
  private async push(target: string, message: string): Promise<number> {
    const [timestamp, nonce] = [String(Math.floor(this.now() / 1000)), randomUUID().slice(0, 8)];
    const sealed = this.callbackAesKey && seal(message, this.appId, this.callbackAesKey);
    const query = new URLSearchParams({
      signature: signatureOf(this.callbackToken, timestamp, nonce),
      timestamp,
      nonce,
      ...(sealed && {
        encrypt_type: 'aes',
        msg_signature: signatureOf(this.callbackToken, timestamp, nonce, sealed),
      }),
    });
    const inXml = this.callbackAsXml;
    const body = sealed
      ? inXml
        ? `<xml>${xmlOf({ Encrypt: sealed })}</xml>`
        : JSON.stringify({ Encrypt: sealed })
      : message;
    let status = 0;
    for (const wait of [50, 200, 1_000]) {
      await new Promise((done) => setTimeout(done, wait).unref());
      status = await fetch(`${target}?${query.toString()}`, {
        method: 'POST',
        headers: { 'content-type': inXml ? 'text/xml' : 'application/json' },
        body,
      }).then(
        (response) => response.status,
        () => 0,
      );
      if (status === 200) break;
    }
    return status;
  }
}

function xmlOf(value: Readonly<Record<string, unknown>>): string {
  return Object.entries(value)
    .map(([tag, inner]) =>
      typeof inner === 'object' && inner !== null
        ? `<${tag}>${xmlOf(inner as Record<string, unknown>)}</${tag}>`
        : `<${tag}><![CDATA[${String(inner)}]]></${tag}>`,
    )
    .join('');
}
