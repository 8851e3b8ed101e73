import { ApiProperty } from '@nestjs/swagger';
import { MATTER_ACTION_CODES, MATTER_STATES, type MatterAction, type MatterState } from '@linshao/domain';
import { Transform } from 'class-transformer';
import { IsOptional, Matches } from 'class-validator';
import { Code, FlagQuery, Id, ListQuery, Text, Whole, WholeQuery } from '../platform/http/fields.js';

const AREA = /^[A-Za-z0-9._/-]{1,200}$/;

export class CreateMatter {
  /** Code of a template; see `GET /api/matters/templates`. */
  @Code() template: string;
  /** The resident it is for; a resident leaves it out, a worker may until the resident is registered. */
  @Id({ optional: true }) applicantId?: string;
  /** Code or path of the applicant's area; absent: the caller's home. */
  @Transform(({ value }) => (value === null ? undefined : (value as unknown)))
  @IsOptional()
  @Matches(AREA, { message: '区域代码不对' })
  area?: string;
  /** A worker's note to find it again; never public. */
  @Text({ min: 2, max: 60, optional: true }) title?: string;
}

export class CreatedMatter {
  id: string;
  number: string;
  @ApiProperty({ enum: MATTER_STATES }) state: MatterState;
  version: number;
}

/** A move may name the version it was decided on; a stale one is refused with 409. */
export class MatterNote {
  @Whole(1, 2_000_000_000, { optional: true }) version?: number;
  @Text({ min: 1, max: 500 }) words: string;
}

export class OptionalMatterNote {
  @Whole(1, 2_000_000_000, { optional: true }) version?: number;
  @Text({ min: 0, max: 500, optional: true }) words?: string;
}

export class MatterFilters {
  /** One or several states, separated by commas. */
  @ListQuery(MATTER_STATES) state?: MatterState[];
  @Code({ optional: true }) template?: string;
  /** Code or path of an area; everything below it counts. */
  @IsOptional()
  @Matches(AREA, { message: '区域代码不对' })
  area?: string;
  /** Only those whose current step is past its time. */
  @FlagQuery() overdue?: boolean;
  /** Only what the caller applied for or wrote down. */
  @FlagQuery() mine?: boolean;
  @Text({ min: 1, max: 200, optional: true }) cursor?: string;
  @WholeQuery(1, 100, { optional: true }) limit?: number;
}

export class MatterArea {
  path: string;
  name: string;
}

export class MatterApplicant {
  id: string;
  /** Masked, unless it is the reader. */
  name: string;
}

/** Where a matter stands now. */
export class MatterPlace {
  /** From 1. */
  number: number;
  code: string;
  name: string;
  /** The responsible post, never a person. */
  post: string;
  /** ISO 8601, +08:00; while it waits for papers the date it had. */
  @ApiProperty({ type: String, format: 'date-time' }) dueAt: string;
  overdue: boolean;
  /** Calendar days in Shanghai; negative when past. */
  daysLeft: number;
  /** One sentence: how the date came about. */
  why: string;
  provisional: boolean;
}

export class MatterItem {
  id: string;
  number: string;
  template: string;
  templateName: string;
  @ApiProperty({ type: String, nullable: true }) title: string | null;
  area: MatterArea;
  @ApiProperty({ enum: MATTER_STATES }) state: MatterState;
  stateName: string;
  version: number;
  @ApiProperty({ type: () => MatterApplicant, nullable: true }) applicant: MatterApplicant | null;
  /** Null when it is over. */
  @ApiProperty({ type: () => MatterPlace, nullable: true }) current: MatterPlace | null;
  @ApiProperty({ type: String, format: 'date-time' }) startedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endedAt: string | null;
}

export class MatterPage {
  items: MatterItem[];
  /** Give it back as `cursor` for the next page; null on the last one. */
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class MatterStepView {
  code: string;
  name: string;
  post: string;
  /** 3个工作日, 24小时. */
  within: string;
  /** Natural days it must stand at least, e.g. a public notice. */
  @ApiProperty({ type: Number, nullable: true }) waitsForDays: number | null;
  @ApiProperty({ enum: ['done', 'current', 'ahead'] }) place: 'done' | 'current' | 'ahead';
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) startedAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endedAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) dueAt: string | null;
  late: boolean;
}

export class MatterHistoryItem {
  id: string;
  action: string;
  label: string;
  /** Name of the step it happened at. */
  step: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: string;
  /** A post, 申请人 or 系统; to staff with the person's name. */
  actor: string;
  @ApiProperty({ type: String, nullable: true }) words: string | null;
}

export class MatterActionView {
  /** Last part of the path to POST to. */
  @ApiProperty({ enum: MATTER_ACTION_CODES }) action: MatterAction;
  label: string;
  /** What the words are about; at least `min`, at most `max` characters. */
  field: string;
  min: number;
  max: number;
}

export class MatterView extends MatterItem {
  documents: string[];
  steps: MatterStepView[];
  history: MatterHistoryItem[];
  /** What the caller may do with it now. */
  actions: MatterActionView[];
}

export class TemplateStepView {
  code: string;
  name: string;
  post: string;
  within: string;
}

export class MatterTemplateView {
  code: string;
  name: string;
  documents: string[];
  steps: TemplateStepView[];
}

export class TemplateQuery {
  /** Code or path of an area; absent: the caller's home. */
  @IsOptional()
  @Matches(AREA, { message: '区域代码不对' })
  area?: string;
}
