import { Inject, Injectable } from '@nestjs/common';
import { WECHAT_TEMPLATES } from '@linshao/domain';
import type { Caller } from '../platform/auth/caller.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { ConsentsRepository } from './consents.repository.js';
import type { RecordSubscriptions, SubscriptionsView } from './subscriptions.dto.js';

/** What a person has agreed to get as WeChat subscription messages. */
@Injectable()
export class SubscriptionsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly consents: ConsentsRepository,
  ) {}

  /** Templates the city has not set up cannot be asked for. */
  async list(caller: Caller): Promise<SubscriptionsView> {
    const open = new Map((await this.consents.open(caller)).map(({ template, count }) => [template, count]));
    const items = WECHAT_TEMPLATES.flatMap((template) => {
      const templateId = this.config.wechat.templates[template];
      return templateId ? [{ template, templateId, left: open.get(template) ?? 0 }] : [];
    });
    return { items };
  }

  async record(caller: Caller, { id, answers }: RecordSubscriptions): Promise<SubscriptionsView> {
    const accepted = answers.filter(({ answer }) => answer === 'accept').map(({ template }) => template);
    await this.consents.grant(caller, id, [...new Set(accepted)]);
    return this.list(caller);
  }
}
