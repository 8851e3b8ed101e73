import { ApiProperty } from '@nestjs/swagger';
import {
  ISSUING_ROLES,
  type IssuingRole,
  ORDER_STATES,
  type OrderState,
  PROMISE_KINDS,
  type PromiseKind,
  SUPERVISION_STATES,
  type SupervisionAction,
  type SupervisionState,
  type TimeLimit,
} from '@linshao/domain';
import { FlagQuery, Id, Nested, OneOf, Text, Whole } from '../platform/http/fields.js';
import { PageQueryDto } from '../platform/http/page-query.dto.js';

const UNITS = ['minutes', 'hours', 'days', 'workdays'] as const;
const CLOCKS = ['natural', 'working'] as const;
const MOMENT = { type: String, format: 'date-time', example: '2026-02-24T17:30:00+08:00' } as const;
const MOMENT_OR_NULL = { ...MOMENT, nullable: true } as const;

export class SupervisionListQueryDto extends PageQueryDto {
  @OneOf(SUPERVISION_STATES, { optional: true }) state?: SupervisionState;
  /** Only those whose answer was missed, or only the others. */
  @FlagQuery() overdue?: boolean;
  /** Only those about this order. */
  @Id({ optional: true }) order?: string;
}

export class AnswerWithinDto {
  @Whole(1, 60) amount: number;
  @OneOf(UNITS) unit: TimeLimit['unit'];
  /** Of minutes and hours; days are natural, workdays working. Default: working. */
  @OneOf(CLOCKS, { optional: true }) clock?: TimeLimit['clock'];
}

export class SuperviseDto {
  /** What the community must explain. */
  @Text({ min: 1, max: 2000 }) text: string;
  /** Default: one working day. */
  @Nested(() => AnswerWithinDto, { optional: true }) answerWithin?: AnswerWithinDto;
}

export class SupervisionTextDto {
  @Text({ min: 1, max: 2000 }) text: string;
}

export class CloseSupervisionDto {
  @Text({ min: 0, max: 2000, optional: true }) text?: string;
}

export class SupervisionOrderRef {
  id: string;
  number: string;
  title: string;
  @ApiProperty({ enum: ORDER_STATES }) state: OrderState;
  stateName: string;
}

export class SupervisionAreaRef {
  path: string;
  name: string;
}

export class SupervisionIssuer {
  @ApiProperty({ enum: ISSUING_ROLES }) role: IssuingRole;
  roleName: string;
  area: SupervisionAreaRef;
}

/** Words said by a post; nobody's name. */
export class SupervisionSaid {
  text: string | null;
  post: string | null;
  @ApiProperty(MOMENT) at: string;
}

export class SupervisionView {
  id: string;
  /** As read out on the phone: DByyMMdd-nnnnnn. */
  number: string;
  order: SupervisionOrderRef;
  /** The community that must answer. */
  area: SupervisionAreaRef;
  issuedBy: SupervisionIssuer;
  @ApiProperty({ enum: SUPERVISION_STATES }) state: SupervisionState;
  stateName: string;
  /** The promise whose missing it asks about; null: opened by hand. */
  @ApiProperty({ enum: PROMISE_KINDS, nullable: true }) missed: PromiseKind | null;
  rung: number | null;
  /** What must be explained; null where the missed promise says it all. */
  text: string | null;
  @ApiProperty(MOMENT) openedAt: string;
  @ApiProperty(MOMENT_OR_NULL) dueAt: string | null;
  /** How the date came about. */
  why: string | null;
  overdue: boolean;
  /** How often an answer was asked for. */
  round: number;
  @ApiProperty({ type: () => SupervisionSaid, nullable: true }) answer: SupervisionSaid | null;
  /** Why the last answer was sent back. */
  @ApiProperty({ type: () => SupervisionSaid, nullable: true }) returned: SupervisionSaid | null;
  @ApiProperty({ type: () => SupervisionSaid, nullable: true }) closed: SupervisionSaid | null;
  /** What the caller may do now. */
  @ApiProperty({ type: [String], enum: ['answer', 'close', 'return'] }) actions: SupervisionAction[];
}

export class SupervisionPage {
  items: SupervisionView[];
  nextCursor: string | null;
}
