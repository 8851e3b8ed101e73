import { LONGEST_CYCLE_DAYS, MOST_SHIFTS_A_DAY } from '@linshao/domain';
import { Matches } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { AreaReference, Flag, Ids, Nested, NestedList, Text } from '../platform/http/fields.js';
import { PageQueryDto } from '../platform/http/page-query.dto.js';

const Day = (): PropertyDecorator => (target, property) => {
  ApiProperty({ type: String, format: 'date' })(target, property);
  Matches(/^\d{4}-\d\d-\d\d$/, { message: '日期应如 2026-02-14' })(target, property);
};

const TimeOfDay = (): PropertyDecorator => (target, property) => {
  ApiProperty({ type: String, pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })(target, property);
  Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: '时间应如 08:00' })(target, property);
};

export class KeepRosterDto {
  /** Code or path of the area. */
  @AreaReference() area: string;
  /** Under which those on duty are known in public; left out: the area's name with 值班员. */
  @Text({ min: 2, max: 60, optional: true }) name?: string;
}

export class RosterDto {
  id: string;
  areaPath: string;
  areaName: string;
  name: string;
}

export class RosterPageDto {
  items: RosterDto[];
  nextCursor: string | null;
}

export class RosterPageQueryDto extends PageQueryDto {}

export class ShiftTimeDto {
  @Text({ max: 20 }) name: string;
  @TimeOfDay() from: string;
  /** Not after `from`: it runs into the next day. */
  @TimeOfDay() to: string;
}

export class TurnDto {
  /** One person for each shift of the day. */
  @Ids({ max: MOST_SHIFTS_A_DAY }) people: string[];
}

export class DayPlanDto {
  /** Each begins when the one before ends; together 24 hours. */
  @NestedList(() => ShiftTimeDto, { min: 1, max: MOST_SHIFTS_A_DAY }) times: ShiftTimeDto[];
  /** Day after day the next line, then from the first one again. */
  @NestedList(() => TurnDto, { min: 1, max: LONGEST_CYCLE_DAYS }) cycle: TurnDto[];
}

export class RotationDto {
  /** The day with the first line of the cycles. */
  @Day() start: string;
  @Nested(() => DayPlanDto) workdays: DayPlanDto;
  /** Weekends and holidays by the city's calendar; left out: like workdays. */
  @Nested(() => DayPlanDto, { optional: true, nullable: true }) daysOff?: DayPlanDto | null;
}

export class PlanDto {
  /** The first and the last day whose shifts are planned. */
  @Day() from: string;
  @Day() to: string;
  /** Left out: as last time. */
  @Nested(() => RotationDto, { optional: true }) rotation?: RotationDto;
  /** Shifts in the way that have not begun give way; otherwise they are a conflict. */
  @Flag({ optional: true }) replace?: boolean;
}

export class PlannedDto {
  added: number;
  /** Planned so before. */
  unchanged: number;
  replaced: number;
  /** Years whose days off are not announced yet: plan those days again when they are. */
  provisionalYears: number[];
}
