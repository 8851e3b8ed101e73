import { ApiProperty } from '@nestjs/swagger';
import { OBJECTION_STATES, type ObjectionState, ORDER_STATES, type OrderState } from '@linshao/domain';
import { Code, Flag, Id, OneOf, Text } from '../platform/http/fields.js';
import { PageQueryDto } from '../platform/http/page-query.dto.js';

const MOMENT = { type: String, format: 'date-time', example: '2026-02-24T17:30:00+08:00' } as const;
const MOMENT_OR_NULL = { ...MOMENT, nullable: true } as const;

export class ObjectDto {
  /** A code of the duty catalogue 职责清单. */
  @Code() reasonCode: string;
  /** Why this reason applies here, and whose matter it is instead. */
  @Text({ min: 1, max: 500 }) text: string;
}

export class RuleObjectionDto {
  /** True: the order goes back to dispatch; false: the unit must claim it. */
  @Flag() upheld: boolean;
  @Text({ min: 1, max: 500 }) text: string;
}

export class ObjectionListQueryDto extends PageQueryDto {
  @OneOf(OBJECTION_STATES, { optional: true }) state?: ObjectionState;
  /** Only those to this order. */
  @Id({ optional: true }) order?: string;
}

export class DutyCatalogueQueryDto {
  /** Code of an area; absent: the caller's home, else the city. */
  @Code({ optional: true }) area?: string;
}

export class DutyReasonView {
  code: string;
  name: string;
  /** When it applies. */
  description: string;
}

export class ObjectionOrderRef {
  id: string;
  number: string;
  @ApiProperty({ enum: ORDER_STATES }) state: OrderState;
  stateName: string;
}

export class ObjectionUnitRef {
  id: string;
  name: string;
}

export class ObjectionAreaRef {
  path: string;
  name: string;
}

export class ObjectionReason {
  code: string;
  name: string;
}

export class ObjectionRuling {
  upheld: boolean;
  text: string | null;
  post: string | null;
  @ApiProperty(MOMENT) at: string;
}

export class ObjectionView {
  id: string;
  order: ObjectionOrderRef;
  unit: ObjectionUnitRef;
  area: ObjectionAreaRef;
  reason: ObjectionReason;
  text: string;
  /** By which post it was raised; nobody's name. */
  post: string;
  @ApiProperty({ enum: OBJECTION_STATES }) state: ObjectionState;
  stateName: string;
  @ApiProperty(MOMENT) raisedAt: string;
  /** Until when it must be ruled on. */
  @ApiProperty(MOMENT_OR_NULL) dueAt: string | null;
  /** How the date came about. */
  why: string | null;
  @ApiProperty({ type: () => ObjectionRuling, nullable: true }) ruling: ObjectionRuling | null;
}

export class ObjectionPage {
  items: ObjectionView[];
  nextCursor: string | null;
}
