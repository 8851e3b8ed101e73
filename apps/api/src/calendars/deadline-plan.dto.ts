import type { ClockKind, TimeLimit } from '@linshao/domain';
import { ApiProperty } from '@nestjs/swagger';
import { Decimal, Moment, OneOf, Text } from '../platform/http/fields.js';

const UNITS = ['minutes', 'hours', 'days', 'workdays'] as const;
const CLOCKS = ['natural', 'working'] as const;
/** Ten years in minutes; what the other units may be is the service's question. */
const MOST = 5_270_400;

export class PlanDeadlineDto {
  /** When the promise is given, from 2020 to 2050. */
  @Moment() startAt: Date;
  /** More than 0, at most ten years; days and workdays are whole. */
  @Decimal(0, MOST) amount: number;
  @OneOf(UNITS) unit: TimeLimit['unit'];
  /** Days run on natural time, workdays on working time; absent: natural, for workdays working. */
  @OneOf(CLOCKS, { optional: true }) clock?: ClockKind;
  /** Code or path of an area of the city; absent: the city. Its calendar counts. */
  @Text({ max: 200, optional: true }) area?: string;
}

export class DeadlinePlanDto {
  @ApiProperty({ format: 'date-time', example: '2026-02-24T17:30:00+08:00' }) dueAt: string;
  /** It reaches into a year whose days off are not announced yet: the date may still move. */
  provisional: boolean;
  /** How the date was counted, as a Chinese sentence. */
  why: string;
}
