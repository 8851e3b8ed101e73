import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { StandInWechat } from './stand-in/stand-in-wechat.js';
import { failureOf, noAnswer } from './wechat-failure.js';

const TIMEOUT_MS = 3_000;
const BUSY_PAUSE_MS = 200;
const BUSY = -1;

export interface WechatRequest {
  /** E.g. `/sns/jscode2session`. */
  readonly path: string;
  /** Never logged: it holds secrets and tokens. */
  readonly query?: Readonly<Record<string, string>>;
  /** With a body it is a POST. */
  readonly body?: object;
  /** WeCom 企业微信 has an address of its own. */
  readonly wecom?: boolean;
}

interface Answer {
  readonly errcode?: number;
  readonly errmsg?: string;
}

/** One request to WeChat's server, or to its stand-in in demo mode. */
@Injectable()
export class WechatHttp {
  private readonly log = new Logger(WechatHttp.name);
  private readonly baseUrl: string;
  private readonly wecomBaseUrl: string;

  constructor(@Inject(CONFIG) config: Config, @Inject(StandInWechat) standIn: StandInWechat | null) {
    this.baseUrl = standIn?.baseUrl ?? config.wechat.baseUrl;
    this.wecomBaseUrl = config.wechat.wecomBaseUrl || this.baseUrl;
  }

  /**
   * WeChat answers 200 with an `errcode` for everything. Its "busy" (-1) is tried once more.
   * @throws WechatFailure
   */
  async send<T extends object>(request: WechatRequest): Promise<T> {
    let answer = await this.attempt(request);
    if (answer.errcode === BUSY) {
      await pause(BUSY_PAUSE_MS);
      answer = await this.attempt(request);
    }
    if (!answer.errcode) return answer as T;
    const failure = failureOf(answer.errcode, answer.errmsg);
    this.log.warn(
      { path: request.path, errcode: answer.errcode, errmsg: answer.errmsg, code: failure.code },
      'wechat refused',
    );
    throw failure;
  }

  private async attempt({ path, query = {}, body, wecom }: WechatRequest): Promise<Answer> {
    const url = `${wecom ? this.wecomBaseUrl : this.baseUrl}${path}?${new URLSearchParams(query).toString()}`;
    const post = body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    let isUnclear = true;
    try {
      const response = await fetch(url, { ...post, signal: AbortSignal.timeout(TIMEOUT_MS) });
      isUnclear = response.ok;
      const answer: unknown = await response.json();
      if (response.ok && typeof answer === 'object' && answer !== null) return answer;
      this.log.warn({ path, status: response.status }, 'wechat answered nonsense');
    } catch (error) {
      isUnclear &&= !neverLeft(error);
      // The error's name only: its message may hold the address with the secret in it.
      this.log.warn({ path, error: error instanceof Error ? error.name : 'unknown' }, 'wechat did not answer');
    }
    throw noAnswer(isUnclear);
  }
}

const NO_CONNECTION = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/** There was no connection to send anything over. */
export function neverLeft(error: unknown): boolean {
  const cause = (error as { cause?: { code?: unknown } } | null)?.cause?.code;
  return typeof cause === 'string' && NO_CONNECTION.has(cause);
}
