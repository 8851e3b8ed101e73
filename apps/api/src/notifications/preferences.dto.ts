import { ApiProperty } from '@nestjs/swagger';
import { type Channel, CHANNELS, NOTIFICATION_GROUPS, type NotificationGroup } from '@linshao/domain';
import { Matches } from 'class-validator';
import { Flag, Nested, NestedList, OneOf } from '../platform/http/fields.js';

const TIME_OF_DAY = { pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', example: '22:00' };
const isTimeOfDay = Matches(new RegExp(TIME_OF_DAY.pattern), { message: '时间应如 22:00' });

/** Hours in Shanghai in which nothing rings; 22:00 to 07:00 lies across midnight, equal times are the whole day. */
export class QuietHoursDto {
  @ApiProperty(TIME_OF_DAY) @isTimeOfDay from: string;
  @ApiProperty(TIME_OF_DAY) @isTimeOfDay to: string;
}

export class SwitchDto {
  @OneOf(NOTIFICATION_GROUPS) group: NotificationGroup;
  @OneOf(CHANNELS) channel: Channel;
  @Flag() enabled: boolean;
}

export class SetPreferences {
  /** What is not mentioned is on. */
  @NestedList(() => SwitchDto, { max: 40 })
  switches: SwitchDto[];
  /** Null: none; left out: those of the city. */
  @Nested(() => QuietHoursDto, { optional: true, nullable: true })
  quietHours?: QuietHoursDto | null;
}

export class SwitchView {
  @ApiProperty({ enum: NOTIFICATION_GROUPS }) group: NotificationGroup;
  /** 我的诉求, 社区值守 … */
  groupName: string;
  @ApiProperty({ enum: CHANNELS }) channel: Channel;
  enabled: boolean;
  /** Messages on which a promise depends (a new order, an urging …) come even when the group is off. */
  promisesStay: boolean;
}

export class PreferencesView {
  switches: SwitchView[];
  /** Their own or the city's; null: none. Work on duty, and what staff's promises depend on, rings at any hour. */
  @ApiProperty({ type: QuietHoursDto, nullable: true }) quietHours: QuietHoursDto | null;
}
