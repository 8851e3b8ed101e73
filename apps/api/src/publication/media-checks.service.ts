import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { FilesService } from '../files/files.service.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Database, type Sql } from '../platform/database/database.js';
import { WechatContentClient } from '../platform/wechat/wechat-content.client.js';
import { type WechatEvent, WechatEvents } from '../platform/wechat/wechat-events.js';
import { WechatFailure } from '../platform/wechat/wechat-failure.js';
import { MediaChecksRepository, type WaitingPhoto } from './media-checks.repository.js';

const BATCH = 20;
/** WeChat promises its verdict within half an hour. */
const PATIENCE_SECONDS = 40 * 60;
const LONGEST_PAUSE_SECONDS = 3_600;
/** As for words: the sender was away for too long, or left this mini-program. */
const NO_SENDER: readonly (number | null)[] = [61010, 40003];
const VERDICTS: readonly unknown[] = ['pass', 'review', 'risky'];

const pauseAfter = (attempts: number): number => Math.min(30 * 2 ** (attempts - 1), LONGEST_PAUSE_SECONDS);

/** Has WeChat look at every picture before it becomes public (mediaCheckAsync). An outage delays, and loses nothing. */
@Injectable()
export class MediaChecksService implements OnModuleInit {
  private readonly log = new Logger(MediaChecksService.name);

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly checks: MediaChecksRepository,
    private readonly content: WechatContentClient,
    private readonly files: FilesService,
    private readonly events: WechatEvents,
  ) {}

  onModuleInit(): void {
    this.events.on('wxa_media_check', (event) => this.take(event));
  }

  /** To be called while the sender is about. Without an address to call back nothing is asked, and people decide. */
  async want(tx: Sql, cityId: number, fileIds: readonly string[]): Promise<void> {
    if (this.config.wechat.callbackToken === null || fileIds.length === 0) return;
    await this.checks.want(tx, cityId, fileIds);
  }

  /** Asks about everything due. Any number of workers may. */
  async sweep(): Promise<void> {
    for (;;) {
      const batch = await this.checks.lease(BATCH);
      const answered = await Promise.all(batch.map((photo) => this.ask(photo)));
      if (batch.length < BATCH || answered.includes(false)) return;
    }
  }

  /** False while WeChat does not answer. */
  private async ask(photo: WaitingPhoto): Promise<boolean> {
    const { city_id: cityId, file_id: fileId, open_id: openId, attempts } = photo;
    try {
      if (openId === null) await this.leaveToPeople(cityId, fileId);
      else {
        const address = `${this.config.publicUrl}${this.files.addressOf(cityId, fileId)}`;
        await this.checks.asked(photo, await this.content.askAboutPicture(openId, address, 'forum'), PATIENCE_SECONDS);
      }
      return true;
    } catch (error) {
      if (error instanceof WechatFailure && NO_SENDER.includes(error.errcode)) {
        await this.leaveToPeople(cityId, fileId);
        return true;
      }
      this.log.warn({ file: fileId, attempts, error: String(error) }, 'check of a picture postponed');
      await this.checks.postpone(cityId, fileId, pauseAfter(attempts));
      return false;
    }
  }

  /** WeChat's verdict. False for a trace id that is not known (yet): the answer may overtake our own note of it. */
  private take({ trace_id: traceId, errcode, result }: WechatEvent): Promise<boolean> {
    const { suggest, label } = (result ?? {}) as { suggest?: unknown; label?: unknown };
    return this.database.transaction(async (tx) => {
      const check = typeof traceId === 'string' ? await this.checks.byTrace(tx, traceId) : null;
      if (!check) return false;
      if (check.settled) return true;
      const { city_id: cityId, file_id: fileId } = check;
      if (Number(errcode ?? 0) !== 0 || !VERDICTS.includes(suggest)) {
        // It could not fetch or read the picture.
        this.log.warn({ file: fileId, errcode }, 'WeChat could not judge a picture');
        await this.checks.postpone(cityId, fileId, pauseAfter(check.attempts));
        return true;
      }
      const finding = Number(label);
      await this.checks.settle(tx, cityId, fileId, String(suggest), Number.isInteger(finding) ? finding : null);
      await this.files.moderate(tx, cityId, [fileId], suggest === 'pass' ? 'passed' : 'refused');
      return true;
    });
  }

  /** Who publishes a result looks at its pictures; who published this one already has. */
  private async leaveToPeople(cityId: number, fileId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.checks.settle(tx, cityId, fileId, 'unchecked', null);
      if (await this.checks.isPublished(tx, cityId, fileId)) await this.files.moderate(tx, cityId, [fileId], 'passed');
    });
  }
}
