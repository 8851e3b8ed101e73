import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { WechatContentClient } from '../platform/wechat/wechat-content.client.js';
import { WechatFailure } from '../platform/wechat/wechat-failure.js';
import { ModerationRepository, type WaitingStep } from './moderation.repository.js';
import { withoutCheck } from './moderation-rules.js';
import { PublicPhotosService } from './public-photos.service.js';
import type { StepRow } from './publications.repository.js';

type Judgement = Pick<StepRow, 'moderation' | 'verdict' | 'label'>;

const BATCH = 20;
const LONGEST_PAUSE_SECONDS = 600;
/** The writer was away for more than two hours, or left this mini-program: WeChat will never answer for these words. */
const NO_WRITER: readonly (number | null)[] = [61010, 40003];

/** Asks WeChat about every public word. An outage delays publication and loses nothing. */
@Injectable()
export class ModerationService {
  private readonly log = new Logger(ModerationService.name);

  constructor(
    private readonly database: Database,
    private readonly repository: ModerationRepository,
    private readonly content: WechatContentClient,
    private readonly photos: PublicPhotosService,
  ) {}

  /** Checks everything due. Any number of workers may; answers with how many steps were decided. */
  async sweep(): Promise<number> {
    let decided = 0;
    for (;;) {
      const batch = await this.repository.lease(BATCH);
      const outcomes = await Promise.all(batch.map((step) => this.check(step)));
      decided += outcomes.filter(Boolean).length;
      // While WeChat does not answer the rest waits for the next sweep instead of failing one by one.
      if (batch.length < BATCH || outcomes.includes(false)) return decided;
    }
  }

  /** False when WeChat gave no answer and the step waits. */
  private async check(step: WaitingStep): Promise<boolean> {
    try {
      await this.settle(step, await this.judge(step));
      return true;
    } catch (error) {
      const seconds = Math.min(5 * 2 ** (step.attempts - 1), LONGEST_PAUSE_SECONDS);
      this.log.warn({ step: step.id, attempts: step.attempts, seconds, error: String(error) }, 'check postponed');
      await this.repository.postpone(step, seconds);
      return false;
    }
  }

  private async judge(step: WaitingStep): Promise<Judgement> {
    const { open_id: openId, title, words } = step;
    const isOpening = step.id === step.order_id;
    const writer = { hasOpenId: openId !== null, invented: step.invented, isResident: step.is_resident };
    if (openId === null) return withoutCheck(writer, isOpening);
    try {
      const text = [title, words].filter(Boolean).join('\n');
      const { suggest, label } = await this.content.checkText(openId, text, isOpening ? 'forum' : 'comment');
      return { moderation: suggest === 'pass' ? 'passed' : 'refused', verdict: suggest, label };
    } catch (error) {
      if (error instanceof WechatFailure && NO_WRITER.includes(error.errcode)) return withoutCheck(writer, isOpening);
      throw error;
    }
  }

  private settle(step: WaitingStep, judgement: Judgement): Promise<void> {
    return this.database.transaction(async (tx) => {
      const isSettled = await this.repository.settle(tx, step, judgement);
      if (isSettled && step.id === step.order_id) await this.photos.settle(tx, step.city_id, [step.order_id]);
    });
  }
}
