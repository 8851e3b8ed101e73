import { ApiProperty } from '@nestjs/swagger';
import { MATTER_STATES, type MatterState, ORDER_STATES, type OrderState } from '@linshao/domain';
import { Matches } from 'class-validator';

export class WallQuery {
  /** Code or path of a community or a sub-district; of a place inside a community, its community. */
  @ApiProperty({ type: String, pattern: '^[A-Za-z0-9._/-]{1,200}$' })
  @Matches(/^[A-Za-z0-9._/-]{1,200}$/, { message: '请填写社区或街道的代码' })
  area: string;
}

export class WallArea {
  path: string;
  name: string;
}

/** An application as everybody may see it: what, where it stands, whose turn, until when. Nobody's name. */
export class WallMatter {
  number: string;
  templateName: string;
  /** Name of the community. */
  area: string;
  @ApiProperty({ enum: MATTER_STATES }) state: MatterState;
  stateName: string;
  step: string;
  /** From 1. */
  stepNumber: number;
  stepCount: number;
  /** The responsible post. */
  post: string;
  /** Null while it waits for the applicant's papers. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) dueAt: string | null;
  /** Calendar days in Shanghai, negative when past; null like `dueAt`. */
  @ApiProperty({ type: Number, nullable: true }) daysLeft: number | null;
  overdue: boolean;
}

/** An order past a promise or close to it. */
export class WallOrder {
  number: string;
  categoryName: string;
  /** Name of the community. */
  area: string;
  @ApiProperty({ enum: ORDER_STATES }) state: OrderState;
  stateName: string;
  /** What is owed: 公开回复, 受理, 接单, 办理. */
  step: string;
  /** The responsible post or unit, never a person. */
  post: string;
  @ApiProperty({ type: String, format: 'date-time' }) dueAt: string;
  overdue: boolean;
  /** The office it has climbed to; null before. */
  @ApiProperty({ type: String, nullable: true }) rung: string | null;
  /** Only where a checked public copy stands on a board. */
  @ApiProperty({ type: String, nullable: true }) title: string | null;
}

/** A supervision order 督办单 that waits for its answer. */
export class WallSupervision {
  number: string;
  orderNumber: string;
  /** The office that asks. */
  issuedBy: string;
  /** The community that must answer. */
  area: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) dueAt: string | null;
  overdue: boolean;
}

export class WallTotals {
  matters: number;
  mattersOverdue: number;
  mattersWaiting: number;
  ordersOverdue: number;
  ordersAtRisk: number;
  supervision: number;
  supervisionOverdue: number;
}

export class WallReplies {
  /** Orders that got their first public reply today. */
  count: number;
  /** Share of today's reply promises that were kept; null while there were none. */
  @ApiProperty({ type: Number, nullable: true }) inTimeShare: number | null;
  /** How many promises that share speaks of. */
  sample: number;
}

export class WallLamps {
  today: number;
  month: number;
}

export class WallDuty {
  post: string;
  /** ISO 8601, +08:00. */
  from: string;
  @ApiProperty({ type: String, nullable: true }) until: string | null;
}

/** 督办墙: what is owed in an area, by post and date, without any personal data. */
export class Wall {
  area: WallArea;
  /** When this was looked up; ISO 8601, +08:00. */
  @ApiProperty({ type: String, format: 'date-time' }) at: string;
  /** Of everything, however much is listed. */
  totals: WallTotals;
  /** At most 50: overdue first, then by date, then those waiting for papers. */
  matters: WallMatter[];
  /** At most 50: overdue first, the longest first. */
  orders: WallOrder[];
  /** At most 20, the nearest date first. */
  supervision: WallSupervision[];
  replies: WallReplies;
  /** Wish lamps lit by residents' own word. */
  lamps: WallLamps;
  /** Who is on duty now; null while nobody is. */
  @ApiProperty({ type: () => WallDuty, nullable: true }) duty: WallDuty | null;
}
