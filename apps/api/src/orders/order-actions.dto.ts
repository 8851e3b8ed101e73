import { ApiProperty } from '@nestjs/swagger';
import { URGENCIES, type Urgency, WAITING_FOR, type WaitingFor } from '@linshao/domain';
import { Matches } from 'class-validator';
import { Code, Flag, Id, Ids, Nested, NestedList, OneOf, Text, Whole } from '../platform/http/fields.js';

/** Every move may name the version it was decided on; a stale one is refused with 409. */
export class Versioned {
  @Whole(1, 2_000_000_000, { optional: true }) version?: number;
}

export class AcceptBody extends Versioned {
  @OneOf(URGENCIES, { optional: true }) urgency?: Urgency;
}

export class ReasonBody extends Versioned {
  @Text({ min: 1, max: 500 }) reason: string;
}

export class OptionalReasonBody extends Versioned {
  @Text({ min: 0, max: 500, optional: true }) reason?: string;
}

export class TextBody extends Versioned {
  @Text({ min: 1, max: 2000 }) text: string;
}

export class EditBody extends Versioned {
  @Text({ min: 2, max: 60, optional: true }) title?: string;
  @Text({ min: 0, max: 2000, optional: true }) description?: string;
  @Code({ optional: true }) category?: string;
  @Text({ min: 0, max: 120, optional: true }) address?: string;
  @Ids({ max: 9, optional: true }) photoIds?: string[];
}

/** Exactly one of the three. */
export class ReceiverBody extends Versioned {
  /** Every party member of the community may claim it. */
  @OneOf(['members'] as const, { optional: true }) pool?: 'members';
  @Id({ optional: true }) personId?: string;
  @Id({ optional: true }) unitId?: string;
}

export class DispatchBody extends ReceiverBody {
  @Text({ min: 0, max: 500, optional: true }) reason?: string;
}

export class SplitTask {
  @Nested(() => ReceiverBody) to: ReceiverBody;
  @Text({ min: 2, max: 60 }) title: string;
  @Text({ min: 0, max: 2000 }) description: string;
}

export class SplitBody extends Versioned {
  /** The first receiver leads and takes the order itself. */
  @NestedList(() => SplitTask, { min: 2, max: 10 }) tasks: SplitTask[];
}

export class SuspendBody extends ReasonBody {
  @OneOf(WAITING_FOR, { optional: true }) waitingFor?: WaitingFor;
}

export class DoneBody extends Versioned {
  @Text({ min: 1, max: 2000 }) summary: string;
  @Ids({ max: 9, optional: true }) photoIds?: string[];
}

export class PublishBody extends Versioned {
  /** What the public reads; absent: a redacted copy of the result. */
  @Text({ min: 0, max: 2000, optional: true }) text?: string;
}

export class RateBody extends Versioned {
  @Flag() solved: boolean;
  @Whole(1, 5) stars: number;
  @Text({ min: 0, max: 500, optional: true }) comment?: string;
}

export class ReviewBody extends TextBody {
  @Flag() solved: boolean;
}

export class MergeBody extends Versioned {
  /** Id or number of the order that stays. */
  @Matches(/^[0-9a-f-]{36}$|^\d{6}-?\d{6}$/i, { message: '请填写诉求编号' })
  into: string;
}

export class ActionView {
  /** Last part of the path to POST to. */
  action: string;
  label: string;
  /** What the person fills in. */
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  fields: object[];
}
