import { Id, Moment, Text } from '../platform/http/fields.js';
import { PageQueryDto } from '../platform/http/page-query.dto.js';

export class ShiftPageQueryDto extends PageQueryDto {
  /** Shifts that end after this moment; left out: those that run and those to come. */
  @Moment({ optional: true }) from?: Date;
  /** Shifts that begin before this moment. */
  @Moment({ optional: true }) to?: Date;
}

export class AddShiftDto {
  @Id() personId: string;
  @Moment() from: Date;
  @Moment() to: Date;
  @Text({ max: 20, optional: true }) name?: string;
}

export class MoveShiftDto {
  @Id({ optional: true }) personId?: string;
  @Moment({ optional: true }) from?: Date;
  @Moment({ optional: true }) to?: Date;
}

export class ShiftSubstituteDto {
  @Id() personId: string;
}

export class ShiftPersonDto {
  id: string;
  name: string;
}

export class ColleagueDto extends ShiftPersonDto {
  /** On another shift at that time. */
  busy: boolean;
}

export class ColleaguesDto {
  /** Those who are free first. */
  items: ColleagueDto[];
}

export class ShiftDto {
  id: string;
  rosterId: string;
  name: string | null;
  person: ShiftPersonDto;
  /** Whose shift it was, when the person stands in. */
  standInFor: ShiftPersonDto | null;
  /** ISO 8601 with +08:00. */
  from: string;
  to: string;
  /** False: the person was blocked or lost the post, and nobody is on duty then. */
  backed: boolean;
}

export class ShiftPageDto {
  items: ShiftDto[];
  nextCursor: string | null;
}

export class CoverageQueryDto {
  /** Left out: now. */
  @Moment({ optional: true }) from?: Date;
  /** Left out: seven days later; at most 100 days. */
  @Moment({ optional: true }) to?: Date;
}

export class GapDto {
  from: string;
  to: string;
  minutes: number;
}

export class CoverageDto {
  from: string;
  to: string;
  gaps: GapDto[];
}
