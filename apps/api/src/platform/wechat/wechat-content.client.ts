import { Injectable } from '@nestjs/common';
import { WechatApi } from './wechat-api.js';

/** Where the words will be seen, in WeChat's numbering. */
const TEXT_SCENES = { profile: 1, comment: 2, forum: 3, social: 4 } as const;

export interface TextCheck {
  /** `pass`: nothing found; `review`: a person decides; `risky`: not to be shown. */
  readonly suggest: 'pass' | 'review' | 'risky';
  /** WeChat's category: 100 normal, 20001 politics, 20002 pornography, 20006 crime, 20008 fraud … */
  readonly label: number;
}

const PICTURE = 2;
const LONGEST = 2_500;
const SEVERITY: readonly TextCheck['suggest'][] = ['pass', 'review', 'risky'];

/** Content security (内容安全): everything residents write is checked before anybody else reads it. */
@Injectable()
export class WechatContentClient {
  constructor(private readonly api: WechatApi) {}

  /**
   * msgSecCheck v2. A text longer than WeChat takes is checked in parts; the worst part counts.
   * @param openId the writer's; WeChat demands that they used the mini-program in the last two hours (else errcode 61010)
   * @throws WechatFailure
   */
  async checkText(openId: string, text: string, scene: keyof typeof TEXT_SCENES): Promise<TextCheck> {
    const letters = Array.from(text);
    let worst: TextCheck = { suggest: 'pass', label: 100 };
    for (let from = 0; from < letters.length; from += LONGEST) {
      const { result } = await this.api.post<{ result: TextCheck }>('/wxa/msg_sec_check', {
        version: 2,
        openid: openId,
        scene: TEXT_SCENES[scene],
        content: letters.slice(from, from + LONGEST).join(''),
      });
      if (SEVERITY.indexOf(result.suggest) > SEVERITY.indexOf(worst.suggest))
        worst = { suggest: result.suggest, label: result.label };
    }
    return worst;
  }

  /**
   * mediaCheckAsync v2 of a picture: the verdict comes within half an hour as the event `wxa_media_check`.
   * @param openId its sender's, as for words
   * @param address where WeChat fetches it
   * @returns the trace id by which the verdict will be known
   * @throws WechatFailure
   */
  async askAboutPicture(openId: string, address: string, scene: keyof typeof TEXT_SCENES): Promise<string> {
    const { trace_id: traceId } = await this.api.post<{ trace_id: string }>('/wxa/media_check_async', {
      version: 2,
      openid: openId,
      scene: TEXT_SCENES[scene],
      media_type: PICTURE,
      media_url: address,
    });
    return traceId;
  }
}
