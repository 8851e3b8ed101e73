import { createHash } from 'node:crypto';
import { type StandInAnswer, StandInMessages } from './stand-in-messages.js';

export interface StandInRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>> | null;
}

/** How its calls back are signed and sealed. */
export interface StandInCallback {
  readonly token: string;
  readonly aesKey: Buffer | null;
}

const DAY_SECONDS = 86_400;
const TOKEN_SECONDS = 7_200;
const ACTIVE_MS = 2 * 3_600_000;
const TEXT_LIMIT = 2_500;
const TEXTS_PER_MINUTE = 4_000;
const FORCED_PER_DAY = 20;

/** Users whose sign-in always fails in the way their name says: `risky.1`. */
const TROUBLE: Readonly<Record<string, number>> = { bad: 40029, risky: 40226, busy: -1, often: 45011 };
const RISKY_WORDS = ['特3456书yuuo莞6543李zxcz蒜7782法fgnv级', '代开发票', '网上赌场'];
const DOUBTFUL_WORDS = ['加微信', '兼职日结'];

const error = (errcode: number, errmsg: string): StandInAnswer => ({ errcode, errmsg });
const sha = (text: string): string => createHash('sha256').update(text).digest('base64url');

/**
 * The rules of the stand-in WeChat server. A sign-in code is `<user>.<anything fresh>` and always means the same user;
 * a code without a dot, such as the developer tools give, means one and the same visitor. A phone code is
 * `<phone>.<anything fresh>`. A code works once.
 */
export class StandInRules {
  private readonly usedCodes = new Set<string>();
  private readonly seenAt = new Map<string, number>();
  private tokenNumber = 0;
  private forced = 0;
  private textMinute = { minute: 0, count: 0 };
  readonly messages: StandInMessages;

  constructor(
    private readonly appId: string,
    private readonly secret: string,
    { token, aesKey }: StandInCallback = { token: '', aesKey: null },
    private readonly now: () => number = Date.now,
  ) {
    this.messages = new StandInMessages(appId, token, aesKey, now);
  }

  /** Makes every access token given out so far worthless, as if another party had asked for a new one. */
  revokeTokens(): void {
    this.tokenNumber += 1;
  }

  answer(request: StandInRequest): StandInAnswer {
    switch (request.path) {
      case '/sns/jscode2session':
        return this.codeToSession(request);
      case '/cgi-bin/stable_token':
        return request.method === 'POST' ? this.token(request.body ?? {}) : error(43002, 'require POST method');
      case '/wxa/business/getuserphonenumber':
        return this.withToken(request, (body) => this.phone(body));
      case '/wxa/msg_sec_check':
        return this.withToken(request, (body) => this.checkText(body));
      case '/wxa/media_check_async':
        return this.withToken(request, (body) => this.messages.checkMedia(body));
      case '/cgi-bin/message/subscribe/send':
        return this.withToken(request, (body) => this.messages.send(body));
      case '/cgi-bin/webhook/send':
        return this.messages.speak(request.query.get('key'), request.body ?? {});
      default:
        return error(404, 'not found');
    }
  }

  private codeToSession({ method, query }: StandInRequest): StandInAnswer {
    if (method !== 'GET') return error(43001, 'require GET method');
    const refused = this.checkApp(query.get('appid'), query.get('secret'));
    if (refused) return refused;
    if (query.get('grant_type') !== 'authorization_code') return error(40002, 'invalid grant_type');
    const code = query.get('js_code') ?? '';
    const user = code.includes('.') ? code.slice(0, code.indexOf('.')) : 'visitor';
    const trouble = TROUBLE[user];
    if (trouble !== undefined) return error(trouble, user);
    if (!/^[\w.-]{1,128}$/.test(code)) return error(40029, 'invalid code');
    if (!this.useUp(code)) return error(40163, 'code been used');
    const openid = `o${sha(`${this.appId}/${user}`).slice(0, 27)}`;
    this.seenAt.set(openid, this.now());
    return { openid, session_key: Buffer.from(sha(code).slice(0, 16)).toString('base64') };
  }

  private token(body: Readonly<Record<string, unknown>>): StandInAnswer {
    const refused = this.checkApp(body['appid'], body['secret']);
    if (refused) return refused;
    if (body['grant_type'] !== 'client_credential') return error(40002, 'invalid grant_type');
    if (body['force_refresh'] === true) {
      if (this.forced >= FORCED_PER_DAY) return error(45009, 'reach max api daily quota limit');
      this.forced += 1;
      this.tokenNumber += 1;
    }
    return { access_token: this.tokenOf(this.tokenNumber), expires_in: TOKEN_SECONDS };
  }

  /** The same in every process of the demo, which share one token through PostgreSQL. */
  private tokenOf(number: number): string {
    return `standin_${sha(`${this.secret}/${number}/${Math.floor(this.now() / 1000 / DAY_SECONDS)}`)}`;
  }

  private withToken(
    request: StandInRequest,
    call: (body: Readonly<Record<string, unknown>>) => StandInAnswer,
  ): StandInAnswer {
    if (request.method !== 'POST') return error(43002, 'require POST method');
    const token = request.query.get('access_token');
    if (!token) return error(41001, 'access_token missing');
    if (token !== this.tokenOf(this.tokenNumber))
      return error(40001, 'invalid credential, access_token is invalid or not latest');
    return request.body ? call(request.body) : error(47001, 'data format error');
  }

  private phone({ code }: Readonly<Record<string, unknown>>): StandInAnswer {
    const [, phone] = /^(1\d{10})\.[\w.-]{1,64}$/.exec(typeof code === 'string' ? code : '') ?? [];
    if (!phone) return error(40029, 'invalid code');
    if (!this.useUp(`phone ${String(code)}`)) return error(40163, 'code been used');
    const watermark = { timestamp: Math.floor(this.now() / 1000), appid: this.appId };
    return {
      errcode: 0,
      errmsg: 'ok',
      phone_info: { phoneNumber: phone, purePhoneNumber: phone, countryCode: '86', watermark },
    };
  }

  private checkText(body: Readonly<Record<string, unknown>>): StandInAnswer {
    const minute = Math.floor(this.now() / 60_000);
    this.textMinute = { minute, count: this.textMinute.minute === minute ? this.textMinute.count + 1 : 1 };
    if (this.textMinute.count > TEXTS_PER_MINUTE)
      return error(45011, 'api minute-quota reach limit, must slower, retry next minute');
    const { openid, content, version, scene } = body;
    if (typeof content !== 'string' || content === '') return error(44004, 'empty content');
    if (Array.from(content).length > TEXT_LIMIT) return error(45002, 'content size out of limit');
    if (version !== 2 || ![1, 2, 3, 4].includes(Number(scene))) return error(40097, 'invalid args');
    if (typeof openid !== 'string' || !/^o[\w-]{27}$/.test(openid)) return error(40003, 'invalid openid');
    if ((this.seenAt.get(openid) ?? 0) < this.now() - ACTIVE_MS) return error(61010, 'code is expired');
    const [suggest, label] = RISKY_WORDS.some((word) => content.includes(word))
      ? ['risky', 20006]
      : DOUBTFUL_WORDS.some((word) => content.includes(word))
        ? ['review', 10001]
        : ['pass', 100];
    return { errcode: 0, errmsg: 'ok', result: { suggest, label }, detail: [], trace_id: sha(content).slice(0, 24) };
  }

  private checkApp(appId: unknown, secret: unknown): StandInAnswer | null {
    if (appId !== this.appId) return error(40013, 'invalid appid');
    return secret === this.secret ? null : error(40125, 'invalid appsecret');
  }

  private useUp(code: string): boolean {
    if (this.usedCodes.has(code)) return false;
    this.usedCodes.add(code);
    return true;
  }
}
