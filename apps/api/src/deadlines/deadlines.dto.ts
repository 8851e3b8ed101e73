import {
  type ClockKind,
  DEADLINE_KINDS,
  DEADLINE_STATES,
  type DeadlineKind,
  type DeadlineState,
  type TimeLimit,
} from '@linshao/domain';
import { ApiProperty } from '@nestjs/swagger';
import { Flag, Moment, OneOf, Text, Whole } from '../platform/http/fields.js';

const UNITS = ['minutes', 'hours', 'workdays', 'days'] as const;
const MOMENT = { format: 'date-time', example: '2026-02-24T17:30:00+08:00' } as const;

export class WhatIf {
  @ApiProperty(MOMENT) dueAt: string;
  provisional: boolean;
  why: string;
}

/** A promise with its clock, as it can be explained to anybody. */
export class DeadlineView {
  id: string;
  @ApiProperty({ enum: DEADLINE_KINDS }) kind: DeadlineKind;
  kindName: string;
  @ApiProperty({ enum: ['natural', 'working'] }) clock: ClockKind;
  @ApiProperty(MOMENT) startedAt: string;
  @ApiProperty(MOMENT) dueAt: string;
  @ApiProperty({ enum: DEADLINE_STATES }) state: DeadlineState;
  stateName: string;
  /** Of a rung its number, from 1; otherwise 0. */
  @ApiProperty({ type: 'integer' }) rung: number;
  /** It reaches into a year whose days off are not announced yet. */
  provisional: boolean;
  /** Where the date comes from, as a Chinese sentence. */
  why: string;
  /** The whole of it in one Chinese sentence: when it is due, what is left, and why. */
  explanation: string;
  @ApiProperty({ ...MOMENT, type: String, nullable: true }) pausedAt: string | null;
  @ApiProperty({ ...MOMENT, type: String, nullable: true }) endedAt: string | null;
  /** When the act came, perhaps late. */
  @ApiProperty({ ...MOMENT, type: String, nullable: true }) fulfilledAt: string | null;
  /** Answers `pausedUntil`: the date there would be; null for one that is over. */
  @ApiProperty({ type: WhatIf, nullable: true }) ifPaused: WhatIf | null;
  /** Whether the caller may give more time now. */
  mayExtend: boolean;
  /** To whoever might, when it has been extended as often as it may be: says so, as a Chinese sentence. */
  @ApiProperty({ type: String, nullable: true }) extendedEnough: string | null;
}

export class DeadlineList {
  items: DeadlineView[];
}

export class DeadlinesQuery {
  /** What if the clocks stood still (from when they do, else from now) until then? */
  @Moment({ optional: true }) pausedUntil?: Date;
}

export class ExtendBody {
  @Whole(1, 10_000) amount: number;
  /** Minutes and hours run on the deadline's own kind of time. */
  @OneOf(UNITS) unit: TimeLimit['unit'];
  @Text({ min: 2, max: 40 }) reason: string;
  /** True: answers with the date there would be, and changes nothing. */
  @Flag({ optional: true }) preview?: boolean;
}

export class ReplanBody {
  /** Path or code of an area; absent: all of the caller's. */
  @Text({ max: 200, optional: true }) area?: string;
  @Text({ max: 64, optional: true }) category?: string;
  /** Absent or false: a preview that changes nothing. */
  @Flag({ optional: true }) apply?: boolean;
  @Text({ min: 2, max: 40, optional: true }) reason?: string;
}

export class ReplanChange {
  deadlineId: string;
  orderId: string;
  orderNumber: string;
  @ApiProperty({ enum: DEADLINE_KINDS }) kind: DeadlineKind;
  @ApiProperty(MOMENT) dueAt: string;
  @ApiProperty(MOMENT) newDueAt: string;
}

export class ReplanResult {
  /** How many dates would move, or have moved; at most a thousand at a time. */
  @ApiProperty({ type: 'integer' }) count: number;
  /** Some are left: ask again. */
  more: boolean;
  /** Whose time is up though nobody has called them missed yet: they stay as they are. Counted to a thousand. */
  @ApiProperty({ type: 'integer' }) overdue: number;
  applied: boolean;
  /** The first hundred of them. */
  changes: ReplanChange[];
}
