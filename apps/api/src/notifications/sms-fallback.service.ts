import { Inject, Injectable } from '@nestjs/common';
import { PROMISE_CRITICAL, type TemplateId } from '@linshao/domain';
import { Clock } from '../platform/clock/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import type { Sql } from '../platform/database/database.js';
import { nextId } from '../platform/ids.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import type { NewDelivery } from './delivery.js';

/** Whoever has the app open reads it there first. */
const PATIENCE_MS = 2 * 60_000;

/** Text messages cost money and attention: only what a promise depends on, only where nothing else got through. */
@Injectable()
export class SmsFallback {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly deliveries: DeliveriesRepository,
  ) {}

  /** In place of messages that cannot go another way. Who has no phone is found when it is sent. */
  async instead(sql: Sql, rows: readonly NewDelivery[]): Promise<void> {
    if (!this.config.smsHook) return;
    const next_at = new Date(this.clock.now().getTime() + PATIENCE_MS);
    const texts = rows
      .filter(({ channel, template }) => channel === 'wechat' && PROMISE_CRITICAL.has(template as TemplateId))
      .map((row) => ({ ...row, id: nextId(), channel: 'sms' as const, next_at }));
    await this.deliveries.add(sql, texts);
  }
}
