import type { DayOverride, WorkSpan } from '@linshao/domain';
import { ApiProperty } from '@nestjs/swagger';
import { Allow } from 'class-validator';
import { OneOf, Text, Whole } from '../platform/http/fields.js';

const MOST_VERSION = 2 ** 31 - 1;
const SPANS = {
  type: 'array',
  items: { type: 'array', items: { type: 'string', example: '08:30' }, minItems: 2, maxItems: 2 },
} as const;
const WEEK = { type: 'array', items: SPANS, minItems: 7, maxItems: 7 } as const;
const SEASON = {
  type: 'object' as const,
  required: ['name', 'from', 'to', 'week'],
  properties: {
    name: { type: 'string' as const, example: '夏季' },
    from: { type: 'string' as const, example: '05-01' },
    to: { type: 'string' as const, example: '09-30' },
    week: WEEK,
  },
};
const DAY = {
  type: 'object' as const,
  required: ['kind', 'reason'],
  properties: { kind: { enum: ['work', 'rest'] }, reason: { type: 'string', maxLength: 40 }, hours: SPANS },
};
const SEASONS = { type: 'array' as const, items: SEASON };
const DAYS = { type: 'object' as const, additionalProperties: DAY };
const YEARS = { type: 'array', items: { type: 'integer' } } as const;

/** The parts of a calendar are judged together, every mistake at once: see calendarMistakes. */
export class ChangeCalendarDto {
  /** The version this change was made from; 0 when the city has none of its own. */
  @Whole(0, MOST_VERSION) version: number;
  /** Monday to Sunday, each a list of hours from–to; a closed day is empty. */
  @ApiProperty(WEEK) @Allow() week: unknown;
  /** Other hours for part of every year. */
  @ApiProperty(SEASONS) @Allow() seasons: unknown;
  /** Single days by date, above the official table. */
  @ApiProperty(DAYS) @Allow() days: unknown;
  /** Years whose official days off stand in `days` because the official table does not have them yet. */
  @ApiProperty(YEARS) @Allow() announcedYears: unknown;
  /** Why it is changed; kept with the version. */
  @Text({ max: 200 }) reason: string;
}

export class SetCalendarDayDto {
  @OneOf(['work', 'rest']) kind: DayOverride['kind'];
  /** Stands in every explanation that counts over this day. */
  @Text({ max: 40 }) reason: string;
  /** Only for work; absent: the hours the day has as a make-up workday. */
  @ApiProperty({ ...SPANS, required: false }) @Allow() hours?: unknown;
}

export class CalendarSeasonDto {
  name: string;
  from: string;
  to: string;
  @ApiProperty(WEEK) week: WorkSpan[][];
}

export class AnnouncedYearDto {
  year: number;
  /** `official`: the table of the State Council's notices; `city`: entered by hand. */
  @ApiProperty({ enum: ['official', 'city'] }) by: 'official' | 'city';
}

export class CalendarDto {
  /** 0: the default hours, never changed. */
  version: number;
  /** Version of the official holiday table in use. */
  tableVersion: string;
  @ApiProperty(WEEK) week: WorkSpan[][];
  seasons: CalendarSeasonDto[];
  @ApiProperty(DAYS) days: Record<string, DayOverride>;
  @ApiProperty(YEARS) announcedYears: number[];
  /** Every year whose days off are known, the official table's and the city's own. */
  years: AnnouncedYearDto[];
  /** The year within sixty days whose days off are not known; null: none. */
  @ApiProperty({ type: Number, nullable: true }) missingYear: number | null;
  /** Why the version in force was made. */
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) changedAt: Date | null;
}
