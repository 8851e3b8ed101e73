import { Problem, type ProblemOptions } from '../http/problem.js';

/** WeChat said no, or nothing at all. As a Problem it may simply be thrown on; `errcode` is there for callers that know better. */
export class WechatFailure extends Problem {
  constructor(
    /** WeChat's own number; null when there was no usable answer. */
    readonly errcode: number | null,
    status: number,
    code: string,
    title: string,
    options: ProblemOptions = {},
    /** WeChat's own words, for operators. */
    readonly errmsg = '',
    /** The request left us and no answer came: it may have been done. */
    readonly isUnclear = false,
  ) {
    super(status, code, title, options);
  }
}

type Meaning = readonly [status: number, code: string, title: string, retryAfterSeconds?: number];

const CODE_INVALID: Meaning = [400, 'wechat.code_invalid', '微信凭证已失效，请重新登录'];
const TOO_OFTEN: Meaning = [429, 'wechat.too_often', '操作太频繁了，请一分钟后再试', 60];
const UNAVAILABLE: Meaning = [503, 'wechat.unavailable', '微信暂时没有回应，请稍后再试', 5];

/** The numbers a person can do something about; every other one is ours to repair. */
const MEANINGS: Readonly<Record<number, Meaning>> = {
  [-1]: UNAVAILABLE,
  40029: CODE_INVALID,
  40163: CODE_INVALID,
  40226: [403, 'wechat.risky_user', '微信提示这个账号有风险，暂时不能登录，请联系社区'],
  45009: TOO_OFTEN,
  45011: TOO_OFTEN,
  61010: [409, 'wechat.user_away', '您离开小程序太久了，请重新进入后再试'],
};

export function failureOf(errcode: number, errmsg = ''): WechatFailure {
  const [status, code, title, retryAfterSeconds] = MEANINGS[errcode] ?? [
    502,
    'wechat.failed',
    '微信接口出错了，请稍后再试',
  ];
  return new WechatFailure(errcode, status, code, title, { ...(retryAfterSeconds && { retryAfterSeconds }) }, errmsg);
}

export function noAnswer(isUnclear: boolean): WechatFailure {
  const [status, code, title, retryAfterSeconds = 5] = UNAVAILABLE;
  return new WechatFailure(null, status, code, title, { retryAfterSeconds }, '', isUnclear);
}
