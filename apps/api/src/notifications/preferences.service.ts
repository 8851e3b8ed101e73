import { Inject, Injectable } from '@nestjs/common';
import {
  CHANNELS,
  groupOf,
  NOTIFICATION_GROUP_NAMES,
  NOTIFICATION_GROUPS,
  PROMISE_CRITICAL,
  type QuietHours,
} from '@linshao/domain';
import type { Caller } from '../platform/auth/caller.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import type { PreferencesView, SetPreferences } from './preferences.dto.js';
import { type Preferences, PreferencesRepository } from './preferences.repository.js';

@Injectable()
export class PreferencesService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly repository: PreferencesRepository,
  ) {}

  async get(caller: Caller): Promise<PreferencesView> {
    return toView(await this.repository.of(caller), this.config.quietHours);
  }

  async set(caller: Caller, { switches, quietHours }: SetPreferences): Promise<PreferencesView> {
    await this.repository.save(caller, {
      off: switches.filter(({ enabled }) => !enabled).map(({ group, channel }) => ({ group, channel })),
      quietHours: quietHours && { from: minuteOf(quietHours.from), to: minuteOf(quietHours.to) },
    });
    return this.get(caller);
  }
}

function toView({ off, quietHours: own }: Preferences, ofCity: QuietHours | null): PreferencesView {
  const quietHours = own === undefined ? ofCity : own;
  const switches = NOTIFICATION_GROUPS.flatMap((group) =>
    CHANNELS.map((channel) => ({
      group,
      groupName: NOTIFICATION_GROUP_NAMES[group],
      channel,
      enabled: !off.some((each) => each.group === group && each.channel === channel),
      promisesStay: [...PROMISE_CRITICAL].some((template) => groupOf(template) === group),
    })),
  );
  return { switches, quietHours: quietHours && { from: timeOf(quietHours.from), to: timeOf(quietHours.to) } };
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function timeOf(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
