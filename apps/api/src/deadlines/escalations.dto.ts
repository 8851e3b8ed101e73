import {
  DEADLINE_KINDS,
  type DeadlineKind,
  ORDER_STATES,
  type OrderState,
  RUNG_ROLES,
  type RungRole,
} from '@linshao/domain';
import { ApiProperty } from '@nestjs/swagger';
import { OneOf } from '../platform/http/fields.js';
import { PageQueryDto } from '../platform/http/page-query.dto.js';

const MOMENT = { format: 'date-time', example: '2026-02-24T17:30:00+08:00' } as const;

export class EscalationListQuery extends PageQueryDto {
  /** Only what has come as high as this office, and no higher. */
  @OneOf(RUNG_ROLES, { optional: true }) role?: RungRole;
}

export class EscalatedOrder {
  id: string;
  number: string;
  title: string;
  @ApiProperty({ enum: ORDER_STATES }) state: OrderState;
  stateName: string;
  areaName: string;
}

export class EscalationOffice {
  @ApiProperty({ enum: RUNG_ROLES }) role: RungRole;
  roleName: string;
  areaName: string;
  /** Nobody held it where it should be held: the office above was told. */
  vacant: boolean;
}

/** An order whose missed promise climbed and is still owed. */
export class EscalationView {
  order: EscalatedOrder;
  @ApiProperty({ enum: DEADLINE_KINDS }) missed: DeadlineKind;
  missedName: string;
  @ApiProperty(MOMENT) dueAt: string;
  /** How high it came, from 1. */
  @ApiProperty({ type: 'integer' }) rung: number;
  told: EscalationOffice;
  /** When it came there. */
  @ApiProperty(MOMENT) at: string;
}

export class EscalationPage {
  items: EscalationView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
