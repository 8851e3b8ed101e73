import { ApiProperty } from '@nestjs/swagger';
import { applyDecorators } from '@nestjs/common';
import { IsOptional, Matches } from 'class-validator';
import { Code, OneOf } from '../platform/http/fields.js';
import { AreaCode } from './boards.dto.js';

/** Never by person: figures judge how a community keeps its promises, they do not rank people (国办函〔2026〕12号). */
export const FIGURE_GROUPS = ['area', 'category', 'month', 'kind'] as const;
export type FigureGroup = (typeof FIGURE_GROUPS)[number];

const Period = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, example: '2026-11', required: false }),
    IsOptional(),
    Matches(/^20\d\d-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/, {
      message: '应为月份或日期，如 2026-11 或 2026-11-22',
    }),
  );

export class FiguresQuery {
  /** Code or path; absent: the largest area of the caller's posts. */
  @AreaCode() area?: string;
  /** A category and everything below it. */
  @Code({ optional: true }) category?: string;
  /** First month or day (Asia/Shanghai) in which orders were submitted. */
  @Period() from?: string;
  /** Last month or day, included. */
  @Period() to?: string;
  @OneOf(FIGURE_GROUPS, { optional: true }) by?: FigureGroup;
}

/** A rate with the sample it rests on. */
export class Share {
  /** 0 to 1, to four places; null without a sample. */
  @ApiProperty({ type: Number, nullable: true }) share: number | null;
  numerator: number;
  denominator: number;
}

export class FigureSet {
  /** Orders submitted, without child tasks, withdrawn orders and duplicates that were merged. */
  orders: number;
  /** A person replied, ever. */
  replied: Share;
  /** A person replied within the category's promise, of those replied to or past it (C6). */
  repliedInTime: Share;
  /** "Handled": the assignee's word, of those not rejected. */
  handled: Share;
  /** "Solved": the resident's or a review visit's word, of those where somebody has said. */
  solved: Share;
  /** Solved by the resident's own rating, of those rated. */
  solvedByResident: Share;
  /** Four or five stars, of those rated. */
  satisfied: Share;
  @ApiProperty({ type: Number, nullable: true }) medianMinutesToReply: number | null;
  @ApiProperty({ type: Number, nullable: true }) medianMinutesToHandle: number | null;
}

export class FigureRow extends FigureSet {
  /** Area path, category code, month (2026-11) or kind. */
  key: string;
  name: string;
}

export class FiguresArea {
  path: string;
  name: string;
}

export class Figures {
  area: FiguresArea;
  @ApiProperty({ type: String, nullable: true }) from: Date | null;
  /** The moment after the last one counted. */
  @ApiProperty({ type: String, nullable: true }) until: Date | null;
  total: FigureSet;
  rows: FigureRow[];
}
